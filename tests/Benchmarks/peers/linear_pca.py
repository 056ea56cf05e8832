"""Peer of LinearBenchmarks: exact PCA of MNIST's training images in float64.

A line in is a case name; the line out is the seconds that one fit took.
"""
import os
import sys
import time

import numpy
from sklearn.decomposition import PCA


def images(folder):
    path = os.path.join(folder, "mnist", "train-images-idx3-ubyte")
    pixels = numpy.fromfile(path, dtype=numpy.uint8)[16:].reshape(60000, 784)
    return pixels / 255.0


def covariance_eigh(x):
    """The method of scikit-learn's 'covariance_eigh', which it has from version 1.5 on, written out."""
    centred = x - x.mean(axis=0)
    values, vectors = numpy.linalg.eigh(centred.T @ centred / len(x))
    return values[::-1], vectors[:, ::-1]


CASES = {"pca-covariance": covariance_eigh, "pca-full": lambda x: PCA(svd_solver="full").fit(x)}


def main():
    x = images(sys.argv[1])
    for line in sys.stdin:
        fit = CASES[line.strip()]
        start = time.perf_counter()
        fit(x)
        print(time.perf_counter() - start, flush=True)


main()

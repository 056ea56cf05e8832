"""Peer of AutoencoderBenchmarks: the same epochs in PyTorch.

autoencoders.py DATA THREADS   a line in is a case name; the line out is the seconds that one epoch took
"""
import os
import sys
import time

import numpy
import torch
from torch import nn
from torch.nn import functional as F

COUNT, BATCH = 6000, 100


def images():
    path = os.path.join(sys.argv[1], "mnist", "train-images-idx3-ubyte")
    pixels = numpy.fromfile(path, dtype=numpy.uint8)[16:16 + COUNT * 784].reshape(COUNT, 784)
    return torch.from_numpy(pixels).float() / 255


class DeepAutoencoder:
    """784-1000-500-250-30 of sigmoid units, cross-entropy summed over pixels, Adam."""

    def __init__(self):
        sizes = [784, 1000, 500, 250, 30, 250, 500, 1000, 784]
        layers = []
        for i, (inputs, outputs) in enumerate(zip(sizes, sizes[1:])):
            layers.append(nn.Linear(inputs, outputs))
            if i not in (3, 7):
                layers.append(nn.Sigmoid())
        self.model = nn.Sequential(*layers)
        self.optimizer = torch.optim.Adam(self.model.parameters())

    def step(self, x):
        self.optimizer.zero_grad()
        loss = F.binary_cross_entropy_with_logits(self.model(x), x, reduction="none").sum(1).mean()
        loss.backward()
        self.optimizer.step()
        return loss.item()


class Machine:
    """784-1000 by CD-1 with momentum; the reconstruction by its means."""

    def __init__(self):
        self.weight = torch.randn(1000, 784) * 0.01
        self.visible, self.hidden = torch.zeros(784), torch.zeros(1000)
        self.optimizer = torch.optim.SGD([self.weight, self.visible, self.hidden], 0.02, momentum=0.9)

    @torch.no_grad()
    def step(self, x):
        h = torch.sigmoid(F.linear(x, self.weight, self.hidden))
        down = torch.sigmoid(torch.bernoulli(h) @ self.weight + self.visible)
        end = torch.sigmoid(F.linear(down, self.weight, self.hidden))
        self.weight.grad = (end.t() @ down - h.t() @ x) / len(x) + 2e-4 * self.weight
        self.visible.grad = down.mean(0) - x.mean(0)
        self.hidden.grad = end.mean(0) - h.mean(0)
        self.optimizer.step()
        return (x - down).square().sum(1).mean().item()


def masked(x):
    """Sets exactly a quarter of the pixels of each row to zero."""
    at = torch.rand(x.shape).argsort(1)[:, :x.shape[1] // 4]
    return x.scatter(1, at, 0.0)


class Shallow:
    """Tied sigmoid layers, cross-entropy summed over pixels, Adam."""

    def __init__(self, *hidden):
        sizes = [784, *hidden]
        self.weights = [nn.Parameter(nn.init.xavier_uniform_(torch.empty(o, i), 4)) for i, o in zip(sizes, sizes[1:])]
        self.up = [nn.Parameter(torch.zeros(o)) for o in hidden]
        self.down = [nn.Parameter(torch.zeros(i)) for i in sizes[:-1]]
        self.optimizer = torch.optim.Adam([*self.weights, *self.up, *self.down])

    def layers(self, x):
        codes = []
        for w, b in zip(self.weights, self.up):
            x = torch.sigmoid(F.linear(x, w, b))
            codes.append(x)
        return codes

    def loss(self, x, target):
        codes = self.layers(x)
        h = codes[-1]
        for l in reversed(range(len(self.weights))):
            h = F.linear(h, self.weights[l].t(), self.down[l])
            if l:
                h = torch.sigmoid(h)
        return codes, F.binary_cross_entropy_with_logits(h, target, reduction="none").sum(1).mean()

    def update(self, loss):
        self.optimizer.zero_grad()
        loss.backward()
        self.optimizer.step()
        return loss.item()


class Denoising(Shallow):
    def step(self, x):
        return self.update(self.loss(masked(x), x)[1])


class Contractive(Shallow):
    def step(self, x):
        codes, loss = self.loss(x, x)
        if len(codes) == 1:
            h = codes[0]
            penalty = (h * (1 - h)).square() @ self.weights[0].square().sum(1)
        else:
            jacobian = None
            for w, h in zip(self.weights, codes):
                slope = (h * (1 - h)).unsqueeze(2)
                jacobian = slope * (w if jacobian is None else w @ jacobian)
            penalty = jacobian.square().sum((1, 2))
        return self.update(loss + 0.1 * penalty.mean())


class Masking:
    def step(self, x):
        masked(x)


CASES = {
    "deep-autoencoder-epoch": DeepAutoencoder,
    "rbm-epoch": Machine,
    "denoising-epoch": lambda: Denoising(1000),
    "contractive-epoch": lambda: Contractive(1000),
    "contractive-exact-epoch": lambda: Contractive(100, 50),
    "masking-epoch": Masking,
}


def main():
    torch.set_num_threads(int(sys.argv[2]))
    x, models = images(), {}
    for line in sys.stdin:
        name = line.strip()
        if name not in models:
            models[name] = CASES[name]()
        start = time.perf_counter()
        for rows in torch.randperm(COUNT).split(BATCH):
            models[name].step(x[rows])
        print(time.perf_counter() - start, flush=True)


main()

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


def read(name, header):
    return numpy.fromfile(os.path.join(sys.argv[1], "mnist", f"train-{name}-ubyte"), dtype=numpy.uint8)[header:]


def images():
    return torch.from_numpy(read("images-idx3", 16)[:COUNT * 784].reshape(COUNT, 784)).float() / 255


def labels():
    return torch.from_numpy(read("labels-idx1", 8)[:COUNT].astype(numpy.int64))


class Trained:
    """What is trained batch by batch, by a method step."""

    def epoch(self, x):
        for rows in torch.randperm(COUNT).split(BATCH):
            self.step(x[rows])


class DeepAutoencoder(Trained):
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


class Machine(Trained):
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


class Shallow(Trained):
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


class Masking(Trained):
    def step(self, x):
        masked(x)


class FineTuning:
    """784-1000-1000-1000-10, sigmoid layers below a softmax, Adam."""

    def __init__(self):
        sizes = [784, 1000, 1000, 1000]
        layers = [layer for i, o in zip(sizes, sizes[1:]) for layer in (nn.Linear(i, o), nn.Sigmoid())]
        self.model, self.labels = nn.Sequential(*layers, nn.Linear(1000, 10)), labels()
        self.optimizer = torch.optim.Adam(self.model.parameters(), 3e-4)

    def epoch(self, x):
        for rows in torch.randperm(COUNT).split(BATCH):
            self.optimizer.zero_grad()
            loss = F.cross_entropy(self.model(x[rows]), self.labels[rows])
            loss.backward()
            self.optimizer.step()
            loss.item()


class Vectors:
    """A support vector machine on the first half of the digits."""

    def epoch(self, x):
        from sklearn.svm import SVC

        SVC(C=10, gamma=0.02, cache_size=500).fit(x[:COUNT // 2].numpy(), labels()[:COUNT // 2].numpy())


CASES = {
    "deep-autoencoder-epoch": DeepAutoencoder,
    "rbm-epoch": Machine,
    "denoising-epoch": lambda: Denoising(1000),
    "contractive-epoch": lambda: Contractive(1000),
    "contractive-exact-epoch": lambda: Contractive(100, 50),
    "masking-epoch": Masking,
    "sda-tuning-epoch": FineTuning,
    "svm-training": Vectors,
}


def main():
    torch.set_num_threads(int(sys.argv[2]))
    x, models = images(), {}
    for line in sys.stdin:
        name = line.strip()
        if name not in models:
            models[name] = CASES[name]()
        start = time.perf_counter()
        models[name].epoch(x)
        print(time.perf_counter() - start, flush=True)


main()

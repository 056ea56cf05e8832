"""Peer of VariationalBenchmarks: the same models and the same computation in PyTorch.

variational.py FOLDER THREADS: a line in is a case name; the line out is the time for all images in seconds, scaled from a part of them.
"""
import math
import os
import sys
import time

import numpy
import torch
from torch import nn
from torch.nn import functional as F

torch.set_num_threads(int(sys.argv[2]))
BATCH, PART, ALL = 100, 6000, 60000


def images(name, count):
    pixels = numpy.fromfile(os.path.join(sys.argv[1], "mnist", name), dtype=numpy.uint8, count=16 + 784 * count)[16:]
    return torch.from_numpy(pixels.reshape(count, 784).astype(numpy.float32) / 255)


class Vae(nn.Module):
    def __init__(self, encoder, decoder, latent):
        super().__init__()
        self.encoder, self.decoder, self.latent = encoder, decoder, latent

    def encode(self, x):
        return self.encoder(x).chunk(2, 1)

    def loss(self, x):
        mu, log_var = self.encode(x)
        z = mu + torch.exp(0.5 * log_var) * torch.randn_like(mu)
        reconstruction = F.binary_cross_entropy_with_logits(self.decoder(z), x, reduction="sum")
        kl = 0.5 * (mu.square() + log_var.exp() - 1 - log_var).sum()
        return (reconstruction + kl) / len(x)

    def log_weights(self, x, samples):
        mu, log_var = self.encode(x)
        epsilon = torch.randn(len(x), samples, self.latent)
        z = mu.unsqueeze(1) + torch.exp(0.5 * log_var).unsqueeze(1) * epsilon
        logits = self.decoder(z.reshape(-1, self.latent)).reshape(len(x), samples, -1)
        log_likelihood = -F.binary_cross_entropy_with_logits(logits, x.unsqueeze(1).expand_as(logits), reduction="none").sum(2)
        return log_likelihood - 0.5 * (z.square() - epsilon.square() - log_var.unsqueeze(1)).sum(2)

    def importance_weighted_loss(self, x, samples):
        return math.log(samples) - self.log_weights(x, samples).logsumexp(1).mean()


def dense():
    return Vae(
        nn.Sequential(nn.Linear(784, 200), nn.Tanh(), nn.Linear(200, 200), nn.Tanh(), nn.Linear(200, 100)),
        nn.Sequential(nn.Linear(50, 200), nn.Tanh(), nn.Linear(200, 200), nn.Tanh(), nn.Linear(200, 784)), 50)


def convolutional():
    return Vae(
        nn.Sequential(
            nn.Unflatten(1, (1, 28, 28)), nn.Conv2d(1, 32, 4, 2, 1), nn.ReLU(), nn.Conv2d(32, 64, 4, 2, 1), nn.ReLU(), nn.Flatten(), nn.Linear(3136, 64)),
        nn.Sequential(
            nn.Linear(32, 3136), nn.Unflatten(1, (64, 7, 7)), nn.ReLU(), nn.ConvTranspose2d(64, 32, 4, 2, 1), nn.ReLU(), nn.ConvTranspose2d(32, 1, 4, 2, 1),
            nn.Flatten()), 32)


class Epoch:
    def __init__(self, model, loss):
        self.model, self.loss = model, loss
        self.optimizer = torch.optim.Adam(model.parameters(), 1e-3)
        self.images = images("train-images-idx3-ubyte", PART)

    def __call__(self):
        start = time.perf_counter()
        total = 0.0
        for index in torch.randperm(PART).split(BATCH):
            x = torch.bernoulli(self.images[index])
            self.optimizer.zero_grad()
            loss = self.loss(self.model, x)
            loss.backward()
            self.optimizer.step()
            total += loss.item()
        return (time.perf_counter() - start) * ALL / PART


class Likelihood:
    """A hundred test images, five thousand samples each, in pieces of a hundred samples; scaled to ten thousand images."""

    def __call__(self):
        model = dense()
        x = torch.bernoulli(images("t10k-images-idx3-ubyte", 100))
        start = time.perf_counter()
        with torch.no_grad():
            torch.cat([model.log_weights(x, 100) for _ in range(50)], 1).double().logsumexp(1)
        return (time.perf_counter() - start) * 100


CASES = {
    "vae-epoch": lambda: Epoch(dense(), lambda model, x: model.loss(x)),
    "iwae-5-epoch": lambda: Epoch(dense(), lambda model, x: model.importance_weighted_loss(x, 5)),
    "conv-vae-epoch": lambda: Epoch(convolutional(), lambda model, x: model.loss(x)),
    "likelihood": Likelihood,
}


def main():
    made = {}
    for line in sys.stdin:
        name = line.strip()
        if name not in made:
            made[name] = CASES[name]()
        print(made[name](), flush=True)


main()

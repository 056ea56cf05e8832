"""Peer of TorchBenchmarks: the same training steps in PyTorch, from the same initial values, data and noise.

torch_steps.py FOLDER THREADS            a line in is a case name; the line out is the time of one step (ms) or one add (ns)
torch_steps.py FOLDER THREADS CASE…      prints the losses of the first steps of each case as JSON, and ends
"""
import functools
import json
import os
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F

FOLDER = sys.argv[1]
TYPES = {6: torch.float32, 7: torch.float64, 4: torch.int64}
STEPS = 20


def load(name):
    """Reads a file of Tensor.save: element type, dimensions and sizes as base-128 numbers, then the elements."""
    with open(os.path.join(FOLDER, name), "rb") as f:
        data = f.read()
    at = 0

    def number():
        nonlocal at
        value = shift = 0
        while True:
            byte = data[at]
            at += 1
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    dtype = TYPES[number()]
    shape = [number() for _ in range(number())]
    return torch.frombuffer(bytearray(data[at:]), dtype=dtype).reshape(shape)


class MlpAutoencoder:
    inputs = 1

    def __init__(self):
        self.model = nn.Sequential(
            nn.Linear(784, 1000), nn.ReLU(), nn.Linear(1000, 500), nn.ReLU(), nn.Linear(500, 250), nn.ReLU(), nn.Linear(250, 30),
            nn.Linear(30, 250), nn.ReLU(), nn.Linear(250, 500), nn.ReLU(), nn.Linear(500, 1000), nn.ReLU(), nn.Linear(1000, 784))
        self.parameters = list(self.model.parameters())
        self.optimizer = torch.optim.Adam(self.parameters)

    def step(self, x):
        self.optimizer.zero_grad()
        loss = F.binary_cross_entropy_with_logits(self.model(x), x)
        loss.backward()
        self.optimizer.step()
        return loss.item()


class Vae(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden, self.mu, self.log_var = nn.Linear(784, 400), nn.Linear(400, 20), nn.Linear(400, 20)
        self.back, self.logits = nn.Linear(20, 400), nn.Linear(400, 784)

    def forward(self, x, epsilon):
        h = F.relu(self.hidden(x))
        mu, log_var = self.mu(h), self.log_var(h)
        z = mu + epsilon * torch.exp(0.5 * log_var)
        return self.logits(F.relu(self.back(z))), mu, log_var


class VariationalAutoencoder:
    inputs = 2

    def __init__(self):
        self.network = Vae()
        self.parameters = list(self.network.parameters())
        self.optimizer = torch.optim.Adam(self.parameters)

    def step(self, x, epsilon):
        self.optimizer.zero_grad()
        logits, mu, log_var = self.network(x, epsilon)
        reconstruction = F.binary_cross_entropy_with_logits(logits, x, reduction="sum")
        kl = -0.5 * torch.sum(1 + log_var - mu.pow(2) - log_var.exp())
        loss = (reconstruction + kl) / x.shape[0]
        loss.backward()
        self.optimizer.step()
        return loss.item()


class ContractiveAutoencoder:
    inputs = 1

    def __init__(self):
        self.weight = nn.Parameter(nn.init.xavier_uniform_(torch.empty(1000, 784)))
        self.hidden_bias, self.visible_bias = nn.Parameter(torch.zeros(1000)), nn.Parameter(torch.zeros(784))
        self.parameters = [self.weight, self.hidden_bias, self.visible_bias]
        self.optimizer = torch.optim.Adam(self.parameters)

    def step(self, x):
        self.optimizer.zero_grad()
        h = torch.sigmoid(F.linear(x, self.weight, self.hidden_bias))
        logits = F.linear(h, self.weight.t(), self.visible_bias)
        slope = (h * (1 - h)).pow(2)
        jacobian = (slope @ self.weight.pow(2).sum(1)).mean()
        loss = F.binary_cross_entropy_with_logits(logits, x, reduction="sum") / x.shape[0] + 0.1 * jacobian
        loss.backward()
        self.optimizer.step()
        return loss.item()


class ConvAutoencoder:
    inputs = 1

    def __init__(self):
        self.model = nn.Sequential(
            nn.Conv2d(1, 16, 3, stride=2, padding=1), nn.ReLU(), nn.Conv2d(16, 32, 3, stride=2, padding=1), nn.ReLU(),
            nn.ConvTranspose2d(32, 16, 3, stride=2, padding=1, output_padding=1), nn.ReLU(),
            nn.ConvTranspose2d(16, 1, 3, stride=2, padding=1, output_padding=1))
        self.parameters = list(self.model.parameters())
        self.optimizer = torch.optim.Adam(self.parameters)

    def step(self, x):
        x = x.view(-1, 1, 28, 28)
        self.optimizer.zero_grad()
        loss = F.binary_cross_entropy_with_logits(self.model(x), x)
        loss.backward()
        self.optimizer.step()
        return loss.item()


class Dcgan:
    inputs = 2

    def __init__(self):
        self.generator = nn.Sequential(
            nn.ConvTranspose2d(100, 64, 7, bias=False), nn.BatchNorm2d(64), nn.ReLU(),
            nn.ConvTranspose2d(64, 32, 4, stride=2, padding=1, bias=False), nn.BatchNorm2d(32), nn.ReLU(),
            nn.ConvTranspose2d(32, 1, 4, stride=2, padding=1, bias=False), nn.Sigmoid())
        self.discriminator = nn.Sequential(
            nn.Conv2d(1, 32, 4, stride=2, padding=1, bias=False), nn.LeakyReLU(0.2),
            nn.Conv2d(32, 64, 4, stride=2, padding=1, bias=False), nn.BatchNorm2d(64), nn.LeakyReLU(0.2),
            nn.Conv2d(64, 1, 7, bias=False), nn.Flatten())
        self.parameters = [*self.generator.parameters(), *self.discriminator.parameters()]
        self.of_generator = torch.optim.Adam(self.generator.parameters(), 2e-4, betas=(0.5, 0.999))
        self.of_discriminator = torch.optim.Adam(self.discriminator.parameters(), 2e-4, betas=(0.5, 0.999))

    def step(self, real, z):
        real = real.view(-1, 1, 28, 28)
        yes, no = torch.ones(128, 1), torch.zeros(128, 1)

        self.of_discriminator.zero_grad()
        fake = self.generator(z)
        of_real = F.binary_cross_entropy_with_logits(self.discriminator(real), yes)
        of_fake = F.binary_cross_entropy_with_logits(self.discriminator(fake.detach()), no)
        loss_d = of_real + of_fake
        loss_d.backward()
        self.of_discriminator.step()

        self.of_generator.zero_grad()
        loss_g = F.binary_cross_entropy_with_logits(self.discriminator(fake), yes)
        loss_g.backward()
        self.of_generator.step()
        return loss_d.item() + loss_g.item()


class GatedLayer(nn.Module):
    def __init__(self, inputs, channels, first):
        super().__init__()
        self.first = first
        self.vertical = nn.Conv2d(inputs, 2 * channels, (2, 3), padding=(2, 1))
        self.horizontal = nn.Conv2d(inputs, 2 * channels, (1, 2), padding=(0, 2 if first else 1))
        self.link = nn.Conv2d(2 * channels, 2 * channels, 1)
        self.out = nn.Conv2d(channels, channels, 1)

    @staticmethod
    def gate(x):
        a, b = x.chunk(2, 1)
        return torch.tanh(a) * torch.sigmoid(b)

    def forward(self, vertical, horizontal):
        height, width = vertical.shape[2:]
        v = self.vertical(vertical)[:, :, :height]
        h = self.horizontal(horizontal)[:, :, :, :width] + self.link(v)
        gated = self.out(self.gate(h))
        return self.gate(v), gated if self.first else gated + horizontal


class PixelNetwork(nn.Module):
    def __init__(self, layers=5, channels=32):
        super().__init__()
        self.layers = nn.ModuleList(GatedLayer(1 if i == 0 else channels, channels, i == 0) for i in range(layers))
        self.out = nn.Conv2d(channels, 1, 1)

    def forward(self, x):
        vertical = horizontal = x
        for layer in self.layers:
            vertical, horizontal = layer(vertical, horizontal)
        return self.out(F.relu(horizontal))


class GatedPixelCnn:
    inputs = 1

    def __init__(self):
        self.network = PixelNetwork()
        self.parameters = list(self.network.parameters())
        self.optimizer = torch.optim.Adam(self.parameters)

    def step(self, x):
        x = x.view(-1, 1, 28, 28)
        self.optimizer.zero_grad()
        loss = F.binary_cross_entropy_with_logits(self.network(x), x)
        loss.backward()
        self.optimizer.step()
        return loss.item()


class RowNetwork(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(28, 128, batch_first=True)
        self.logits = nn.Linear(128, 28)

    def forward(self, rows):
        above = torch.cat([torch.zeros_like(rows[:, :1]), rows[:, :27]], 1)
        h, _ = self.lstm(above)
        return self.logits(h)


class RowLstm:
    inputs = 1

    def __init__(self):
        self.network = RowNetwork()
        self.parameters = list(self.network.parameters())
        self.optimizer = torch.optim.Adam(self.parameters)

    def step(self, x):
        rows = x.view(-1, 28, 28)
        self.optimizer.zero_grad()
        loss = F.binary_cross_entropy_with_logits(self.network(rows), rows)
        loss.backward()
        self.optimizer.step()
        return loss.item()


class UnrolledGan:
    inputs = 2
    unrolled, inner_rate = 5, 0.1

    def __init__(self):
        self.generator = nn.Sequential(nn.Linear(256, 128), nn.ReLU(), nn.Linear(128, 128), nn.ReLU(), nn.Linear(128, 2))
        self.discriminator = nn.Sequential(nn.Linear(2, 128), nn.Tanh(), nn.Linear(128, 128), nn.Tanh(), nn.Linear(128, 1))
        self.of_generator = torch.optim.Adam(self.generator.parameters())
        self.of_discriminator = torch.optim.Adam(self.discriminator.parameters(), 1e-4)
        self.parameters = [*self.generator.parameters(), *self.discriminator.parameters()]

    @staticmethod
    def discriminate(x, p):
        h = torch.tanh(F.linear(x, p[0], p[1]))
        h = torch.tanh(F.linear(h, p[2], p[3]))
        return F.linear(h, p[4], p[5])

    def loss_d(self, real, fake, p):
        return F.softplus(-self.discriminate(real, p)).mean() + F.softplus(self.discriminate(fake, p)).mean()

    def step(self, real, z):
        now = list(self.discriminator.parameters())
        fake = self.generator(z)

        later = now
        for _ in range(self.unrolled):
            slopes = torch.autograd.grad(self.loss_d(real, fake, later), later, create_graph=True)
            later = [p - self.inner_rate * g for p, g in zip(later, slopes)]

        self.of_generator.zero_grad()
        loss_g = F.softplus(-self.discriminate(fake, later)).mean()
        loss_g.backward(inputs=list(self.generator.parameters()))
        self.of_generator.step()

        self.of_discriminator.zero_grad()
        loss_d = self.loss_d(real, fake.detach(), now)
        loss_d.backward()
        self.of_discriminator.step()
        return loss_g.item() + loss_d.item()


MODELS = {
    "mlp-autoencoder": MlpAutoencoder,
    "vae": VariationalAutoencoder,
    "contractive": ContractiveAutoencoder,
    "conv-autoencoder": ConvAutoencoder,
    "dcgan": Dcgan,
    "gated-pixelcnn": GatedPixelCnn,
    "row-lstm": RowLstm,
    "unrolled-gan": UnrolledGan,
}


class Training:
    """A model of the files' initial values, trained on the files' inputs."""

    def __init__(self, name):
        torch.set_default_dtype(load(f"{name}.p0").dtype)
        self.model = MODELS[name]()
        with torch.no_grad():
            for i, parameter in enumerate(self.model.parameters):
                parameter.copy_(load(f"{name}.p{i}"))
        inputs = [load(f"{name}.in{i}") for i in range(self.model.inputs)]
        self.batches = list(zip(*inputs))

    def losses(self, steps):
        return [self.model.step(*self.batches[t % STEPS]) for t in range(steps)]


def milliseconds_a_step(training, least=0.3):
    """The mean over as many rounds of all inputs as fill the time."""
    start, steps, seconds = time.perf_counter(), 0, 0.0
    while seconds < least:
        training.losses(STEPS)
        steps += STEPS
        seconds = time.perf_counter() - start
    return 1e3 * seconds / steps


def nanoseconds_an_add(requires_grad, count=100_000):
    a, b = torch.ones(1, requires_grad=requires_grad), torch.ones(1)
    start = time.perf_counter()
    for _ in range(count):
        a + b
    return 1e9 * (time.perf_counter() - start) / count


def main():
    torch.set_num_threads(int(sys.argv[2]))
    if cases := sys.argv[3:]:
        print(json.dumps({name: Training(name).losses(STEPS) for name in cases}))
        return
    training = functools.cache(Training)
    for line in sys.stdin:
        name = line.strip()
        if name.startswith("add"):
            value = nanoseconds_an_add(requires_grad=name == "add-with-grad")
        else:
            value = milliseconds_a_step(training(name))
        print(value, flush=True)


main()

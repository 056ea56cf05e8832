"""Modules with normalised weights: their states before, outputs of three calls, the gradients of the last, and the states after."""
import sys

import torch
from torch import nn
from torch.nn.utils import spectral_norm, weight_norm

from tensor_file import save

torch.manual_seed(8)
torch.set_default_dtype(torch.float64)


def case(name, module, x):
    for key, value in module.state_dict().items():
        save(f"{name}.before.{key}", value)
    save(name + ".in", x)
    for i in range(3):
        if i == 2:
            module.eval()
        module.zero_grad()
        y = module(x)
        save(f"{name}.out{i}", y)
        (y * y.detach().cos()).sum().backward()
    for key, value in module.named_parameters():
        save(f"{name}.grad.{key}", value.grad)
    for key, value in module.state_dict().items():
        save(f"{name}.after.{key}", value)


case("weight_linear", weight_norm(nn.Linear(3, 4)), torch.randn(2, 3))
case("weight_whole", weight_norm(nn.Linear(3, 4), dim=None), torch.randn(2, 3))
case("weight_conv", weight_norm(nn.ConvTranspose2d(2, 3, 2), dim=1), torch.randn(2, 2, 3, 3))
case("spectral_linear", spectral_norm(nn.Linear(3, 4)), torch.randn(2, 3))
case("spectral_conv", spectral_norm(nn.Conv2d(2, 3, 2), n_power_iterations=3), torch.randn(2, 2, 3, 3))
case("spectral_transposed", spectral_norm(nn.ConvTranspose2d(2, 3, 2)), torch.randn(2, 2, 3, 3))

"""Writes what PyTorch computes for expressions of tensors: python3 peer_tensors.py FOLDER, where FOLDER/cases has one expression a line.

The inputs are written as in.NAME, the results of case number n as n.out0, n.out1, …, and the gradients of Σ cos(0, 1, …) · results by the double
precision inputs as n.grad.NAME. What fails is written as n.error.
"""
import os
import sys

import torch

from tensor_file import save

folder = sys.argv[1]
torch.set_default_dtype(torch.float64)
torch.manual_seed(31)


def normal(*shape):
    return torch.randn(shape)


def uniform(low, high, *shape):
    return low + (high - low) * torch.rand(shape)


inputs = {
    "a": normal(3, 4), "b": normal(4), "c": normal(2, 1, 4), "d": normal(3, 4), "v": normal(5), "w": normal(5),
    "p": uniform(0.3, 3, 3, 4), "u": uniform(-0.9, 0.9, 3, 4), "g": uniform(1.1, 4, 3, 4),
    "q": normal(4, 4), "m": normal(2, 3, 4), "n": normal(2, 4, 5), "x4": normal(2, 3, 2, 2), "z": normal(), "e": normal(0, 4),
    "f": normal(3, 4).float(), "i": torch.randint(-9, 10, (3, 4)), "j": torch.randint(1, 7, (3, 4)), "k": torch.randint(0, 3, (3, 4)),
    "s": torch.randint(1, 9, (4,), dtype=torch.int32), "h": torch.randint(0, 200, (3, 4), dtype=torch.uint8), "t": torch.rand(3, 4) > 0.4,
    "o": torch.tensor([2, 0, 2, 1]), "nan": torch.tensor([1.0, float("nan"), -2, float("inf"), float("-inf"), 0]),
    "r": torch.complex(normal(2, 3), normal(2, 3)),
}
for name, value in inputs.items():
    save("in." + name, value)
doubles = {name: value.requires_grad_() for name, value in inputs.items() if value.dtype == torch.float64 and name != "nan"}

torch.set_default_dtype(torch.float32)
for number, line in enumerate(open(os.path.join(folder, "cases"), encoding="utf-8").read().splitlines()):
    try:
        out = eval(line, {"torch": torch, "F": torch.nn.functional}, inputs)
        out = [x if isinstance(x, torch.Tensor) else torch.tensor(x) for x in (out if isinstance(out, (tuple, list)) else (out,))]
        for n, x in enumerate(out):
            save(f"{number}.out{n}", x)
        out = [x for x in out if x.requires_grad and x.dtype == torch.float64]
        if out:
            loss = sum((x * torch.arange(x.numel(), dtype=torch.float64).cos().reshape(x.shape)).sum() for x in out)
            for name, grad in zip(doubles, torch.autograd.grad(loss, list(doubles.values()), allow_unused=True)):
                if grad is not None:
                    save(f"{number}.grad.{name}", grad)
    except Exception as error:
        with open(os.path.join(folder, f"{number}.error"), "w", encoding="utf-8") as f:
            f.write(f"{type(error).__name__}: {error}")

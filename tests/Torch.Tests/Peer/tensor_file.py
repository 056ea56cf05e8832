"""Writes tensors in TorchSharp's format to the folder that the script is given."""
import os
import sys

import torch

TYPES = {
    torch.uint8: 0, torch.int8: 1, torch.int16: 2, torch.int32: 3, torch.int64: 4, torch.float16: 5, torch.float32: 6, torch.float64: 7,
    torch.complex64: 9, torch.complex128: 10, torch.bool: 11,
}


def encode(n):
    out = bytearray()
    while n >= 128:
        out.append(n & 127 | 128)
        n >>= 7
    out.append(n)
    return bytes(out)


def save(name, tensor):
    # A tensor of zeros that autograd makes without memory has none that NumPy could read.
    tensor = torch.zeros_like(tensor) if tensor._is_zerotensor() else tensor.detach().resolve_conj().resolve_neg().contiguous()
    with open(os.path.join(sys.argv[1], name), "wb") as f:
        f.write(encode(TYPES[tensor.dtype]) + encode(tensor.dim()) + b"".join(encode(s) for s in tensor.shape))
        f.write(tensor.numpy().tobytes())

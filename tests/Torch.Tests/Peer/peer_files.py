"""Writes weight files: PyTorch's own, good and bad, and safetensors, made by hand from the format's description."""
import json
import os
import pickle
import struct
import sys
import zipfile
from collections import OrderedDict

import torch
from torch import nn

from tensor_file import save

folder = sys.argv[1]
torch.manual_seed(3)


def at(name):
    return os.path.join(folder, name)


net = nn.Sequential(OrderedDict(first=nn.Linear(4, 3), second=nn.BatchNorm1d(3)))
net(torch.randn(5, 4))
state = net.state_dict()
torch.save(state, at("state.pt"))
torch.save({"epoch": 3, "model": state, "losses": [0.5, 0.25]}, at("nested.pt"))
torch.save(state, at("legacy.pt"), _use_new_zipfile_serialization=False)
torch.save(net, at("whole_module.pt"))
torch.save(torch.ones(3), at("bare.pt"))
torch.jit.script(net).save(at("script.pt"))
for name, tensor in state.items():
    save("state." + name, tensor)

base = torch.arange(20, dtype=torch.float32)
views = {"all": base, "every_second": base[2:12:2], "turned": base.view(5, 4).t(), "repeated": base[3:4].expand(6), "none": base[:0], "number": base[7],
         "parameter": nn.Parameter(base.view(4, 5)[1:3])}
torch.save(views, at("views.pt"))
for name, tensor in views.items():
    save("views." + name, tensor)
kinds = {str(t)[6:]: (torch.arange(6) - (0 if t in (torch.uint8, torch.bool) else 2)).to(t) for t in (
    torch.float64, torch.float32, torch.float16, torch.bfloat16, torch.int64, torch.int32, torch.int16, torch.int8, torch.uint8, torch.bool,
    torch.complex64, torch.complex128)}
torch.save(kinds, at("kinds.pt"))


class Evil:
    def __reduce__(self):
        return os.system, (f"touch {at('touched')}",)


def archive(name, payload, protocol=2):
    with zipfile.ZipFile(at(name), "w") as z:
        z.writestr("archive/data.pkl", pickle.dumps(payload, protocol))
        z.writestr("archive/version", "3\n")


archive("evil.pt", {"weight": Evil()})
archive("evil4.pt", {"weight": Evil()}, 4)
archive("eval.pt", {"weight": eval})
archive("texts.pt", {"weight": ["text", 1, 2.5, None, True, (1, 2, 3, 4), 1 << 40, -5]}, 4)

NAMES = {torch.float64: "F64", torch.float32: "F32", torch.float16: "F16", torch.bfloat16: "BF16", torch.int64: "I64", torch.int32: "I32",
         torch.int16: "I16", torch.int8: "I8", torch.uint8: "U8", torch.bool: "BOOL"}


def safetensors(name, tensors):
    header, data = {"__metadata__": {"format": "pt"}}, b""
    for key, t in tensors.items():
        raw = bytes(t.contiguous().view(torch.int16).numpy().tobytes() if t.dtype == torch.bfloat16 else t.contiguous().numpy().tobytes())
        header[key] = {"dtype": NAMES[t.dtype], "shape": list(t.shape), "data_offsets": [len(data), len(data) + len(raw)]}
        data += raw
    text = json.dumps(header).encode()
    with open(at(name), "wb") as f:
        f.write(struct.pack("<Q", len(text)) + text + data)


safetensors("state.safetensors", state)
safetensors("kinds.safetensors", {k: t for k, t in kinds.items() if t.dtype in NAMES})

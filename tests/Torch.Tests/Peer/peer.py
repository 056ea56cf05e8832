"""Writes what PyTorch computes for random cases: inputs, parameters, outputs, gradients; and initial and random values."""
import torch
from torch import nn

import modules
from tensor_file import save

torch.manual_seed(20)
torch.set_default_dtype(torch.float64)
modules.run()

torch.set_default_dtype(torch.float32)
torch.manual_seed(7)
for i, p in enumerate(nn.Sequential(nn.Linear(6, 4), nn.Conv2d(2, 3, 3), nn.BatchNorm2d(3), nn.Embedding(5, 2)).parameters()):
    save(f"init.p{i}", p)
torch.manual_seed(8)
save("random.randn", torch.randn(33))
save("random.rand", torch.rand(3, 5))
save("random.randint", torch.randint(2, 50, (7,)))
save("random.randperm", torch.randperm(20))
save("random.xavier", nn.init.xavier_uniform_(torch.empty(4, 6)))
save("random.kaiming", nn.init.kaiming_normal_(torch.empty(4, 6), nonlinearity="relu"))
save("random.orthogonal", nn.init.orthogonal_(torch.empty(4, 6), gain=2.0))
torch.manual_seed(9)
save("random.kaiming_uniform", nn.init.kaiming_uniform_(torch.empty(4, 3, 2), a=0.3, mode="fan_out"))
save("random.xavier_normal", nn.init.xavier_normal_(torch.empty(4, 3, 2), gain=1.5))
save("random.trunc_normal", nn.init.trunc_normal_(torch.empty(50), mean=0.2, std=0.7, a=-1.0, b=0.9))
save("random.dirac", nn.init.dirac_(torch.empty(6, 3, 3, 4), groups=2))
save("random.sparse", nn.init.sparse_(torch.empty(7, 5), sparsity=0.3, std=0.1))
save("random.eye", nn.init.eye_(torch.empty(3, 5)))

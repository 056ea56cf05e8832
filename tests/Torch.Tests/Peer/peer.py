"""Writes what PyTorch computes for random cases: inputs, parameters, outputs, gradients, and parameters after optimiser steps."""
import os
import sys

import torch
from torch import nn

folder = sys.argv[1]
torch.manual_seed(20)
TYPES = {torch.float32: 6, torch.float64: 7, torch.int64: 4}


def encode(n):
    out = bytearray()
    while n >= 128:
        out.append(n & 127 | 128)
        n >>= 7
    out.append(n)
    return bytes(out)


def save(name, tensor):
    tensor = tensor.detach().contiguous()
    with open(os.path.join(folder, name), "wb") as f:
        f.write(encode(TYPES[tensor.dtype]) + encode(tensor.dim()) + b"".join(encode(s) for s in tensor.shape))
        f.write(tensor.numpy().tobytes())


def case(name, module, *inputs, train=True):
    inputs = [x.requires_grad_() if x.is_floating_point() and i == 0 else x for i, x in enumerate(inputs)]
    module.train(train)
    for i, x in enumerate(inputs):
        save(f"{name}.in{i}", x)
    for i, p in enumerate(module.parameters()):
        save(f"{name}.p{i}", p)
    out = module(*inputs)
    weights = torch.randn_like(out)
    save(f"{name}.weights", weights)
    save(f"{name}.out", out)
    out.backward(weights)
    if inputs[0].is_floating_point():
        save(f"{name}.gin", inputs[0].grad)
    for i, p in enumerate(module.parameters()):
        save(f"{name}.gp{i}", p.grad)
    for i, b in enumerate(b for b in module.buffers() if b.is_floating_point()):
        save(f"{name}.b{i}", b)


def randn(*shape):
    return torch.randn(*shape, dtype=torch.float64)


torch.set_default_dtype(torch.float64)
case("linear", nn.Linear(5, 3), randn(2, 4, 5))
case("linear_no_bias", nn.Linear(5, 3, bias=False), randn(7, 5))
case("sequential", nn.Sequential(nn.Linear(6, 8), nn.Tanh(), nn.Linear(8, 2)), randn(3, 6))
case("relu", nn.ReLU(), randn(4, 3))
case("relu6", nn.ReLU6(), 5 * randn(4, 3))
case("leaky_relu", nn.LeakyReLU(0.2), randn(4, 3))
case("elu", nn.ELU(1.5), randn(4, 3))
case("selu", nn.SELU(), randn(4, 3))
case("silu", nn.SiLU(), randn(4, 3))
case("mish", nn.Mish(), randn(4, 3))
case("gelu", nn.GELU(), randn(4, 3))
case("sigmoid", nn.Sigmoid(), randn(4, 3))
case("log_sigmoid", nn.LogSigmoid(), randn(4, 3))
case("tanh", nn.Tanh(), randn(4, 3))
case("hardtanh", nn.Hardtanh(-0.5, 0.7), randn(4, 3))
case("softplus", nn.Softplus(2.0, 3.0), 3 * randn(4, 3))
case("softsign", nn.Softsign(), randn(4, 3))
case("softmax", nn.Softmax(1), randn(4, 3, 2))
case("log_softmax", nn.LogSoftmax(-1), randn(4, 3))
case("flatten", nn.Flatten(), randn(4, 3, 2))
case("unflatten", nn.Unflatten(1, (3, 2)), randn(4, 6))
case("conv1d", nn.Conv1d(3, 4, 3, stride=2, padding=1), randn(2, 3, 9))
case("conv2d", nn.Conv2d(4, 6, (3, 2), stride=(2, 1), padding=(1, 0), dilation=(1, 2), groups=2), randn(2, 4, 7, 8))
case("conv2d_reflect", nn.Conv2d(2, 3, 3, padding=1, padding_mode="reflect", bias=False), randn(2, 2, 5, 6))
case("conv_transpose2d", nn.ConvTranspose2d(4, 2, 3, stride=2, padding=1, output_padding=1), randn(2, 4, 3, 5))
case("max_pool2d", nn.MaxPool2d(2), randn(2, 3, 5, 6))
case("avg_pool2d", nn.AvgPool2d(3, 2, 1), randn(2, 3, 5, 6))
case("upsample", nn.Upsample(scale_factor=2), randn(1, 2, 3, 4))
case("bilinear", nn.Upsample(size=(7, 5), mode="bilinear", align_corners=True), randn(1, 2, 3, 4))
case("batch_norm1d", nn.BatchNorm1d(3), randn(6, 3))
case("batch_norm2d", nn.BatchNorm2d(3, momentum=0.3), randn(4, 3, 2, 5))
case("batch_norm_eval", nn.BatchNorm1d(3), randn(6, 3), train=False)
case("layer_norm", nn.LayerNorm([3, 4]), randn(2, 3, 4))
case("embedding", nn.Embedding(7, 3), torch.randint(0, 7, (2, 5)))
for reduction in ("none", "mean", "sum"):
    case("mse_" + reduction, nn.MSELoss(reduction=reduction), randn(4, 3), randn(4, 3))
    case("l1_" + reduction, nn.L1Loss(reduction=reduction), randn(4, 3), randn(4, 3))
    case("bce_" + reduction, nn.BCELoss(reduction=reduction), torch.rand(4, 3), torch.rand(4, 3))
    case("bce_logits_" + reduction, nn.BCEWithLogitsLoss(reduction=reduction), 3 * randn(4, 3), torch.rand(4, 3))
    case("cross_entropy_" + reduction, nn.CrossEntropyLoss(reduction=reduction), randn(5, 4), torch.randint(0, 4, (5,)))
    case("nll_" + reduction, nn.NLLLoss(reduction=reduction), randn(5, 4), torch.randint(0, 4, (5,)))
case("smooth_l1", nn.SmoothL1Loss(beta=0.5), randn(4, 3), randn(4, 3))
case("huber", nn.HuberLoss(delta=0.7), randn(4, 3), randn(4, 3))
case("kl_div", nn.KLDivLoss(reduction="sum"), randn(4, 3), torch.rand(4, 3))


def steps(name, make, dtype, count=20):
    model = nn.Sequential(nn.Linear(5, 7), nn.Tanh(), nn.Linear(7, 3)).to(dtype)
    x, y = torch.randn(11, 5, dtype=dtype), torch.randn(11, 3, dtype=dtype)
    save(name + ".x", x)
    save(name + ".y", y)
    for i, p in enumerate(model.parameters()):
        save(f"{name}.before{i}", p)
    optimizer = make(model.parameters())

    def closure():
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(x), y)
        loss.backward()
        return loss

    for _ in range(count):
        optimizer.step(closure)
    for i, p in enumerate(model.parameters()):
        save(f"{name}.after{i}", p)


O = torch.optim
for suffix, dtype in (("", torch.float64), ("_float", torch.float32)):
    steps("sgd" + suffix, lambda p: O.SGD(p, 0.1), dtype)
    steps("sgd_decay" + suffix, lambda p: O.SGD(p, 0.1, weight_decay=0.01), dtype)
    steps("momentum" + suffix, lambda p: O.SGD(p, 0.05, momentum=0.9, dampening=0.1, weight_decay=0.01), dtype)
    steps("nesterov" + suffix, lambda p: O.SGD(p, 0.05, momentum=0.9, nesterov=True), dtype)
    steps("adam" + suffix, lambda p: O.Adam(p, 0.02, betas=(0.9, 0.99)), dtype)
    steps("adam_decay" + suffix, lambda p: O.Adam(p, 0.02, betas=(0.8, 0.95), eps=1e-6, weight_decay=0.1), dtype)
    steps("amsgrad" + suffix, lambda p: O.Adam(p, 0.02, betas=(0.9, 0.99), amsgrad=True), dtype)
    steps("adamw" + suffix, lambda p: O.AdamW(p, 0.02, betas=(0.9, 0.99), weight_decay=0.1), dtype)
    steps("rmsprop" + suffix, lambda p: O.RMSprop(p, 0.01), dtype)
    steps("rmsprop_full" + suffix, lambda p: O.RMSprop(p, 0.01, alpha=0.9, weight_decay=0.01, momentum=0.5, centered=True), dtype)
steps("lbfgs", lambda p: O.LBFGS(p, 0.8, max_iter=5, history_size=4), torch.float64, 4)

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

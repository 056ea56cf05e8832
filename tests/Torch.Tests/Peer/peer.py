"""Writes what PyTorch computes for random cases: inputs, parameters, outputs, gradients."""
import torch
from torch import nn

from tensor_file import save

torch.manual_seed(20)


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

"""Writes parameters after steps of PyTorch's optimisers, and learning rates and momenta of its schedules."""
import warnings

import torch
from torch import nn, optim as O
from torch.optim import lr_scheduler as S

from tensor_file import save

warnings.simplefilter("ignore")
torch.manual_seed(20)


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

    for step in range(count):
        optimizer.step(closure)
        if isinstance(optimizer, O.LBFGS):
            for i, p in enumerate(model.parameters()):
                save(f"{name}.step{step}.{i}", p)
    for i, p in enumerate(model.parameters()):
        save(f"{name}.after{i}", p)


torch.set_default_dtype(torch.float64)
for suffix, dtype in (("", torch.float64), ("_float", torch.float32)):
    def case(name, make):
        steps(name + suffix, make, dtype)

    case("sgd", lambda p: O.SGD(p, 0.1))
    case("sgd_decay", lambda p: O.SGD(p, 0.1, weight_decay=0.01))
    case("sgd_maximize", lambda p: O.SGD(p, 0.01, momentum=0.5, weight_decay=0.1, maximize=True))
    case("momentum", lambda p: O.SGD(p, 0.05, momentum=0.9, dampening=0.1, weight_decay=0.01))
    case("nesterov", lambda p: O.SGD(p, 0.05, momentum=0.9, nesterov=True))
    case("adam", lambda p: O.Adam(p, 0.02, betas=(0.9, 0.99)))
    case("adam_decay", lambda p: O.Adam(p, 0.02, betas=(0.8, 0.95), eps=1e-6, weight_decay=0.1))
    case("adam_maximize", lambda p: O.Adam(p, 0.01, weight_decay=0.1, maximize=True))
    case("amsgrad", lambda p: O.Adam(p, 0.02, betas=(0.9, 0.99), amsgrad=True))
    case("adamw", lambda p: O.AdamW(p, 0.02, betas=(0.9, 0.99), weight_decay=0.1))
    case("adamw_full", lambda p: O.AdamW(p, 0.01, weight_decay=0.05, amsgrad=True, maximize=True))
    case("rmsprop", lambda p: O.RMSprop(p, 0.01))
    case("rmsprop_decay", lambda p: O.RMSprop(p, 0.01, alpha=0.9, eps=1e-6, weight_decay=0.1))
    case("rmsprop_full", lambda p: O.RMSprop(p, 0.01, alpha=0.9, weight_decay=0.01, momentum=0.5, centered=True))
    case("rmsprop_momentum", lambda p: O.RMSprop(p, 0.01, momentum=0.7))
    case("adagrad", lambda p: O.Adagrad(p, 0.1))
    case("adagrad_full", lambda p: O.Adagrad(p, 0.1, lr_decay=0.02, weight_decay=0.1, initial_accumulator_value=0.3, eps=1e-6))
    case("adadelta", lambda p: O.Adadelta(p))
    case("adadelta_full", lambda p: O.Adadelta(p, 0.7, rho=0.8, eps=1e-4, weight_decay=0.1, maximize=True))
    case("adamax", lambda p: O.Adamax(p))
    case("adamax_full", lambda p: O.Adamax(p, 0.02, betas=(0.8, 0.95), eps=1e-5, weight_decay=0.1))
    case("nadam", lambda p: O.NAdam(p))
    case("nadam_full", lambda p: O.NAdam(p, 0.02, betas=(0.8, 0.95), eps=1e-6, weight_decay=0.1, momentum_decay=0.02))
    case("radam", lambda p: O.RAdam(p, 0.02))
    case("radam_full", lambda p: O.RAdam(p, 0.02, betas=(0.8, 0.9), eps=1e-6, weight_decay=0.1))
    case("rprop", lambda p: O.Rprop(p))
    case("rprop_full", lambda p: O.Rprop(p, 0.02, etas=(0.4, 1.3), step_sizes=(1e-3, 0.05), maximize=True))
    case("asgd", lambda p: O.ASGD(p, 0.01))
    case("asgd_full", lambda p: O.ASGD(p, 0.02, lambd=0.05, alpha=0.6, t0=5, weight_decay=0.1, maximize=True))

steps("lbfgs", lambda p: O.LBFGS(p, 0.8, max_iter=5, history_size=4), torch.float64, 4)
steps("lbfgs_wolfe", lambda p: O.LBFGS(p, 1, max_iter=6, history_size=5, line_search_fn="strong_wolfe"), torch.float64, 5)


def rosenbrock(name, **options):
    z = torch.tensor([-1.2, 1.0], requires_grad=True)
    optimizer = O.LBFGS([z], max_iter=4, **options)
    path = []

    def closure():
        optimizer.zero_grad()
        loss = (1 - z[0]) ** 2 + 100 * (z[1] - z[0] ** 2) ** 2
        loss.backward()
        return loss

    for _ in range(12):
        loss = optimizer.step(closure)
        path.append(torch.cat([z.detach(), loss.detach().reshape(1)]))
    save(name, torch.stack(path))


rosenbrock("rosenbrock", lr=1, line_search_fn="strong_wolfe")
rosenbrock("rosenbrock_short", lr=0.1, history_size=3, line_search_fn="strong_wolfe")
rosenbrock("rosenbrock_fixed", lr=0.05)


def schedule(name, make, adam=False, metric=None):
    a, b = nn.Parameter(torch.ones(1)), nn.Parameter(torch.ones(1))
    groups = [{"params": [a], "lr": 1.0}, {"params": [b], "lr": 0.3}]
    optimizer = O.Adam(groups, 1.0) if adam else O.SGD(groups, 1.0, momentum=0.9)
    scheduler = make(optimizer)
    rows = []
    for i in range(51):
        rows.append(torch.tensor([[g["lr"], g["betas"][0] if adam else g["momentum"]] for g in optimizer.param_groups]))
        optimizer.step()
        scheduler.step() if metric is None else scheduler.step(metric(i))
    save("schedule." + name, torch.stack(rows))


schedule("step", lambda o: S.StepLR(o, 7, 0.5))
schedule("multistep", lambda o: S.MultiStepLR(o, [3, 10, 10, 30], 0.7))
schedule("exponential", lambda o: S.ExponentialLR(o, 0.95))
schedule("polynomial", lambda o: S.PolynomialLR(o, 40, 3))
schedule("constant", lambda o: S.ConstantLR(o, 0.2, 9))
schedule("linear", lambda o: S.LinearLR(o, 0.25, 0.8, 20))
schedule("cosine", lambda o: S.CosineAnnealingLR(o, 10, 0.05))
schedule("lambda", lambda o: S.LambdaLR(o, [lambda t: 1 / (1 + t), lambda t: 0.9 ** t]))
schedule("multiplicative", lambda o: S.MultiplicativeLR(o, lambda t: 1 - 1 / (t + 2)))
schedule("cyclic", lambda o: S.CyclicLR(o, 0.1, 1.5, 6, 4))
schedule("cyclic_halving", lambda o: S.CyclicLR(o, [0.1, 0.2], [1.5, 0.9], 5, mode="triangular2", base_momentum=0.7, max_momentum=0.95))
schedule("cyclic_decaying", lambda o: S.CyclicLR(o, 0.1, 1.5, 5, mode="exp_range", gamma=0.97, cycle_momentum=False))
schedule("cyclic_scaled", lambda o: S.CyclicLR(o, 0.1, 1.5, 5, scale_fn=lambda x: 1 / x, scale_mode="cycle"))
schedule("one_cycle", lambda o: S.OneCycleLR(o, 2.0, total_steps=60))
schedule("one_cycle_adam", lambda o: S.OneCycleLR(o, [2.0, 0.5], epochs=6, steps_per_epoch=10, anneal_strategy="linear", pct_start=0.4), adam=True)
schedule("one_cycle_three", lambda o: S.OneCycleLR(o, 2.0, total_steps=55, three_phase=True, div_factor=10, final_div_factor=100))
schedule("plateau", lambda o: S.ReduceLROnPlateau(o, factor=0.5, patience=2, cooldown=1, min_lr=[0.01, 0.1]), metric=lambda i: 1 / (1 + i) if i < 12 else 0.08 + 0.001 * (i % 3))
schedule("plateau_max", lambda o: S.ReduceLROnPlateau(o, "max", 0.3, 3, 0.05, "abs"), metric=lambda i: (i % 11) * 0.1)
schedule("sequential", lambda o: S.SequentialLR(o, [S.ConstantLR(o, 0.1, 5), S.ExponentialLR(o, 0.9), S.LinearLR(o, 1, 0.1, 10)], [5, 30]))
schedule("chained", lambda o: S.ChainedScheduler([S.ConstantLR(o, 0.5, 8), S.ExponentialLR(o, 0.97), S.StepLR(o, 20)]))

using TorchSharp.Modules;
using TorchSharp.Tests.Peer;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Optim;

/// <summary>Twenty steps of every optimiser lead where PyTorch's lead.</summary>
public class PyTorchOptimizerTests
{
    internal static readonly Script Cases = new("peer_optim.py");

    private static readonly Dictionary<string, Func<IEnumerable<Parameter>, optim.Optimizer>> Methods = new()
    {
        ["sgd"] = p => optim.SGD(p, 0.1),
        ["sgd_decay"] = p => optim.SGD(p, 0.1, weight_decay: 0.01),
        ["sgd_maximize"] = p => optim.SGD(p, 0.01, momentum: 0.5, weight_decay: 0.1, maximize: true),
        ["momentum"] = p => optim.SGD(p, 0.05, momentum: 0.9, dampening: 0.1, weight_decay: 0.01),
        ["nesterov"] = p => optim.SGD(p, 0.05, momentum: 0.9, nesterov: true),
        ["adam"] = p => optim.Adam(p, 0.02, 0.9, 0.99),
        ["adam_decay"] = p => optim.Adam(p, 0.02, 0.8, 0.95, 1e-6, 0.1),
        ["adam_maximize"] = p => optim.Adam(p, 0.01, beta2: 0.999, weight_decay: 0.1, maximize: true),
        ["amsgrad"] = p => optim.Adam(p, 0.02, 0.9, 0.99, amsgrad: true),
        ["adamw"] = p => optim.AdamW(p, 0.02, 0.9, 0.99, weight_decay: 0.1),
        ["adamw_full"] = p => optim.AdamW(p, 0.01, beta2: 0.999, weight_decay: 0.05, amsgrad: true, maximize: true),
        ["rmsprop"] = p => optim.RMSProp(p, 0.01),
        ["rmsprop_decay"] = p => optim.RMSProp(p, 0.01, 0.9, 1e-6, 0.1),
        ["rmsprop_full"] = p => optim.RMSProp(p, 0.01, 0.9, weight_decay: 0.01, momentum: 0.5, centered: true),
        ["rmsprop_momentum"] = p => optim.RMSProp(p, 0.01, momentum: 0.7),
        ["adagrad"] = p => optim.Adagrad(p, 0.1),
        ["adagrad_full"] = p => optim.Adagrad(p, 0.1, lr_decay: 0.02, weight_decay: 0.1, initial_accumulator_value: 0.3, eps: 1e-6),
        ["adadelta"] = p => optim.Adadelta(p),
        ["adadelta_full"] = p => optim.Adadelta(p, 0.7, 0.8, 1e-4, 0.1, maximize: true),
        ["adamax"] = p => optim.Adamax(p),
        ["adamax_full"] = p => optim.Adamax(p, 0.02, 0.8, 0.95, 1e-5, 0.1),
        ["nadam"] = p => optim.NAdam(p),
        ["nadam_full"] = p => optim.NAdam(p, 0.02, 0.8, 0.95, 1e-6, 0.1, 0.02),
        ["radam"] = p => optim.RAdam(p, 0.02),
        ["radam_full"] = p => optim.RAdam(p, 0.02, 0.8, 0.9, 1e-6, 0.1),
        ["rprop"] = p => optim.Rprop(p),
        ["rprop_full"] = p => optim.Rprop(p, 0.02, 0.4, 1.3, 1e-3, 0.05, maximize: true),
        ["asgd"] = p => optim.ASGD(p, 0.01),
        ["asgd_full"] = p => optim.ASGD(p, 0.02, 0.05, 0.6, 5, 0.1, maximize: true),
    };

    public static TheoryData<string> Names => [.. Methods.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Steps_in_double_precision_agree(string name) => Compare(name, Methods[name], 20, 1e-12);

    [Theory, MemberData(nameof(Names))]
    public void Steps_in_single_precision_agree(string name) => Compare(name + "_float", Methods[name], 20, 2e-5);

    [Fact]
    public void Lbfgs_agrees_at_each_step() => Compare("lbfgs", p => optim.LBFGS(p, 0.8, max_iter: 5, tolerange_grad: 1e-7, history_size: 4), 4, 1e-12);

    [Fact]
    public void Lbfgs_with_line_search_agrees_at_each_step() =>
        Compare("lbfgs_wolfe", p => optim.LBFGS(p, 1, max_iter: 6, tolerange_grad: 1e-7, history_size: 5, line_search_fn: "strong_wolfe"), 5, 1e-10);

    [Theory]
    [InlineData("rosenbrock", 1.0, 100, "strong_wolfe")]
    [InlineData("rosenbrock_short", 0.1, 3, "strong_wolfe")]
    [InlineData("rosenbrock_fixed", 0.05, 100, null)]
    public void Lbfgs_takes_the_same_path_down_the_banana(string name, double lr, long history, string? search)
    {
        using var scope = NewDisposeScope();
        using var z = nn.Parameter(tensor([-1.2, 1.0]));
        using var optimizer = optim.LBFGS([z], lr, max_iter: 4, tolerange_grad: 1e-7, history_size: history, line_search_fn: search);
        var path = Cases.Read(name);
        for (var i = 0; i < path.shape[0]; i++)
        {
            var loss = optimizer.step(() =>
            {
                optimizer.zero_grad();
                var value = (1 - z[0]).square() + 100 * (z[1] - z[0].square()).square();
                value.backward();
                return value;
            });
            var here = cat([z.detach(), loss.detach().reshape(1)]);
            Assert.True(here.allclose(path[i], 1e-9, 1e-11), $"step {i}: {(here - path[i]).abs().max().ToDouble()}");
        }

        if (search is not null && lr == 1)
            Assert.True((z - 1).abs().max().ToDouble() < 1e-4);
    }

    private static void Compare(string name, Func<IEnumerable<Parameter>, optim.Optimizer> make, int steps, double tolerance)
    {
        using var scope = NewDisposeScope();
        var (x, y) = (Cases.Read(name + ".x"), Cases.Read(name + ".y"));
        using var model = nn.Sequential(nn.Linear(5, 7), nn.Tanh(), nn.Linear(7, 3)).to(x.dtype);
        foreach (var (parameter, value) in model.parameters().Zip(Cases.ReadAll(name + ".before"), (p, v) => (p, v)))
            using (no_grad())
                parameter.copy_(value);
        using var optimizer = make(model.parameters());
        void Agrees(string prefix)
        {
            var all = model.parameters().Zip(Cases.ReadAll(prefix), (p, v) => (p, v)).ToList();
            Assert.Equal(4, all.Count);
            foreach (var (parameter, value) in all)
                Assert.True(parameter.allclose(value, tolerance, tolerance), $"{prefix}: {(parameter - value).abs().max().ToDouble()}");
        }

        for (var i = 0; i < steps; i++)
        {
            optimizer.step(() =>
            {
                optimizer.zero_grad();
                var loss = nn.functional.mse_loss(model.call(x), y);
                loss.backward();
                return loss;
            });
            if (optimizer is LBFGS)
                Agrees($"{name}.step{i}.");
        }

        Agrees(name + ".after");
    }
}

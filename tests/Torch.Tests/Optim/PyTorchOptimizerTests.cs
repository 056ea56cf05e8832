using TorchSharp.Modules;
using TorchSharp.Tests.Peer;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Optim;

/// <summary>Twenty steps of every optimiser lead where PyTorch's lead.</summary>
public class PyTorchOptimizerTests
{
    private static readonly Dictionary<string, Func<IEnumerable<Parameter>, optim.Optimizer>> Methods = new()
    {
        ["sgd"] = p => optim.SGD(p, 0.1),
        ["sgd_decay"] = p => optim.SGD(p, 0.1, weight_decay: 0.01),
        ["momentum"] = p => optim.SGD(p, 0.05, momentum: 0.9, dampening: 0.1, weight_decay: 0.01),
        ["nesterov"] = p => optim.SGD(p, 0.05, momentum: 0.9, nesterov: true),
        ["adam"] = p => optim.Adam(p, 0.02, 0.9, 0.99),
        ["adam_decay"] = p => optim.Adam(p, 0.02, 0.8, 0.95, 1e-6, 0.1),
        ["amsgrad"] = p => optim.Adam(p, 0.02, 0.9, 0.99, amsgrad: true),
        ["adamw"] = p => optim.AdamW(p, 0.02, 0.9, 0.99, weight_decay: 0.1),
        ["rmsprop"] = p => optim.RMSProp(p, 0.01),
        ["rmsprop_full"] = p => optim.RMSProp(p, 0.01, 0.9, weight_decay: 0.01, momentum: 0.5, centered: true),
    };

    public static TheoryData<string> Names => [.. Methods.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Steps_in_double_precision_agree(string name) => Compare(name, Methods[name], 20, 1e-11);

    [Theory, MemberData(nameof(Names))]
    public void Steps_in_single_precision_agree(string name) => Compare(name + "_float", Methods[name], 20, 2e-5);

    [Fact]
    public void Lbfgs_agrees() => Compare("lbfgs", p => optim.LBFGS(p, 0.8, max_iter: 5, history_size: 4), 4, 1e-9);

    private static void Compare(string name, Func<IEnumerable<Parameter>, optim.Optimizer> make, int steps, double tolerance)
    {
        using var scope = NewDisposeScope();
        var (x, y) = (PyTorch.Read(name + ".x"), PyTorch.Read(name + ".y"));
        using var model = nn.Sequential(nn.Linear(5, 7), nn.Tanh(), nn.Linear(7, 3)).to(x.dtype);
        foreach (var (parameter, value) in model.parameters().Zip(PyTorch.ReadAll(name + ".before"), (p, v) => (p, v)))
            using (no_grad())
                parameter.copy_(value);
        using var optimizer = make(model.parameters());
        for (var i = 0; i < steps; i++)
            optimizer.step(() =>
            {
                optimizer.zero_grad();
                var loss = nn.functional.mse_loss(model.call(x), y);
                loss.backward();
                return loss;
            });
        foreach (var (parameter, value) in model.parameters().Zip(PyTorch.ReadAll(name + ".after"), (p, v) => (p, v)))
            Assert.True(parameter.allclose(value, tolerance, tolerance), $"{name}: {(parameter - value).abs().max().ToDouble()}");
    }
}

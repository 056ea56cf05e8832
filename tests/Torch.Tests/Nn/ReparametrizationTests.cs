using TorchSharp.Tests.Peer;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests.Nn;

/// <summary>Weight and spectral normalisation against PyTorch's, from the same state; batch normalisation fused into what comes before it.</summary>
public class ReparametrizationTests
{
    private static readonly Script PyTorch = new("peer_reparametrization.py");

    private static readonly Dictionary<string, Func<Module<Tensor, Tensor>>> Modules = new()
    {
        ["weight_linear"] = () => Linear(3, 4).weight_norm(),
        ["weight_whole"] = () => Linear(3, 4).weight_norm(dim: null),
        ["weight_conv"] = () => ConvTranspose2d(2, 3, 2).weight_norm(dim: 1),
        ["spectral_linear"] = () => Linear(3, 4).spectral_norm(),
        ["spectral_conv"] = () => Conv2d(2, 3, 2).spectral_norm(n_power_iterations: 3),
        ["spectral_transposed"] = () => ConvTranspose2d(2, 3, 2).spectral_norm(),
    };

    public static TheoryData<string> Names => [.. Modules.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Outputs_gradients_and_states_are_PyTorchs(string name)
    {
        using var scope = NewDisposeScope();
        using var module = Modules[name]();
        Assert.DoesNotContain("weight", module.named_parameters().Select(p => p.name));
        module.to(float64);
        module.load_state_dict(module.state_dict().Keys.ToDictionary(key => key, key => PyTorch.Read($"{name}.before.{key}")));
        var x = PyTorch.Read(name + ".in");
        for (var i = 0; i < 3; i++)
        {
            module.train(i < 2);
            module.zero_grad();
            var y = module.call(x);
            Same(PyTorch.Read($"{name}.out{i}"), y);
            (y * y.detach().cos()).sum().backward();
        }

        foreach (var (key, parameter) in module.named_parameters())
            Same(PyTorch.Read($"{name}.grad.{key}"), parameter.grad!);
        foreach (var (key, value) in module.state_dict())
            Same(PyTorch.Read($"{name}.after.{key}"), value);
    }

    [Fact]
    public void Training_moves_what_the_weight_is_computed_from()
    {
        using var module = Linear(3, 4).spectral_norm();
        using var optimizer = optim.SGD(module.parameters(), 0.1);
        var before = module.get_parameter("weight_orig")!.clone();
        module.call(ones(2, 3)).sum().backward();
        optimizer.step();
        Assert.False(module.get_parameter("weight_orig")!.allclose(before));
        for (var i = 0; i < 30; i++)
            module.call(ones(2, 3)).Dispose();
        Assert.Equal(1, linalg.svdvals(module.weight.detach())[0].ToDouble(), 1e-3);
    }

    [Fact]
    public void A_weight_is_normalised_once_and_must_be_there()
    {
        using var module = Linear(3, 4).weight_norm();
        Assert.Equal("module", Assert.Throws<ArgumentException>(() => module.weight_norm()).ParamName);
        Assert.Equal("module", Assert.Throws<ArgumentException>(() => ReLU().spectral_norm()).ParamName);
        Assert.Throws<ArgumentNullException>(() => ((Modules.Linear)null!).weight_norm());
    }

    [Fact]
    public void Fused_layers_do_what_two_did()
    {
        using var scope = NewDisposeScope();
        using var norm = BatchNorm1d(4);
        norm.running_mean!.copy_(tensor([0.1f, -0.4f, 2, 0.5f]));
        norm.running_var!.copy_(tensor([0.7f, 1.4f, 0.3f, 2]));
        using (no_grad())
            norm.weight!.mul_(tensor([0.5f, 2, -1, 1]));
        using var linear = Linear(3, 4);
        Assert.Equal("linear", Assert.Throws<ArgumentException>(() => nn.utils.fuse_linear_bn_eval(linear, norm)).ParamName);
        linear.eval();
        norm.eval();
        var x = rand(5, 3);
        Same(norm.call(linear.call(x)), nn.utils.fuse_linear_bn_eval(linear, norm).call(x));
        foreach (var transposed in new[] { false, true })
        {
            using Modules.Convolution convolution = transposed ? ConvTranspose1d(2, 4, 2) : Conv1d(2, 4, 2);
            var (weight, bias) = nn.utils.fuse_conv_bn_weights(
                convolution.weight, convolution.bias, norm.running_mean, norm.running_var, norm.eps, norm.weight, norm.bias, transposed);
            var y = rand(2, 2, 6);
            var fused = transposed ? functional.conv_transpose1d(y, weight, bias) : functional.conv1d(y, weight, bias);
            Same(norm.call(convolution.call(y)), fused);
        }
    }

    private static void Same(Tensor expected, Tensor actual)
    {
        var tolerance = expected.dtype == float64 ? 1e-10 : 1e-5;
        Assert.Equal(expected.shape, actual.shape);
        Assert.True(actual.allclose(expected, tolerance, tolerance), $"{expected.npstr()}\nis expected, not\n{actual.npstr()}");
    }
}

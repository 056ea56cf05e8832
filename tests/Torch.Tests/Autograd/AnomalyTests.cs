using static TorchSharp.torch;

namespace TorchSharp.Tests.Autograd;

/// <summary>Anomaly mode holds for all threads: its tests run alone.</summary>
[CollectionDefinition(nameof(Anomalies), DisableParallelization = true)]
public class Anomalies;

/// <summary>What goes wrong in a backward pass is said clearly.</summary>
[Collection(nameof(Anomalies))]
public class AnomalyTests
{
    private static Tensor RootOfZero(Tensor x) => (x.sqrt() * 0).sum(); // 0 · ∞ in the derivative

    [Fact]
    public void A_nan_names_its_operation_and_where_it_was_called()
    {
        using var scope = NewDisposeScope();
        var x = tensor([0.0, 1], requires_grad: true);
        RootOfZero(x).backward();
        Assert.True(double.IsNaN(x.grad![0].ToDouble()));
        using (autograd.detect_anomaly())
        {
            Assert.True(AnomalyMode.IsEnabled);
            Assert.True(AnomalyMode.ShouldCheckNaN);
            var loss = RootOfZero(x);
            var error = Assert.Throws<TorchException>(() => loss.backward());
            Assert.Contains("SqrtBackward0", error.Message);
            Assert.Contains("nan", error.Message);
            Assert.Contains(nameof(RootOfZero), error.Message);
            Assert.DoesNotContain("c10::", error.Message);
            using (autograd.set_detect_anomaly(true, check_nan: false))
                RootOfZero(x).backward();
            using (autograd.set_detect_anomaly(false))
                Assert.False(AnomalyMode.IsEnabled);
            Assert.True(AnomalyMode.ShouldCheckNaN);
        }

        Assert.False(AnomalyMode.IsEnabled);
        RootOfZero(x).backward();
    }

    [Fact]
    public void Second_derivatives_name_the_first()
    {
        using var scope = NewDisposeScope();
        using var anomalies = new AnomalyMode(true);
        var x = tensor([0.0], requires_grad: true);
        var first = autograd.grad([x.pow(1.5).sum()], [x], create_graph: true)[0];
        var message = Assert.Throws<TorchException>(() => first.mul(0).backward()).Message;
        Assert.Contains("while the derivative of PowBackward0 was computed", message);
    }

    [Fact]
    public void Going_back_twice_and_changing_leaves_are_errors()
    {
        using var scope = NewDisposeScope();
        var x = tensor([1.0, 2], requires_grad: true);
        var y = x.square().sum();
        y.backward();
        Assert.Contains("backward through the graph a second time", Assert.Throws<TorchException>(() => y.backward()).Message);
        Assert.Contains("leaf Variable that requires grad", Assert.Throws<TorchException>(() => x.add_(1)).Message);
        Assert.Contains("implicitly created only for scalar", Assert.Throws<TorchException>(() => x.square().backward()).Message);
        Assert.Throws<TorchException>(() => tensor([1L]).requires_grad_());
        Assert.Throws<ArgumentException>(() => autograd.backward([x.sum(), null!]));
        Assert.Throws<ArgumentException>(() => autograd.grad([x.sum()], [null!]));
    }

    [Fact]
    public void Derivatives_can_be_kept_and_cut()
    {
        using var scope = NewDisposeScope();
        var x = tensor([1.0, 2], requires_grad: true);
        var y = x * 3;
        Assert.Null(y.grad);
        y.retain_grad();
        y.square().sum().backward();
        Assert.Equal([6.0, 12], y.grad!.data<double>().ToArray());
        Assert.False(y.detach().requires_grad);
        y.detach_();
        Assert.True(y.is_leaf);
        Assert.False(y.requires_grad);
        autograd.backward([x.sum(), x.square().sum()], inputs: [x]);
        autograd.backward(x * 1, tensor([1.0, 10]));
        Assert.Equal([18 + 1 + 2 + 1.0, 36 + 1 + 4 + 10], x.grad!.data<double>().ToArray());
    }
}

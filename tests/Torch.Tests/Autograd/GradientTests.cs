using static TorchSharp.torch;

namespace TorchSharp.Tests.Autograd;

/// <summary>Derivatives agree with finite differences in double precision.</summary>
public class GradientTests
{
    private static readonly Dictionary<string, Func<Tensor, Tensor>> Functions = new()
    {
        ["exp"] = exp, ["log"] = log, ["log1p"] = log1p, ["expm1"] = expm1, ["sqrt"] = sqrt, ["rsqrt"] = rsqrt, ["square"] = square,
        ["reciprocal"] = reciprocal, ["sin"] = sin, ["cos"] = cos, ["tan"] = tan, ["atan"] = atan, ["tanh"] = tanh, ["sinh"] = sinh, ["abs"] = abs,
        ["sigmoid"] = sigmoid, ["erf"] = erf, ["erfc"] = erfc, ["lgamma"] = lgamma, ["digamma"] = digamma,
        ["pow"] = x => x.pow(2.5), ["pow_of"] = x => pow(2, x), ["xlogy"] = x => xlogy(x, x + 1), ["atan2"] = x => atan2(x, x.square()),
        ["matmul"] = x => x.matmul(x.T), ["einsum"] = x => einsum("ij,ik->jk", x, x), ["outer"] = x => outer(x[0], x[1]),
        ["softmax"] = x => x.softmax(1), ["log_softmax"] = x => x.log_softmax(0), ["logsumexp"] = x => x.logsumexp(1),
        ["std"] = x => x.std(1), ["var"] = x => x.var(0, unbiased: false), ["mean"] = x => x.mean([0]), ["prod"] = x => x.prod(1),
        ["max"] = x => x.max(1).values, ["cumsum"] = x => x.cumsum(1), ["norm"] = x => x.norm(), ["vector_norm"] = x => linalg.vector_norm(x, 3),
        ["cdist"] = x => cdist(x, x * 2 + 1), ["gather"] = x => x.gather(1, zeros([2, 1], int64)), ["index"] = x => x[TensorIndex.Colon, 1..],
        ["cat"] = x => cat([x, x * 2], 1), ["stack"] = x => stack([x, x.exp()]), ["where"] = x => where(x > 1, x.square(), x), ["clamp"] = x => x.clamp(0.5, 1.5),
        ["permute"] = x => x.permute(1, 0) * arange(6, float64).reshape(3, 2), ["expand"] = x => x.unsqueeze(0).expand(4, 2, 3),
        ["flip"] = x => x.flip(1) * x, ["kron"] = x => kron(x, x), ["diag"] = x => diag(x[0]), ["tril"] = x => x.matmul(x.T).tril(),
        ["det"] = x => linalg.det(Positive(x)), ["slogdet"] = x => linalg.slogdet(Positive(x)).logabsdet, ["inv"] = x => linalg.inv(Positive(x)),
        ["cholesky"] = x => linalg.cholesky(Positive(x)), ["solve"] = x => linalg.solve(Positive(x), x), ["eigh"] = x => linalg.eigvalsh(Positive(x)),
        ["svd"] = linalg.svdvals, ["pinv"] = x => linalg.pinv(x), ["matrix_exp"] = x => matrix_exp(Positive(x) * 0.1),
        ["gaussian_nll"] = x => nn.functional.gaussian_nll_loss(x, x * 0 + 1, x.square() + 1, full: true),
        ["normalize"] = x => nn.functional.normalize(x), ["logaddexp"] = x => logaddexp(x, 2 * x), ["lerp"] = x => lerp(x, x.exp(), 0.3),
    };

    public static TheoryData<string> Names => [.. Functions.Keys];

    private static Tensor Positive(Tensor x) => x.matmul(x.T) + eye(2, dtype: float64);

    [Theory, MemberData(nameof(Names))]
    public void Derivative_is_the_slope(string name)
    {
        using var scope = NewDisposeScope();
        double[] start = [0.7, 1.3, 2.1, 1.9, 0.4, 1.1];
        var x = tensor(start, [2L, 3L], requires_grad: true);
        var y = Functions[name](x);
        using var generator = new Generator(3);
        var weights = rand(y.shape, float64, generator: generator);
        var derivative = autograd.grad([y], [x], [weights])[0].data<double>().ToArray();
        const double h = 1e-6;
        for (var i = 0; i < start.Length; i++)
        {
            double At(double change)
            {
                var moved = (double[])start.Clone();
                moved[i] += change;
                return (Functions[name](tensor(moved, [2L, 3L])) * weights).sum().ToDouble();
            }

            var slope = (At(h) - At(-h)) / (2 * h);
            Assert.Equal(slope, derivative[i], 1e-6 * Math.Max(1, Math.Abs(slope)));
        }
    }

    [Fact]
    public void Gradients_accumulate_and_can_be_cleared()
    {
        using var scope = NewDisposeScope();
        var x = tensor([1.0, 2], requires_grad: true);
        Assert.Null(x.grad);
        x.square().sum().backward();
        x.square().sum().backward();
        Assert.Equal([4.0, 8], x.grad!.data<double>().ToArray());
        x.grad = null;
        Assert.Null(x.grad);
        (x * x).backward([tensor([1.0, 10])]);
        Assert.Equal([2.0, 40], x.grad!.data<double>().ToArray());
        Assert.True(x.is_leaf);
        Assert.False((x * 2).is_leaf);
        Assert.False(x.detach().requires_grad);
    }

    [Fact]
    public void Second_derivatives()
    {
        using var scope = NewDisposeScope();
        var x = tensor([2.0], requires_grad: true);
        var first = autograd.grad([x.pow(3)], [x], create_graph: true)[0];
        var second = autograd.grad([first], [x])[0];
        Assert.Equal(12, first.ToDouble(), 1e-12);
        Assert.Equal(12, second.ToDouble(), 1e-12);
    }

    [Fact]
    public void Unused_inputs_are_an_error_unless_allowed()
    {
        using var scope = NewDisposeScope();
        var (x, z) = (tensor([2.0], requires_grad: true), tensor([1.0], requires_grad: true));
        Assert.Throws<TorchException>(() => autograd.grad([x * 2], [z]));
        Assert.Null(autograd.grad([x * 2], [z], allow_unused: true)[0]);
        Assert.Throws<ArgumentException>(() => autograd.grad([x * 2], [x], [ones(1), ones(1)]));
    }

    [Fact]
    public void Modes_switch_recording_on_their_thread_and_end_where_they_began()
    {
        using var scope = NewDisposeScope();
        var x = tensor([2.0], requires_grad: true);
        using (no_grad())
        {
            Assert.False(is_grad_enabled());
            Assert.False((x * 2).requires_grad);
            using (enable_grad())
                Assert.True((x * 2).requires_grad);
            Assert.False(is_grad_enabled());
            var other = new Thread(() => Assert.True(is_grad_enabled()));
            other.Start();
            other.Join();
        }

        Assert.True(is_grad_enabled());
        using (inference_mode())
            Assert.False((x * 2).requires_grad);
        using (set_grad_enabled(false))
            Assert.False((x * 2).requires_grad);
        Assert.True((x * 2).requires_grad);
    }
}

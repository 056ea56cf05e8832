using static TorchSharp.torch;

namespace TorchSharp.Tests.Nn;

/// <summary>
/// What the shim computes by ways of its own in float32 (losses, transposed convolutions, LSTM, small sums) agrees with ATen's operators in
/// float64, which go the general way: values, derivatives, and derivatives of derivatives.
/// </summary>
public class FusedTests
{
    public static TheoryData<string> Cases => [.. Functions.Keys];

    private static readonly Dictionary<string, (Func<Tensor[], Tensor> Function, long[][] Shapes)> Functions = new()
    {
        ["bce mean"] = (x => nn.functional.binary_cross_entropy_with_logits(3 * x[0], x[1].detach().sigmoid()), [[50, 70], [50, 70]]),
        ["bce sum"] = (
            x => nn.functional.binary_cross_entropy_with_logits(9 * x[0], x[1].detach().sigmoid(), reduction: nn.Reduction.Sum) / 17420, [[130, 2, 67], [130, 2, 67]]),
        ["conv_transpose2d"] = (
            x => nn.functional.conv_transpose2d(x[0], x[1], x[2], [2, 1], [1, 0], [1, 0]), [[3, 4, 5, 6], [4, 2, 3, 2], [2]]),
        ["conv_transpose2d dilated in groups"] = (
            x => nn.functional.conv_transpose2d(x[0], x[1], x[2], [2, 2], [1, 2], [0, 1], [2, 1], groups: 2), [[2, 4, 5, 3], [4, 3, 3, 2], [6]]),
        ["conv_transpose2d from one pixel"] = (x => nn.functional.conv_transpose2d(x[0], x[1]), [[2, 5, 1, 1], [5, 3, 4, 4]]),
        ["lstm"] = (x => Lstm(x, 1), [[6, 3, 5], [28, 5], [28, 7], [28], [28], [1, 3, 7], [1, 3, 7]]),
        ["lstm of two layers"] = (
            x => Lstm(x, 2), [[4, 2, 3], [20, 3], [20, 5], [20], [20], [20, 5], [20, 5], [20], [20], [2, 2, 5], [2, 2, 5]]),
        ["small sums and products"] = (x => (x[0] + x[1]) * (x[1] - x[0]) * x[0], [[3, 4], [3, 4]]),
    };

    // The network's parameters take the place of the inputs, so that derivatives reach them.
    private static Tensor Lstm(Tensor[] x, int layers)
    {
        var network = nn.LSTM(x[0].shape[2], x[^1].shape[2], layers, dtype: x[0].dtype);
        foreach (var (i, parameter) in network.parameters().ToArray().Index())
        {
            using (no_grad())
                parameter.copy_(x[1 + i]);
            x[1 + i] = parameter;
        }

        var (y, h, c) = network.call(x[0], (x[^2], x[^1]));
        return y.sin().sum() + h.pow(2).sum() + c.cos().sum();
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Values_and_derivatives_agree_with_the_general_way(string name)
    {
        using var scope = NewDisposeScope();
        using var seeded = new Generator(5);
        var (function, shapes) = Functions[name];
        var inputs = shapes.Select(shape => randn(shape, float64, generator: seeded)).ToArray();
        var expected = Results(function, inputs, float64);
        var found = Results(function, inputs, float32);
        Assert.Equal(expected.Count, found.Count);
        foreach (var (e, f) in expected.Zip(found))
        {
            Assert.Equal(float32, f.dtype);
            Assert.Equal(e.shape, f.shape);
            var scale = 1 + e.abs().max().ToDouble();
            Assert.InRange((f.to(float64) - e).abs().max().ToDouble(), 0, 2e-5 * scale);
        }
    }

    // The value, its derivatives by each input, and those of the sum of their squares.
    private static List<Tensor> Results(Func<Tensor[], Tensor> function, Tensor[] inputs, ScalarType type)
    {
        var x = inputs.Select(input => input.to(type, copy: true).requires_grad_()).ToArray();
        var value = function(x);
        var plain = autograd.grad([value.sin().sum()], x, retain_graph: true, allow_unused: true);
        var first = autograd.grad([value.sin().sum()], x, create_graph: true, allow_unused: true);
        var second = autograd.grad([first.Where(g => g is not null).Select(g => g.pow(2).sum()).Aggregate((a, b) => a + b)], x, allow_unused: true);
        return [value, .. plain.Concat(first).Concat(second).Where(g => g is not null)];
    }
}

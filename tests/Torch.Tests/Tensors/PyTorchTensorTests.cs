using System.Runtime.CompilerServices;
using TorchSharp.Tests.Peer;
using TorchSharp.Tests.Tensors.Cases;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors;

/// <summary>Functions of tensors against Python's PyTorch, and their derivatives also against finite differences.</summary>
public class PyTorchTensorTests
{
    private static readonly Dictionary<string, Func<Given, object>> Cases = new([.. Pointwise.All, .. Reductions.All, .. Shapes.All, .. Linear.All, .. Spatial.All]);
    private static readonly string[] Order = [.. Cases.Keys];
    private static readonly Script PyTorch = new("peer_tensors.py", folder => File.WriteAllLines(Path.Combine(folder, "cases"), Order));
    private static readonly string[] Differentiable = ["a", "b", "c", "d", "v", "w", "p", "u", "g", "q", "m", "n", "x4", "z", "e"];

    public static TheoryData<string> Expressions => [.. Order];

    [Theory, MemberData(nameof(Expressions))]
    public void Values_and_gradients_are_PyTorchs(string expression)
    {
        using var scope = NewDisposeScope();
        var number = Array.IndexOf(Order, expression);
        Assert.False(PyTorch.Has($"{number}.error"), PyTorch.Has($"{number}.error") ? PyTorch.Text($"{number}.error") : "");
        Dictionary<string, Tensor> inputs = [];
        var ours = Results(Cases[expression], name => Input(inputs, name));
        var theirs = PyTorch.ReadAll($"{number}.out").ToArray();
        Assert.Equal(theirs.Length, ours.Length);
        foreach (var (our, their) in ours.Zip(theirs))
            Same(their, our);
        var smooth = Smooth(ours);
        var gradients = smooth.Length == 0 ? [] : autograd.grad([Weighted(smooth)], [.. Inputs(inputs)], allow_unused: true);
        var got = inputs.Keys.Where(Differentiable.Contains).Zip(gradients).Where(g => g.Second is not null).ToDictionary(g => g.First, g => g.Second);
        Assert.Equal(Differentiable.Where(name => PyTorch.Has($"{number}.grad.{name}")).Order(), got.Keys.Order());
        foreach (var (name, gradient) in got)
            Same(PyTorch.Read($"{number}.grad.{name}"), gradient);

        IEnumerable<Tensor> Inputs(Dictionary<string, Tensor> all) => all.Where(i => Differentiable.Contains(i.Key)).Select(i => i.Value);
    }

    [Theory, MemberData(nameof(Expressions))]
    public void Gradients_are_slopes(string expression)
    {
        using var scope = NewDisposeScope();
        var number = Array.IndexOf(Order, expression);
        Dictionary<string, Tensor> inputs = [];
        Results(Cases[expression], name => Input(inputs, name));
        foreach (var name in Differentiable.Where(name => PyTorch.Has($"{number}.grad.{name}")))
        {
            var gradient = PyTorch.Read($"{number}.grad.{name}").data<double>().ToArray();
            var start = Input(inputs, name);
            for (var place = 0; place < gradient.Length; place++)
            {
                const double h = 1e-6;
                var slope = (At(h) - At(-h)) / (2 * h);
                Assert.Equal(slope, gradient[place], 1e-6 * Math.Max(1, Math.Abs(slope)));

                double At(double change)
                {
                    using var inner = NewDisposeScope();
                    using var silent = no_grad();
                    var moved = start.clone();
                    moved.view(-1)[place] += change;
                    return Weighted(Smooth(Results(Cases[expression], n => n == name ? moved : Input(inputs, n)), all: true)).ToDouble();
                }
            }
        }
    }

    private static Tensor Input(Dictionary<string, Tensor> inputs, string name)
    {
        if (!inputs.TryGetValue(name, out var input))
            inputs[name] = input = PyTorch.Read("in." + name).requires_grad_(Differentiable.Contains(name));
        return input;
    }

    private static Tensor[] Results(Func<Given, object> function, Func<string, Tensor> input) => [.. Flat(function(new(input)))];

    private static IEnumerable<Tensor> Flat(object? result) => result switch
    {
        null => [],
        Tensor tensor => [tensor],
        bool value => [tensor(value)],
        IEnumerable<Tensor> tensors => tensors,
        ITuple tuple => Enumerable.Range(0, tuple.Length).SelectMany(n => Flat(tuple[n])),
        _ => throw new ArgumentException($"A case gives {result.GetType()}."),
    };

    private static Tensor[] Smooth(Tensor[] results, bool all = false) => [.. results.Where(y => y.dtype == float64 && (all || y.requires_grad))];

    private static Tensor Weighted(Tensor[] results) =>
        results.Select(y => (y * arange(y.numel(), float64).cos().reshape(y.shape)).sum()).Aggregate((x, y) => x + y);

    private static void Same(Tensor expected, Tensor actual)
    {
        Assert.Equal(expected.dtype, actual.dtype);
        Assert.Equal(expected.shape, actual.shape);
        var tolerance = expected.dtype is ScalarType.Float64 or ScalarType.ComplexFloat64 ? 1e-11 : 1e-6;
        Assert.True(
            actual.detach().resolve_conj().allclose(expected, tolerance, tolerance, equal_nan: true),
            $"{expected.npstr()}\nis expected, not\n{actual.npstr()}");
    }
}

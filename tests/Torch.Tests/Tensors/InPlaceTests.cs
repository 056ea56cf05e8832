using System.Reflection;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors;

/// <summary>Every function that has a form in place, named with an underscore, gives the same there, in the tensor itself.</summary>
public class InPlaceTests
{
    /// <summary>What draws, needs places that fit, or adds a dimension; tests of their own have these.</summary>
    private static readonly HashSet<string> Apart = ["bernoulli_", "rrelu_", "index_add_", "index_copy_", "index_fill_", "unsqueeze_"];

    public static TheoryData<string> Names =>
    [
        .. typeof(Tensor).GetMethods().Where(m => m.Name.EndsWith('_') && !Apart.Contains(m.Name) && Plain(m) is not null).Select(Described).Distinct(),
    ];

    private static string Described(MethodInfo method) => $"{method.Name}({string.Join(", ", method.GetParameters().Select(p => p.ParameterType.Name))})";

    private static MethodInfo? Plain(MethodInfo method)
    {
        Type[] types = [.. method.GetParameters().Select(p => p.ParameterType)];
        return types.All(t => t == typeof(Tensor) || t == typeof(Scalar) || t == typeof(long)) ? typeof(Tensor).GetMethod(method.Name[..^1], types) : null;
    }

    [Theory, MemberData(nameof(Names))]
    public void Gives_the_same(string name)
    {
        using var scope = NewDisposeScope();
        var method = typeof(Tensor).GetMethods().First(m => Described(m) == name && Plain(m) is not null);
        var plain = Plain(method)!;
        manual_seed(3);
        Tensor[] kinds = [rand([4, 4], float64) * 0.8 + 0.1, randint(1, 3, [4, 4], int64), rand([4, 4], float64) > 0.5, ones(4, float64), rand([2, 4, 4], float64)];
        var tried = 0;
        foreach (var self in kinds)
            foreach (var other in kinds)
            {
                object[] arguments = [.. method.GetParameters().Select(p => p.ParameterType == typeof(Tensor) ? other : p.ParameterType == typeof(Scalar) ? (object)2.ToScalar() : 1L)];
                if (Called(plain, self, arguments) is not { } expected || expected.dtype != self.dtype || !expected.shape.SequenceEqual(self.shape))
                    continue;
                var target = self.clone();
                var given = (Tensor)method.Invoke(target, arguments)!;
                Assert.Same(target, given);
                Assert.True(target.allclose(expected, equal_nan: true), $"{self} → {target}, not {expected}");
                tried++;
            }

        Assert.True(tried > 0, $"{name} was never tried.");
    }

    private static Tensor? Called(MethodInfo method, Tensor self, object[] arguments)
    {
        try
        {
            return (Tensor)method.Invoke(self.clone(), arguments)!;
        }
        catch (TargetInvocationException e) when (e.InnerException is TorchException or ArgumentException)
        {
            return null;
        }
    }
}

using MathNet.Numerics.LinearAlgebra;
using static TorchSharp.torch;

namespace Latent.Tests;

/// <summary>Small data with a fixed seed, and the way to MathNet for independent results.</summary>
internal static class TestTensors
{
    /// <summary>Correlated Gaussian rows with a mean far from zero: [n, d] float64.</summary>
    public static Tensor Correlated(int n, int d, long seed = 1)
    {
        using var generator = new Generator((ulong)seed);
        using var scope = NewDisposeScope();
        var z = randn([n, d], ScalarType.Float64, generator: generator);
        var mix = randn([d, d], ScalarType.Float64, generator: generator);
        return (z.matmul(mix) + 3).MoveToOuterDisposeScope();
    }

    public static double[] Values(this Tensor x)
    {
        using var copy = x.detach().to_type(ScalarType.Float64).contiguous();
        return copy.data<double>().ToArray();
    }

    public static Matrix<double> ToMathNet(this Tensor x) =>
        Matrix<double>.Build.DenseOfRowMajor((int)x.shape[0], (int)x.shape[1], x.Values());

    public static void Near(Tensor expected, Tensor actual, double tolerance)
    {
        Assert.Equal(expected.shape, actual.shape);
        foreach (var (e, a) in expected.Values().Zip(actual.Values())) Assert.Equal(e, a, tolerance);
    }
}

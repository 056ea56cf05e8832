using Latent.Linear;
using static TorchSharp.torch;

namespace Latent.Tests.Linear;

public sealed class SecondMomentsTests(MnistFixture mnist)
{
    [Theory]
    [InlineData(3000, 70, 0.1, ScalarType.Float64)]
    [InlineData(3000, 70, 0.1, ScalarType.Float32)]
    [InlineData(1, 3, 0.9, ScalarType.Float64)]
    [InlineData(1025, 64, 0.25, ScalarType.Float64)]
    [InlineData(500, 129, 1.0, ScalarType.Float64)]
    [InlineData(9000, 5, 1.0, ScalarType.Float32)]
    public void They_are_the_mean_and_the_average_outer_product(int n, int d, double density, ScalarType type)
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(1);
        var x = (randn([n, d], ScalarType.Float64, generator: generator) + 1) * rand([n, d], ScalarType.Float64, generator: generator).lt(density);
        x = x.to_type(type);
        using var moments = SecondMoments.Of(x);
        var a = x.to_type(ScalarType.Float64);
        var centred = a - a.mean([0]);
        TestTensors.Near(a.mean([0]), moments.Mean, 1e-12);
        TestTensors.Near(centred.t().matmul(centred) / n, moments.Covariance, 1e-12);
    }

    [Fact]
    public void A_mostly_zero_matrix_with_one_column_far_from_zero_loses_no_digits()
    {
        using var scope = NewDisposeScope();
        var x = zeros([2000, 10], ScalarType.Float64);
        x.select(1, 3).copy_(arange(2000, ScalarType.Float64).remainder(2) + 1e8);
        using var moments = SecondMoments.Of(x);
        Assert.Equal(0.25, moments.Covariance[3, 3].item<double>(), 1e-12);
    }

    [Fact]
    public void Leaving_zeros_out_of_mnist_gives_the_dense_covariance()
    {
        using var scope = NewDisposeScope();
        var x = mnist.Test.Images.to_type(ScalarType.Float64);
        using var moments = SecondMoments.Of(x);
        var centred = x - x.mean([0]);
        Assert.True((centred.t().matmul(centred) / 10000 - moments.Covariance).abs().max().item<double>() < 1e-13);
    }

    [Fact]
    public void A_nan_among_zeros_is_named()
    {
        using var x = zeros([50, 6], ScalarType.Float64);
        x[9, 5] = tensor(double.NaN, ScalarType.Float64);
        Assert.Contains("row 9, column 5", Assert.Throws<ArgumentException>(() => SecondMoments.Of(x)).Message, StringComparison.Ordinal);
    }
}

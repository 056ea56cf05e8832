using Latent.Linear;
using static TorchSharp.torch;

namespace Latent.Tests.Linear;

public sealed class ProjectionsTests(MnistFixture mnist)
{
    [Fact]
    public void Random_directions_are_orthonormal_and_fixed_by_the_generator()
    {
        using var first = new Generator(3);
        using var second = new Generator(3);
        using var q = Projections.Random(20, 4, first);
        TestTensors.Near(eye(4, dtype: ScalarType.Float64), q.t().matmul(q), 1e-12);
        Assert.True(q.Equals(Projections.Random(20, 4, second)));
    }

    [Fact]
    public void The_error_by_the_trace_is_the_error_by_projecting()
    {
        using var generator = new Generator(3);
        using var x = TestTensors.Correlated(40, 6);
        using var moments = SecondMoments.Of(x);
        using var q = Projections.Random(6, 2, generator);
        using var centred = x - moments.Mean;
        using var error = (centred - centred.matmul(q).matmul(q.t())).square().sum([1]).mean();
        Assert.Equal(error.item<double>(), Projections.Error(moments, q), 1e-10);
    }

    [Fact]
    public void None_beats_pca_on_mnist()
    {
        using var generator = new Generator(4);
        foreach (var k in (int[])[1, 10, 30])
        {
            var best = mnist.Pca.DiscardedVariance(k);
            Assert.True(Projections.Error(mnist.Moments, Projections.Random(784, k, generator)) > best + 1);
            Assert.True(Projections.Error(mnist.Moments, Projections.MostVaryingCoordinates(mnist.Moments, k)) > best + 1);
            Assert.Equal(best, Projections.Error(mnist.Moments, mnist.Pca.Directions(k)), 1e-9);
        }
    }

    [Fact]
    public void Chosen_coordinates_keep_their_own_variance()
    {
        using var x = TestTensors.Correlated(40, 5);
        using var moments = SecondMoments.Of(x);
        var variances = moments.Covariance.diagonal().Values();
        Assert.Equal(variances[0] + variances[2] + variances[4], Projections.Error(moments, Projections.Coordinates(5, [3, 1])), 1e-10);
        Assert.Throws<ArgumentException>(() => Projections.Coordinates(5, [1, 1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Projections.Coordinates(5, [5]));
    }

    [Fact]
    public void Columns_that_are_not_orthonormal_are_refused() =>
        Assert.Throws<ArgumentException>(() => Projections.Error(mnist.Moments, ones([784, 2], ScalarType.Float64)));
}

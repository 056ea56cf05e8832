using Latent.Linear;
using Latent.Training;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Latent.Tests.Linear;

public sealed class LinearLandscapeTests(MnistFixture mnist)
{
    private LinearLandscape Landscape => new(mnist.Moments, mnist.Pca);

    [Theory]
    [InlineData(0, 1, 2), InlineData(0, 1, 3), InlineData(7, 30, 200)]
    public void Every_span_of_eigenvectors_is_a_critical_point(int a, int b, int c)
    {
        var point = Landscape.At(a, b, c);
        Assert.True(Landscape.GradientNorm(point.Encoder, point.Decoder) < 1e-10);
        using var loss = Landscape.Loss(point.Encoder, point.Decoder);
        Assert.Equal(point.Loss, loss.item<double>(), 1e-9);
        Assert.Equal(a + b + c == 3, point.IsMinimum);
        Assert.Equal(point.IsMinimum, Landscape.WayDown(point) is null);
    }

    [Fact]
    public void Elsewhere_the_gradient_does_not_vanish()
    {
        using var generator = new Generator(1);
        using var q = Projections.Random(784, 3, generator);
        Assert.True(Landscape.GradientNorm(q.t(), q) > 0.1);
    }

    [Fact]
    public void A_saddle_has_a_way_down_with_the_curvature_it_says()
    {
        var saddle = Landscape.At(0, 1, 3);
        var (from, to, curvature) = Landscape.WayDown(saddle)!.Value;
        Assert.Equal((3, 2), (from, to));
        const double h = 1e-3;
        var numeric = (Landscape.LossTowards(saddle, from, to, h) - 2 * saddle.Loss + Landscape.LossTowards(saddle, from, to, -h)) / (h * h);
        Assert.Equal(curvature, numeric, 1e-4);
        Assert.True(curvature < 0);
        Assert.True(Landscape.LossTowards(saddle, 3, 50, 0.1) > saddle.Loss); // towards a direction of less variance it goes up
    }

    [Fact]
    public void Gradient_descent_leaves_a_saddle_for_the_minimum()
    {
        using var x = TestTensors.Correlated(200, 5);
        using var moments = SecondMoments.Of(x);
        using var pca = Pca.Fit(moments);
        var landscape = new LinearLandscape(moments, pca);
        var saddle = landscape.At(0, 2);
        using var generator = new Generator(2);
        Parameter Near(Tensor w) => new((w + randn(w.shape, ScalarType.Float64, generator: generator) * 1e-6).detach());
        var (encoder, decoder) = (Near(saddle.Encoder), Near(saddle.Decoder));
        var optimiser = optim.SGD([encoder, decoder], 0.02 / pca.Eigenvalues[0], momentum: 0.9);
        for (var step = 0; step < 3000; step++)
        {
            using var scope = NewDisposeScope();
            optimiser.zero_grad();
            landscape.Loss(encoder, decoder).backward();
            optimiser.step();
        }

        using var loss = landscape.Loss(encoder, decoder);
        Assert.Equal(pca.DiscardedVariance(2), loss.item<double>(), 1e-6 * pca.TotalVariance);
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Landscape.At(1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Landscape.At(712));
        Assert.Throws<ArgumentException>(() => Landscape.LossTowards(Landscape.At(0, 1), 2, 3, 0.1));
        Assert.Throws<ArgumentException>(() => Landscape.LossTowards(Landscape.At(0, 1), 1, 0, 0.1));
    }
}

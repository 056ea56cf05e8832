using Latent.Data;
using Latent.Linear;
using static TorchSharp.torch;

namespace Latent.Tests.Linear;

public sealed class KMeansTests(MnistFixture mnist)
{
    [Fact]
    public void Separated_clusters_are_found_exactly()
    {
        using var generator = new Generator(2);
        var (x, labels) = Toy.Ring(400, 5, 4, 0.1, generator);
        using var fitted = KMeans.Fit(x, 5, generator);
        var pairs = labels.data<long>().ToArray().Zip(fitted.Labels.data<long>().ToArray()).Distinct().ToList();
        Assert.Equal(5, pairs.Count);
        Assert.Equal(2 * 0.1 * 0.1, fitted.Error, 0.003);
        Assert.True(fitted.Labels.Equals(fitted.Predict(x)));
    }

    [Fact]
    public void The_error_never_rises_and_the_seed_fixes_the_result()
    {
        using var first = new Generator(1);
        using var second = new Generator(1);
        using var images = mnist.Test.Take(2000);
        using var fitted = KMeans.Fit(images.Images, 10, first);
        using var again = KMeans.Fit(images.Images, 10, second);
        for (var i = 1; i < fitted.Errors.Count; i++) Assert.True(fitted.Errors[i] <= fitted.Errors[i - 1] + 1e-4);
        Assert.True(fitted.Centres.Equals(again.Centres));
        Assert.InRange(fitted.Error, 36, 42);
    }

    [Fact]
    public void One_cluster_is_the_mean()
    {
        using var generator = new Generator(1);
        using var x = TestTensors.Correlated(30, 3);
        using var fitted = KMeans.Fit(x, 1, generator);
        TestTensors.Near(x.mean([0], keepdim: true), fitted.Centres, 1e-10);
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        using var generator = new Generator(1);
        using var x = TestTensors.Correlated(5, 3);
        Assert.Throws<ArgumentOutOfRangeException>(() => KMeans.Fit(x, 6, generator));
        x[1, 1] = tensor(double.NaN, ScalarType.Float64);
        Assert.Throws<ArgumentException>(() => KMeans.Fit(x, 2, generator));
    }
}

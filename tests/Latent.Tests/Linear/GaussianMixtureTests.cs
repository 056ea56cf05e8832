using Latent.Data;
using Latent.Linear;
using MathNet.Numerics.Distributions;
using static TorchSharp.torch;

namespace Latent.Tests.Linear;

public sealed class GaussianMixtureTests
{
    [Fact]
    public void It_finds_weights_means_and_covariances()
    {
        using var generator = new Generator(2);
        var (x, _) = Toy.Mixture(4000, [(-3, 0), (3, 1)], 0.5, generator);
        using var fitted = GaussianMixture.Fit(x, 2, generator);
        var left = fitted.Means[0, 0].item<double>() < 0 ? 0 : 1;
        TestTensors.Near(tensor([-3.0, 0], [2], ScalarType.Float64), fitted.Means[left], 0.05);
        TestTensors.Near(eye(2, dtype: ScalarType.Float64) * 0.25, fitted.Covariances[left], 0.03);
        Assert.Equal(0.5, fitted.Weights.Values()[0], 0.03);
    }

    [Fact]
    public void The_likelihood_never_falls_and_the_density_is_the_weighted_sum()
    {
        using var generator = new Generator(3);
        var (moons, _) = Toy.TwoMoons(300, 0.1, generator);
        using var fitted = GaussianMixture.Fit(moons, 4, generator);
        for (var i = 1; i < fitted.MeanLogLikelihoods.Count; i++) Assert.True(fitted.MeanLogLikelihoods[i] >= fitted.MeanLogLikelihoods[i - 1] - 1e-8);
        using var line = moons.narrow(1, 0, 1);
        using var two = GaussianMixture.Fit(line, 2, generator);
        var at = line.Values()[0];
        var expected = Enumerable.Range(0, 2).Sum(c =>
            two.Weights.Values()[c] * Normal.PDF(two.Means.Values()[c], Math.Sqrt(two.Covariances.Values()[c]), at));
        Assert.Equal(Math.Log(expected), two.LogLikelihood(line).Values()[0], 1e-9);
        Assert.All(fitted.Responsibilities(moons).sum([1]).Values(), sum => Assert.Equal(1, sum, 1e-12));
    }

    [Fact]
    public void Samples_follow_the_generator_and_the_model()
    {
        using var generator = new Generator(2);
        var (x, _) = Toy.Mixture(2000, [(-3, 0), (3, 1)], 0.5, generator);
        using var fitted = GaussianMixture.Fit(x, 2, generator);
        using var samples = fitted.Sample(20_000, new Generator(5));
        Assert.Equal(fitted.LogLikelihood(x).mean().item<double>(), fitted.LogLikelihood(samples).mean().item<double>(), 0.05);
        Assert.True(samples.Equals(fitted.Sample(20_000, new Generator(5))));
    }
}

using Latent.Evaluation;
using Latent.Variational;
using MathNet.Numerics.Integration;
using static TorchSharp.torch;

namespace Latent.Tests.Evaluation;

public sealed class AnnealedImportanceSamplingTests
{
    [Fact]
    public void A_gaussian_likelihood_gives_the_evidence_in_closed_form()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(1);
        // x = z + noise in three dimensions, p(x) = N(0, 1 + s²)
        var (x, variance) = (tensor([0.5, -2.0, 3.0]), 0.1);
        var chains = AnnealedImportanceSampling.Run(
            z => -0.5 * ((x - z).square() / variance + Math.Log(2 * Math.PI * variance)).sum([1]), 3, new(64, 400), generator, ScalarType.Float64);
        var evidence = x.Values().Sum(v => new Gaussian(0, 1 + variance).LogDensity(v));
        Assert.InRange((chains.LogEvidence - evidence) / chains.StandardError, -4, 4);
        Assert.InRange(chains.StandardError, 1e-4, 0.2);
        Assert.InRange(chains.Acceptance, 0.5, 0.95);
    }

    [Fact]
    public void Two_hills_are_both_found_where_one_gaussian_would_overlook_one()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(2);
        Tensor Log(Tensor z) => -2 * (2 - z.square()).square().sum([1]);
        var evidence = Math.Log(GaussLegendreRule.Integrate(z => Math.Exp(Gaussian.Standard.LogDensity(z) - 2 * Math.Pow(2 - z * z, 2)), -6, 6, 256));
        var chains = AnnealedImportanceSampling.Run(Log, 1, new(200, 200), generator, ScalarType.Float64);
        Assert.InRange((chains.LogEvidence - evidence) / chains.StandardError, -4, 4);
    }

    [Fact]
    public void Bad_options_are_named()
    {
        using var generator = new Generator(3);
        Assert.Throws<ArgumentException>("options", () => AnnealedImportanceSampling.Run(z => z.sum([1]), 1, new(Chains: 1), generator));
        Assert.Throws<ArgumentOutOfRangeException>("options", () => AnnealedImportanceSampling.Run(z => z.sum([1]), 1, new(StepSize: 0), generator));
        Assert.Throws<ArgumentOutOfRangeException>("latent", () => AnnealedImportanceSampling.Run(z => z.sum([1]), 0, new(), generator));
    }
}

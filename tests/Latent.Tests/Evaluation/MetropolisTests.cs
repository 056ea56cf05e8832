using Latent.Evaluation;
using Latent.Variational;
using static TorchSharp.torch;

namespace Latent.Tests.Evaluation;

public sealed class MetropolisTests
{
    [Fact]
    public void The_chain_has_the_moments_of_its_density()
    {
        using var generator = new Generator(1);
        var target = new Gaussian(1.5, 0.49);
        var chain = Metropolis.Sample(target.LogDensity, 0, 1.5, 20_000, 500, generator);
        Assert.InRange(chain.Mean.Value, 1.5 - 4 * chain.Mean.StandardError, 1.5 + 4 * chain.Mean.StandardError);
        Assert.Equal(0.49, chain.Draws.Select(d => (d - 1.5) * (d - 1.5)).Average(), 0.03);
        Assert.InRange(chain.EffectiveSampleSize, 2_000, 10_000);
        Assert.InRange(chain.Acceptance, 0.3, 0.7);
        Assert.Equal(20_501, chain.Evaluations);
    }

    [Fact]
    public void An_autoregression_is_worth_what_theory_says()
    {
        using var generator = new Generator(2);
        const double expected = 50_000 * (1 - 0.8) / (1 + 0.8);
        using var noise = randn([50_000], ScalarType.Float64, generator: generator);
        var last = 0.0;
        var chain = new MarkovChain([.. noise.data<double>().ToArray().Select(e => last = 0.8 * last + e)], 1, 0);
        Assert.InRange(chain.EffectiveSampleSize, 0.85 * expected, 1.15 * expected);
    }

    [Fact]
    public void A_start_without_density_is_refused()
    {
        using var generator = new Generator(1);
        Assert.Throws<ArgumentException>("start", () => Metropolis.Sample(z => z > 0 ? -z : double.NegativeInfinity, -1, 1, 10, 0, generator));
    }
}

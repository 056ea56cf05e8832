using Latent.Identities.Elbo;
using Latent.Tests.Identities;
using Latent.Training;
using Latent.Variational;
using MathNet.Numerics.Integration;
using static TorchSharp.torch;

namespace Latent.Tests.Variational;

public sealed class GaussianVaeTests
{
    private static GaussianVae Small(Generator generator, Likelihood? likelihood = null, int latent = 1) =>
        GaussianVae.Dense(new(4, [5], latent, likelihood, Precision: ScalarType.Float64), generator);

    [Fact]
    public void The_bound_lies_below_the_evidence_that_quadrature_finds_and_importance_sampling_reaches_it()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(1);
        var vae = Small(generator);
        var x = tensor(new[,] { { 1.0, 0, 1, 1 } });
        var evidence = Math.Log(GaussLegendreRule.Integrate(
            z => Math.Exp(Gaussian.Standard.LogDensity(z) + vae.Likelihood.LogProbability(vae.Decode(full([1, 1], z, ScalarType.Float64)), x).item<double>()), -10, 10, 256));
        var (mu, logVar) = vae.Encode(x);
        var epsilon = randn([4000, 1], ScalarType.Float64, generator: generator);
        var integrand = vae.Likelihood.LogProbability(vae.Decode(GaussianVae.Sample(mu, logVar, epsilon)), x.repeat(4000, 1)).mean().item<double>();
        Assert.True(integrand - GaussianKl.ToStandardNormal(mu, logVar).item<double>() < evidence);
        Assert.Equal(evidence, vae.LogLikelihoods(x, 200_000, generator).item<double>(), 2e-3);
    }

    [Fact]
    public void One_importance_sample_is_the_bound_of_one_sample()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(2);
        var vae = Small(generator, latent: 2);
        var (x, epsilon) = (rand([3, 4], ScalarType.Float64, generator: generator).round(), randn([3, 2], ScalarType.Float64, generator: generator));
        var (mu, logVar) = vae.Encode(x);
        var z = GaussianVae.Sample(mu, logVar, epsilon);
        var expected = vae.Likelihood.LogProbability(vae.Decode(z), x)
            - 0.5 * z.square().sum([1]) + 0.5 * ((z - mu).square() / logVar.exp() + logVar).sum([1]);
        TestTensors.Near(expected, vae.LogWeights(x, epsilon.unsqueeze(1)).squeeze(1), 1e-12);
    }

    [Theory]
    [InlineData(0), InlineData(1), InlineData(2), InlineData(3)]
    public void Gradients_agree_with_differences(int kind)
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(3);
        Likelihood[] all = [new BernoulliLikelihood(), new GaussianLikelihood(VarianceKind.Shared), new GaussianLikelihood(VarianceKind.PerDimension), new DiscretizedLogisticLikelihood()];
        var vae = Small(generator, all[kind], latent: 2);
        var (x, epsilon) = (rand([3, 4], ScalarType.Float64, generator: generator), randn([3, 2], ScalarType.Float64, generator: generator));
        vae.Loss(x, epsilon, klWeight: 0.7).Total.backward();
        foreach (var parameter in vae.parameters())
        {
            var expected = Differences.At(() => vae.Loss(x, epsilon, klWeight: 0.7).Total.item<double>(), parameter);
            Assert.Equal(expected, parameter.grad!.reshape(-1)[0].item<double>(), 1e-7);
        }
    }

    [Fact]
    public void Ten_steps_lower_the_loss_and_the_same_seed_gives_the_same_bits()
    {
        double[] Train()
        {
            using var scope = NewDisposeScope();
            using var generator = new Generator(4);
            var vae = Small(generator, latent: 2);
            var x = rand([50, 4], ScalarType.Float64, generator: generator).round();
            var optimiser = optim.Adam(vae.parameters(), 0.01);
            var step = Fit.GradientStep(optimiser, (Tensor batch) => vae.Loss(batch, generator), batch => batch.shape[0]);
            return Fit.Epochs(10, new TrainingState(vae, optimiser, generator), _ => [x], step).ToHistory().Losses.ToArray();
        }

        var losses = Train();
        Assert.True(losses[^1] < losses[0]);
        Assert.Equal(losses, Train());
    }

    [Theory]
    [InlineData(false), InlineData(true)]
    public void The_derivation_holds_on_a_model_with_weights_at_random(bool annealed)
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(5);
        var vae = Small(generator, latent: 2);
        var model = new VaeElboModel(vae, tensor(new[,] { { 1.0, 0, 1, 1 } }), 4_000, 20_000, generator, annealed ? new(100, 100) : null);
        foreach (var proof in ElboProofs.All) AssertDerivation.Holds(proof.On(model));
    }

    [Fact]
    public void A_posterior_that_is_off_is_noticed()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(5);
        var vae = Small(generator, latent: 2);
        using (no_grad())
            foreach (var parameter in vae.parameters()) parameter.mul_(3); // q well away from both prior and posterior
        var model = new VaeElboModel(vae, tensor(new[,] { { 1.0, 0, 1, 1 } }), 4_000, 20_000, generator);
        foreach (var line in ElboProofs.All.SelectMany(proof => proof.Lines).Where(l => l.Relation == Relation.Equal))
            Assert.All(line.Slips(), slip => Assert.False(slip.Line.On(model).Check().Holds, slip.Slip));
    }

    [Fact]
    public void Extremes_stay_finite_or_are_refused()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(6);
        var vae = GaussianVae.Dense(new(4, [3], 2), generator);
        var black = zeros(1, 4);
        Assert.True(float.IsFinite(vae.Loss(black, generator).Total.item<float>()) && float.IsFinite(vae.Loss(ones(1, 4), generator).Total.item<float>()));
        Assert.True(double.IsFinite(vae.LogLikelihoods(black, 1, generator).item<double>()));
        Assert.Equal([2, 4], vae.Generate(2, generator).shape);
        Assert.Throws<ArgumentException>("options", () => GaussianVae.Dense(new(4, [3], 0), generator));
        Assert.Throws<ArgumentException>("options", () => GaussianVae.Dense(new(4, [0], 2), generator));
        Assert.Throws<ArgumentOutOfRangeException>("samples", () => vae.LogLikelihoods(black, 0, generator));
        Assert.Throws<ArgumentException>("z", () => vae.Decode(zeros(1, 3)));
    }
}

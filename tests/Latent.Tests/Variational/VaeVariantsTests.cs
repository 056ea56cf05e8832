using Latent.Data;
using Latent.Linear;
using Latent.Training;
using Latent.Variational;
using static TorchSharp.torch;

namespace Latent.Tests.Variational;

/// <summary>The convolutional, denoising and capacity-controlled models, collapse, and extreme inputs.</summary>
public sealed class VaeVariantsTests(MnistFixture mnist)
{
    [Fact]
    public void A_convolutional_model_has_gradients_that_agree_with_differences()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(1);
        var vae = ConvolutionalVae.Create(new(4, 4, [2], 2, new PlanarFlow(2, 1), ScalarType.Float64), generator);
        var (x, epsilon) = (rand([3, 16], ScalarType.Float64, generator: generator).round(), randn([3, 2], ScalarType.Float64, generator: generator));
        vae.Loss(x, epsilon).Total.backward();
        foreach (var parameter in vae.parameters())
            Assert.Equal(Differences.At(() => vae.Loss(x, epsilon).Total.item<double>(), parameter), parameter.grad!.reshape(-1)[0].item<double>(), 1e-7);
        Assert.Throws<ArgumentException>("options", () => ConvolutionalVae.Create(new(28, 27), generator));
        Assert.Throws<ArgumentException>("options", () => ConvolutionalVae.Create(new(Latent: 0), generator));
    }

    [Fact]
    public void The_divergence_follows_a_capacity_that_grows()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(2);
        var vae = GaussianVae.Dense(new(784, [50], 4), generator);
        var options = new VaeTrainingOptions(12, 25, 2e-3, Capacity: new(To: 6, Epochs: 6, Weight: 50));
        var kl = vae.Train(mnist.Train.Take(500), generator, options).ToHistory().Of("Kl");
        Assert.InRange(kl[^1], 5.5, 6.5);
        Assert.True(kl[2] < 4.5, $"{kl[2]}");
        Assert.Equal([1, 3, 6, 6], new[] { 1, 3, 6, 9 }.Select(e => new CapacitySchedule(6, 6).At(e)));
    }

    [Theory]
    [InlineData(7.0), InlineData(2.0)]
    public void A_nat_off_the_capacity_costs_the_weight_on_either_side(double kl)
    {
        using var scope = NewDisposeScope();
        using var divergence = tensor(kl, requires_grad: true);
        var loss = new CapacityElbo(tensor(100.0), divergence, Weight: 10, Capacity: 5);
        Assert.Equal(100 + 10 * Math.Abs(kl - 5), loss.Total.item<double>(), 1e-9);
        loss.Total.backward();
        Assert.Equal(10.0 * Math.Sign(kl - 5), divergence.grad!.item<double>());
    }

    [Fact]
    public void A_denoising_model_encodes_the_corrupted_picture_and_is_judged_by_the_clean_one()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(3);
        var vae = GaussianVae.Dense(new(4, [5], 2, Precision: ScalarType.Float64), generator);
        var (clean, dirty, epsilon) = (tensor(new[,] { { 1.0, 0, 1, 1 } }), tensor(new[,] { { 0.0, 0, 1, 1 } }), randn([1, 2], ScalarType.Float64, generator: generator));
        var (mu, logVar) = vae.Encode(dirty);
        var expected = vae.Likelihood.LogProbability(vae.Decode(GaussianVae.Sample(mu, logVar, epsilon)), clean) - GaussianKl.ToStandardNormal(mu, logVar);
        Assert.Equal(-expected.item<double>(), vae.Loss(dirty, epsilon, target: clean).Total.item<double>(), 1e-12);

        var seen = new List<double>();
        var small = GaussianVae.Dense(new(784, [5], 2), generator);
        small.Train(mnist.Train.Take(20), generator, new(1, 20, Corrupt: (x, _) => { seen.Add(x.max().item<float>()); return zeros_like(x); })).ToHistory();
        Assert.Equal([1.0], seen);
        Assert.Throws<ArgumentException>("options", () => small.Train(mnist.Train.Take(20), generator, new(1, 20, Samples: 2, KlWeight: 4)));
    }

    [Theory]
    [InlineData(0.5), InlineData(2.0), InlineData(8.0)]
    public void Directions_collapse_by_the_rule_and_the_trained_decoder_has_the_lengths_it_says(double variance)
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(4);
        var scales = tensor([3, 2, 1, 0.5, 0.2]);
        var moments = SecondMoments.Of(randn([4_000, 5], ScalarType.Float64, generator: generator) * scales);
        double[] eigenvalues = [.. linalg.eigvalsh(moments.Covariance).Values().Reverse()];
        var vae = new LinearVae(moments, 4, generator, variance) { LearnsVariance = false };
        vae.Train(moments, generator, 20).ToHistory();
        var lengths = linalg.svdvals(vae.Decoder).square().Values();
        foreach (var (expected, actual) in PosteriorCollapse.SquaredLengths(eigenvalues, variance, 4).Zip(lengths)) Assert.Equal(expected, actual, 1e-3);
        Assert.Equal(lengths.Count(l => l > 1e-3), PosteriorCollapse.InUse(eigenvalues, variance, 4));
    }

    [Theory]
    [InlineData(-50f), InlineData(50f)]
    public void Log_variances_of_fifty_either_way_stay_finite(float logVariance)
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(5);
        foreach (var likelihood in new Likelihood[] { new BernoulliLikelihood(), new GaussianLikelihood(VarianceKind.PerDimension), new DiscretizedLogisticLikelihood() })
        {
            var encoder = nn.Linear(4, 4);
            using (no_grad()) encoder.bias!.copy_(tensor(new[] { 0, 0, logVariance, logVariance }));
            var decoder = GaussianVae.Dense(new(4, [3], 2, likelihood), generator);
            var vae = new GaussianVae(encoder, new Decoder(decoder), 2, likelihood);
            foreach (var x in new[] { zeros(1, 4), ones(1, 4) })
            {
                Assert.True(float.IsFinite(vae.Loss(x, generator).Total.item<float>()), $"{likelihood}");
                Assert.True(double.IsFinite(vae.LogLikelihoods(x, 1, generator).item<double>()), $"{likelihood}");
                Assert.True(float.IsFinite(vae.ImportanceWeightedLoss(x, 1, generator).Total.item<float>()), $"{likelihood}");
            }
        }
    }

    private sealed class Decoder(GaussianVae model) : nn.Module<Tensor, Tensor>(nameof(Decoder))
    {
        public override Tensor forward(Tensor z) => model.Decode(z);
    }
}

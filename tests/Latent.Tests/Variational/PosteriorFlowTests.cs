using Latent.Variational;
using MathNet.Numerics.Integration;
using static TorchSharp.torch;

namespace Latent.Tests.Variational;

public sealed class PosteriorFlowTests
{
    private static PosteriorFlow Flow(string kind, int latent, Generator generator) => kind == "planar"
        ? new PlanarFlow(latent, 3)
        : new InverseAutoregressiveFlow(latent, 2, 6, 4, generator, ScalarType.Float64);

    [Theory]
    [InlineData("planar", 1), InlineData("planar", 3), InlineData("autoregressive", 1), InlineData("autoregressive", 3)]
    public void The_log_determinant_is_that_of_the_jacobian(string kind, int latent)
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(1);
        var flow = Flow(kind, latent, generator);
        var (start, context) = (randn([1, latent], ScalarType.Float64, generator: generator), 2 * randn([1, flow.Context], ScalarType.Float64, generator: generator));
        var log = flow.call(start, context).LogDeterminant.item<double>();
        const double step = 1e-5;
        var columns = Enumerable.Range(0, latent).Select(j =>
        {
            var move = zeros([1, latent], ScalarType.Float64);
            move[0, j] = step;
            return (flow.call(start + move, context).Z - flow.call(start - move, context).Z) / (2 * step);
        });
        Assert.Equal(Math.Log(Math.Abs(cat([.. columns], 0).ToMathNet().Determinant())), log, 1e-7);
    }

    [Fact]
    public void An_autoregressive_step_is_triangular()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(2);
        var flow = new InverseAutoregressiveFlow(4, 1, 9, 2, generator, ScalarType.Float64);
        var z = randn([1, 4], ScalarType.Float64, generator: generator).requires_grad_();
        var output = flow.call(z, randn([1, 2], ScalarType.Float64, generator: generator)).Z.flip(1); // the step turns the order round
        for (var i = 0; i < 4; i++)
        {
            var gradient = autograd.grad([output[0, i]], [z], retain_graph: true)[0].Values();
            Assert.All(gradient.Skip(i + 1), g => Assert.Equal(0, g));
            Assert.NotEqual(0, gradient[i]);
        }
    }

    [Theory]
    [InlineData("planar"), InlineData("autoregressive")]
    public void The_bound_with_a_flow_lies_below_the_evidence_and_importance_sampling_reaches_it(string kind)
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(3);
        using var gradients = no_grad();
        var vae = GaussianVae.Dense(new(4, [5], 1, Precision: ScalarType.Float64, Flow: Flow(kind, 1, generator)), generator);
        foreach (var parameter in vae.parameters()) parameter.mul_(0.5); // q not far from the posterior: no weight stands out
        var x = tensor(new[,] { { 1.0, 0, 1, 1 } });
        var evidence = Math.Log(GaussLegendreRule.Integrate(
            z => Math.Exp(Gaussian.Standard.LogDensity(z) + vae.Likelihood.LogProbability(vae.Decode(full([1, 1], z, ScalarType.Float64)), x).item<double>()), -10, 10, 256));
        Assert.True(-vae.Loss(x.repeat(20_000, 1), generator).Total.item<double>() < evidence);
        Assert.Equal(evidence, vae.LogLikelihoods(x, 200_000, generator).item<double>(), 5e-3);
    }

    [Theory]
    [InlineData("planar"), InlineData("autoregressive")]
    public void One_importance_sample_is_the_loss_with_the_same_noise_and_gradients_agree_with_differences(string kind)
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(4);
        var vae = GaussianVae.Dense(new(4, [5], 2, Precision: ScalarType.Float64, Flow: Flow(kind, 2, generator)), generator);
        var (x, epsilon) = (rand([3, 4], ScalarType.Float64, generator: generator).round(), randn([3, 2], ScalarType.Float64, generator: generator));
        Assert.Equal(-vae.LogWeights(x, epsilon.unsqueeze(1)).mean().item<double>(), vae.Loss(x, epsilon).Total.item<double>(), 1e-12);
        vae.Loss(x, epsilon).Total.backward();
        foreach (var parameter in vae.parameters())
            Assert.Equal(Differences.At(() => vae.Loss(x, epsilon).Total.item<double>(), parameter), parameter.grad!.reshape(-1)[0].item<double>(), 1e-7);
        Assert.Equal(vae.forward(x).Values(), vae.Likelihood.Mean(vae.Decode(vae.Codes(x, zeros([3, 2], ScalarType.Float64)))).Values());
    }

    [Fact]
    public void A_flow_fits_a_posterior_with_two_hills_better_than_any_gaussian_does()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(5);
        using var gradients = no_grad();
        var (x, noise) = (full([4_000, 1], 2.0f), randn([4_000, 1], generator: generator)); // p(x|z) = N(x; z², ¼): z = ±√2
        double Bound(PosteriorFlow? flow, params float[] heads)
        {
            var encoder = nn.Linear(1, heads.Length);
            encoder.weight.zero_();
            encoder.bias!.copy_(tensor(heads));
            return -new GaussianVae(encoder, new Squares(), 1, new GaussianLikelihood(Variance: 0.25), flow: flow).Loss(x, noise).Total.item<float>();
        }

        var gaussian = (from mean in new[] { 0, 0.7f, 1.3f, 1.4f } from deviation in new[] { 0.1f, 0.15f, 0.2f, 0.3f, 0.6f, 1f } select Bound(null, mean, 2 * MathF.Log(deviation))).Max();
        // A steep step parts the hill at zero, pushing either half outwards.
        var flow = new PlanarFlow(1, 1);
        var parted = (from deviation in new[] { 0.2f, 0.3f } from w in new[] { 20f, 40f } from push in new[] { 1f, 1.1f, 1.2f }
                      select Bound(flow, 0, 2 * MathF.Log(deviation), push, w, 0)).Max();
        Assert.True(parted > gaussian + 0.4, $"{parted} against {gaussian}"); // at most ln 2 = 0.69 can be won
    }

    [Fact]
    public void Extremes_stay_finite_and_wrong_shapes_are_refused()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(6);
        foreach (var value in new[] { -50.0, 0, 50 })
        {
            foreach (var kind in new[] { "planar", "autoregressive" })
            {
                var flow = Flow(kind, 2, generator);
                var (z, log) = flow.call(full([1, 2], value, ScalarType.Float64), full([1, flow.Context], value, ScalarType.Float64));
                Assert.All(z.Values().Concat(log.Values()), v => Assert.True(double.IsFinite(v), $"{kind} at {value}: {v}"));
            }
        }

        Assert.Throws<ArgumentException>("context", () => new PlanarFlow(2, 1).call(zeros(1, 2), zeros(1, 4)));
        Assert.Throws<ArgumentOutOfRangeException>("steps", () => new PlanarFlow(2, 0));
        Assert.Throws<ArgumentException>("flow", () => new GaussianVae(nn.Linear(4, 9), nn.Linear(2, 4), 2, new BernoulliLikelihood(), flow: new PlanarFlow(3, 1)));
        var vae = GaussianVae.Dense(new(4, [3], 2, Flow: new PlanarFlow(2, 1)), generator);
        Assert.Throws<ArgumentException>("model", () => vae.ImportanceWeightedLoss(zeros(1, 4), 3, generator));
    }

    private sealed class Squares() : nn.Module<Tensor, Tensor>(nameof(Squares))
    {
        public override Tensor forward(Tensor z) => z.square();
    }
}

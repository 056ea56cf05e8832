using Latent.Variational;
using MathNet.Numerics.Integration;
using static TorchSharp.torch;

namespace Latent.Tests.Variational;

public sealed class ImportanceWeightedTests
{
    private static GaussianVae Small(Generator generator, int latent = 2, Likelihood? likelihood = null)
    {
        var vae = GaussianVae.Dense(new(4, [5], latent, likelihood, Precision: ScalarType.Float64), generator);
        using var gradients = no_grad();
        foreach (var parameter in vae.parameters()) parameter.mul_(2); // q well away from the posterior
        return vae;
    }

    [Theory]
    [InlineData(EncoderGradient.Reparameterized), InlineData(EncoderGradient.DoublyReparameterized)]
    public void The_value_is_minus_the_log_of_the_mean_weight(EncoderGradient gradient)
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(1);
        var vae = Small(generator);
        var (x, epsilon) = (rand([3, 4], ScalarType.Float64, generator: generator).round(), randn([3, 7, 2], ScalarType.Float64, generator: generator));
        var weights = vae.LogWeights(x, epsilon).exp();
        Assert.Equal(-weights.mean([1]).log().mean().item<double>(), vae.ImportanceWeightedLoss(x, epsilon, gradient).Total.item<double>(), 1e-12);
    }

    [Fact]
    public void The_plain_gradient_agrees_with_differences()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(2);
        var vae = Small(generator);
        var (x, epsilon) = (rand([3, 4], ScalarType.Float64, generator: generator).round(), randn([3, 5, 2], ScalarType.Float64, generator: generator));
        vae.ImportanceWeightedLoss(x, epsilon, EncoderGradient.Reparameterized).Total.backward();
        foreach (var parameter in vae.parameters())
        {
            var expected = Differences.At(() => vae.ImportanceWeightedLoss(x, epsilon).Total.item<double>(), parameter);
            Assert.Equal(expected, parameter.grad!.reshape(-1)[0].item<double>(), 1e-7);
        }
    }

    [Fact]
    public void The_doubly_reparameterised_gradient_is_the_squared_weights_times_the_path_and_the_decoder_keeps_its_own()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(3);
        var vae = Small(generator);
        var (x, epsilon) = (rand([3, 4], ScalarType.Float64, generator: generator).round(), randn([3, 5, 2], ScalarType.Float64, generator: generator));
        vae.ImportanceWeightedLoss(x, epsilon).Total.backward();
        Tensor[] found = [.. vae.parameters().Select(p => p.grad!.clone())];

        // Written out: codes as free variables, then the chain rule by hand.
        vae.zero_grad();
        var (mu, logVar) = vae.Encode(x);
        var z = (mu.unsqueeze(1) + (0.5 * logVar).exp().unsqueeze(1) * epsilon).detach().requires_grad_();
        var density = -0.5 * ((z - mu.detach().unsqueeze(1)).square() / logVar.detach().exp().unsqueeze(1) + logVar.detach().unsqueeze(1)).sum([2]);
        var log = vae.Likelihood.LogProbability(vae.Decode(z.reshape(15, 2)).reshape(3, 5, -1), x) - 0.5 * z.square().sum([2]) - density; // [3, 5]
        var weights = log.detach().softmax(1);
        (weights * log).sum().div(-3).backward(); // the decoder's gradient, and w̃ ∂ln w/∂z
        var path = z.grad!.detach() * weights.unsqueeze(2); // w̃² ∂ln w/∂z
        (path * (mu.unsqueeze(1) + (0.5 * logVar).exp().unsqueeze(1) * epsilon)).sum().backward();
        foreach (var (expected, actual) in vae.parameters().Zip(found)) TestTensors.Near(expected.grad!, actual, 1e-12);
    }

    [Fact]
    public void Both_gradients_have_the_same_mean_and_the_doubly_reparameterised_one_less_variance()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(4);
        var vae = Small(generator);
        var x = tensor(new[,] { { 1.0, 0, 1, 1 } });
        var encoder = vae.parameters().First();
        double[][] Draw(EncoderGradient gradient) => [.. Enumerable.Range(0, 600).Select(_ =>
        {
            using var each = NewDisposeScope();
            vae.zero_grad();
            vae.ImportanceWeightedLoss(x, 20, generator, gradient).Total.backward();
            return encoder.grad!.reshape(-1).data<double>().ToArray();
        })];
        var (plain, doubly) = (Draw(EncoderGradient.Reparameterized), Draw(EncoderGradient.DoublyReparameterized));
        var (plainSum, doublySum) = (0.0, 0.0);
        foreach (var j in Enumerable.Range(0, 4))
        {
            var a = Latent.Evaluation.Estimate.Mean([.. plain.Select(g => g[j])]);
            var b = Latent.Evaluation.Estimate.Mean([.. doubly.Select(g => g[j])]);
            Assert.InRange((a.Value - b.Value) / Math.Sqrt(a.StandardError * a.StandardError + b.StandardError * b.StandardError + 1e-30), -4, 4);
            plainSum += a.StandardError;
            doublySum += b.StandardError;
        }

        Assert.True(doublySum < 0.7 * plainSum, $"{doublySum} against {plainSum}");
    }

    [Fact]
    public void The_bound_rises_with_the_samples_towards_the_evidence_that_quadrature_finds()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(5);
        using var gradients = no_grad();
        var vae = Small(generator, latent: 1);
        var x = tensor(new[,] { { 1.0, 0, 1, 1 } });
        var evidence = Math.Log(GaussLegendreRule.Integrate(
            z => Math.Exp(Gaussian.Standard.LogDensity(z) + vae.Likelihood.LogProbability(vae.Decode(full([1, 1], z, ScalarType.Float64)), x).item<double>()), -10, 10, 256));
        double Bound(int k) => -vae.ImportanceWeightedLoss(x.expand(20_000, 4), k, generator).Total.item<double>();
        var bounds = new[] { 1, 5, 50 }.Select(Bound).ToArray();
        Assert.True(bounds[0] < bounds[1] && bounds[1] < bounds[2] && bounds[2] < evidence + 1e-3, string.Join(", ", bounds));
        Assert.Equal(evidence, bounds[2], 0.02);
    }

    [Fact]
    public void Bad_arguments_are_named()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(6);
        var vae = Small(generator);
        var x = zeros([1, 4], ScalarType.Float64);
        Assert.Throws<ArgumentException>("epsilon", () => vae.ImportanceWeightedLoss(x, zeros([1, 0, 2], ScalarType.Float64)));
        Assert.Throws<ArgumentOutOfRangeException>("samples", () => vae.ImportanceWeightedLoss(x, 0, generator));
        Assert.True(double.IsFinite(vae.ImportanceWeightedLoss(x, 1, generator).Total.item<double>()));
    }
}

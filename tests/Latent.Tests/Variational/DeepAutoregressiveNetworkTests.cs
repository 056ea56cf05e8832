using Latent.Data;
using Latent.Training;
using Latent.Variational;
using static TorchSharp.torch;

namespace Latent.Tests.Variational;

/// <summary>The deep autoregressive network, on codes so short that all of them can be counted.</summary>
public sealed class DeepAutoregressiveNetworkTests(MnistFixture mnist)
{
    private const int Pixels = 4, Bits = 3;

    // Connections between bits and between pixels start at zero: random ones here.
    private static DeepAutoregressiveNetwork Small(Generator generator, bool pixels = true)
    {
        var model = new DeepAutoregressiveNetwork(new(Pixels, Bits, [5], pixels, Precision: ScalarType.Float64), generator);
        using var gradients = no_grad();
        foreach (var parameter in model.parameters()) parameter.add_(0.3 * randn(parameter.shape, ScalarType.Float64, generator: generator));
        return model;
    }

    private static Tensor All(int entries) =>
        tensor(Enumerable.Range(0, 1 << entries).SelectMany(i => Enumerable.Range(0, entries).Select(b => (double)(i >> b & 1))).ToArray(), [1 << entries, entries]);

    // Noise far out makes a bit one (below) or zero (above) whatever q is.
    private static Tensor NoiseOf(Tensor bits) => 30 - 60 * bits;

    // ln p(x, h) − ln q(h|x) of every code: [N, 2^K]; with q's own probabilities, those of its definition.
    private static (Tensor LogWeights, Tensor Q) Counted(DeepAutoregressiveNetwork model, Tensor x)
    {
        var codes = All(Bits);
        var weights = model.LogWeights(x, NoiseOf(codes).unsqueeze(0).expand(x.shape[0], codes.shape[0], Bits));
        var encoder = (TorchSharp.Modules.Sequential)model.named_children().First(child => child.name == "encoder").module;
        var q = encoder.call(x).sigmoid().unsqueeze(1); // [N, 1, K]
        return (weights, (codes * q + (1 - codes) * (1 - q)).prod(2));
    }

    private static Tensor Bound(DeepAutoregressiveNetwork model, Tensor x)
    {
        var (weights, q) = Counted(model, x);
        return (q * weights).sum([1]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_probabilities_of_all_pictures_sum_to_one_and_the_message_is_longer_by_the_divergence(bool pixels)
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(1);
        using var gradients = no_grad();
        var model = Small(generator, pixels);
        var x = All(Pixels);
        var (weights, q) = Counted(model, x);
        var evidence = (weights + q.log()).logsumexp(1); // ln p(x)
        Assert.Equal(1, evidence.exp().sum().item<double>(), 1e-12);
        var posterior = weights + q.log() - evidence.unsqueeze(1);
        var divergence = (q * (q.log() - posterior)).sum([1]);
        TestTensors.Near(evidence - divergence, Bound(model, x), 1e-12);
        // by importance sampling, too
        TestTensors.Near(evidence, model.LogLikelihoods(x, 50_000, generator), 0.03);
    }

    [Fact]
    public void Pictures_are_drawn_with_their_probabilities()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(2);
        using var gradients = no_grad();
        var model = Small(generator);
        var (weights, q) = Counted(model, All(Pixels));
        var expected = (weights + q.log()).logsumexp(1).exp().Values();
        const int N = 40_000;
        var drawn = model.Generate(N, generator).matmul(tensor(new[] { 1.0, 2, 4, 8 }).unsqueeze(1)).Values();
        foreach (var (probability, picture) in expected.Select((p, i) => (p, i)))
            Assert.Equal(probability, drawn.Count(value => (int)value == picture) / (double)N, 4 * Math.Sqrt(probability * (1 - probability) / N));
    }

    [Fact]
    public void The_loss_is_the_mean_length_and_over_all_pairs_of_codes_its_gradient_is_that_of_the_bound()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(3);
        var model = Small(generator);
        var x = tensor(new[,] { { 1.0, 0, 1, 1 } });
        var codes = All(Bits);
        var (weights, q) = Counted(model, x);
        var probabilities = q.detach().Values();
        var total = zeros([], ScalarType.Float64);
        for (var a = 0; a < 1 << Bits; a++)
        {
            for (var b = 0; b < 1 << Bits; b++)
            {
                var loss = model.Loss(x, NoiseOf(stack([codes[a], codes[b]])).unsqueeze(0));
                Assert.Equal(-(weights[0, a] + weights[0, b]).item<double>() / 2, loss.Total.item<double>(), 1e-12);
                total = total + probabilities[a] * probabilities[b] * loss.Total;
            }
        }

        total.backward();
        foreach (var (name, parameter) in model.named_parameters())
        {
            var entry = name.StartsWith("between", StringComparison.Ordinal) ? parameter.shape[1] : 0; // below the diagonal
            Assert.Equal(-Differences.At(() => Bound(model, x).item<double>(), parameter, entry), parameter.grad!.reshape(-1)[entry].item<double>(), 1e-8);
        }
    }

    // Pixels by their frequencies alone cost 206 nats a digit; Gregor et al. (2014) come to about 84 after long training.
    [Fact]
    public void Digits_become_cheap_to_send_and_the_same_seed_gives_the_same_bits()
    {
        double[] Train()
        {
            using var scope = NewDisposeScope();
            using var generator = new Generator(4);
            var model = new DeepAutoregressiveNetwork(new(Bits: 20, Hidden: [50]), generator);
            var images = Binarization.Threshold(mnist.Train.Take(2_000).Images);
            var optimiser = optim.Adam(model.parameters(), 3e-3);
            var step = Fit.GradientStep(optimiser, (Tensor batch) => model.Loss(batch, randn([batch.shape[0], 2, model.Noise], generator: generator)), batch => batch.shape[0]);
            return Fit.Epochs(5, new TrainingState(model, optimiser, generator), _ => images.split(50), step).ToHistory().Losses;
        }

        var losses = Train();
        Assert.True(losses[^1] < 140, $"{losses[^1]} nats");
        Assert.Equal(losses, Train());
    }

    [Fact]
    public void Bad_input_is_named()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(5);
        Assert.Contains("4-0-3", Assert.Throws<ArgumentException>(() => new DeepAutoregressiveNetwork(new(Pixels, Bits, [0]), generator)).Message, StringComparison.Ordinal);
        var model = Small(generator);
        Assert.Contains("[N, 2, 3]", Assert.Throws<ArgumentException>(() => model.Loss(All(Pixels), zeros([16, 1, 3], ScalarType.Float64))).Message, StringComparison.Ordinal);
        Assert.Contains("[16, k, 3]", Assert.Throws<ArgumentException>(() => model.LogWeights(All(Pixels), zeros([16, 2, 4], ScalarType.Float64))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Generate(0, generator));
    }
}

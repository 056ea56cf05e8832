using Latent.Autoencoders;
using Latent.Data;
using Latent.Identities;
using Latent.Tests.Identities;
using Latent.Training;
using static TorchSharp.torch;

namespace Latent.Tests.Autoencoders;

public sealed class DenoisingTests(MnistFixture mnist)
{
    private static Autoencoder Small(int inputs, int units) =>
        Autoencoder.Dense(new(inputs, [units], Tied: true, Precision: ScalarType.Float64), new Generator(3));

    // Six pixels of real digits, two of them masked.
    private DenoisingWorld World()
    {
        using var pixels = tensor(new long[] { 378, 379, 406, 407, 434, 435 });
        using var patches = mnist.Train.Images.index_select(1, pixels);
        using var binary = Binarization.Threshold(patches);
        return DenoisingWorld.Of(binary, 2);
    }

    [Fact]
    public void The_loss_compares_with_the_clean_input()
    {
        using var scope = NewDisposeScope();
        var (x, model, noise) = (mnist.Test.Take(5).Images, DenoisingAutoencoder.Create(784, 9, new Generator(1)), new MaskingNoise(0.3));
        var spoilt = noise.Apply(x, new Generator(2));
        var z = model.forward(spoilt).to_type(ScalarType.Float64);
        var target = x.to_type(ScalarType.Float64);
        var expected = -(target * z.log() + (1 - target) * (1 - z).log()).sum([1]).mean().item<double>();
        Assert.Equal(expected, DenoisingAutoencoder.Loss(model, x, noise, new Generator(2)).Total.item<float>(), 1e-3);
    }

    [Fact]
    public void Gradients_agree_with_differences()
    {
        using var scope = NewDisposeScope();
        var (x, model) = (rand([4, 6], ScalarType.Float64, generator: new Generator(4)), Small(6, 8));
        AssertGradient.AgreesWithDifferences(model.parameters(), () => DenoisingAutoencoder.Loss(model, x, new MaskingNoise(0.5), new Generator(5)).Total);
    }

    [Fact]
    public void Everything_that_can_be_counted_out_holds()
    {
        var world = World();
        Assert.Equal(1, world.Joint.Sum(p => p.Probability), 1e-12);
        foreach (var units in new[] { 2, 8 })
        {
            using var model = Small(6, units);
            AssertDerivation.Holds(DenoisingIdentities.Objective(world, model, new Generator(6), 20_000));
            var account = world.Of(model.Encode, model.Decode);
            AssertDerivation.Holds(DenoisingIdentities.Information(account));
            AssertDerivation.Holds(DenoisingIdentities.Generative(new(account)));
        }
    }

    [Fact]
    public void Codes_that_tell_less_keep_less_information()
    {
        var world = World();
        var all = world.Of(x => x, y => y * 0.8 + 0.1);
        var none = world.Of(x => zeros([x.shape[0], 1], ScalarType.Float64), y => y.repeat(1, 6) + 0.5);
        Assert.Equal(0, none.MutualInformation, 1e-12);
        Assert.Equal(world.Entropy, none.ConditionalEntropy, 1e-12);
        Assert.Equal(6 * Math.Log(2), none.ExpectedLoss, 1e-12);
        Assert.Equal(all.ConditionalEntropy, all.LeastConditionalEntropy, 1e-12);
        AssertDerivation.Holds(DenoisingIdentities.Information(none));
        AssertDerivation.Holds(DenoisingIdentities.Information(world.Of(x => x.sum(1, keepdim: true), y => (y / 7).repeat(1, 6) * 0.8 + 0.1)));
    }

    [Fact]
    public void The_masks_counted_are_those_that_noise_draws()
    {
        var (world, uniform) = (new DenoisingWorld(Enumerable.Repeat(1.0, 32).ToArray(), 2), new Dictionary<(int, int), double>());
        var model = new DenoisingGenerativeModel(world.Of(x => x, y => y * 0.8 + 0.1));
        foreach (var (x, corrupted, probability) in world.Joint) Assert.Equal(probability * 32, model.Corruption(x, corrupted), 1e-12);
    }

    [Fact]
    public void Scores_are_what_denoising_steps_along()
    {
        using var scope = NewDisposeScope();
        AssertDerivation.Holds(DenoisingIdentities.GaussianScore(1.3, 0.4, 0.8));
        var covariance = mnist.Moments.Covariance + 0.01 * eye(784, dtype: ScalarType.Float64);
        var x = mnist.Test.Take(5).Images.to_type(ScalarType.Float64);
        AssertDerivation.Holds(DenoisingIdentities.GaussianScore(new GaussianDenoiser(mnist.Moments.Mean, covariance, 0.1), x));
        var (curve, _) = Toy.Curve(300, 0.02, new Generator(1));
        AssertDerivation.Holds(DenoisingIdentities.Score(new EmpiricalDenoiser(curve, 0.2), curve.narrow(0, 0, 20) + 0.1));
    }

    [Fact]
    public void All_printed_intervals_are_those_of_proportions()
    {
        var printed = Latent.Evaluation.References.Load().StartingWith("vincent2008-").Where(r => r.Tolerance is not null).ToList();
        Assert.Equal(32, printed.Count);
        AssertDerivation.Holds(DenoisingIdentities.PrintedIntervals(printed));
        // one that is wrong, or that is no rate, is found among those that are right
        foreach (var wrong in new[] { printed[3] with { Tolerance = printed[3].Tolerance + 0.02 }, printed[3] with { Value = 101 } })
            Assert.False(Assert.Single(DenoisingIdentities.PrintedIntervals([.. printed, wrong]).Identities).Check().Holds);
        Assert.Throws<ArgumentException>(() => DenoisingIdentities.PrintedIntervals([]));
    }

    // The least squares denoiser found from samples is the closed form.
    [Fact]
    public void Regression_finds_the_gaussian_denoiser()
    {
        using var scope = NewDisposeScope();
        var g = new Generator(2);
        var x = randn([200_000, 1], ScalarType.Float64, generator: g) * 1.5;
        var noisy = new GaussianNoise(0.5).Apply(x, g);
        var slope = ((x * noisy).mean() / noisy.square().mean()).item<double>();
        Assert.Equal(1.5 * 1.5 / (1.5 * 1.5 + 0.25), slope, 0.005);
        var denoiser = new GaussianDenoiser(zeros([1], ScalarType.Float64), full([1, 1], 2.25, ScalarType.Float64), 0.5);
        Assert.Equal(0.9, denoiser.Reconstruct(ones([1, 1], ScalarType.Float64)).item<double>(), 1e-12);
    }

    [Theory]
    [InlineData(StorageRule.Hebb)]
    [InlineData(StorageRule.Projection)]
    public void A_hopfield_network_recalls_random_patterns_and_never_climbs(StorageRule rule)
    {
        using var scope = NewDisposeScope();
        var g = new Generator(3);
        var patterns = randint(0, 2, [8, 200], ScalarType.Float64, generator: g) * 2 - 1;
        var network = new HopfieldNetwork(patterns, rule);
        var spoilt = new MaskingNoise(0.25).Apply(patterns, g);
        var recalled = network.Recall(spoilt, g);
        Assert.Equal(patterns.Values(), recalled.Values());
        Assert.All(network.Energies(recalled).Zip(network.Energies(spoilt)), pair => Assert.True(pair.First <= pair.Second));
        Assert.Equal(recalled.Values(), network.Recall(recalled, g).Values());
    }

    [Fact]
    public void Training_restores_digits_better_than_leaving_them_spoilt()
    {
        using var scope = NewDisposeScope();
        var g = new Generator(4);
        var (model, noise) = (DenoisingAutoencoder.Create(784, 100, g), new MaskingNoise(0.5));
        model.TrainDenoising(mnist.Train.Take(2000).Images, noise, g, new(Epochs: 15, BatchSize: 50, Rate: 5e-3)).ToHistory();
        var clean = mnist.Test.Take(200).Images;
        var spoilt = noise.Apply(clean, g);
        double Error(Tensor x) => (x - clean).square().sum([1]).mean().item<float>();
        Assert.True(Error(model.Reconstruct(spoilt)) < 0.7 * Error(spoilt), $"{Error(model.Reconstruct(spoilt))} of {Error(spoilt)}");
    }

    [Fact]
    public void A_trainer_of_layers_makes_a_stack()
    {
        using var scope = NewDisposeScope();
        var (g, x) = (new Generator(5), mnist.Train.Take(200).Images);
        var options = new AutoencoderTrainingOptions(Epochs: 1);
        var stack = PretrainedLayers.Train(x, DenoisingAutoencoder.Layer(20, new MaskingNoise(0.1), g, options), DenoisingAutoencoder.Layer(10, new NoCorruption(), g, options));
        Assert.Equal([200, 10], stack.Encode(x).shape);
    }

    [Fact]
    public void Bad_options_are_named()
    {
        using var scope = NewDisposeScope();
        Assert.Throws<ArgumentException>(() => new DenoisingWorld([0.5, 0.5, 1], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DenoisingWorld([0.5, 0.5], 2));
        Assert.Contains("−1 and 1", Assert.Throws<ArgumentException>(() => new HopfieldNetwork(zeros([1, 4]))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new GaussianDenoiser(zeros([2]), eye(3), 1));
        Assert.Contains("positive definite", Assert.Throws<ArgumentException>(() => new GaussianDenoiser(zeros([2]), -eye(2), 1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new EmpiricalDenoiser(zeros([2, 2]), 0));
        Assert.Throws<ArgumentException>(() => DenoisingAutoencoder.Create(0, 5, new Generator(1)));
    }
}

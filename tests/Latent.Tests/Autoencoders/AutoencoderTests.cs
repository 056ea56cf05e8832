using Latent.Autoencoders;
using Latent.Training;
using static TorchSharp.torch;

namespace Latent.Tests.Autoencoders;

public sealed class AutoencoderTests(MnistFixture mnist)
{
    private static readonly AutoencoderOptions Small = new(5, [4, 2], Precision: ScalarType.Float64);

    [Fact]
    public void Losses_are_those_of_the_formulas_written_out()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(1);
        var x = rand([3, 5], ScalarType.Float64, generator: generator);
        foreach (var kind in new[] { ReconstructionKind.CrossEntropy, ReconstructionKind.SquaredError })
        {
            var model = Autoencoder.Dense(Small with { Loss = kind }, generator);
            var (target, output) = (x.Values(), model.forward(x).Values());
            var expected = target.Zip(output, (t, o) => kind == ReconstructionKind.CrossEntropy
                ? -t * Math.Log(o) - (1 - t) * Math.Log(1 - o)
                : (t - o) * (t - o)).Sum() / 3;
            Assert.Equal(expected, model.Loss(x).Total.item<double>(), 1e-12);
        }
    }

    [Fact]
    public void No_cross_entropy_is_below_the_entropy_of_the_pixels()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(1);
        var x = rand([6, 5], ScalarType.Float64, generator: generator) * 0.98 + 0.01;
        var logits = (x / (1 - x)).log();
        TestTensors.Near(Reconstructions.Entropies(x), ReconstructionKind.CrossEntropy.Errors(logits, Activation.Sigmoid, x), 1e-12);
        var others = ReconstructionKind.CrossEntropy.Errors(logits + 0.3, Activation.Sigmoid, x);
        Assert.True(others.gt(Reconstructions.Entropies(x)).all().item<bool>());
        // the grey MNIST test images: 45.534 nats an image, computed by another program
        Assert.Equal(45.534, Reconstructions.Entropies(mnist.Test.Images.to_type(ScalarType.Float64)).mean().item<double>(), 5e-4);
    }

    public static TheoryData<AutoencoderOptions, bool> Shapes => new()
    {
        { Small, false },
        { Small with { Tied = true, Activation = Activation.Tanh }, false },
        { Small with { Decoder = [6, 3, 7], Code = Activation.None, Output = Activation.None, Loss = ReconstructionKind.SquaredError }, false },
        { Small with { Hidden = [7], Activation = Activation.Relu, Loss = ReconstructionKind.SquaredError }, true },
        { Small with { Hidden = [4, 3, 2] }, true },
    };

    [Theory, MemberData(nameof(Shapes))]
    public void Gradients_agree_with_differences(AutoencoderOptions options, bool sparse)
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(2);
        var model = Autoencoder.Dense(options, generator);
        var (x, target) = (rand([6, 5], ScalarType.Float64, generator: generator), rand([6, 5], ScalarType.Float64, generator: generator));
        var penalty = sparse ? options.Activation == Activation.Sigmoid ? Sparsity.Kl(0.1, 0.3) : Sparsity.L1(0.3) : null;
        AssertGradient.AgreesWithDifferences(model.parameters(), () => model.Loss(x, target, penalty).Total);
    }

    [Fact]
    public void Convolutional_gradients_agree_with_differences_and_pictures_keep_their_shape()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(3);
        var model = ConvolutionalAutoencoder.Create(new(8, 4, [2, 3], 2, Precision: ScalarType.Float64), generator);
        using (no_grad()) // zero biases put units that see only dead ones exactly on the kink of the ReLU
            foreach (var bias in model.parameters().Where(p => p.dim() == 1)) bias.normal_(0, 0.1, generator);
        var x = rand([3, 32], ScalarType.Float64, generator: generator);
        Assert.Equal([3, 2], model.Encode(x).shape);
        Assert.Equal([3, 32], model.forward(x).shape);
        AssertGradient.AgreesWithDifferences(model.parameters(), () => model.Loss(x).Total);
    }

    [Fact]
    public void Tied_weights_are_one_parameter_used_twice()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(4);
        var model = Autoencoder.Dense(Small with { Tied = true }, generator);
        Assert.Equal(20 + 4 + 8 + 2 + 4 + 5, model.parameters().Sum(p => p.numel()));
        var (up, down) = ((DenseLayers)model.Encoder, (DenseLayers)model.Decoder);
        Assert.Equal(up.Weights[0].t().Values(), down.Weights[1].Values());
        model.Train(rand([20, 5], ScalarType.Float64, generator: generator), generator, new(Epochs: 1, BatchSize: 5)).ToHistory();
        Assert.Equal(up.Weights[0].t().Values(), down.Weights[1].Values());
        Assert.Equal(up.Weights[1].t().Values(), down.Weights[0].Values());
    }

    [Fact]
    public void Penalties_are_those_of_the_formulas_and_stay_finite_at_the_edge()
    {
        using var scope = NewDisposeScope();
        var code = tensor(new[,] { { 0.2, 0.6 }, { 0.4, 0.0 } });
        Assert.Equal(0.6, Sparsity.L1(1)(code).Value.item<double>(), 1e-12);
        double Kl(double r, double q) => r * Math.Log(r / q) + (1 - r) * Math.Log((1 - r) / (1 - q));
        Assert.Equal(Kl(0.05, 0.3) + Kl(0.05, 0.3), Sparsity.Kl(0.05, 1)(code).Value.item<double>(), 1e-12);
        Assert.True(float.IsFinite(Sparsity.Kl(0.05, 1)(zeros(3, 2)).Value.item<float>()) && float.IsFinite(Sparsity.Kl(0.05, 1)(ones(3, 2)).Value.item<float>()));
        using var generator = new Generator(5);
        var model = Autoencoder.Dense(Small, generator);
        var loss = model.Loss(rand([3, 5], ScalarType.Float64, generator: generator), penalty: Sparsity.L1(0.5));
        Assert.Equal(loss.Reconstruction.item<double>() + 0.5 * loss.Penalties[0].Value.item<double>(), loss.Total.item<double>(), 1e-12);
        Assert.Equal(["Reconstruction", "Sparsity"], loss.Parts.Select(p => p.Name));
    }

    [Fact]
    public void Two_epochs_beat_pca_of_as_many_numbers_and_the_same_seed_gives_the_same_bits()
    {
        using var scope = NewDisposeScope();
        var train = mnist.Train.Images.narrow(0, 0, 6000);
        (double Error, double[] Losses) Run()
        {
            using var generator = new Generator(6);
            var model = Autoencoder.Dense(new(784, [100, 3], Activation: Activation.Relu, Code: Activation.None), generator);
            var losses = model.Train(train, generator, new(Epochs: 6)).ToHistory().Losses;
            return (model.SquaredError(mnist.Test.Images), losses);
        }

        var first = Run();
        Assert.InRange(first.Error, 25, mnist.Pca.ReconstructionError(mnist.Test.Images, 3)); // PCA: 40.6
        Assert.Equal(first.Losses, Run().Losses);
    }

    [Fact]
    public void Kinds_of_bad_options_are_refused_by_name()
    {
        using var generator = new Generator(7);
        string Refused(AutoencoderOptions options) => Assert.Throws<ArgumentException>(nameof(options), () => Autoencoder.Dense(options, generator)).Message;
        Assert.Contains("[0]", Refused(new(5, [0])), StringComparison.Ordinal);
        Refused(new(5, []));
        Refused(new(0, [2]));
        Assert.Contains("[4, 3]", Refused(new(5, [3, 4, 2], Decoder: [3, 4], Tied: true)), StringComparison.Ordinal);
        Refused(new(5, [2], Output: Activation.None));
        Assert.Throws<ArgumentException>("options", () => ConvolutionalAutoencoder.Create(new(27, 28), generator));
        Assert.Throws<ArgumentOutOfRangeException>("target", () => Sparsity.Kl(1, 0.1));
        Assert.Throws<ArgumentOutOfRangeException>("weight", () => Sparsity.L1(-1));
        using var model = Autoencoder.Dense(new(5, [2]), generator);
        Assert.Throws<ArgumentException>("x", () => model.Encode(zeros(3, 4)));
        Assert.Throws<ArgumentException>("x", () => model.Loss(zeros(3, 5), target: zeros(3, 4)));
        Assert.Throws<ArgumentException>("x", () => model.Train(zeros(0, 5), generator));
        Assert.Throws<ArgumentOutOfRangeException>("options", () => model.Train(zeros(3, 5), generator, new(BatchSize: 0)));
        Assert.Throws<ArgumentException>("activations", () => DenseLayers.Random([3, 2], [], generator));
    }
}

using Latent.Autoencoders;
using Latent.Identities;
using Latent.Tests.Identities;
using Latent.Training;
using static TorchSharp.torch;

namespace Latent.Tests.Autoencoders;

public sealed class ContractionTests(MnistFixture mnist)
{
    private static DenseLayers Layers(Activation activation, params int[] sizes) =>
        DenseLayers.Random(sizes, [.. Enumerable.Repeat(activation, sizes.Length - 1)], new Generator(3), precision: ScalarType.Float64);

    private static Tensor Points(int n, int d) => randn([n, d], ScalarType.Float64, generator: new Generator(4));

    [Theory]
    [InlineData(Activation.Sigmoid)]
    [InlineData(Activation.Tanh)]
    [InlineData(Activation.None)]
    [InlineData(Activation.Relu)]
    [InlineData(Activation.Softplus)]
    public void Closed_form_forward_and_backward_agree(Activation activation)
    {
        using var scope = NewDisposeScope();
        var x = Points(5, 7);
        var one = Layers(activation, 7, 4);
        var layer = one.Layers[0];
        TestTensors.Near(Contraction.Exact(one.call, x), Contraction.ClosedForm(layer, layer.Apply(x)), 1e-10);
        var deep = Layers(activation, 7, 6, 3);
        TestTensors.Near(Jacobian.Of(deep.call, x), Jacobian.Of(deep, x), 1e-10);
    }

    [Fact]
    public void A_sigmoid_unit_has_the_value_worked_out_by_hand()
    {
        using var scope = NewDisposeScope();
        var layer = new Layer(tensor(new double[,] { { 3, 4 } }), zeros([1], ScalarType.Float64), Activation.Sigmoid);
        var x = zeros([1, 2], ScalarType.Float64);
        Assert.Equal(25.0 / 16, Contraction.ClosedForm(layer, layer.Apply(x)).item<double>(), 1e-12); // (½·½)² · (3² + 4²)
    }

    [Fact]
    public void Identities_hold()
    {
        using var scope = NewDisposeScope();
        var x = Points(6, 5);
        AssertDerivation.Holds(ContractiveIdentities.Penalty(Layers(Activation.Sigmoid, 5, 8), x, new Generator(5), 400));
        AssertDerivation.Holds(ContractiveIdentities.LinearIsWeightDecay(Layers(Activation.None, 5, 3), x));
        var model = Autoencoder.Dense(new(2, [6], Output: Activation.None, Loss: ReconstructionKind.SquaredError, Precision: ScalarType.Float64), new Generator(6));
        AssertDerivation.Holds(ContractiveIdentities.SmallNoise(model, tensor(new double[,] { { 0.3, -0.2 } }), 0.3, 0.1, 0.01));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Gradients_of_the_loss_agree_with_differences(int layers)
    {
        using var scope = NewDisposeScope();
        var x = rand([4, 5], ScalarType.Float64, generator: new Generator(7));
        int[] hidden = layers == 1 ? [3] : [4, 3];
        var model = Autoencoder.Dense(new(5, hidden, Precision: ScalarType.Float64), new Generator(8));
        AssertGradient.AgreesWithDifferences(model.parameters(), () => ContractiveAutoencoder.Loss(model, x, 0.7).Total);
    }

    // The same loss with the penalty by backward passes that stay differentiable.
    [Fact]
    public void A_backward_penalty_trains_as_the_closed_form_does()
    {
        using var scope = NewDisposeScope();
        var x = rand([4, 5], ScalarType.Float64, generator: new Generator(7));
        var model = Autoencoder.Dense(new(5, [3], Tied: true, Precision: ScalarType.Float64), new Generator(8));
        var parameters = model.parameters().ToArray<Tensor>();
        double[] Gradient(Tensor loss) => [.. autograd.grad([loss], parameters).SelectMany(g => g.Values())];
        var closed = Gradient(ContractiveAutoencoder.Loss(model, x, 0.7).Total);
        var backward = Gradient((model.Loss(x).Total + 0.7 * Contraction.Exact(model.Encode, x, createGraph: true).mean()));
        foreach (var (a, b) in closed.Zip(backward)) Assert.Equal(a, b, 1e-10);
    }

    [Fact]
    public void The_gradient_is_deterministic_where_that_of_denoising_is_not()
    {
        using var scope = NewDisposeScope();
        var x = mnist.Train.Take(50).Images;
        var model = ContractiveAutoencoder.Create(784, 20, new Generator(9));
        var noise = new Generator(10);
        var parameters = model.parameters().ToArray<Tensor>();
        Assert.Equal(0, GradientNoise.Of(parameters, () => ContractiveAutoencoder.Loss(model, x, 0.1).Total, 5).Variance);
        var denoising = GradientNoise.Of(parameters, () => DenoisingAutoencoder.Loss(model, x, new Latent.Data.MaskingNoise(0.5), noise).Total, 20);
        Assert.True(denoising.Relative > 1e-4);
    }

    [Fact]
    public void Scatter_of_a_gradient_is_that_of_its_noise()
    {
        using var scope = NewDisposeScope();
        var (w, noise) = (zeros([3], ScalarType.Float64, requires_grad: true), new Generator(11));
        // g = 1 + 2ε in each of three entries: variance 3·4, squared mean 3
        var found = GradientNoise.Of([w], () => (w * (1 + 2 * randn([3], ScalarType.Float64, generator: noise))).sum(), 4000);
        Assert.Equal(12, found.Variance, 0.7);
        Assert.Equal(3, found.SquaredMean, 0.5);
    }

    [Fact]
    public void Full_batches_by_second_order_lower_the_loss_and_contract()
    {
        using var scope = NewDisposeScope();
        var x = mnist.Train.Take(300).Images;
        Autoencoder Trained(double weight)
        {
            var model = ContractiveAutoencoder.Create(784, 30, new Generator(12));
            var losses = model.TrainFullBatch(x, new(weight, Epochs: 4)).ToHistory().Losses;
            Assert.True(losses[^1] < 0.7 * losses[0], $"{losses[0]} → {losses[^1]}");
            return model;
        }

        double Norm(Autoencoder model) => Jacobian.Norms((DenseLayers)model.Encoder, x).mean().item<float>();
        Assert.True(Norm(Trained(1)) < 0.5 * Norm(Trained(0)));
    }

    [Fact]
    public void Singular_values_are_those_of_the_decomposition_and_curves_start_at_the_jacobian()
    {
        using var scope = NewDisposeScope();
        var x = Points(4, 6);
        var layers = Layers(Activation.Sigmoid, 6, 9);
        TestTensors.Near(linalg.svdvals(Jacobian.Of(layers, x)), Jacobian.SingularValues(layers, x), 1e-10);
        TestTensors.Near(Jacobian.Norms(layers, x), Jacobian.Of(layers, x).square().sum([1, 2]).sqrt(), 1e-10);
        // a linear map moves codes in proportion, at every radius
        var linear = Layers(Activation.None, 6, 6);
        var curve = ContractionCurve.Of(linear.call, x, new Generator(1), 0.01, 1, 100);
        Assert.All(curve, point => Assert.Equal(curve[0].Ratio, point.Ratio, 1e-9));
    }

    [Fact]
    public void Bad_options_are_named()
    {
        using var scope = NewDisposeScope();
        var deep = Autoencoder.Dense(new(5, [4, 3]), new Generator(1));
        Assert.Contains("one dense layer", Assert.Throws<ArgumentException>(() => Contraction.Of(deep, 1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => ContractiveAutoencoder.Loss(deep, zeros([1, 5]), -1));
        Assert.Throws<ArgumentException>(() => ContractiveAutoencoder.Create(784, 0, new Generator(1)));
        Assert.Throws<ArgumentException>(() => deep.TrainContractive(zeros([0, 5]), 1, new Generator(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => GradientNoise.Of(deep.parameters(), () => zeros([1]), 1));
        Assert.Contains("of one row it made [1]", Assert.Throws<ArgumentException>(() => Jacobian.Of(x => x.sum([1]), zeros([1, 5]))).Message, StringComparison.Ordinal);
    }
}

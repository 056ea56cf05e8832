using Latent.Linear;
using Latent.Training;
using static TorchSharp.torch;

namespace Latent.Tests.Linear;

public sealed class LinearAutoencoderTests(MnistFixture mnist)
{
    private static LinearAutoencoder Make(LinearAutoencoderOptions options, ulong seed = 1) => new(options, new Generator(seed));

    [Fact]
    public void Forward_is_the_equation()
    {
        using var scope = NewDisposeScope();
        var model = Make(new(6, [3], Activation: Activation.Sigmoid, Precision: ScalarType.Float64));
        var x = TestTensors.Correlated(5, 6);
        var h = (x.matmul(model.EncoderWeights[0].t()) + model.EncoderBiases[0]).sigmoid();
        TestTensors.Near(h.matmul(model.DecoderWeights[0].t()) + model.DecoderBiases[0], model.forward(x), 1e-12);
        using var loss = model.Loss(x).Total;
        Assert.Equal((x - model.forward(x)).square().sum([1]).mean().item<double>(), loss.item<double>(), 1e-12);
        Assert.Equal(loss.item<double>(), model.Error(x), 1e-9);
    }

    [Theory]
    [InlineData(new[] { 10 }, 10)]
    [InlineData(new[] { 20, 5, 20 }, 5)]
    [InlineData(new[] { 20, 10, 5 }, 5)] // asymmetric: one step back to the input
    [InlineData(new[] { 5, 10, 20 }, 5)]
    public void The_code_is_the_smallest_layer(int[] hidden, int code)
    {
        using var model = Make(new(30, hidden));
        Assert.Equal([2, code], model.Encode(zeros([2, 30])).shape);
        Assert.Equal([2, 30], model.forward(zeros([2, 30])).shape);
        Assert.Equal(hidden.Length + 1, model.EncoderWeights.Count + model.DecoderWeights.Count);
    }

    [Fact]
    public void Tied_weights_are_the_transposed_ones_and_train_together()
    {
        using var scope = NewDisposeScope();
        using var model = Make(new(8, [5, 3, 5], Tied: true, Bias: false, Precision: ScalarType.Float64));
        Assert.Equal(2, model.parameters().Count());
        TestTensors.Near(model.EncoderMatrix(), model.DecoderMatrix().t(), 1e-14);
        var x = TestTensors.Correlated(20, 8);
        model.Loss(x).Total.backward();
        Assert.All(model.parameters(), p => Assert.NotNull(p.grad));
        using var free = Make(new(8, [5, 3, 5], Bias: false));
        Assert.Equal(4, free.parameters().Count());
    }

    [Theory]
    [InlineData(false, 1), InlineData(true, 1), InlineData(false, 3), InlineData(true, 3)]
    public void The_loss_by_moments_is_the_loss_over_all_data_and_so_is_its_gradient(bool tied, int layers)
    {
        using var scope = NewDisposeScope();
        using var model = Make(new(6, layers == 1 ? [2] : [4, 2, 4], Tied: tied, Precision: ScalarType.Float64));
        var x = TestTensors.Correlated(40, 6);
        using var moments = SecondMoments.Of(x);
        var direct = model.Loss(x).Total;
        var byMoments = model.Loss(moments).Total;
        Assert.Equal(direct.item<double>(), byMoments.item<double>(), 1e-9);
        direct.backward();
        var gradients = model.parameters().Select(p => p.grad!.clone()).ToList();
        model.zero_grad();
        byMoments.backward();
        foreach (var (g, p) in gradients.Zip(model.parameters())) TestTensors.Near(g, p.grad!, 1e-8);
    }

    [Fact]
    public void The_gradient_agrees_with_finite_differences()
    {
        using var scope = NewDisposeScope();
        using var model = Make(new(4, [2], Activation: Activation.Sigmoid, Precision: ScalarType.Float64));
        var x = TestTensors.Correlated(10, 4);
        model.Loss(x).Total.backward();
        using var off = no_grad();
        foreach (var parameter in model.parameters())
        {
            var flat = parameter.view(-1);
            for (var i = 0; i < flat.shape[0]; i++)
            {
                const double h = 1e-5;
                double At(double step)
                {
                    flat[i].add_(step);
                    var value = model.Error(x);
                    flat[i].sub_(step);
                    return value;
                }

                Assert.Equal((At(h) - At(-h)) / (2 * h), parameter.grad!.view(-1)[i].item<double>(), 1e-6);
            }
        }
    }

    [Fact]
    public void Trained_on_mnist_it_reaches_the_error_and_the_subspace_of_pca()
    {
        using var generator = new Generator(1);
        using var model = LinearAutoencoderTraining.Start(mnist.Moments, 10, generator);
        var history = LinearAutoencoderTraining.FullBatch(model, mnist.Moments, generator).ToHistory();
        var floor = mnist.Pca.DiscardedVariance(10);
        var error = model.Error(mnist.Train.Images);
        Assert.InRange(error, floor * (1 - 1e-9), floor * 1.005);
        Assert.Equal(history.Last.Loss, error, 0.01);
        using var decoder = model.DecoderMatrix();
        Assert.True(PrincipalAngles.Largest(decoder, mnist.Pca.Directions(10)) < 2);
    }

    [Fact]
    public void Bad_options_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Make(new(0, [1])));
        Assert.Throws<ArgumentException>(() => Make(new(4, [])));
        Assert.Throws<ArgumentException>(() => Make(new(4, [3, 0])));
        Assert.Contains("[5, 3, 4]", Assert.Throws<ArgumentException>(() => Make(new(8, [5, 3, 4], Tied: true))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Make(new(8, [3, 3], Tied: true)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Make(new(8, [3], CodeLayer: 1)));
        using var model = Make(new(8, [3]));
        Assert.Throws<ArgumentException>(() => model.forward(zeros([2, 7])));
        using var sigmoid = Make(new(784, [3], Activation: Activation.Sigmoid, Precision: ScalarType.Float64));
        Assert.Throws<InvalidOperationException>(() => sigmoid.Loss(mnist.Moments));
    }
}

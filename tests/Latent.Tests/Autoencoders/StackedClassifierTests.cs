using Latent.Autoencoders;
using Latent.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Latent.Tests.Autoencoders;

public sealed class StackedClassifierTests(MnistFixture mnist)
{
    [Fact]
    public void It_starts_from_the_way_up_and_leaves_the_scaffolding_behind()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(1);
        var x = rand([30, 6], ScalarType.Float32, generator: generator);
        PretrainedLayer Layer(Tensor data, int units) => PretrainedLayer.Of(Autoencoder.Dense(new((int)data.shape[1], [units]), generator));
        var stack = PretrainedLayers.Train(x, data => Layer(data, 5), data => Layer(data, 3));
        var classifier = StackedClassifier.On(stack, 4);
        Assert.Equal(6 * 5 + 5 + 5 * 3 + 3 + 3 * 4 + 4, classifier.parameters().Sum(p => p.numel()));
        TestTensors.Near(stack.Encode(x), classifier.Features.forward(x), 0);
        Assert.Equal(Math.Log(4), classifier.Loss(new(x, zeros(30, ScalarType.Int64), 2, 3, "noise")).Total.item<float>(), 1e-6);
    }

    [Fact]
    public void Gradients_agree_with_differences_and_three_epochs_learn_the_digits()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(2);
        var small = new StackedClassifier(DenseLayers.Random([4, 3], [Activation.Sigmoid], generator, precision: ScalarType.Float64), 2);
        small.to(ScalarType.Float64);
        var batch = new Latent.Data.LabelledImages(rand([5, 4], ScalarType.Float64, generator: generator), tensor(new long[] { 0, 1, 1, 0, 1 }), 2, 2, "noise");
        AssertGradient.AgreesWithDifferences(small.parameters(), () => small.Loss(batch).Total);

        var train = mnist.Train.Take(10_000);
        var classifier = new StackedClassifier(DenseLayers.Random([784, 100], [Activation.Relu], generator), 10);
        classifier.Train(train, generator, epochs: 3, batchSize: 50).ToHistory();
        Assert.InRange(classifier.Error(mnist.Test).Percent, 3, 9);
    }

    [Fact]
    public void Plain_descent_steps_along_the_gradient_by_the_rate()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(4);
        var batch = mnist.Train.Take(20);
        var classifier = new StackedClassifier(DenseLayers.Random([784, 5], [Activation.Sigmoid], generator), 10);
        classifier.Loss(batch).Total.backward();
        var expected = classifier.parameters().Select(p => (p - 0.5 * p.grad!).detach().clone()).ToList();
        classifier.Train(batch, generator, epochs: 1, batchSize: 20, rate: 0.5, Optimisers.Sgd).ToHistory();
        foreach (var (wanted, got) in expected.Zip(classifier.parameters())) TestTensors.Near(wanted, got, 1e-6);

        var model = DenoisingAutoencoder.Create(784, 5, generator);
        model.Loss(batch.Images).Total.backward();
        expected = model.parameters().Select(p => (p - 0.5 * p.grad!).detach().clone()).ToList();
        model.Train(batch.Images, generator, new(Epochs: 1, BatchSize: 20, Rate: 0.5, Optimiser: Optimisers.Sgd)).ToHistory();
        foreach (var (wanted, got) in expected.Zip(model.parameters())) TestTensors.Near(wanted, got, 1e-5);
    }

    [Fact]
    public void Labels_outside_the_classes_are_refused()
    {
        using var generator = new Generator(3);
        var classifier = new StackedClassifier(DenseLayers.Random([784, 5], [Activation.Sigmoid], generator), 9);
        Assert.Contains("given 9", Assert.Throws<ArgumentException>("images", () => classifier.Train(mnist.Train.Take(100), generator)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("classes", () => new StackedClassifier(DenseLayers.Random([784, 5], [Activation.Sigmoid], generator), 1));
    }
}

using Latent.Evaluation;
using Latent.Linear;
using Latent.Training;
using static TorchSharp.torch;

namespace Latent.Tests.Linear;

public sealed class SoftmaxRegressionTests(MnistFixture mnist)
{
    [Fact]
    public void Before_training_every_class_is_equally_probable()
    {
        using var model = new SoftmaxRegression(784, 10);
        using var loss = model.Loss(mnist.Test.Take(50)).Total;
        Assert.Equal(Math.Log(10), loss.item<float>(), 1e-5);
    }

    [Fact]
    public void It_learns_digits()
    {
        using var generator = new Generator(1);
        using var model = new SoftmaxRegression(784, 10);
        var state = new TrainingState(model, optim.Adam(model.parameters(), lr: 3e-3), generator);
        var history = Fit.Epochs(3, state, mnist.Train.Take(10_000), 100, batch => model.Loss(batch)).ToHistory();
        Assert.True(history.Last.Loss < 0.35);
        var test = mnist.Test.Take(2000);
        Assert.InRange(ErrorRate.Of(model.Predict(test.Images), test.Labels).Percent, 7, 15);
    }
}

using Latent.Evaluation;
using Latent.Linear;
using static TorchSharp.torch;

namespace Latent.Tests.Linear;

public sealed class ClassDensitiesTests(MnistFixture mnist)
{
    [Fact]
    public void It_classifies_digits_and_its_samples_are_of_their_class()
    {
        using var scope = NewDisposeScope();
        var train = mnist.Train.Take(10_000);
        using var densities = ClassDensities.Fit(train, 20);
        var test = mnist.Test.Take(2000);
        var error = ErrorRate.Of(densities.Predict(test.Images), test.Labels);
        Assert.InRange(error.Percent, 2, 7);

        var drawn = densities.Sample(3, 50, new Generator(1));
        Assert.Equal([50, 784], drawn.shape);
        Assert.True(densities.Predict(drawn).eq(3).sum().item<long>() >= 45);
    }

    [Fact]
    public void The_density_of_an_image_is_the_sum_over_classes()
    {
        using var scope = NewDisposeScope();
        using var densities = ClassDensities.Fit(mnist.Train.Take(2000), 5);
        var x = mnist.Test.Images.narrow(0, 0, 3);
        var expected = densities.LogJoint(x).Values();
        var total = densities.LogLikelihood(x).Values();
        for (var n = 0; n < 3; n++)
        {
            var joint = expected[(10 * n)..(10 * n + 10)];
            Assert.Equal(joint.Max() + Math.Log(joint.Sum(j => Math.Exp(j - joint.Max()))), total[n], 1e-8);
        }
    }
}

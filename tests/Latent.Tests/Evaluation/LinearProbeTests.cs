using Latent.Evaluation;
using static TorchSharp.torch;

namespace Latent.Tests.Evaluation;

public sealed class LinearProbeTests(MnistFixture mnist)
{
    [Fact]
    public void It_finds_classes_that_a_plane_separates_and_not_those_that_none_does()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(1);
        var x = rand([2000, 2], generator: generator) * 2 - 1;
        var straight = (x.select(1, 0) + 0.5 * x.select(1, 1)).gt(0.1).to_type(ScalarType.Int64);
        var crossed = (x.select(1, 0) * x.select(1, 1)).gt(0).to_type(ScalarType.Int64);
        ErrorRate Error(Tensor labels) => LinearProbe.Error(x.narrow(0, 0, 1500), labels.narrow(0, 0, 1500), x.narrow(0, 1500, 500), labels.narrow(0, 1500, 500), generator, classes: 2, epochs: 100);
        Assert.InRange(Error(straight).Percent, 0, 3);
        Assert.InRange(Error(crossed).Percent, 35, 65);
    }

    [Fact]
    public void On_pixels_it_is_softmax_regression()
    {
        using var generator = new Generator(2);
        var (train, test) = (mnist.Train.Take(5000), mnist.Test.Take(2000));
        var error = LinearProbe.Error(train.Images, train.Labels, test.Images, test.Labels, generator, epochs: 8);
        Assert.InRange(error.Percent, 9, 16);
        Assert.Throws<ArgumentException>("trainLabels", () => LinearProbe.Error(train.Images, train.Labels, test.Images, test.Labels, generator, classes: 9));
    }
}

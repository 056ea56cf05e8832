using Latent.Evaluation;
using Latent.Linear;
using static TorchSharp.torch;

namespace Latent.Tests.Linear;

public sealed class LinearLimitsTests(MnistFixture mnist)
{
    [Theory]
    [InlineData(1, 5e-4), InlineData(0.3, 5e-4), InlineData(0.1, 5e-5), InlineData(0.03, 5e-6), InlineData(0.01, 5e-6)]
    public void The_sigmoid_encoder_gives_the_computed_table(double epsilon, double tolerance)
    {
        var expected = References.Load()[$"mnist-sigmoid-limit-{epsilon}"].Value;
        Assert.Equal(expected, new SigmoidLimit(mnist.Pca, 30).Error(mnist.Test.Images, epsilon), tolerance);
    }

    [Fact]
    public void An_overcomplete_network_copies_to_the_bit()
    {
        using var network = Overcomplete.Copy(784, 1000);
        using var x = mnist.Test.Images.narrow(0, 0, 100);
        Assert.True(network.forward(x).Equals(x));
        Assert.Equal(0, network.Error(x));
        Assert.Throws<ArgumentOutOfRangeException>(() => Overcomplete.Copy(10, 9));
    }

    [Fact]
    public void The_optimal_decoder_is_the_least_squares_solution_of_MathNet()
    {
        using var x = TestTensors.Correlated(30, 4);
        using var h = TestTensors.Correlated(30, 2, seed: 5);
        using var w = OptimalLinear.Decoder(x, h);
        var expected = h.ToMathNet().QR().Solve(x.ToMathNet()).Transpose();
        Assert.Equal(0, (expected - w.ToMathNet()).L2Norm(), 1e-9);
        Assert.Throws<ArgumentException>(() => OptimalLinear.Decoder(x, h.narrow(0, 0, 20)));
    }

    [Fact]
    public void The_optimal_encoder_is_the_pseudoinverse()
    {
        using var w = TestTensors.Correlated(5, 2);
        using var t = OptimalLinear.Encoder(w);
        Assert.Equal(0, (w.ToMathNet().PseudoInverse() - t.ToMathNet()).L2Norm(), 1e-9);
    }
}

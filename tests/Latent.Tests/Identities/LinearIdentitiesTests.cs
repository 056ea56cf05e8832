using Latent.Identities;
using Latent.Linear;
using static TorchSharp.torch;
using static Latent.Tests.Identities.AssertDerivation;

namespace Latent.Tests.Identities;

public sealed class LinearIdentitiesTests(MnistFixture mnist)
{
    private const int K = 10;

    [Fact]
    public void Pca_identities_hold_on_mnist()
    {
        Holds(LinearIdentities.MeanOnDroppedDirections(mnist.Pca, mnist.Train.Images, K));
        Holds(LinearIdentities.ErrorIsDiscardedVariance(mnist.Pca, mnist.Train.Images, 2, K, 30, 712));
        Holds(LinearIdentities.Optimality(mnist.Pca, mnist.Moments, K, new Generator(1), trials: 5));
    }

    [Fact]
    public void Svd_identities_hold_on_mnist()
    {
        var x = mnist.Test.Images.narrow(0, 0, 2000);
        Holds(LinearIdentities.SvdDefinition(x));
        Holds(LinearIdentities.SingularValuesAndEigenvalues(x, 1));
        Holds(LinearIdentities.SingularValuesAndEigenvalues(x, 30));
        Holds(LinearIdentities.TraceChain(x, K));
    }

    [Theory]
    [InlineData(10, 4), InlineData(3, 8), InlineData(200, 5)]
    public void The_trace_chain_holds_for_any_shape(int n, int d)
    {
        using var x = TestTensors.Correlated(n, d);
        Holds(LinearIdentities.TraceChain(x, 2));
        Holds(LinearIdentities.SvdDefinition(x));
    }

    [Fact]
    public void Autoencoder_identities_hold_on_mnist()
    {
        using var scope = NewDisposeScope();
        Holds(LinearIdentities.AutoencoderOptimum(mnist.Pca, mnist.Moments, K, new Generator(1)));
        Holds(LinearIdentities.SaddlePoint(mnist.Pca, mnist.Moments, 0, 1, 3));
        Holds(LinearIdentities.BiasIsTheMean(mnist.Pca, mnist.Test.Images, K));
        Holds(LinearIdentities.OvercompleteCopies(mnist.Test.Images, 1000));
        Holds(LinearIdentities.SigmoidIsPcaInTheLimit(mnist.Pca, mnist.Train.Images, 30));
        var codes = mnist.Pca.Encode(mnist.Test.Images, K).sigmoid();
        Holds(LinearIdentities.OptimalEncoderIsLinear(mnist.Test.Images, OptimalLinear.Decoder(mnist.Test.Images, codes), codes));
    }

    [Fact]
    public void Weight_decay_identities_hold_until_a_direction_vanishes()
    {
        Holds(LinearIdentities.WeightDecayMinimum(mnist.Pca, mnist.Moments, K, penalty: 0.5));
        Assert.Throws<ArgumentOutOfRangeException>("penalty", () => LinearIdentities.WeightDecayMinimum(mnist.Pca, mnist.Moments, K, penalty: 2));
    }

    [Fact]
    public void Likelihood_identities_hold()
    {
        Holds(LinearIdentities.ProbabilisticPcaLikelihood(mnist.Pca, mnist.Train.Images, K));
        Holds(LinearIdentities.GaussianNll());
        Holds(LinearIdentities.GaussianNll(-2, 0.01));
        double[] x = [1, 2, 3, 4, 6], y = [2, 1, 4, 3, 7];
        Holds(LinearIdentities.LeastSquaresIsMaximumLikelihood(LinearRegression.Fit(x, y), x, y));
    }

    [Fact]
    public void A_trained_autoencoder_is_pca_and_an_untrained_one_is_not()
    {
        using var generator = new Generator(1);
        using var x = TestTensors.Correlated(300, 6);
        using var moments = SecondMoments.Of(x);
        using var pca = Pca.Fit(moments);
        using var model = LinearAutoencoderTraining.Start(moments, 2, generator);
        Assert.False(LinearIdentities.TrainedAutoencoder(model, pca, x).Holds());
        foreach (var epoch in LinearAutoencoderTraining.FullBatch(model, moments, generator, epochs: 100)) Assert.True(double.IsFinite(epoch.Loss));
        Holds(LinearIdentities.TrainedAutoencoder(model, pca, x));
    }

    [Fact]
    public void The_minimum_is_no_saddle() =>
        Assert.Throws<ArgumentException>(() => LinearIdentities.SaddlePoint(mnist.Pca, mnist.Moments, 0, 1, 2));
}

using Latent.Identities.Elbo;
using Latent.Variational;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Integration;
using MathNet.Numerics.LinearAlgebra;

namespace Latent.Tests.Identities.Elbo;

public sealed class ElboModelTests
{
    [Fact]
    public void The_evidence_of_the_scalar_model_is_what_an_adaptive_rule_finds()
    {
        var evidence = DoubleExponentialTransformation.Integrate(
            z => Normal.PDF(0, 1, z) * Normal.PDF(Math.Tanh(1.5 * z - 0.3) + 0.2 * z, 0.4, 0.8), -12, 12, 1e-14);
        Assert.Equal(Math.Log(evidence), ElboModels.Scalar.LogEvidence.Value, 1e-11);
    }

    [Fact]
    public void A_scalar_model_with_a_linear_decoder_is_the_linear_model()
    {
        var q = new Gaussian(0.3, 0.2);
        var scalar = new ScalarElboModel(z => new Gaussian(0.7 * z + 0.1, 0.5).LogDensity(0.9), q);
        var linear = new LinearGaussianElboModel(
            Matrix<double>.Build.Dense(1, 1, 0.7), Vector<double>.Build.Dense(1, 0.1), 0.5, Vector<double>.Build.Dense(1, 0.9),
            new(Vector<double>.Build.Dense(1, q.Mean), Matrix<double>.Build.Dense(1, 1, q.Variance)));
        foreach (var density in Enum.GetValues<Density>())
            Assert.Equal(linear.ExpectedLog([density]).Value, scalar.ExpectedLog([density]).Value, 1e-11);
        Assert.Equal(linear.LogExpected([Density.Joint.Over(Density.Approximation)]).Value, scalar.LogExpected([Density.Joint.Over(Density.Approximation)]).Value, 1e-11);
        Assert.Equal(linear.Divergence(Density.Posterior).Value, scalar.Divergence(Density.Posterior).Value, 1e-11);
    }

    [Fact]
    public void Wrong_models_are_refused()
    {
        var joint = new[,] { { 0.5, 0.2 }, { 0.1, 0.2 } };
        Assert.Throws<ArgumentOutOfRangeException>("x", () => new DiscreteElboModel(joint, 2, [0.5, 0.5]));
        Assert.Throws<ArgumentException>("q", () => new DiscreteElboModel(joint, 0, [0.5, 0.4]));
        Assert.Throws<ArgumentException>("q", () => new DiscreteElboModel(joint, 0, [1]));
        Assert.Throws<ArgumentException>("joint", () => new DiscreteElboModel(new[,] { { 0.5, -0.2 }, { 0.5, 0.2 } }, 0, [0.5, 0.5]));
        Assert.Throws<ArgumentException>("q", () => new ScalarElboModel(_ => 0, new Gaussian(11, 1)));
        Assert.Throws<ArgumentException>("q", () => new ScalarElboModel(_ => 0, new Gaussian(0, 0)));
        var one = Vector<double>.Build.Dense(1);
        var matrix = Matrix<double>.Build.DenseIdentity(1);
        Assert.Throws<ArgumentOutOfRangeException>("variance", () => new LinearGaussianElboModel(matrix, one, 0, one, GaussianVector.Standard(1)));
        Assert.Throws<ArgumentException>("q", () => new LinearGaussianElboModel(matrix, one, 1, one, GaussianVector.Standard(2)));
    }
}

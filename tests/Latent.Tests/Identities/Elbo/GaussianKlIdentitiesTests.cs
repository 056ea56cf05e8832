using Latent.Identities;
using Latent.Identities.Elbo;
using Latent.Variational;
using MathNet.Numerics.LinearAlgebra;
using static TorchSharp.torch;

namespace Latent.Tests.Identities.Elbo;

public sealed class GaussianKlIdentitiesTests
{
    [Theory]
    [InlineData(0.5, 0.25), InlineData(-3, 0.01), InlineData(0.1, 5)]
    public void One_variable(double mean, double variance)
    {
        using var generator = new Generator(3);
        AssertDerivation.Holds(GaussianKlIdentities.OneVariable(new(mean, variance), 20_000, generator));
    }

    [Fact]
    public void The_printed_value() => Assert.Equal(0.4431471805599453, new Gaussian(0.5, 0.25).DivergenceFrom(Gaussian.Standard), 1e-15);

    [Fact]
    public void Two_and_several_variables()
    {
        AssertDerivation.Holds(GaussianKlIdentities.TwoGaussians(new(0.5, 0.25), new(-1, 2)));
        var left = new GaussianVector(Vector<double>.Build.DenseOfArray([1, -1, 0.5]), Matrix<double>.Build.DenseOfArray(new[,] { { 1, 0.3, 0.1 }, { 0.3, 0.8, -0.2 }, { 0.1, -0.2, 0.5 } }));
        var right = new GaussianVector(Vector<double>.Build.DenseOfArray([0, 0.5, 0.2]), Matrix<double>.Build.DenseOfArray(new[,] { { 2, -0.4, 0 }, { -0.4, 1.5, 0.1 }, { 0, 0.1, 1 } }));
        AssertDerivation.Holds(GaussianKlIdentities.SeveralVariables(left, right));
    }

    [Fact]
    public void A_reader_can_test_a_formula()
    {
        Assert.True(GaussianKlIdentities.Check("right", "f", (mu, v) => 0.5 * (mu * mu + v - 1 - Math.Log(v))).Holds());
        Func<double, double, double>[] slips =
        [
            (mu, v) => -0.5 * (mu * mu + v - 1 - Math.Log(v)), (mu, v) => mu * mu + v - 1 - Math.Log(v), (mu, v) => 0.5 * (mu + v - 1 - Math.Log(v)),
            (mu, v) => 0.5 * (mu * mu + Math.Sqrt(v) - 1 - Math.Log(v)), (mu, v) => 0.5 * (mu * mu + v - Math.Log(v)), (mu, v) => 0.5 * (mu * mu + v - 1 - 0.5 * Math.Log(v)),
        ];
        Assert.All(slips, slip => Assert.False(GaussianKlIdentities.Check("slip", "f", slip).Holds()));
    }
}

using Latent.Variational;
using static TorchSharp.torch;

namespace Latent.Tests.Variational;

public sealed class GaussianKlTests
{
    [Fact]
    public void Agrees_with_the_formula_of_one_variable()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(1);
        var (mu1, logVar1, mu2, logVar2) = (Draw(generator), Draw(generator), Draw(generator), Draw(generator));
        var (standard, between) = (GaussianKl.ToStandardNormal(mu1, logVar1), GaussianKl.Between(mu1, logVar1, mu2, logVar2));
        for (var n = 0; n < 4; n++)
        {
            Gaussian At(Tensor mu, Tensor logVar, int j) => new(mu[n, j].item<double>(), Math.Exp(logVar[n, j].item<double>()));
            Assert.Equal(Enumerable.Range(0, 3).Sum(j => At(mu1, logVar1, j).DivergenceFrom(Gaussian.Standard)), standard[n].item<double>(), 1e-12);
            Assert.Equal(Enumerable.Range(0, 3).Sum(j => At(mu1, logVar1, j).DivergenceFrom(At(mu2, logVar2, j))), between[n].item<double>(), 1e-12);
        }
    }

    [Fact]
    public void Stays_finite_far_out()
    {
        using var scope = NewDisposeScope();
        foreach (var logVar in new[] { -50f, 50f })
            Assert.True(float.IsFinite(GaussianKl.ToStandardNormal(zeros(1, 2), full([1, 2], logVar)).item<float>()));
        Assert.Equal(0, GaussianKl.ToStandardNormal(zeros(1, 2), zeros(1, 2)).item<float>());
    }

    [Fact]
    public void Shapes_must_agree()
    {
        Assert.Throws<ArgumentException>("logVar", () => GaussianKl.ToStandardNormal(zeros(2, 3), zeros(2, 2)));
        Assert.Throws<ArgumentException>("mu2", () => GaussianKl.Between(zeros(2, 3), zeros(2, 3), zeros(1, 3), zeros(1, 3)));
        Assert.Throws<ArgumentException>("mu", () => GaussianKl.ToStandardNormal(zeros(3), zeros(3)));
    }

    private static Tensor Draw(Generator generator) => randn([4, 3], ScalarType.Float64, generator: generator);
}

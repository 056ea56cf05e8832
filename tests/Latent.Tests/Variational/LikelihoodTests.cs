using Latent.Variational;
using MathNet.Numerics.Distributions;
using static TorchSharp.torch;

namespace Latent.Tests.Variational;

public sealed class LikelihoodTests
{
    [Fact]
    public void Bernoulli_is_minus_the_cross_entropy()
    {
        using var scope = NewDisposeScope();
        double[] logits = [-3, 0.2, 40, -800], x = [0, 1, 1, 0];
        var expected = logits.Zip(x, (l, v) => v * l - Math.Max(l, 0) - Math.Log(1 + Math.Exp(-Math.Abs(l)))).Sum();
        Assert.Equal(expected, Of(new BernoulliLikelihood(), logits, x), 1e-12);
        Assert.Equal(Math.Log(0.25), Of(new BernoulliLikelihood(), [0, 0], [0, 1]), 1e-12);
    }

    [Fact]
    public void Gaussian_is_the_density_of_MathNet()
    {
        double[] mean = [0.3, -1], x = [0.1, 0.5];
        double Sum(double s0, double s1) => Normal.PDFLn(mean[0], s0, x[0]) + Normal.PDFLn(mean[1], s1, x[1]);
        Assert.Equal(Sum(0.5, 0.5), Of(new GaussianLikelihood(Variance: 0.25), mean, x), 1e-12);
        Assert.Equal(Sum(0.5, 0.5), Of(new GaussianLikelihood(VarianceKind.Shared), [.. mean, Math.Log(0.25)], x), 1e-12);
        Assert.Equal(Sum(0.5, 2), Of(new GaussianLikelihood(VarianceKind.PerDimension), [.. mean, Math.Log(0.25), Math.Log(4)], x), 1e-12);
    }

    [Theory]
    [InlineData(0.5, -3), InlineData(0, -6.9), InlineData(1.2, -1), InlineData(-4, -2), InlineData(0.998, -40)]
    public void The_levels_of_the_discretised_logistic_sum_to_one(double mean, double logScale)
    {
        var mass = Enumerable.Range(0, 256).Sum(level => Math.Exp(Of(new DiscretizedLogisticLikelihood(), [mean, logScale], [level / 255.0])));
        Assert.Equal(1, mass, 1e-9);
    }

    [Fact]
    public void Samples_of_a_row_are_judged_as_rows_are()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(1);
        Likelihood[] all = [new BernoulliLikelihood(), new GaussianLikelihood(VarianceKind.PerDimension), new DiscretizedLogisticLikelihood()];
        foreach (var likelihood in all)
        {
            var x = rand([2, 5], ScalarType.Float64, generator: generator);
            var outputs = randn([2, 3, likelihood.Outputs(5)], ScalarType.Float64, generator: generator);
            var together = likelihood.LogProbability(outputs, x);
            for (var k = 0; k < 3; k++) TestTensors.Near(likelihood.LogProbability(outputs.select(1, k), x), together.select(1, k), 1e-10);
        }
    }

    [Fact]
    public void Draws_have_the_mean_that_is_told()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(1);
        foreach (var (likelihood, outputs) in new (Likelihood, double[])[] { (new BernoulliLikelihood(), [0.4]), (new GaussianLikelihood(Variance: 0.04), [0.7]), (new DiscretizedLogisticLikelihood(), [0.5, -4]) })
        {
            var many = tensor(outputs).unsqueeze(0).repeat(20_000, 1);
            Assert.Equal(likelihood.Mean(many)[0, 0].item<double>(), likelihood.Sample(many, generator).mean().item<double>(), 0.02);
        }
    }

    [Fact]
    public void Shapes_and_variances_must_fit()
    {
        Assert.Throws<ArgumentException>("outputs", () => new BernoulliLikelihood().LogProbability(zeros(2, 3), zeros(2, 4)));
        Assert.Throws<ArgumentException>("outputs", () => new GaussianLikelihood(VarianceKind.PerDimension).LogProbability(zeros(2, 3), zeros(2, 3)));
        Assert.Throws<ArgumentOutOfRangeException>("Variance", () => new GaussianLikelihood(Variance: 0));
    }

    private static double Of(Likelihood likelihood, double[] outputs, double[] x)
    {
        using var scope = NewDisposeScope();
        return likelihood.LogProbability(tensor(outputs).unsqueeze(0), tensor(x).unsqueeze(0)).item<double>();
    }

    [Theory]
    [InlineData(1), InlineData(7), InlineData(8), InlineData(784), InlineData(1700)]
    public void Sums_in_one_pass_are_those_with_gradients(int pixels)
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(9);
        var x = rand([3, pixels], ScalarType.Float32, generator: generator).round();
        var logits = 20 * randn([3, 5, pixels], ScalarType.Float32, generator: generator);
        logits[0, 0] = 1e4f;
        logits[0, 1] = -1e4f;
        logits[0, 2] = 0;
        var expected = new BernoulliLikelihood().LogProbability(logits.to_type(ScalarType.Float64), x.to_type(ScalarType.Float64));
        var actual = new BernoulliLikelihood().LogProbability(logits, x);
        foreach (var (e, a) in expected.Values().Zip(actual.Values())) Assert.Equal(1, (a - 1) / (e - 1), 1e-5);
        TestTensors.Near(actual, new BernoulliLikelihood().LogProbability(logits.requires_grad_(), x), 1e-2 * pixels);
    }
}

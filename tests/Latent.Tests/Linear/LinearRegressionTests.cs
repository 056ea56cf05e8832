using Latent.Linear;
using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Latent.Tests.Linear;

public sealed class LinearRegressionTests
{
    private static readonly double[] X = [.. Enumerable.Range(0, 40).Select(i => i / 8.0 + 2)];
    private static readonly double[] Y = Noisy(seed: 3);

    [Theory]
    [InlineData(0), InlineData(1), InlineData(2), InlineData(5)]
    public void Coefficients_agree_with_MathNet(int degree)
    {
        var expected = MathNet.Numerics.Fit.Polynomial(X, Y, degree);
        var fitted = LinearRegression.Fit(X, Y, degree);
        foreach (var (e, b) in expected.Zip(fitted.Coefficients)) Assert.Equal(e, b, 1e-6 * Math.Max(1, Math.Abs(e)));
        Assert.Equal(Polynomial.Evaluate(3.3, expected), fitted.Predict(3.3), 1e-8);
    }

    [Fact]
    public void Likelihood_is_the_normal_density_of_the_residuals()
    {
        var fitted = LinearRegression.Fit(X, Y, 2);
        var expected = X.Zip(Y, (x, y) => Normal.PDFLn(fitted.Predict(x), Math.Sqrt(fitted.Variance), y)).Sum();
        Assert.Equal(expected, X.Zip(Y, fitted.LogLikelihood).Sum(), 1e-9);
        Assert.Equal(expected, fitted.LogLikelihoodAtMaximum, 1e-9);
    }

    [Fact]
    public void The_band_of_a_line_is_the_textbook_formula()
    {
        var fitted = LinearRegression.Fit(X, Y);
        double[] at = [1, 4, 9];
        var (confidence, prediction) = (fitted.ConfidenceBand(at, 0.9), fitted.PredictionBand(at, 0.9));
        var (mean, n) = (X.Average(), X.Length);
        var spread = X.Sum(x => (x - mean) * (x - mean));
        var t = StudentT.InvCDF(0, 1, n - 2, 0.95);
        for (var i = 0; i < at.Length; i++)
        {
            var leverage = 1.0 / n + (at[i] - mean) * (at[i] - mean) / spread;
            Assert.Equal(fitted.Predict(at[i]) + t * Math.Sqrt(fitted.UnbiasedVariance * leverage), confidence.High[i], 1e-9);
            Assert.Equal(fitted.Predict(at[i]) - t * Math.Sqrt(fitted.UnbiasedVariance * (1 + leverage)), prediction.Low[i], 1e-9);
        }
    }

    [Fact]
    public void The_band_covers_the_true_mean_as_often_as_it_says()
    {
        var covered = Enumerable.Range(0, 2000).Count(seed =>
        {
            var band = LinearRegression.Fit(X, Noisy(seed), 2).ConfidenceBand([3.0]);
            return band.Low[0] <= Truth(3) && Truth(3) <= band.High[0];
        });
        Assert.InRange(covered / 2000.0, 0.93, 0.97); // 0.95 ± 4 standard errors
    }

    [Fact]
    public void Criteria_find_the_true_degree_though_likelihood_always_rises()
    {
        var fits = LinearRegression.FitDegrees(X, Y, 8);
        for (var d = 1; d < fits.Count; d++) Assert.True(fits[d].LogLikelihoodAtMaximum >= fits[d - 1].LogLikelihoodAtMaximum - 1e-9);
        Assert.Equal(2, fits.MinBy(f => f.Bic)!.Degree);
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        Assert.Throws<ArgumentException>(() => LinearRegression.Fit([1, 2], [1, 2, 3]));
        Assert.Throws<ArgumentException>(() => LinearRegression.Fit([1, 2], [1, 2]));
        Assert.Throws<ArgumentException>(() => LinearRegression.Fit([1, 1, 1, 1], [1, 2, 3, 4]));
        Assert.Throws<ArgumentException>(() => LinearRegression.Fit([1, 2, double.NaN], [1, 2, 3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => LinearRegression.Fit(X, Y).ConfidenceBand(X, 1));
    }

    private static double Truth(double x) => 1 + 2 * x - 0.4 * x * x;

    private static double[] Noisy(int seed)
    {
        var random = new Random(seed);
        return [.. X.Select(x => Truth(x) + Normal.Sample(random, 0, 0.3))];
    }
}

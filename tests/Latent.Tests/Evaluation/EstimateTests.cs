using Latent.Evaluation;
using MathNet.Numerics.Statistics;
using static TorchSharp.torch;

namespace Latent.Tests.Evaluation;

public sealed class EstimateTests
{
    private static readonly double[] Values = [1.5, 2, 4, 8, 1e3];

    [Fact]
    public void Mean_and_standard_error_agree_with_MathNet()
    {
        var estimate = Estimate.Mean(Values);
        Assert.Equal(Values.Mean(), estimate.Value, 1e-12);
        Assert.Equal(Values.StandardDeviation() / Math.Sqrt(5), estimate.StandardError, 1e-10);
        using var x = tensor(Values);
        Assert.Equal(estimate, Estimate.Mean(x));
        Assert.Equal(1.959963985 * estimate.StandardError, estimate.HalfWidth95, 1e-6);
        Assert.True(estimate.Interval95.Contains(estimate.Value));
        Assert.Throws<ArgumentException>(() => Estimate.Mean([1.0]));
    }

    [Theory]
    [InlineData(3.03, 0.15), InlineData(11.11, 0.28), InlineData(14.58, 0.31), InlineData(55.18, 0.44), InlineData(2.15, 0.13)]
    public void The_binomial_interval_is_that_of_the_2008_table(double percent, double printed)
    {
        var interval = ConfidenceInterval.Binomial((long)Math.Round(percent * 500), 50_000);
        Assert.Equal(printed, Math.Round(100 * interval.HalfWidth, 2));
    }

    [Fact]
    public void The_interval_of_a_mean_is_student_s()
    {
        var interval = ConfidenceInterval.Mean([1, 2, 3], 0.9);
        Assert.Equal(2 + 2.919986 / Math.Sqrt(3), interval.High, 1e-5); // t for 2 degrees of freedom at 0.95
        Assert.Equal(2, (interval.Low + interval.High) / 2, 1e-12);
        Assert.Throws<ArgumentOutOfRangeException>(() => ConfidenceInterval.Mean([1, 2, 3], 1.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => ConfidenceInterval.Binomial(5, 4));
    }

    [Fact]
    public void An_error_rate_prints_as_tables_do()
    {
        using var predicted = tensor(new long[] { 1, 2, 3, 4 });
        using var labels = tensor(new long[] { 1, 2, 3, 5 });
        var rate = ErrorRate.Of(predicted, labels);
        Assert.Equal((1L, 4L), (rate.Errors, rate.N));
        Assert.Equal("25.00 ± 42.43 %", rate.ToString());
        Assert.Throws<ArgumentException>(() => ErrorRate.Of(predicted, labels.narrow(0, 0, 2)));
    }
}

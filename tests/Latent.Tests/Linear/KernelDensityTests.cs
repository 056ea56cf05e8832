using Latent.Linear;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Integration;

namespace Latent.Tests.Linear;

public sealed class KernelDensityTests
{
    private static readonly double[] Points = [-1, 0.5, 0.7, 2, 3.5];

    [Fact]
    public void It_is_the_mean_of_normal_densities()
    {
        var density = KernelDensity.Fit(Points, 0.4);
        Assert.Equal(Points.Average(p => Normal.PDF(p, 0.4, 1.1)), density.At(1.1), 1e-12);
    }

    [Fact]
    public void On_the_line_it_integrates_to_one() =>
        Assert.Equal(1, GaussLegendreRule.Integrate(KernelDensity.Fit(Points).At, -20, 20, 512), 1e-9);

    [Fact]
    public void In_the_plane_it_integrates_to_one_and_the_grid_agrees()
    {
        var density = KernelDensity.Fit(Points.Select((x, i) => (x, Points[^(i + 1)] * 2)));
        Assert.Equal(1, GaussLegendreRule.Integrate(density.At, -20, 20, -30, 30, 128), 1e-6);
        Assert.Equal(density.At(0.5, 2), density.Grid([0, 0.5], [1, 2, 3])[1, 1]);
    }

    [Fact]
    public void Scott_s_rule_sets_the_bandwidth()
    {
        var deviation = MathNet.Numerics.Statistics.Statistics.StandardDeviation(Points);
        Assert.Equal(deviation * Math.Pow(5, -0.2), KernelDensity.Fit(Points).Bandwidths[0], 1e-12);
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        Assert.Throws<ArgumentException>(() => KernelDensity.Fit([1.0]));
        Assert.Throws<ArgumentException>(() => KernelDensity.Fit([1.0, 1.0]));
        Assert.Throws<ArgumentException>(() => KernelDensity.Fit(Points, 0));
        Assert.Throws<ArgumentException>(() => KernelDensity.Fit([1.0, double.NaN]));
        Assert.Throws<ArgumentException>(() => KernelDensity.Fit(Points).At(1, 2));
    }
}

using Charts;
using Latent.Linear;

namespace Lectures;

/// <summary>Pictures of a regression with its error model.</summary>
public static class RegressionFigure
{
    /// <summary>Points, the fitted curve, the band of its mean and the band of new points.</summary>
    /// <param name="fit">The regression.</param>
    /// <param name="x">Places of the points.</param>
    /// <param name="y">Values of the points.</param>
    /// <param name="level">Probability of both bands, in (0, 1).</param>
    public static Figure Show(this LinearRegression fit, IReadOnlyList<double> x, IReadOnlyList<double> y, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(fit);
        ArgumentNullException.ThrowIfNull(x);
        var (low, high) = (x.Min(), x.Max());
        var places = Enumerable.Range(0, 101).Select(i => low + (high - low) * i / 100).ToList();
        var (fresh, mean) = (fit.PredictionBand(places, level), fit.ConfidenceBand(places, level));
        return Chart.Combine(
            Chart.Point(x, y, "images", MarkerSize: 4).WithMarkerStyle(Color: Palette.Neutral, Opacity: 0.45),
            Chart.Range(places, fresh.Mean, fresh.High, fresh.Low, $"{level:P0} of new images"),
            Chart.Range(places, mean.Mean, mean.High, mean.Low, $"the mean, {level:P0} confidence"));
    }
}

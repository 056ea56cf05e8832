using System.Numerics;
using Charts.Json;

namespace Charts;

public static partial class Chart
{
    /// <summary>A histogram, binned by plotly.</summary>
    /// <param name="x">The values [N].</param>
    /// <param name="Name">Name in the legend.</param>
    /// <param name="HistNorm">null counts; "probability", "probability density", "percent".</param>
    /// <param name="NBins">At most this many bins; at least 1.</param>
    /// <param name="BinRange">Edges of the first and last bin with the width of each: (start, end, size).</param>
    /// <param name="MarkerColor">CSS colour; null takes the palette.</param>
    /// <param name="Opacity">Opacity in [0, 1].</param>
    /// <exception cref="ArgumentOutOfRangeException">NBins is less than 1 or the bin size is not positive.</exception>
    public static Figure Histogram<T>(
        IEnumerable<T> x, string? Name = null, string? HistNorm = null, int? NBins = null,
        (double Start, double End, double Size)? BinRange = null, string? MarkerColor = null, double? Opacity = null)
        where T : INumber<T>
    {
        if (NBins is { } bins)
            ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1, nameof(NBins));
        if (BinRange is { } range)
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(range.Size, nameof(BinRange));
        return new(new HistogramTrace(Series.Of(x, nameof(x)))
        {
            Name = Name, HistNorm = HistNorm, NBinsX = NBins, Opacity = Opacity, Marker = new() { Color = MarkerColor },
            XBins = BinRange is { } b ? new(b.Start, b.End, b.Size) : null,
        });
    }

    /// <summary>A histogram of points in the plane, as coloured cells.</summary>
    /// <param name="x">Abscissae [N].</param>
    /// <param name="y">Ordinates [N].</param>
    /// <param name="NBinsX">At most this many bins across.</param>
    /// <param name="NBinsY">At most this many bins up.</param>
    /// <param name="HistNorm">null counts; "probability", "probability density", "percent".</param>
    /// <param name="ColorScale">Name of a plotly colour scale.</param>
    /// <param name="ShowScale">Whether the bar of the scale is drawn.</param>
    /// <exception cref="ArgumentException">Lengths differ.</exception>
    public static Figure Histogram2D<TX, TY>(
        IEnumerable<TX> x, IEnumerable<TY> y, int? NBinsX = null, int? NBinsY = null, string? HistNorm = null,
        string? ColorScale = null, bool? ShowScale = null)
        where TX : INumber<TX> where TY : INumber<TY> => Binned(x, y, NBinsX, NBinsY, HistNorm, ColorScale, ShowScale, contour: false);

    /// <summary>A histogram of points in the plane, as contour lines.</summary>
    /// <inheritdoc cref="Histogram2D{TX, TY}"/>
    public static Figure Histogram2DContour<TX, TY>(
        IEnumerable<TX> x, IEnumerable<TY> y, int? NBinsX = null, int? NBinsY = null, string? HistNorm = null,
        string? ColorScale = null, bool? ShowScale = null)
        where TX : INumber<TX> where TY : INumber<TY> => Binned(x, y, NBinsX, NBinsY, HistNorm, ColorScale, ShowScale, contour: true);

    private static Figure Binned<TX, TY>(
        IEnumerable<TX> x, IEnumerable<TY> y, int? across, int? up, string? norm, string? scale, bool? showScale, bool contour)
        where TX : INumber<TX> where TY : INumber<TY>
    {
        var abscissae = Series.Of(x, nameof(x));
        return new(new Histogram2DTrace(abscissae, Series.Of(y, nameof(y)).Matching(abscissae, nameof(y), nameof(x)), contour)
        {
            NBinsX = across, NBinsY = up, HistNorm = norm, ColorScale = scale, ShowScale = showScale,
        });
    }
}

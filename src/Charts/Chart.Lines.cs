using System.Numerics;
using Charts.Json;

namespace Charts;

/// <summary>The verbs that make figures. Inputs are copied; NaN is a gap; labels may stand for numbers on the horizontal axis.</summary>
public static partial class Chart
{
    /// <summary>Points joined by a line.</summary>
    /// <param name="x">Abscissae [N].</param>
    /// <param name="y">Ordinates [N].</param>
    /// <param name="Name">Name in the legend.</param>
    /// <param name="ShowMarkers">Whether the points are marked.</param>
    /// <param name="LineColor">CSS colour; null takes the palette.</param>
    /// <param name="LineWidth">Width in pixels.</param>
    /// <param name="LineDash">"solid", "dot", "dash", "longdash", "dashdot".</param>
    /// <param name="Text">A text for each point [N], shown on hovering.</param>
    /// <param name="Opacity">Opacity in [0, 1].</param>
    /// <param name="ErrorY">Half-length of an error bar at each point [N].</param>
    /// <exception cref="ArgumentException">Lengths differ.</exception>
    public static Figure Line<TX, TY>(
        IEnumerable<TX> x, IEnumerable<TY> y, string? Name = null, bool ShowMarkers = false, string? LineColor = null,
        double? LineWidth = null, string? LineDash = null, IEnumerable<string>? Text = null, double? Opacity = null,
        IEnumerable<double>? ErrorY = null)
        where TX : INumber<TX> where TY : INumber<TY> =>
        Scatter(Series.Of(x, nameof(x)), Series.Of(y, nameof(y)), ShowMarkers ? "lines+markers" : "lines", Name, Text, Opacity, ErrorY)
            .WithLineStyle(LineColor, LineWidth, LineDash);

    /// <inheritdoc cref="Line{TX, TY}(IEnumerable{TX}, IEnumerable{TY}, string?, bool, string?, double?, string?, IEnumerable{string}?, double?, IEnumerable{double}?)"/>
    public static Figure Line<TY>(
        IEnumerable<string> x, IEnumerable<TY> y, string? Name = null, bool ShowMarkers = false, string? LineColor = null,
        double? LineWidth = null, string? LineDash = null, IEnumerable<string>? Text = null, double? Opacity = null,
        IEnumerable<double>? ErrorY = null)
        where TY : INumber<TY> =>
        Scatter(Series.Of(x, nameof(x)), Series.Of(y, nameof(y)), ShowMarkers ? "lines+markers" : "lines", Name, Text, Opacity, ErrorY)
            .WithLineStyle(LineColor, LineWidth, LineDash);

    /// <summary>A line over pairs.</summary>
    /// <param name="xy">The points [N].</param>
    /// <param name="Name">Name in the legend.</param>
    /// <param name="ShowMarkers">Whether the points are marked.</param>
    public static Figure Line<TX, TY>(IEnumerable<(TX X, TY Y)> xy, string? Name = null, bool ShowMarkers = false)
        where TX : INumber<TX> where TY : INumber<TY>
    {
        ArgumentNullException.ThrowIfNull(xy);
        var points = xy.ToArray();
        return Line(points.Select(p => p.X), points.Select(p => p.Y), Name, ShowMarkers);
    }

    /// <summary>Separate points.</summary>
    /// <param name="x">Abscissae [N].</param>
    /// <param name="y">Ordinates [N].</param>
    /// <param name="Name">Name in the legend.</param>
    /// <param name="MarkerColor">CSS colour; null takes the palette.</param>
    /// <param name="MarkerSize">Diameter in pixels; null: 3 to 7, smaller the more points there are.</param>
    /// <param name="MarkerSymbol">"circle", "square", "diamond", "cross", "x", … with an optional "-open".</param>
    /// <param name="Text">A text for each point [N], shown on hovering.</param>
    /// <param name="Opacity">Opacity in [0, 1].</param>
    /// <param name="ErrorY">Half-length of an error bar at each point [N].</param>
    /// <exception cref="ArgumentException">Lengths differ.</exception>
    public static Figure Point<TX, TY>(
        IEnumerable<TX> x, IEnumerable<TY> y, string? Name = null, string? MarkerColor = null, double? MarkerSize = null,
        string? MarkerSymbol = null, IEnumerable<string>? Text = null, double? Opacity = null, IEnumerable<double>? ErrorY = null)
        where TX : INumber<TX> where TY : INumber<TY>
    {
        var abscissae = Series.Of(x, nameof(x));
        var size = MarkerSize ?? (abscissae.Count > 2000 ? 3 : abscissae.Count > 200 ? 4.5 : 7);
        return Scatter(abscissae, Series.Of(y, nameof(y)), "markers", Name, Text, Opacity, ErrorY)
            .WithMarkerStyle(MarkerColor, size, MarkerSymbol);
    }

    /// <summary>Separate points over pairs.</summary>
    /// <param name="xy">The points [N].</param>
    /// <param name="Name">Name in the legend.</param>
    /// <param name="MarkerSize">Diameter in pixels.</param>
    public static Figure Point<TX, TY>(IEnumerable<(TX X, TY Y)> xy, string? Name = null, double? MarkerSize = null)
        where TX : INumber<TX> where TY : INumber<TY>
    {
        ArgumentNullException.ThrowIfNull(xy);
        var points = xy.ToArray();
        return Point(points.Select(p => p.X), points.Select(p => p.Y), Name, MarkerSize: MarkerSize);
    }

    /// <summary>A filled area between a line and zero.</summary>
    /// <param name="x">Abscissae [N].</param>
    /// <param name="y">Ordinates [N].</param>
    /// <param name="Name">Name in the legend.</param>
    /// <param name="FillColor">CSS colour of the area.</param>
    /// <exception cref="ArgumentException">Lengths differ.</exception>
    public static Figure Area<TX, TY>(IEnumerable<TX> x, IEnumerable<TY> y, string? Name = null, string? FillColor = null)
        where TX : INumber<TX> where TY : INumber<TY>
    {
        var line = Line(x, y, Name);
        return line with { Traces = [((ScatterTrace)line.Traces[0]) with { Fill = "tozeroy", FillColor = FillColor }] };
    }

    /// <summary>A line inside a shaded band, such as a mean with its confidence limits.</summary>
    /// <param name="x">Abscissae [N].</param>
    /// <param name="y">The line [N].</param>
    /// <param name="upper">Upper limit of the band [N].</param>
    /// <param name="lower">Lower limit of the band [N].</param>
    /// <param name="Name">Name in the legend.</param>
    /// <param name="LineColor">CSS colour of the line; null takes the palette.</param>
    /// <param name="RangeColor">CSS colour of the band; null: the line's, translucent.</param>
    /// <exception cref="ArgumentException">Lengths differ.</exception>
    public static Figure Range<TX, TY>(
        IEnumerable<TX> x, IEnumerable<TY> y, IEnumerable<TY> upper, IEnumerable<TY> lower, string? Name = null,
        string? LineColor = null, string? RangeColor = null)
        where TX : INumber<TX> where TY : INumber<TY>
    {
        var abscissae = Series.Of(x, nameof(x));
        return new(new RangeTrace(
            abscissae,
            Series.Of(y, nameof(y)).Matching(abscissae, nameof(y), nameof(x)),
            Series.Of(upper, nameof(upper)).Matching(abscissae, nameof(upper), nameof(x)),
            Series.Of(lower, nameof(lower)).Matching(abscissae, nameof(lower), nameof(x)))
        {
            Name = Name, RangeColor = RangeColor, Line = new() { Color = LineColor },
        });
    }

    private static Figure Scatter(
        Series x, Series y, string mode, string? name, IEnumerable<string>? text, double? opacity, IEnumerable<double>? errorY) =>
        new(new ScatterTrace(x, y.Matching(x, nameof(y), nameof(x)), mode)
        {
            Name = name,
            Opacity = opacity,
            Text = text is null ? null : Series.Of(text, "Text").Matching(x, "Text", nameof(x)),
            ErrorY = errorY is null ? null : new(Series.Of(errorY, "ErrorY").Matching(x, "ErrorY", nameof(x))),
        });
}

using System.Numerics;
using Charts.Json;

namespace Charts;

public static partial class Chart
{
    /// <summary>Upright bars over labels.</summary>
    /// <param name="labels">One label a bar [N].</param>
    /// <param name="values">Heights [N].</param>
    /// <param name="Name">Name in the legend.</param>
    /// <param name="MarkerColor">CSS colour; null takes the palette.</param>
    /// <param name="Text">A text on each bar [N].</param>
    /// <param name="Opacity">Opacity in [0, 1].</param>
    /// <param name="ErrorY">Half-length of an error bar at each bar [N].</param>
    /// <exception cref="ArgumentException">Lengths differ.</exception>
    public static Figure Column<T>(
        IEnumerable<string> labels, IEnumerable<T> values, string? Name = null, string? MarkerColor = null,
        IEnumerable<string>? Text = null, double? Opacity = null, IEnumerable<double>? ErrorY = null)
        where T : INumber<T> =>
        Upright(Series.Of(labels, nameof(labels)), Series.Of(values, nameof(values)), Name, MarkerColor, Text, Opacity, ErrorY)
            .WithAxis(horizontal: true, 1, axis => axis with { Type = "category" });

    /// <summary>Upright bars over numbers.</summary>
    /// <param name="x">Where each bar stands [N].</param>
    /// <param name="values">Heights [N].</param>
    /// <param name="Name">Name in the legend.</param>
    /// <param name="MarkerColor">CSS colour; null takes the palette.</param>
    /// <param name="Text">A text on each bar [N].</param>
    /// <param name="Opacity">Opacity in [0, 1].</param>
    /// <param name="ErrorY">Half-length of an error bar at each bar [N].</param>
    /// <exception cref="ArgumentException">Lengths differ.</exception>
    public static Figure Column<TX, T>(
        IEnumerable<TX> x, IEnumerable<T> values, string? Name = null, string? MarkerColor = null,
        IEnumerable<string>? Text = null, double? Opacity = null, IEnumerable<double>? ErrorY = null)
        where TX : INumber<TX> where T : INumber<T> =>
        Upright(Series.Of(x, nameof(x)), Series.Of(values, nameof(values)), Name, MarkerColor, Text, Opacity, ErrorY);

    /// <summary>Lying bars, the first label on top.</summary>
    /// <param name="labels">One label a bar [N].</param>
    /// <param name="values">Lengths [N].</param>
    /// <param name="Name">Name in the legend.</param>
    /// <param name="MarkerColor">CSS colour; null takes the palette.</param>
    /// <param name="Text">A text on each bar [N].</param>
    /// <param name="Opacity">Opacity in [0, 1].</param>
    /// <exception cref="ArgumentException">Lengths differ.</exception>
    public static Figure Bar<T>(
        IEnumerable<string> labels, IEnumerable<T> values, string? Name = null, string? MarkerColor = null,
        IEnumerable<string>? Text = null, double? Opacity = null)
        where T : INumber<T>
    {
        var names = Series.Of(labels, nameof(labels));
        var lengths = Series.Of(values, nameof(values)).Matching(names, nameof(values), nameof(labels));
        return new Figure(new BarTrace(lengths, names, "h")
        {
            Name = Name, Opacity = Opacity, Text = Texts(Text, names), Marker = new() { Color = MarkerColor },
        }).WithAxis(horizontal: false, 1, axis => axis with { Type = "category", AutoRange = "reversed" });
    }

    private static Figure Upright(
        Series x, Series values, string? name, string? color, IEnumerable<string>? text, double? opacity, IEnumerable<double>? errorY) =>
        new(new BarTrace(x, values.Matching(x, nameof(values), x.Labels is null ? nameof(x) : "labels"), "v")
        {
            Name = name, Opacity = opacity, Text = Texts(text, x), Marker = new() { Color = color },
            ErrorY = errorY is null ? null : new(Series.Of(errorY, "ErrorY").Matching(x, "ErrorY", "values")),
        });

    private static Series? Texts(IEnumerable<string>? text, Series like) =>
        text is null ? null : Series.Of(text, "Text").Matching(like, "Text", "values");
}

using System.Numerics;
using Charts.Json;

namespace Charts;

public static partial class Chart
{
    /// <summary>A table of numbers as colours; row 0 is at the bottom unless <paramref name="ReverseYAxis"/>.</summary>
    /// <param name="z">The values [rows, columns].</param>
    /// <param name="X">Positions of the columns [columns].</param>
    /// <param name="Y">Positions of the rows [rows].</param>
    /// <param name="XLabels">Labels of the columns [columns], in place of positions.</param>
    /// <param name="YLabels">Labels of the rows [rows], in place of positions.</param>
    /// <param name="Name">Title of the colour bar.</param>
    /// <param name="ColorScale">Name of a plotly colour scale; null: Viridis, or blue–white–red if <paramref name="ZMid"/> is given.</param>
    /// <param name="ZMin">Value at the low end of the scale.</param>
    /// <param name="ZMax">Value at the high end of the scale.</param>
    /// <param name="ZMid">Value in the middle of a diverging scale, usually 0.</param>
    /// <param name="ShowScale">Whether the bar of the scale is drawn.</param>
    /// <param name="TextTemplate">Numbers in the cells, such as "%{z:.2f}".</param>
    /// <param name="ReverseYAxis">Whether row 0 is on top, as in a printed matrix.</param>
    /// <exception cref="ArgumentException">There is no value, rows differ in length, or labels do not fit.</exception>
    public static Figure Heatmap<T>(
        IEnumerable<IEnumerable<T>> z, IEnumerable<double>? X = null, IEnumerable<double>? Y = null,
        IEnumerable<string>? XLabels = null, IEnumerable<string>? YLabels = null, string? Name = null, string? ColorScale = null,
        double? ZMin = null, double? ZMax = null, double? ZMid = null, bool? ShowScale = null, string? TextTemplate = null,
        bool ReverseYAxis = false)
        where T : INumber<T> => Mapped(
            Surface(Matrix.Of(z, nameof(z)), false, X, Y, XLabels, YLabels, Name, ColorScale, ZMin, ZMax, ZMid, ShowScale) with
            { TextTemplate = TextTemplate }, ReverseYAxis);

    /// <inheritdoc cref="Heatmap{T}(IEnumerable{IEnumerable{T}}, IEnumerable{double}?, IEnumerable{double}?, IEnumerable{string}?, IEnumerable{string}?, string?, string?, double?, double?, double?, bool?, string?, bool)"/>
    public static Figure Heatmap<T>(
        T[,] z, IEnumerable<double>? X = null, IEnumerable<double>? Y = null,
        IEnumerable<string>? XLabels = null, IEnumerable<string>? YLabels = null, string? Name = null, string? ColorScale = null,
        double? ZMin = null, double? ZMax = null, double? ZMid = null, bool? ShowScale = null, string? TextTemplate = null,
        bool ReverseYAxis = false)
        where T : INumber<T> => Mapped(
            Surface(Matrix.Of(z, nameof(z)), false, X, Y, XLabels, YLabels, Name, ColorScale, ZMin, ZMax, ZMid, ShowScale) with
            { TextTemplate = TextTemplate }, ReverseYAxis);

    /// <summary>A table of numbers as contour lines.</summary>
    /// <param name="z">The values [rows, columns]; row 0 belongs to the first of <paramref name="Y"/>.</param>
    /// <param name="X">Positions of the columns [columns].</param>
    /// <param name="Y">Positions of the rows [rows].</param>
    /// <param name="Name">Title of the colour bar.</param>
    /// <param name="ColorScale">Name of a plotly colour scale.</param>
    /// <param name="Filled">Whether the space between the lines is filled.</param>
    /// <param name="Start">Lowest contour.</param>
    /// <param name="End">Highest contour.</param>
    /// <param name="Size">Distance between contours.</param>
    /// <param name="ShowLabels">Whether each line bears its value.</param>
    /// <param name="ShowScale">Whether the bar of the scale is drawn.</param>
    /// <exception cref="ArgumentException">There is no value, rows differ in length, or positions do not fit.</exception>
    public static Figure Contour<T>(
        IEnumerable<IEnumerable<T>> z, IEnumerable<double>? X = null, IEnumerable<double>? Y = null, string? Name = null,
        string? ColorScale = null, bool Filled = true, double? Start = null, double? End = null, double? Size = null,
        bool ShowLabels = false, bool? ShowScale = null)
        where T : INumber<T> =>
        new(Surface(Matrix.Of(z, nameof(z)), true, X, Y, null, null, Name, ColorScale, null, null, null, ShowScale) with
        {
            Contours = new() { Coloring = Filled ? "fill" : "lines", Start = Start, End = End, Size = Size, ShowLabels = ShowLabels },
        });

    /// <inheritdoc cref="Contour{T}(IEnumerable{IEnumerable{T}}, IEnumerable{double}?, IEnumerable{double}?, string?, string?, bool, double?, double?, double?, bool, bool?)"/>
    public static Figure Contour<T>(
        T[,] z, IEnumerable<double>? X = null, IEnumerable<double>? Y = null, string? Name = null,
        string? ColorScale = null, bool Filled = true, double? Start = null, double? End = null, double? Size = null,
        bool ShowLabels = false, bool? ShowScale = null)
        where T : INumber<T> =>
        new(Surface(Matrix.Of(z, nameof(z)), true, X, Y, null, null, Name, ColorScale, null, null, null, ShowScale) with
        {
            Contours = new() { Coloring = Filled ? "fill" : "lines", Start = Start, End = End, Size = Size, ShowLabels = ShowLabels },
        });

    private static Figure Mapped(HeatmapTrace trace, bool reverse)
    {
        var figure = new Figure(trace);
        return reverse ? figure.WithAxis(horizontal: false, 1, axis => axis with { AutoRange = "reversed" }) : figure;
    }

    private static HeatmapTrace Surface(
        Matrix z, bool contour, IEnumerable<double>? x, IEnumerable<double>? y, IEnumerable<string>? xLabels,
        IEnumerable<string>? yLabels, string? name, string? scale, double? min, double? max, double? mid, bool? showScale) =>
        new(z, contour)
        {
            X = Side(x, xLabels, z.Columns, "X", "columns"),
            Y = Side(y, yLabels, z.Rows, "Y", "rows"),
            ColorScale = scale is not null ? scale : mid is null ? null : Palette.Diverging,
            ZMin = min, ZMax = max, ZMid = mid, ShowScale = showScale,
            ColorBar = name is null ? null : new(new Text(name)),
        };

    private static Series? Side(IEnumerable<double>? positions, IEnumerable<string>? labels, int count, string argument, string what)
    {
        if (positions is not null && labels is not null)
            throw new ArgumentException($"Give {argument} or {argument}Labels, not both.", argument);
        var series = positions is not null ? Series.Of(positions, argument)
            : labels is not null ? Series.Of(labels, argument + "Labels") : null;
        return series is null || series.Count == count ? series
            : throw new ArgumentException($"{argument} has {series.Count} values but z has {count} {what}.", argument);
    }
}

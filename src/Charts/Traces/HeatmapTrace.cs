using System.Text.Json.Serialization;
using Charts.Json;

namespace Charts;

/// <summary>A table of numbers as colours or as contour lines.</summary>
/// <param name="Z">The values [rows, columns].</param>
/// <param name="Contour">Contour lines rather than coloured cells.</param>
public sealed record HeatmapTrace(Matrix Z, [property: JsonIgnore] bool Contour) : Trace
{
    /// <inheritdoc/>
    public override string Type => Contour ? "contour" : "heatmap";

    /// <summary>Positions or labels of the columns [columns].</summary>
    public Series? X { get; init; }

    /// <summary>Positions or labels of the rows [rows].</summary>
    public Series? Y { get; init; }

    /// <summary>A plotly colour scale (name) or list of (position, colour).</summary>
    public object? ColorScale { get; init; }

    /// <summary>Whether the bar of the scale is drawn.</summary>
    public bool? ShowScale { get; init; }

    /// <summary>Value at the low end of the scale.</summary>
    public double? ZMin { get; init; }

    /// <summary>Value at the high end of the scale.</summary>
    public double? ZMax { get; init; }

    /// <summary>Value in the middle of the scale.</summary>
    public double? ZMid { get; init; }

    /// <summary>Numbers in the cells, in plotly's template language: "%{z:.2f}".</summary>
    public string? TextTemplate { get; init; }

    /// <summary>The bar of the scale.</summary>
    public ColorBar? ColorBar { get; init; }

    /// <summary>Which contours, and how filled.</summary>
    public Contours? Contours { get; init; }

    /// <summary>Contour lines.</summary>
    public LineStyle? Line { get; init; }

    internal override bool TakesColor => false;

    internal override string Kind => Contour ? "contours" : "heatmap";

    internal override Trace WithLine(Func<LineStyle, LineStyle> change) => this with { Line = change(Line ?? new()) };
}

/// <summary>The bar of a colour scale.</summary>
/// <param name="Title">Its title.</param>
public sealed record ColorBar(Text Title)
{
    /// <summary>Thickness in pixels.</summary>
    public double Thickness { get; init; } = 14;

    /// <summary>No frame.</summary>
    public double OutlineWidth { get; init; }
}

/// <summary>Which contours are drawn.</summary>
public sealed record Contours
{
    /// <summary>"fill" between the lines, coloured "lines", "heatmap", or "none".</summary>
    public string? Coloring { get; init; }

    /// <summary>Whether each line bears its value.</summary>
    public bool? ShowLabels { get; init; }

    /// <summary>Lowest contour.</summary>
    public double? Start { get; init; }

    /// <summary>Highest contour.</summary>
    public double? End { get; init; }

    /// <summary>Distance between contours.</summary>
    public double? Size { get; init; }
}

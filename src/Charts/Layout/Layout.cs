using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Charts;

/// <summary>Everything about a figure but its traces, in plotly's names.</summary>
public sealed record Layout
{
    /// <summary>The title above the chart.</summary>
    public string? Title { get; init; }

    /// <summary>Width in pixels; null fills the page's column.</summary>
    public double? Width { get; init; }

    /// <summary>Height in pixels; null: 420, or by the number of rows in a grid.</summary>
    public double? Height { get; init; }

    /// <summary>Whether there is a legend; null: when two or more traces of one plot have names.</summary>
    public bool? ShowLegend { get; init; }

    /// <summary>Where the legend stands.</summary>
    public LegendPosition LegendPosition { get; init; } = LegendPosition.Above;

    /// <summary>How bars share a place: "group", "stack", "overlay", "relative".</summary>
    public string? BarMode { get; init; }

    /// <summary>Space between bars as a share of their pitch, in [0, 1).</summary>
    public double? BarGap { get; init; }

    /// <summary>Horizontal axes by subplot, counted from 1.</summary>
    public ImmutableSortedDictionary<int, Axis> XAxes { get; init; } = ImmutableSortedDictionary<int, Axis>.Empty;

    /// <summary>Vertical axes by subplot, counted from 1.</summary>
    public ImmutableSortedDictionary<int, Axis> YAxes { get; init; } = ImmutableSortedDictionary<int, Axis>.Empty;

    /// <summary>Lines and rectangles.</summary>
    public ImmutableArray<Shape> Shapes { get; init; } = [];

    /// <summary>Notes and subplot titles.</summary>
    public ImmutableArray<Annotation> Annotations { get; init; } = [];

    /// <summary>Rows and columns of a grid of subplots; (1, 1) for a plain figure.</summary>
    public (int Rows, int Columns) Grid { get; init; } = (1, 1);
}

/// <summary>Where the legend stands.</summary>
public enum LegendPosition
{
    /// <summary>In a row above the plot.</summary>
    Above,

    /// <summary>In a column at its right.</summary>
    Right,

    /// <summary>Inside, top left.</summary>
    TopLeft,

    /// <summary>Inside, top right.</summary>
    TopRight,

    /// <summary>Inside, bottom left.</summary>
    BottomLeft,

    /// <summary>Inside, bottom right.</summary>
    BottomRight,
}

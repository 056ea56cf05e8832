using Charts.Json;

namespace Charts;

/// <summary>How markers or bars look.</summary>
public sealed record MarkerStyle
{
    /// <summary>One CSS colour (string), or a <see cref="Series"/> of numbers mapped through <see cref="ColorScale"/>; null takes the palette.</summary>
    public object? Color { get; init; }

    /// <summary>Diameter in pixels.</summary>
    public double? Size { get; init; }

    /// <summary>"circle", "square", "diamond", "cross", "x", "star", … with an optional "-open".</summary>
    public string? Symbol { get; init; }

    /// <summary>Opacity of each marker in [0, 1].</summary>
    public double? Opacity { get; init; }

    /// <summary>Name of a plotly colour scale, for numeric colours.</summary>
    public string? ColorScale { get; init; }

    /// <summary>Whether a bar of the colour scale is drawn.</summary>
    public bool? ShowScale { get; init; }

    /// <summary>The outline.</summary>
    public LineStyle? Line { get; init; }
}

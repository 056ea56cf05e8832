namespace Charts;

/// <summary>A note on a chart, in plotly's names.</summary>
/// <param name="Text">What it says.</param>
/// <param name="X">Where.</param>
/// <param name="Y">Where.</param>
public sealed record Annotation(string Text, double X, double Y)
{
    /// <summary>"x", "x2", "x domain" or "paper".</summary>
    public string XRef { get; init; } = "x";

    /// <summary>"y", "y2", "y domain" or "paper".</summary>
    public string YRef { get; init; } = "y";

    /// <summary>"left", "center", "right".</summary>
    public string? XAnchor { get; init; }

    /// <summary>"top", "middle", "bottom".</summary>
    public string? YAnchor { get; init; }

    /// <summary>Whether an arrow points from the text to the place.</summary>
    public bool ShowArrow { get; init; }

    /// <summary>Horizontal distance of the text from the place, in pixels.</summary>
    public double? Ax { get; init; }

    /// <summary>Vertical distance of the text from the place, in pixels (down is positive).</summary>
    public double? Ay { get; init; }

    /// <summary>Shift to the right in pixels.</summary>
    public double? XShift { get; init; }

    /// <summary>Shift upwards in pixels.</summary>
    public double? YShift { get; init; }

    /// <summary>Weight and size.</summary>
    public AnnotationFont? Font { get; init; }
}

/// <summary>The type of an annotation.</summary>
/// <param name="Size">Size in pixels.</param>
/// <param name="Weight">Weight in [1, 1000]; 600 is semibold.</param>
/// <param name="Color">CSS colour; null takes the page's ink.</param>
public sealed record AnnotationFont(double? Size = null, double? Weight = null, string? Color = null);

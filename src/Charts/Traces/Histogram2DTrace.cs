using System.Text.Json.Serialization;
using Charts.Json;

namespace Charts;

/// <summary>Counts of points in a grid of rectangular bins, as colours or as contour lines.</summary>
/// <param name="X">Abscissae [N].</param>
/// <param name="Y">Ordinates [N].</param>
/// <param name="Contour">Contour lines rather than coloured cells.</param>
public sealed record Histogram2DTrace(Series X, Series Y, [property: JsonIgnore] bool Contour) : Trace
{
    /// <inheritdoc/>
    public override string Type => Contour ? "histogram2dcontour" : "histogram2d";

    /// <summary>"" counts, "probability", "probability density", "percent".</summary>
    public string? HistNorm { get; init; }

    /// <summary>At most this many bins across.</summary>
    public int? NBinsX { get; init; }

    /// <summary>At most this many bins up.</summary>
    public int? NBinsY { get; init; }

    /// <summary>A plotly colour scale (name) or list of (position, colour).</summary>
    public object? ColorScale { get; init; }

    /// <summary>Whether the bar of the scale is drawn.</summary>
    public bool? ShowScale { get; init; }

    internal override bool TakesColor => false;

    internal override string Kind => "two-dimensional histogram";
}

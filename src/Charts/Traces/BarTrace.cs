using System.Text.Json.Serialization;
using Charts.Json;

namespace Charts;

/// <summary>Bars over labels or numbers.</summary>
/// <param name="X">For upright bars the labels, for lying bars the lengths [N].</param>
/// <param name="Y">For upright bars the heights, for lying bars the labels [N].</param>
/// <param name="Orientation">"v" upright, "h" lying.</param>
public sealed record BarTrace(Series X, Series Y, string Orientation) : Trace
{
    /// <inheritdoc/>
    public override string Type => "bar";

    /// <summary>The bars.</summary>
    public MarkerStyle? Marker { get; init; }

    /// <summary>A text on each bar [N].</summary>
    public Series? Text { get; init; }

    /// <summary>Width of a bar in units of its axis.</summary>
    public double? Width { get; init; }

    /// <summary>Error bars along the bars' length (upright bars).</summary>
    [JsonPropertyName("error_y")]
    public ErrorBars? ErrorY { get; init; }

    internal override string Kind => "bars";

    internal override IEnumerable<Trace> Render(string color) =>
        [this with { Marker = (Marker ?? new()) with { Color = Marker?.Color ?? color } }];

    internal override Trace WithMarker(Func<MarkerStyle, MarkerStyle> change) => this with { Marker = change(Marker ?? new()) };
}

using System.Text.Json.Serialization;
using Charts.Json;

namespace Charts;

/// <summary>Points (x, y) joined by a line, shown as markers, or both.</summary>
/// <param name="X">Abscissae [N].</param>
/// <param name="Y">Ordinates [N].</param>
/// <param name="Mode">"lines", "markers", "lines+markers", "text", …</param>
public sealed record ScatterTrace(Series X, Series Y, string Mode) : Trace
{
    /// <inheritdoc/>
    public override string Type => "scatter";

    /// <summary>The line.</summary>
    public LineStyle? Line { get; init; }

    /// <summary>The markers.</summary>
    public MarkerStyle? Marker { get; init; }

    /// <summary>A text for each point [N], shown on hovering or, in a "text" mode, beside it.</summary>
    public Series? Text { get; init; }

    /// <summary>Where such a text stands: "top center", "middle right", …</summary>
    public string? TextPosition { get; init; }

    /// <summary>"tozeroy" fills down to zero, "tonexty" to the previous trace.</summary>
    public string? Fill { get; init; }

    /// <summary>CSS colour of the filling.</summary>
    public string? FillColor { get; init; }

    /// <summary>Error bars in y.</summary>
    [JsonPropertyName("error_y")]
    public ErrorBars? ErrorY { get; init; }

    internal override string Kind => HasLine ? "line" : "points";

    private bool HasLine => Mode.Contains("lines", StringComparison.Ordinal);

    private bool HasMarkers => Mode.Contains("markers", StringComparison.Ordinal);

    internal override IEnumerable<Trace> Render(string color) =>
    [
        this with
        {
            Line = HasLine ? (Line ?? new()) with { Color = Line?.Color ?? color } : null,
            Marker = HasMarkers ? (Marker ?? new()) with { Color = Marker?.Color ?? Line?.Color ?? color } : null,
        },
    ];

    internal override Trace WithLine(Func<LineStyle, LineStyle> change) => this with { Line = change(Line ?? new()) };

    internal override Trace WithMarker(Func<MarkerStyle, MarkerStyle> change) => this with { Marker = change(Marker ?? new()) };
}

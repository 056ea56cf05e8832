using Charts.Json;

namespace Charts;

/// <summary>Counts of values in equal bins.</summary>
/// <param name="X">The values [N].</param>
public sealed record HistogramTrace(Series X) : Trace
{
    /// <inheritdoc/>
    public override string Type => "histogram";

    /// <summary>"" counts, "probability" (sums to 1), "probability density" (integrates to 1), "percent".</summary>
    public string? HistNorm { get; init; }

    /// <summary>At most this many bins.</summary>
    public int? NBinsX { get; init; }

    /// <summary>Exact bins.</summary>
    public Bins? XBins { get; init; }

    /// <summary>The bars.</summary>
    public MarkerStyle? Marker { get; init; }

    internal override string Kind => "histogram";

    internal override IEnumerable<Trace> Render(string color) =>
        [this with { Marker = (Marker ?? new()) with { Color = Marker?.Color ?? color } }];

    internal override Trace WithMarker(Func<MarkerStyle, MarkerStyle> change) => this with { Marker = change(Marker ?? new()) };
}

/// <summary>Bins of equal width.</summary>
/// <param name="Start">Left edge of the first bin.</param>
/// <param name="End">Right edge of the last.</param>
/// <param name="Size">Width of each.</param>
public sealed record Bins(double Start, double End, double Size);

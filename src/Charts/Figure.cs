using System.Collections.Immutable;
using Charts.Display;
using Charts.Json;

namespace Charts;

/// <summary>
/// A chart as plain data in plotly's JSON schema: its traces and its layout. Every verb returns a new figure; nothing is drawn
/// until a front end asks for it.
/// </summary>
/// <param name="Traces">What is drawn, back to front.</param>
/// <param name="Layout">Title, axes, legend, lines and notes.</param>
[TypeFormatterSource(typeof(FigureFormatters), PreferredMimeTypes = [FigureFormatters.PlotlyMimeType, "text/html", "text/plain"])]
public sealed record Figure(ImmutableArray<Trace> Traces, Layout Layout)
{
    /// <summary>A figure of one trace with default layout.</summary>
    /// <param name="trace">The trace.</param>
    public Figure(Trace trace) : this([trace], new Layout()) { }

    /// <summary>Text for readers who cannot see the chart; null derives one from titles and traces.</summary>
    public string? Description { get; init; }

    /// <summary>The text shown in place of the chart: <see cref="Description"/>, or one derived from titles and traces.</summary>
    public string AltText => Description ?? Alternative.Of(this);

    /// <summary>The figure as plotly reads it: an object of <c>data</c>, <c>layout</c> and <c>config</c>.</summary>
    /// <remarks>Whole numbers are exact, others carry seven significant digits, far below a pixel; NaN and infinities become <c>null</c>, drawn as gaps.</remarks>
    public string ToJson() => PlotlyJson.Write(this);

    /// <inheritdoc/>
    public override string ToString() => AltText;
}

namespace Charts.Display;

/// <summary>How notebooks show a <see cref="Figure"/>.</summary>
internal sealed class FigureFormatters
{
    public const string PlotlyMimeType = "application/vnd.plotly.v1+json";

    /// <summary>One formatter for each MIME type.</summary>
#pragma warning disable CA1822 // Kernels call it on an instance.
    public IEnumerable<object> CreateTypeFormatters() =>
#pragma warning restore CA1822
    [
        new MimeFormatter<Figure>(PlotlyMimeType, figure => figure.ToJson()),
        new MimeFormatter<Figure>("text/html", LiveHtml.Of),
        new MimeFormatter<Figure>("text/plain", figure => figure.AltText),
    ];
}

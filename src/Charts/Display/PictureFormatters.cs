namespace Charts.Display;

/// <summary>How notebooks show a <see cref="Picture"/>.</summary>
internal sealed class PictureFormatters
{
    /// <summary>One formatter for each MIME type.</summary>
#pragma warning disable CA1822 // Kernels call it on an instance.
    public IEnumerable<object> CreateTypeFormatters() =>
#pragma warning restore CA1822
    [
        new MimeFormatter<Picture>("text/html", picture => picture.ToHtml()),
        new MimeFormatter<Picture>("image/png", picture => Convert.ToBase64String(picture.ToPng())),
        new MimeFormatter<Picture>("text/plain", picture => picture.Alt),
    ];
}

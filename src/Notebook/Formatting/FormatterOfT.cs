namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>The older form of <see cref="Formatter"/>, for one type.</summary>
/// <typeparam name="T">The type; an interface is allowed.</typeparam>
public static class Formatter<T>
{
#pragma warning disable CA1000 // That is its form.
    /// <inheritdoc cref="Formatter.Register{T}(Action{T, TextWriter}, string)"/>
    public static void Register(Action<T, TextWriter> formatter, string mimeType = PlainTextFormatter.MimeType) => Formatter.Register(formatter, mimeType);

    /// <inheritdoc cref="Formatter.Register{T}(Func{T, string}, string)"/>
    public static void Register(Func<T, string> formatter, string mimeType = PlainTextFormatter.MimeType) => Formatter.Register(formatter, mimeType);
#pragma warning restore CA1000
}

/// <summary>Plain text.</summary>
public static class PlainTextFormatter
{
    /// <summary>Its MIME type.</summary>
    public const string MimeType = "text/plain";
}

/// <summary>HTML.</summary>
public static class HtmlFormatter
{
    /// <summary>Its MIME type.</summary>
    public const string MimeType = "text/html";
}

/// <summary>JSON.</summary>
public static class JsonFormatter
{
    /// <summary>Its MIME type.</summary>
    public const string MimeType = "application/json";
}

/// <summary>Where a formatter writes.</summary>
/// <param name="writer">Takes the text.</param>
public sealed class FormatContext(TextWriter writer)
{
    /// <summary>Takes the text.</summary>
    public TextWriter Writer { get; } = writer;
}

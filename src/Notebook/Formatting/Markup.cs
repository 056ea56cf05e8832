using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Formatting;

namespace Notebook.Formatting;

/// <summary>Values that are HTML, or that a formatter turns into it.</summary>
internal static class Markup
{
    /// <summary>The markup of a value; null when it has none of its own.</summary>
    public static string? Of(object value) => value switch
    {
        IHtmlContent content => content.ToString(),
        RichContent { MimeType: HtmlFormatter.MimeType } content => content.Text,
        IBundle bundle => bundle.Formats().GetValueOrDefault(HtmlFormatter.MimeType),
        _ => Registrations.Format(value, HtmlFormatter.MimeType) ?? OfLibrary(value),
    };

    /// <summary>What a library's own formatter writes, or what a library that knows the genuine <c>IHtmlContent</c> calls HTML.</summary>
    private static string? OfLibrary(object value)
    {
        var type = value.GetType();
        using var writer = new StringWriter();
        foreach (var formatter in ConventionFormatters.For(type))
        {
            if (formatter.MimeType == HtmlFormatter.MimeType && formatter.Format(value, writer))
                return writer.ToString();
        }
        if (type.GetInterface("Microsoft.AspNetCore.Html.IHtmlContent")?.GetMethod("WriteTo", [typeof(TextWriter), typeof(HtmlEncoder)]) is not { } write)
            return null;
        write.Invoke(value, [writer, HtmlEncoder.Default]);
        return writer.ToString();
    }
}

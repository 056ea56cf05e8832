using System.Text.Json;
using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Formatting;

namespace Notebook.Formatting;

/// <summary>A value in all the MIME types in which it can be shown.</summary>
internal static class Bundle
{
    /// <summary>Formats a value.</summary>
    /// <param name="value">Any value, also null.</param>
    /// <param name="mimeTypes">The MIME types wanted; none means all that the value has.</param>
    /// <returns>MIME types and texts; with none wanted, <c>text/plain</c> is among them.</returns>
    /// <exception cref="ArgumentException">The value can't be shown as one of the types wanted.</exception>
    public static IReadOnlyDictionary<string, string> Of(object? value, params IReadOnlyList<string> mimeTypes)
    {
        var all = Everything(value);
        if (mimeTypes.Count > 0)
            return mimeTypes.Distinct().ToDictionary(mime => mime, mime => value is string text ? text : all.GetValueOrDefault(mime) ?? Fallback(value, mime, all));
        if (value is null or string or RichContent or IHtmlContent or IBundle)
            return all;
        var preferred = Registrations.Preferred(value.GetType());
        if (preferred is null && Formatter.DefaultMimeType == HtmlFormatter.MimeType)
            return all;
        return (preferred ?? [Formatter.DefaultMimeType]).Append(PlainTextFormatter.MimeType).Distinct()
            .ToDictionary(mime => mime, mime => all.GetValueOrDefault(mime) ?? Fallback(value, mime, all));
    }

    private static Dictionary<string, string> Everything(object? value)
    {
        if (value is null)
            return new() { ["text/plain"] = "null" };
        if (value is IBundle own)
            return own.Formats().ToDictionary();
        Dictionary<string, string> bundle = [];
        foreach (var (mime, _) in Registrations.For(value.GetType()))
        {
            if (Registrations.Format(value, mime) is { } text)
                bundle[mime] = text;
        }
        foreach (var formatter in ConventionFormatters.For(value.GetType()))
        {
            if (bundle.ContainsKey(formatter.MimeType))
                continue;
            using var writer = new StringWriter();
            if (formatter.Format(value, writer))
                bundle[formatter.MimeType] = writer.ToString();
        }
        if (value is RichContent content)
            bundle.TryAdd(content.MimeType, content.Text);
        var shown = bundle.Count == 0 ? Taken.Of(value) : value;
        if (bundle.Count == 0 && (Markup.Of(value) ?? new HtmlWriter().Table(shown)) is { } html)
            bundle["text/html"] = html;
        if (!bundle.ContainsKey("text/plain"))
            bundle["text/plain"] = value is IHtmlContent ? value.ToString()! : PlainText.Of(shown);
        return bundle;
    }

    private static string Fallback(object? value, string mime, Dictionary<string, string> all) => mime switch
    {
        "text/html" => $"<pre>{System.Net.WebUtility.HtmlEncode(all["text/plain"])}</pre>",
        "text/markdown" => all["text/plain"],
        "application/json" => JsonSerializer.Serialize(value),
        _ => throw new ArgumentException(
            $"A {value?.GetType().Name ?? "null"} can't be shown as {mime}; it can be as {string.Join(", ", all.Keys)}.", nameof(mime)),
    };
}

using System.Net;

namespace Notebook.Assistance;

/// <summary>A paragraph of documentation.</summary>
/// <param name="Label">What it is about, such as a parameter's name; null for the summary.</param>
/// <param name="Text">What it says.</param>
internal sealed record Section(string? Label, string Text);

/// <summary>What is known of a name.</summary>
/// <param name="Signature">Its declaration.</param>
/// <param name="Overloads">Those of its overloads.</param>
/// <param name="Documentation">What its author says of it.</param>
internal sealed record Explanation(string Signature, IReadOnlyList<string> Overloads, IReadOnlyList<Section> Documentation)
{
    private const int MaxOverloads = 12;

    /// <summary>The argument that is being typed, if one is: its number and the parameter's declaration.</summary>
    public string? Argument { get; init; }

    /// <summary>The explanation by MIME type.</summary>
    public IReadOnlyDictionary<string, string> Bundle() => new Dictionary<string, string>
    {
        ["text/plain"] = Plain(),
        ["text/html"] = Html(),
        ["text/markdown"] = Markdown(),
    };

    /// <summary>The explanation as lines of text.</summary>
    public string Plain() => string.Join('\n',
    [
        Signature + Count,
        .. Argument is null ? (string[])[] : [$"argument {Argument}"],
        .. Documentation.Select(section => section.Label is null ? section.Text : $"{section.Label}: {section.Text}"),
        .. Shown.Select(overload => $"or {overload}"),
    ]);

    private string Count => Overloads.Count == 0 ? "" : $"  (+ {Overloads.Count} overload{(Overloads.Count == 1 ? "" : "s")})";

    private IEnumerable<string> Shown => Overloads.Take(MaxOverloads);

    private string Markdown() => string.Join("\n\n",
    [
        $"```csharp\n{Signature}\n```{(Count.Length > 0 ? "\n" + Count.Trim() : "")}",
        .. Argument is null ? (string[])[] : [$"argument **{Argument}**"],
        .. Documentation.Select(section => section.Label is null ? section.Text : $"- **{section.Label}**: {section.Text}"),
        .. Overloads.Count == 0 ? (string[])[] : [$"```csharp\n{string.Join('\n', Shown)}\n```"],
    ]);

    private string Html() => string.Concat(
    [
        $"<pre><b>{Encoded(Signature)}</b>{Encoded(Count)}</pre>",
        .. Argument is null ? (string[])[] : [$"<p>argument <b>{Encoded(Argument)}</b></p>"],
        .. Documentation.Select(section => section.Label is null
            ? $"<p>{Encoded(section.Text)}</p>"
            : $"<p><b>{Encoded(section.Label)}</b>: {Encoded(section.Text)}</p>"),
        .. Overloads.Count == 0 ? (string[])[] : [$"<pre>{Encoded(string.Join('\n', Shown))}</pre>"],
    ]);

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}

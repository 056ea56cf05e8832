using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Notebook.Reports;

/// <summary>
/// Keeps formulas away from the Markdown renderer, which would take their underscores, backslashes and bars for its own: each becomes
/// a plain word before rendering and, after it, an element that the page's script sets. Code is left alone.
/// </summary>
internal sealed partial class MathShield
{
    private readonly List<(string Latex, bool Display)> _formulas = [];

    /// <summary>The Markdown with a word in place of each formula.</summary>
    public string Hide(string markdown)
    {
        var result = new StringBuilder(markdown.Length);
        string? fence = null;
        for (var position = 0; position < markdown.Length;)
        {
            var lineStart = position == 0 || markdown[position - 1] == '\n';
            if (lineStart && Fence().Match(markdown, position) is { Success: true } mark && mark.Index == position
                && (fence is null || mark.Groups[1].Value.StartsWith(fence, StringComparison.Ordinal)))
            {
                fence = fence is null ? mark.Groups[1].Value : null;
                position = Copy(result, markdown, position, mark.Length);
            }
            else if (fence is not null)
                position = Copy(result, markdown, position, 1);
            else
                position = Step(result, markdown, position);
        }

        return result.ToString();
    }

    /// <summary>The rendered page with each formula back in its place.</summary>
    public string Restore(string html) => _formulas.Count == 0 ? html : Word().Replace(html, match =>
    {
        var (latex, display) = _formulas[int.Parse(match.Groups[1].Value)];
        var text = WebUtility.HtmlEncode(latex);
        var before = html.AsSpan(0, match.Index);
        var insideTag = before.LastIndexOf('<') > before.LastIndexOf('>');
        return insideTag ? text : $"<span class=\"formula {(display ? "display" : "inline")}\">{text}</span>";
    });

    private int Step(StringBuilder result, string text, int position)
    {
        switch (text[position])
        {
            case '`':
                var ticks = text.AsSpan(position).IndexOfAnyExcept('`') is var run and > 0 ? run : text.Length - position;
                var end = text.IndexOf(new string('`', ticks), position + ticks, StringComparison.Ordinal);
                return Copy(result, text, position, end < 0 ? ticks : end + ticks - position);
            case '$' or '\\' when Formula().Match(text, position) is { Success: true } match && match.Index == position:
                result.Append(Shield(match, text));
                return position + match.Length;
            case '\\' when position + 1 < text.Length && text[position + 1] == '$':
                result.Append("&#36;"); // a dollar sign and nothing else, to the renderer and to the page's script
                return position + 2;
            case '\\':
                return Copy(result, text, position, Math.Min(2, text.Length - position));
            default:
                return Copy(result, text, position, 1);
        }
    }

    private string Shield(Match match, string text)
    {
        var latex = match.Groups["display"] is { Success: true } display ? display.Value
            : match.Groups["inline"] is { Success: true } inline ? inline.Value : match.Value;
        if (InQuote(text, match.Index))
            latex = QuoteMark().Replace(latex, "\n");
        _formulas.Add((Label().Replace(latex, "").Trim(), !match.Groups["inline"].Success));
        return $"zzmath{_formulas.Count - 1}zz";
    }

    private static bool InQuote(string text, int position)
    {
        var start = position == 0 ? 0 : text.LastIndexOf('\n', position - 1) + 1;
        return text.AsSpan(start).TrimStart(' ').StartsWith(">");
    }

    private static int Copy(StringBuilder result, string text, int position, int length)
    {
        result.Append(text, position, length);
        return position + length;
    }

    // In turn: $$…$$, \[…\] (also \\[…\\]), an environment, \(…\) (also \\(…\\)), and $…$ that neither begins nor ends with a space,
    // is not followed by a digit (as in "$5 or $6") and stays within its paragraph.
    [GeneratedRegex("""
        \G(?: \$\$(?<display>.+?)\$\$
          | \\\\?\[(?<display>.+?)\\\\?\]
          | \\begin\{(?<name>[a-zA-Z]+\*?)\}.+?\\end\{\k<name>\}
          | \\\\?\((?<inline>.+?)\\\\?\)
          | \$(?=[^\s$])(?<inline>(?:\\.|(?!\n\s*\n)[^$\\])*?)(?<!\s)\$(?!\d) )
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.Singleline)]
    private static partial Regex Formula();

    [GeneratedRegex(@"\G {0,3}(`{3,}|~{3,})[^\n]*")]
    private static partial Regex Fence();

    [GeneratedRegex(@"zzmath(\d+)zz")]
    private static partial Regex Word();

    [GeneratedRegex(@"\n\s*> ?")]
    private static partial Regex QuoteMark();

    [GeneratedRegex(@"\\label\{[^}]*\}")]
    private static partial Regex Label();
}

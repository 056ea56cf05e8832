using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Notebook.Reports;

/// <summary>Gives the headings of a page names to link to, and makes the table of contents from them.</summary>
internal static partial class Headings
{
    private const string Begin = "<!-- contents:begin -->";
    private const string End = "<!-- contents:end -->";

    public static string Linked(string page)
    {
        var found = new List<(int Level, string Id, string Html)>();
        var taken = new HashSet<string> { "content", "error" };
        var linked = Prose().Replace(page, section => Heading().Replace(section.Value, match =>
        {
            var (level, html) = (int.Parse(match.Groups[1].Value), match.Groups[2].Value.Trim());
            var id = Unique(Slug(html), taken);
            found.Add((level, id, html));
            var content = html.Contains("<a ", StringComparison.Ordinal) ? html : $"<a class=\"heading-link\" href=\"#{id}\">{html}</a>";
            return level == 1 ? $"<h1 id=\"{id}\">{html}</h1>" : $"<h{level} id=\"{id}\">{content}</h{level}>";
        }));
        var (start, stop) = (linked.IndexOf(Begin, StringComparison.Ordinal), linked.IndexOf(End, StringComparison.Ordinal));
        return start < 0 || stop < start ? linked : linked[..start] + Contents(found) + linked[(stop + End.Length)..];
    }

    private static string Contents(List<(int Level, string Id, string Html)> headings)
    {
        var html = new StringBuilder("<nav class=\"contents\" aria-label=\"On this page\">");
        var listed = headings.Where(heading => heading.Level is 2 or 3).ToArray();
        if (listed.Length > 0)
        {
            html.Append("<details open><summary>On this page</summary><ol>");
            for (var i = 0; i < listed.Length; i++)
            {
                var (level, id, text) = listed[i];
                html.Append($"<li><a href=\"#{id}\">{Anchors().Replace(text, "")}</a>");
                var next = i + 1 < listed.Length ? listed[i + 1].Level : 2;
                html.Append((level, next) switch
                {
                    (2, 3) => "<ol>",
                    (3, 2) when i > 0 && HasParent(listed, i) => "</li></ol></li>",
                    _ => "</li>",
                });
            }

            html.Append("</ol></details>");
        }

        return html.Append("<button type=\"button\" class=\"show-all\" hidden>Show all code</button></nav>").ToString();
    }

    private static bool HasParent((int Level, string Id, string Html)[] listed, int index) =>
        listed.Take(index).Any(heading => heading.Level == 2);

    private static string Unique(string id, HashSet<string> taken)
    {
        var unique = id;
        for (var count = 2; !taken.Add(unique); count++)
            unique = $"{id}-{count}";
        return unique;
    }

    private static string Slug(string html)
    {
        var words = NotWord().Replace(WebUtility.HtmlDecode(Tags().Replace(html, "")).ToLowerInvariant(), "-").Trim('-');
        return words.Length == 0 ? "section" : words;
    }

    [GeneratedRegex("<section class=\"cell prose\">.*?</section>", RegexOptions.Singleline)]
    private static partial Regex Prose();

    [GeneratedRegex(@"<h([1-4])(?:\s[^>]*)?>(.*?)</h\1>", RegexOptions.Singleline)]
    private static partial Regex Heading();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex("</?a[^>]*>")]
    private static partial Regex Anchors();

    [GeneratedRegex(@"[^\p{L}\p{N}]+")]
    private static partial Regex NotWord();
}

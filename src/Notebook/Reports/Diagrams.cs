using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Notebook.Documents;
using Notebook.Running;

namespace Notebook.Reports;

/// <summary>
/// Mermaid diagrams. Chromium draws them while the page is made, once for light and once for dark, and the page holds the drawings
/// alone; where there is no Chromium, the page carries mermaid's script and draws them when it is opened.
/// </summary>
internal sealed partial class Diagrams(Assets assets)
{
    private readonly List<string> _sources = [];

    /// <summary>Markdown with a place in place of each fence named mermaid.</summary>
    public string Hide(string markdown) => Fence().Replace(markdown, match => $"\n<div>{Add(match.Groups["source"].Value)}</div>\n");

    /// <summary>A diagram's place in the page, as a word.</summary>
    public string Add(string source)
    {
        _sources.Add(source.Trim());
        return $"zzdiagram{_sources.Count - 1}zz";
    }

    /// <summary>The page with the diagrams in their places.</summary>
    public async Task<string> Draw(string page, CancellationToken cancel)
    {
        if (_sources.Count == 0)
            return page;
        var drawn = Browser.Locate() is null ? null : await Drawn(cancel);
        var filled = Place().Replace(page, match => Figure(int.Parse(match.Groups[1].Value), drawn));
        return drawn is not null ? filled : filled.Replace(
            "</body>", "<script src=\"assets/mermaid.tiny.js\"></script><script>mermaid.initialize({ startOnLoad: true, theme: 'neutral' });</script>\n</body>", StringComparison.Ordinal);
    }

    private string Figure(int number, JsonArray? drawn)
    {
        var source = WebUtility.HtmlEncode(_sources[number]);
        if (drawn is null)
            return $"<pre class=\"mermaid\">{source}</pre>";
        var drawings = drawn.OfType<JsonObject>().Where(drawing => (int)drawing["number"]! == number).ToArray();
        return drawings.FirstOrDefault(drawing => drawing["error"] is not null)?["error"] is { } error
            ? $"<div class=\"output error\" role=\"group\" aria-label=\"Error\"><p><strong>Mermaid</strong>: {WebUtility.HtmlEncode(error.ToString())}</p><pre tabindex=\"0\">{source}</pre></div>"
            : $"<figure class=\"diagram\" role=\"img\" aria-label=\"Diagram: {Words(_sources[number])}\">{string.Concat(drawings.Select(drawing => $"<span class=\"{drawing["theme"]}\">{drawing["svg"]}</span>"))}</figure>";
    }

    private async Task<JsonArray> Drawn(CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("diagrams-");
        try
        {
            var path = Path.Combine(folder.FullName, "diagrams.html");
            await File.WriteAllTextAsync(path, DrawingPage(), cancel);
            var result = Result().Match(await Browser.Rendered(path, cancel));
            return result.Success && JsonNode.Parse(result.Groups[1].Value) is JsonArray drawn ? drawn
                : throw new InvalidOperationException("Chromium did not draw the mermaid diagrams.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private string DrawingPage() => $$"""
        <!DOCTYPE html><meta charset="utf-8"><title>Diagrams</title>
        <style>@font-face { font-family: "Inter Variable"; font-weight: 100 900; src: url({{new Uri(assets.Path("inter-latin-wght-normal.woff2")).AbsoluteUri}}); }</style>
        <body><script src="{{new Uri(assets.Path("mermaid.tiny.js")).AbsoluteUri}}"></script>
        <script>
        const looks = {
          light: { primaryColor: "#eaf2fa", primaryBorderColor: "#2b7fc4", primaryTextColor: "#1d2229", lineColor: "#59616d", textColor: "#1d2229", background: "#ffffff" },
          dark: { primaryColor: "#1f3349", primaryBorderColor: "#5ba3dd", primaryTextColor: "#dfe3e8", lineColor: "#a0a8b3", textColor: "#dfe3e8", background: "#15181d", darkMode: true },
        };
        (async () => {
          await document.fonts.load('16px "Inter Variable"');
          const drawn = [];
          for (const [theme, themeVariables] of Object.entries(looks)) {
            mermaid.initialize({ startOnLoad: false, theme: "base", htmlLabels: false, flowchart: { htmlLabels: false },
              themeVariables: { ...themeVariables, fontFamily: '"Inter Variable", Inter, Arial, sans-serif', fontSize: "15px" } });
            for (const [number, source] of {{JsonSerializer.Serialize(_sources)}}.entries()) {
              try {
                drawn.push({ number, theme, svg: (await mermaid.render(`diagram-${number}-${theme}`, source)).svg });
              } catch (error) {
                drawn.push({ number, theme, error: error.message });
              }
            }
          }
          const result = document.createElement("script");
          result.type = "application/json";
          result.textContent = JSON.stringify(drawn).replaceAll("<", "\\u003c");
          document.body.append(result);
        })();
        </script>
        """;

    private static string Words(string source) => WebUtility.HtmlEncode(string.Join(' ', source.Split('\n').Select(line => line.Trim())));

    [GeneratedRegex(@"^```\s*mermaid[^\n]*\n(?<source>.*?)^```\s*$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"zzdiagram(\d+)zz")]
    private static partial Regex Place();

    [GeneratedRegex("<script type=\"application/json\">(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Result();
}

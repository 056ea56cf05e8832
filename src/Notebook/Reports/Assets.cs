using System.Text.RegularExpressions;
using Notebook.Documents;
using Notebook.Running;

namespace Notebook.Reports;

/// <summary>Styles, scripts and fonts: copied beside the pages, or put inside them.</summary>
internal sealed partial class Assets
{
    private static readonly (string Source, string Name)[] _files =
    [
        ("report/static/report.css", "report.css"),
        ("report/static/fonts.css", "fonts.css"),
        ("report/static/report.js", "report.js"),
        ("report/static/figures.js", "figures.js"),
        ("node_modules/katex/dist/katex.min.js", "katex.min.js"),
        ("node_modules/katex/dist/contrib/auto-render.min.js", "auto-render.min.js"),
        ("node_modules/plotly.js-cartesian-dist-min/plotly-cartesian.min.js", "plotly.min.js"),
    ];

    private static readonly (string Source, string Name)[] _slides =
    [
        ("node_modules/reveal.js/dist/reveal.css", "reveal.css"), ("node_modules/reveal.js/dist/reveal.js", "reveal.js"),
        ("node_modules/reveal.js/dist/plugin/notes.js", "notes.js"),
        ("slides/static/slides.css", "slides.css"), ("slides/static/slides.js", "slides.js"),
    ];

    // Only on pages with diagrams that no browser could draw beforehand.
    private static readonly (string Source, string Name) _mermaid = ("node_modules/@mermaid-js/tiny/dist/mermaid.tiny.js", "mermaid.tiny.js");

    private static readonly string[] _fontFolders =
    [
        "@fontsource-variable/source-serif-4", "@fontsource-variable/inter", "@fontsource-variable/jetbrains-mono",
    ];

    private readonly string _templates;
    private readonly (string Source, string Name)[] _own;

    /// <exception cref="CannotStartException">The template or a package is missing.</exception>
    public Assets(string templates, string template = "report")
    {
        _templates = System.IO.Path.GetFullPath(templates);
        _own = template == "slides" ? [.. _files, .. _slides] : _files;
        if (!File.Exists(System.IO.Path.Combine(_templates, template, "index.html.j2")))
            throw new CannotStartException($"{templates} has no {template} template ({template}/index.html.j2); give its folder with --templates.");
        var katex = System.IO.Path.Combine(_templates, "node_modules", "katex", "dist", "katex.min.css");
        var needed = _own.Append(_mermaid).Select(file => System.IO.Path.Combine(_templates, file.Source)).Append(katex);
        if (needed.FirstOrDefault(file => !File.Exists(file)) is { } missing)
            throw new CannotStartException($"{missing} is missing. Run:  npm ci --prefix {templates}");
    }

    /// <summary>Writes what pages share into <c>assets/</c> under <paramref name="output"/>.</summary>
    public void CopyTo(string output)
    {
        var folder = System.IO.Path.Combine(output, "assets");
        foreach (var (source, name) in Browser.Locate() is null ? _own.Append(_mermaid) : _own)
            Files.Copy(System.IO.Path.Combine(_templates, source), System.IO.Path.Combine(folder, name));
        Files.WriteText(System.IO.Path.Combine(folder, "katex.min.css"), KatexStyle());
        foreach (var css in new[] { KatexStyle(), File.ReadAllText(System.IO.Path.Combine(_templates, "report/static/fonts.css")) })
            foreach (Match font in Url().Matches(css))
                Files.Copy(Font(font.Groups[1].Value), System.IO.Path.Combine(folder, font.Groups[1].Value));
    }

    /// <summary>The page with its styles, scripts and fonts inside.</summary>
    public string Inline(string page)
    {
        string Data(Match font) => $"url(data:font/woff2;base64,{Convert.ToBase64String(File.ReadAllBytes(Font(font.Groups[1].Value)))})";
        var styled = StyleLink().Replace(page, match => $"<style>\n{Url().Replace(Text(match.Groups[1].Value), Data)}\n</style>");
        return ScriptLink().Replace(styled, match =>
            $"<script>\n{Text(match.Groups[1].Value).Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase)}\n</script>");
    }

    /// <summary>Where a script, a style or a font lies.</summary>
    public string Path(string name) => name.EndsWith(".woff2", StringComparison.Ordinal) ? Font(name)
        : System.IO.Path.Combine(_templates, _own.Append(_mermaid).Single(file => file.Name == name).Source);

    private string Text(string name) => name == "katex.min.css" ? KatexStyle() : File.ReadAllText(Path(name));

    // Every browser that runs plotly.js reads woff2; the older formats would only make pages larger.
    private string KatexStyle() => OldFormats().Replace(
        File.ReadAllText(System.IO.Path.Combine(_templates, "node_modules/katex/dist/katex.min.css")), "");

    private string Font(string url)
    {
        var name = System.IO.Path.GetFileName(url);
        var candidates = _fontFolders.Select(folder => System.IO.Path.Combine(_templates, "node_modules", folder, "files", name))
            .Append(System.IO.Path.Combine(_templates, "node_modules/katex/dist/fonts", name));
        return candidates.FirstOrDefault(File.Exists)
            ?? throw new CannotStartException($"The font {name} is missing. Run:  npm ci --prefix {_templates}");
    }

    [GeneratedRegex(@"url\((fonts/[^)]+\.woff2)\)")]
    private static partial Regex Url();

    [GeneratedRegex(@",url\(fonts/[^)]+\.(?:woff|ttf)\)\s*format\([^)]*\)")]
    private static partial Regex OldFormats();

    [GeneratedRegex("<link rel=\"stylesheet\" href=\"assets/([^\"]+)\">")]
    private static partial Regex StyleLink();

    [GeneratedRegex("<script src=\"assets/([^\"]+)\"></script>")]
    private static partial Regex ScriptLink();
}

using System.Net;
using System.Text;
using Notebook.Documents;
using Notebook.Running;

namespace Notebook.Reports;

/// <summary>The page that lists the others: a card for each notebook.</summary>
internal static class IndexPage
{
    private const string Introduction =
        "Each page is a notebook that ran from top to bottom: its equations were evaluated, its tables computed and its figures drawn "
        + "from real data in the run that the card names.";

    private const string Look =
        """<script>try { const look = localStorage.getItem("look"); if (look) document.documentElement.dataset.look = look; } catch { /* pages without storage follow the system */ }</script>""";

    private const string SlidesIntroduction =
        "Each deck is a notebook that ran from top to bottom, told slide by slide. Arrow keys go on, S opens the speaker's view, "
        + "O shows all slides, C shows the code.";

    /// <param name="cards">The pages, in reading order.</param>
    /// <param name="isSlides">Whether they are slides.</param>
    /// <param name="other">Address of the index of the same notebooks as slides, or as pages; null if there is none.</param>
    public static string Of(IReadOnlyList<Card> cards, bool isSlides, string? other)
    {
        var charts = cards.Any(card => card.Chart is not null);
        var page = new StringBuilder($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Latent-variable models, notebook by notebook</title>
            <link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Ccircle cx='8' cy='8' r='6' fill='none' stroke='%232b7fc4' stroke-width='2.5'/%3E%3Ccircle cx='8' cy='8' r='2' fill='%23d8702a'/%3E%3C/svg%3E">
            {Look}
            <link rel="stylesheet" href="assets/fonts.css">
            <link rel="stylesheet" href="assets/katex.min.css">
            <link rel="stylesheet" href="assets/report.css">
            </head>
            <body>
            <header class="top"><div class="bar">{(other is null ? "" : $"<nav aria-label=\"Other forms\"><a href=\"{other}\">{(isSlides ? "The same as pages to read" : "The same as slides")}</a></nav>")}<span class="space"></span><button type="button" class="look" hidden></button></div></header>
            <main class="index" id="content">
            <h1>Latent-variable models, notebook by notebook</h1>
            <p class="lead">{(isSlides ? SlidesIntroduction : Introduction)}</p>
            <ol class="cards">

            """);
        foreach (var card in cards)
            page.Append(Item(card));
        page.Append("""
            </ol>
            </main>
            <footer class="foot"></footer>
            <script src="assets/katex.min.js"></script>
            <script src="assets/auto-render.min.js"></script>

            """);
        if (charts)
            page.Append("<script src=\"assets/plotly.min.js\"></script><script src=\"assets/figures.js\"></script>\n");
        return page.Append("<script src=\"assets/report.js\"></script>\n</body>\n</html>\n").ToString();
    }

    private static string Item(Card card)
    {
        var shield = new MathShield();
        var (title, summary) = (shield.Hide(card.Title), shield.Hide(card.Summary));
        var number = card.Number.Length > 0 ? $"<span class=\"number\">{card.Number}</span>" : "";
        var status = card.Failure is { } failure
            ? $"<li class=\"badge fails\" title=\"{Encode(failure)}\">✗ stopped at an error</li>"
            : "<li class=\"badge holds\">✓ ran through</li>";
        return shield.Restore($"""
            <li><article class="card">
            <div class="thumb">{Thumbnail(card)}</div>
            <div class="words">
            <h2><a href="{Encode(card.Href)}">{number}{Encode(title)}</a></h2>
            <p>{Encode(summary)}</p>
            <ul class="facts">{status}<li>{Duration.Of(card.Seconds)}</li><li>{Encode(card.Scale)} scale</li><li><time datetime="{card.Date:yyyy-MM-dd}">{card.Date:yyyy-MM-dd}</time></li></ul>
            </div>
            </article></li>

            """);
    }

    private static string Thumbnail(Card card)
    {
        if (card.Picture is { } png)
            return $"<img alt=\"A picture from this notebook\"{Fit(png)} src=\"data:image/png;base64,{png}\">";
        if (card.Chart is { } chart)
            return $"<div class=\"plot\" id=\"chart-{Encode(card.Slug)}\" role=\"figure\" aria-label=\"A chart from this notebook\"></div>"
                + $"<script>(window.figureQueue = window.figureQueue || []).push([\"chart-{Encode(card.Slug)}\", {chart}]);</script>";
        return $"<span class=\"numeral\" aria-hidden=\"true\">{(card.Number.Length > 0 ? card.Number : "·")}</span>";
    }

    // Pictures much wider or taller than the card are cut; others are shown whole.
    private static string Fit(string png)
    {
        var header = new byte[24];
        if (!Convert.TryFromBase64String(png[..Math.Min(32, png.Length)], header, out var count) || count < 24)
            return " class=\"whole\"";
        var (width, height) = (Size(header, 16), Size(header, 20));
        return width > 3 * height || height > 2 * width ? "" : " class=\"whole\"";
    }

    private static int Size(byte[] header, int offset) => System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(offset));

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}

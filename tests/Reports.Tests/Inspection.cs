using Microsoft.Playwright;

namespace Reports.Tests;

/// <summary>What must hold on every page, whatever notebook it comes from.</summary>
internal static class Inspection
{
    private const string Script = """
        () => {
          const problems = [];
          const wrong = (condition, text) => { if (condition) problems.push(text); };
          const main = document.querySelector("main");
          wrong(!main, "no main landmark");
          wrong(!document.title.trim(), "no title");
          wrong(document.querySelectorAll("h1").length !== 1, `${document.querySelectorAll("h1").length} first-level headings`);

          // Headings go down one level at a time.
          let before = 0;
          for (const heading of main.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
            const level = Number(heading.tagName[1]);
            wrong(level > before + 1, `heading jumps from ${before} to ${level}: ${heading.textContent}`);
            before = level;
          }

          // Maths: all set, none left in source, none in error.
          for (const error of document.querySelectorAll(".katex-error")) problems.push(`maths error: ${error.title}`);
          for (const formula of document.querySelectorAll(".formula"))
            wrong(!formula.querySelector(".katex"), `formula not set: ${formula.textContent}`);
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            if (node.parentElement.closest("script, style, code, pre, .katex, svg, noscript, .output.error")) continue;
            const raw = node.data.match(/\\[(\[]|\$\$|\$(?=[^\s\d])[^$\n]*[^\s$]\$(?!\d)|\\begin\{|zzmath/);
            wrong(raw, `raw maths: ${node.data.trim().slice(0, 80)}`);
          }

          // Charts: each has drawn something that can be seen.
          for (const chart of document.querySelectorAll(".plot")) {
            const drawn = chart.querySelectorAll(
              ".trace path, .trace .point, .heatmaplayer image, .bars path, .js-line, .js-fill, .contour path, .contourlines path");
            wrong(!chart.querySelector("svg.main-svg") || drawn.length === 0, `empty chart: ${chart.getAttribute("aria-label")}`);
            wrong(!chart.getAttribute("aria-label"), "a chart without words");
          }

          // Pictures: each is there and has words.
          for (const image of document.querySelectorAll("img")) {
            wrong(!(image.complete && image.naturalWidth > 0), `broken picture: ${image.alt}`);
            wrong(!image.alt.trim(), "a picture without words");
          }

          // Links within the page lead somewhere, and no two places share a name.
          for (const link of document.querySelectorAll("a[href^='#']"))
            wrong(!document.getElementById(decodeURIComponent(link.hash.slice(1))), `dead link: ${link.hash}`);
          const ids = [...document.querySelectorAll("[id]")].filter((element) => !element.closest("svg")).map((element) => element.id);
          wrong(new Set(ids).size !== ids.length, "two elements share an id");

          const wide = document.documentElement.scrollWidth;
          wrong(wide > innerWidth, `the page scrolls sideways: ${wide} > ${innerWidth}`);
          return problems;
        }
        """;

    public static async Task Check(Browser browser, string path, int width, ColorScheme scheme)
    {
        await using var page = await browser.Open(path, width, scheme);
        var problems = await page.Ask<string[]>(Script);
        foreach (var link in await page.Ask<string[]>("[...document.querySelectorAll('a[href$=\".html\"]')].map((link) => link.href)"))
            if (!File.Exists(new Uri(link).LocalPath))
                problems = [.. problems, $"dead link: {link}"];
        string[] found = [.. page.Faults, .. problems, .. await page.Violations()];
        Assert.True(found.Length == 0, $"{Path.GetFileName(path)}:\n{string.Join('\n', found)}");
    }
}

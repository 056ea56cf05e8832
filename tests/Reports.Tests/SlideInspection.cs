using Microsoft.Playwright;

namespace Reports.Tests;

/// <summary>What must hold on every slide of a deck.</summary>
internal static class SlideInspection
{
    private const string Script = """
        () => {
          const slide = Reveal.getCurrentSlide(), problems = [], { h, v } = Reveal.getIndices(), place = `slide ${h + 1}.${v ?? 0}`;
          const wrong = (condition, text) => { if (condition) problems.push(`${place}: ${text}`); };
          const box = slide.querySelector(".sheet").getBoundingClientRect();
          wrong(!slide.matches(".tall") && box.bottom > innerHeight + 1, `runs ${Math.round(box.bottom - innerHeight)} px off the window`);
          wrong(box.right > innerWidth + 1 || document.documentElement.scrollWidth > innerWidth, "runs off to the side");
          for (const error of slide.querySelectorAll(".katex-error")) problems.push(`${place}: maths error ${error.title}`);
          for (const formula of slide.querySelectorAll(".formula")) wrong(!formula.querySelector(".katex"), `formula not set: ${formula.textContent}`);
          for (const chart of slide.querySelectorAll(".plot")) {
            if (chart.offsetParent === null) continue;
            const drawn = chart.querySelectorAll(".trace path, .trace .point, .heatmaplayer image, .bars path, .js-line, .js-fill, .contour path, .contourlines path");
            wrong(drawn.length === 0, `empty chart: ${chart.getAttribute("aria-label")}`);
            // Charts side by side may be wider than a narrow slide: their box scrolls.
            const svg = chart.querySelector("svg.main-svg").getBoundingClientRect(), room = chart.getBoundingClientRect();
            wrong(svg.width > room.width + 1 || svg.width < 0.5 * room.width, `a chart ${Math.round(svg.width)} px wide in ${Math.round(room.width)}`);
          }
          for (const image of slide.querySelectorAll("img")) wrong(!(image.complete && image.naturalWidth > 0) || !image.alt.trim(), `broken picture: ${image.alt}`);
          return problems;
        }
        """;

    /// <summary>What a lecture needs besides: a slide for a projector is seen whole, and from the back row.</summary>
    private const string Fits = """
        () => {
          const slide = Reveal.getCurrentSlide(), { h, v } = Reveal.getIndices(), size = Number(slide.querySelector(".sheet").style.zoom || 1);
          if (innerWidth < 1280 || !slide.matches(".tall") && size >= 0.7) return [];
          return [`slide ${h + 1}.${v ?? 0}: ${slide.matches(".tall") ? "scrolls" : `is set at ${size} of its size`}: part it into sub-slides`];
        }
        """;

    /// <param name="browser">The browser.</param>
    /// <param name="path">The deck.</param>
    /// <param name="width">Width of the window.</param>
    /// <param name="scheme">Light or dark.</param>
    /// <param name="every">axe-core looks at one slide of so many.</param>
    /// <param name="mayScroll">Whether a slide may be too long to be seen whole.</param>
    public static async Task Check(Browser browser, string path, int width, ColorScheme scheme, int every, bool mayScroll = false)
    {
        await using var page = await browser.Open(path, width, scheme);
        var problems = new List<string>();
        for (var count = 0; ; count++)
        {
            while (await page.Ask<bool>("Reveal.availableFragments().next"))
                await page.Ask<bool>("Reveal.nextFragment()");
            await page.Wait();
            problems.AddRange(await page.Ask<string[]>(Script));
            if (!mayScroll)
                problems.AddRange(await page.Ask<string[]>(Fits));
            if (count % every == 0)
                problems.AddRange((await page.Violations()).Select(violation => $"slide {count + 1}: {violation}"));
            if (await page.Ask<bool>("Reveal.isLastSlide()"))
                break;
            await page.Ask<object?>("Reveal.next()");
        }

        string[] found = [.. page.Faults, .. problems];
        Assert.True(found.Length == 0, $"{Path.GetFileName(path)}:\n{string.Join('\n', found)}");
    }
}

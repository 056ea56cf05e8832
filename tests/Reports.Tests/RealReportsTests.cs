using Microsoft.Playwright;

namespace Reports.Tests;

/// <summary>
/// The reports of the real notebooks: those in REPORTS_DIR, else in <c>reports/</c>. Skipped, and said so, where none were made.
/// </summary>
public class RealReportsTests(Browser browser)
{
    private static string Folder => Environment.GetEnvironmentVariable("REPORTS_DIR") is { Length: > 0 } given
        ? Path.GetFullPath(given) : Path.Combine(Repository.Root, "reports");

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(400, ColorScheme.Dark)]
    public async Task Every_real_page_is_whole_without_a_network(int width, ColorScheme scheme)
    {
        foreach (var path in Pages())
            await Inspection.Check(browser, path, width, scheme);
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(400, ColorScheme.Dark)]
    public async Task Every_real_deck_is_whole_without_a_network(int width, ColorScheme scheme)
    {
        foreach (var path in Pages("slides"))
            await (Path.GetFileName(path) == "index.html"
                ? Inspection.Check(browser, path, width, scheme) : SlideInspection.Check(browser, path, width, scheme, every: 8));
    }

    [Fact]
    public async Task Every_real_notebook_ran_through_and_has_formulas_and_charts()
    {
        foreach (var path in Pages().Where(path => Path.GetFileName(path) != "index.html"))
        {
            await using var page = await browser.Open(path);
            Assert.True(await page.Count("#error") == 0, $"{path} stopped at an error: {await page.Ask<string>("document.querySelector('#error')?.innerText ?? ''")}");
            Assert.True(await page.Count(".katex") > 0, $"{path} has no formula.");
            Assert.True(await page.Count(".plot svg.main-svg") > 0, $"{path} has no chart.");
        }
    }

    private static string[] Pages(string below = "")
    {
        var folder = Path.Combine(Folder, below);
        var pages = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.html") : [];
        if (pages.Length == 0 && Environment.GetEnvironmentVariable("REPORTS_DIR") is { Length: > 0 })
            Assert.Fail($"There are no pages in {folder}, which REPORTS_DIR names.");
        Assert.SkipWhen(pages.Length == 0, "No reports were made yet: run ./build.sh report first, or set REPORTS_DIR.");
        return pages;
    }
}

using Microsoft.Playwright;

namespace Reports.Tests;

/// <summary>Pictures beside the notebook, attachments, diagrams, and what stands at the top of a page.</summary>
public class PicturesTests(Browser browser, ExportedPages pages)
{
    [Theory]
    [InlineData(ColorScheme.Light, "light")]
    [InlineData(ColorScheme.Dark, "dark")]
    public async Task Diagrams_are_drawings_in_the_page(ColorScheme scheme, string shown)
    {
        await using var page = await browser.Open(pages.Illustrated, scheme: scheme);

        Assert.Empty(page.Faults);
        Assert.Equal(2, await page.Count("figure.diagram"));
        Assert.Equal(2, await page.Ask<int>($"[...document.querySelectorAll('.diagram .{shown} svg')].filter((drawing) => drawing.getBoundingClientRect().width > 50).length"));
        Assert.Equal(2, await page.Ask<int>("[...document.querySelectorAll('.diagram svg')].filter((drawing) => drawing.getBoundingClientRect().width > 0).length"));
        Assert.Contains("image x", await page.Ask<string>("document.querySelector('.diagram').textContent"));
        Assert.Equal(0, await page.Count("script[src*=mermaid]"));
    }

    [Fact]
    public async Task Pictures_come_along_and_ask_nobody()
    {
        await using var page = await browser.Open(pages.Illustrated);
        var pictures = await page.Ask<string[]>("[...document.querySelectorAll('.prose img')].map((image) => `${image.alt} ${image.naturalWidth}`)");

        Assert.Equal(["Stripes of grey 32", "An attachment 8"], pictures);
        Assert.Equal("Elsewhere", await page.Ask<string>("document.querySelector('a.picture-link').textContent"));
        Assert.Contains("pictures/gone.png is missing", await page.Ask<string>("document.querySelector('.picture-missing').textContent"));
        Assert.EndsWith("/03-words.html", await page.Ask<string>("[...document.querySelectorAll('.prose a')].find((link) => link.textContent === 'the words').href"));
    }

    [Fact]
    public async Task The_top_counts_identities_and_numbers()
    {
        await using var page = await browser.Open(pages.Illustrated);

        Assert.Equal(
            ["1 of 1 identity holds", "1 of 1 printed form fails, as it should", "1 number beside the reference"],
            await page.Ask<string[]>("[...document.querySelectorAll('.glance li')].map((line) => line.textContent)"));
        Assert.Equal(["error of PCA", "13.8663", "0.1026", "13.87"], await page.Ask<string[]>("[...document.querySelectorAll('.glance td')].map((cell) => cell.textContent)"));
        await page.Click(".glance td a");
        Assert.Contains("Ours beside the reference", await page.Ask<string>("document.querySelector(location.hash).textContent"));
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(400, ColorScheme.Dark)]
    public Task The_page_is_whole(int width, ColorScheme scheme) => Inspection.Check(browser, pages.Illustrated, width, scheme);
}

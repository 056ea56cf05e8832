using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Reports.Tests;

public class SlidesTests(Browser browser, ExportedPages pages)
{
    private string Deck => Path.Combine(pages.Decks, "04-slides.html");

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(400, ColorScheme.Light)]
    [InlineData(400, ColorScheme.Dark)]
    public Task Every_slide_is_whole_without_a_network(int width, ColorScheme scheme) => SlideInspection.Check(browser, Deck, width, scheme, every: 1, mayScroll: true);

    [Fact]
    public Task The_index_is_whole_too() => Inspection.Check(browser, Path.Combine(pages.Decks, "index.html"), 400, ColorScheme.Dark);

    [Fact]
    public async Task The_order_comes_from_the_metadata()
    {
        await using var page = await browser.Open(Deck);

        Assert.Equal(8, await page.Ask<int>("Reveal.getTotalSlides()"));
        Assert.DoesNotContain("never shown", await page.Ask<string>("document.querySelector('main').textContent"));
        Assert.Equal("Say hello, and that", await page.Ask<string>("Reveal.getSlideNotes().replace(/<[^>]*>/g, '').trim().slice(0, 19)"));
        await page.Press("ArrowRight");
        await page.Press("ArrowDown");
        Assert.Equal("Below", await page.Ask<string>("Reveal.getCurrentSlide().querySelector('h2').textContent"));
        Assert.Equal("none", await page.Ask<string>("getComputedStyle(Reveal.getCurrentSlide().querySelector('.fragment')).display"));
        await page.Press("Space");
        Assert.Equal("block", await page.Ask<string>("getComputedStyle(Reveal.getCurrentSlide().querySelector('.fragment')).display"));
    }

    [Fact]
    public async Task A_notebook_without_slide_metadata_is_parted_at_its_headings()
    {
        await using var page = await browser.Open(Path.Combine(pages.Decks, "03-words.html"));

        Assert.True(await page.Ask<int>("Reveal.getTotalSlides()") > 1);
        Assert.Empty(page.Faults);
    }

    [Fact]
    public async Task C_shows_the_code_and_hides_it_again()
    {
        await using var page = await browser.Open(Deck, query: "#/2");
        const string Open = "Reveal.getCurrentSlide().querySelector('details').open";

        Assert.False(await page.Ask<bool>(Open));
        await page.Press("c");
        Assert.True(await page.Ask<bool>(Open));
        await page.Press("c");
        Assert.False(await page.Ask<bool>(Open));
    }

    [Fact]
    public async Task A_deck_prints_one_page_a_slide()
    {
        await using var page = await browser.Open(Deck, query: "?print-pdf");
        await page.Wait();
        var pdf = Encoding.Latin1.GetString(await page.Print());

        Assert.Equal(8, Regex.Count(pdf, @"/Type\s*/Page\b"));
        Assert.Empty(page.Faults);
    }
}

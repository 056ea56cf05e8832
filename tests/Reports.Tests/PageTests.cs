using Microsoft.Playwright;

namespace Reports.Tests;

public class PageTests(Browser browser, ExportedPages pages)
{
    public static TheoryData<string, int, ColorScheme> Views()
    {
        var views = new TheoryData<string, int, ColorScheme>();
        foreach (var name in ExportedPages.Notebooks.Append("index"))
            foreach (var width in new[] { 1280, 400 })
                foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
                    views.Add(name, width, scheme);

        return views;
    }

    [Theory]
    [MemberData(nameof(Views))]
    public Task Every_page_is_whole_without_a_network(string name, int width, ColorScheme scheme) =>
        Inspection.Check(browser, pages.Page(name), width, scheme);

    [Theory]
    [InlineData("01-everything")]
    [InlineData("index")]
    public Task A_single_file_needs_no_other(string name) =>
        Inspection.Check(browser, Path.Combine(pages.SingleFiles, name + ".html"), 1280, ColorScheme.Light);

    [Fact]
    public async Task Charts_pictures_and_formulas_of_the_notebook_are_all_there()
    {
        await using var page = await browser.Open(pages.Page("01-everything"));

        Assert.Equal(5, await page.Count(".plot svg.main-svg:first-of-type"));
        Assert.Equal(3, await page.Count("main img"));
        Assert.InRange(await page.Count(".katex"), 20, 60);
        Assert.Equal(6, await page.Ask<int>("document.querySelectorAll('.plot')[2].querySelectorAll('.bars').length"));
        Assert.Equal(2, await page.Count("td.holds"));
        Assert.Equal(1, await page.Count("td.fails"));
    }

    [Fact]
    public async Task Formulas_come_through_markdown_unharmed()
    {
        await using var page = await browser.Open(pages.Page("01-everything"));
        var sources = await page.Ask<string[]>("[...document.querySelectorAll('annotation')].map((node) => node.textContent)");

        Assert.Contains(@"a_1 < b_2", sources);
        Assert.Contains(@"c_* \& d_*", sources);
        Assert.Contains("p(x|z)", sources);
        Assert.Contains(@"\begin{pmatrix} a & b \\ c & d \end{pmatrix} \begin{pmatrix} x_1 \\ x_2 \end{pmatrix}", sources);
        Assert.Contains(@"\log p(x) \ge \mathcal{L}", sources);
        var text = await page.Ask<string>("document.querySelector('main').innerText");
        Assert.Contains("escaped $ signs stay as they are; so do $5 or $6.", text);
        Assert.Contains("// $not maths$", text);
    }

    [Fact]
    public async Task Console_output_shows_its_last_state()
    {
        await using var page = await browser.Open(pages.Page("01-everything"));

        Assert.Equal("reading 60,000 images\nepoch 3 of 3\n", await page.Ask<string>("document.querySelector('pre.stdout').textContent"));
        Assert.Contains("3 pixels are constant", await page.Ask<string>("document.querySelector('pre.stderr').textContent"));
    }

    [Fact]
    public async Task Long_code_is_folded_and_what_the_reader_opens_is_remembered()
    {
        await using var page = await browser.Open(pages.Page("01-everything"));
        const string Open = "document.querySelector('details.source').open";

        Assert.Equal(1, await page.Count("details.source"));
        Assert.False(await page.Ask<bool>(Open));
        Assert.InRange(await page.Count(".highlight .k, .highlight .kt"), 3, 200);
        await page.Click("details.source summary");
        await page.Reload();
        Assert.True(await page.Ask<bool>(Open));
        await page.Click("details.source summary");
        await page.Click(".show-all");
        await page.Reload();
        Assert.True(await page.Ask<bool>(Open));
        Assert.Equal("Hide code", await page.Ask<string>("document.querySelector('.show-all').textContent"));
        await page.Click(".show-all");
        await page.Reload();
        Assert.False(await page.Ask<bool>(Open));
    }

    [Fact]
    public async Task The_switch_changes_page_and_charts_to_dark_and_is_remembered()
    {
        await using var page = await browser.Open(pages.Page("01-everything"));
        const string Paper = "getComputedStyle(document.body).backgroundColor", Ink = "getComputedStyle(document.querySelector('.plot .xtick text')).fill";

        Assert.Equal("rgb(255, 255, 255)", await page.Ask<string>(Paper));
        await page.Click("button.look");
        await page.Wait();
        Assert.Equal(("rgb(21, 24, 29)", "rgb(201, 206, 214)"), (await page.Ask<string>(Paper), await page.Ask<string>(Ink)));
        await page.Reload();
        Assert.Equal(("rgb(21, 24, 29)", "rgb(201, 206, 214)"), (await page.Ask<string>(Paper), await page.Ask<string>(Ink)));
        Assert.Equal("Light", await page.Ask<string>("document.querySelector('button.look').textContent"));
    }

    [Fact]
    public async Task Code_can_be_copied()
    {
        await using var page = await browser.Open(pages.Page("01-everything"));
        await page.Ask<object?>("navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }");
        await page.Click(".source .copy");

        Assert.Equal("var pca = Pca.Fit(train, k: 30);\npca.Error(test)", await page.Ask<string>("window.copied"));
    }

    [Fact]
    public async Task Printed_pages_are_light_and_show_all_code()
    {
        await using var page = await browser.Open(pages.Page("01-everything"), scheme: ColorScheme.Dark);

        Assert.True((await page.Print()).Length > 50_000);
        Assert.True(await page.Ask<bool>("document.querySelector('details.source').open"));
    }

    [Fact]
    public async Task A_stopped_run_shows_what_came_before_the_error_and_what_did_not_run()
    {
        await using var page = await browser.Open(pages.Page("02-stops"));

        Assert.Equal(1, await page.Count(".plot"));
        Assert.Contains("This run stopped at an error", await page.Ask<string>("document.querySelector('.banner').textContent"));
        Assert.Contains("k must be at most 784; given 900. (Parameter 'k') <tag> & such", await page.Ask<string>("document.querySelector('#error p').textContent"));
        Assert.Contains("LinearAutoencoder.cs:line 31", await page.Ask<string>("document.querySelector('#error pre').textContent"));
        Assert.Equal(1, await page.Count(".not-run"));
    }

    [Fact]
    public async Task Pages_lead_to_each_other()
    {
        await using var page = await browser.Open(pages.Page("02-stops"));

        Assert.EndsWith("/01-everything.html", await page.Ask<string>("document.querySelector('.previous').href"));
        Assert.EndsWith("/03-words.html", await page.Ask<string>("document.querySelector('.next').href"));
        await page.Click(".home");
        Assert.EndsWith("/index.html", await page.Ask<string>("location.href"));
    }

    [Fact]
    public async Task Headings_of_one_name_stay_apart_in_the_contents()
    {
        await using var page = await browser.Open(pages.Page("03-words"));

        Assert.Equal(
            ["#a-heading", "#a-heading-2", "#why-sigma-2-bold"],
            await page.Ask<string[]>("[...document.querySelectorAll('.contents a')].map((link) => link.hash)"));
        Assert.Equal(0, await page.Ask<int>("document.querySelectorAll('script[src*=plotly]').length"));
    }

    [Fact]
    public async Task The_foot_says_how_the_page_was_made()
    {
        await using var page = await browser.Open(pages.Page("01-everything"));
        var names = await page.Ask<string[]>("[...document.querySelectorAll('.provenance dt')].map((name) => name.textContent)");

        foreach (var name in new[] { "Notebook", "Date", "Scale", "Threads", "Run time", "Seed", "Machine", "System", ".NET", "NuGet", "npm" })
            Assert.Contains(name, names);
        Assert.Contains("plotly.js-cartesian-dist-min 4.1.1", await page.Ask<string>("document.querySelector('.provenance').textContent"));
    }

    [Fact]
    public async Task Dark_pages_have_light_ink_in_charts_too()
    {
        await using var light = await browser.Open(pages.Page("01-everything"));
        await using var dark = await browser.Open(pages.Page("01-everything"), scheme: ColorScheme.Dark);
        const string Ink = "getComputedStyle(document.querySelector('.plot .xtick text')).fill";

        Assert.Equal("rgb(61, 67, 76)", await light.Ask<string>(Ink));
        Assert.Equal("rgb(201, 206, 214)", await dark.Ask<string>(Ink));
    }

    [Fact]
    public async Task The_index_has_a_card_for_each_notebook()
    {
        await using var page = await browser.Open(Path.Combine(pages.Shared, "index.html"));

        Assert.Equal(3, await page.Count(".card"));
        Assert.Equal(1, await page.Count(".thumb img"));
        Assert.Equal(1, await page.Count(".thumb .plot svg.main-svg:first-of-type"));
        Assert.Equal(1, await page.Count(".thumb .numeral"));
        Assert.Equal(2, await page.Count(".badge.holds"));
        Assert.Equal(1, await page.Count(".badge.fails"));
        Assert.Contains("How few numbers describe a digit", await page.Ask<string>("document.querySelector('.card p').textContent"));
    }
}

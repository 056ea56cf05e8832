using System.Reflection;
using Charts;

namespace Reports.Tests;

/// <summary>Every verb of Charts, judged by plotly.js itself.</summary>
public class FigureTests(Browser browser)
{
    private static readonly double[] _x = [1, 2, 3, 4];
    private static readonly double[] _y = [1, 4, 9, 16];
    private static readonly string[] _names = ["a", "b", "c", "d"];
    private static readonly double[,] _z = { { -1, 0, 1 }, { 2, 1, 0 } };

    private static Figure[] Gallery() =>
    [
        Chart.Line(_x, _y, Name: "a", ShowMarkers: true, LineDash: "dash", Text: _names, Opacity: 0.8, ErrorY: _x),
        Chart.Point(_x, _y, MarkerSymbol: "diamond-open").WithMarkerStyle(Colors: _y, ColorScale: "Viridis", ShowScale: true),
        Chart.Area(_x, _y),
        Chart.Range(_x, _y, _y, _x, Name: "band"),
        Chart.Column(_names, _y, Text: _names, ErrorY: _x).WithBarMode("group", Gap: 0.3),
        Chart.Bar(_names, _y),
        Chart.Histogram(_y, HistNorm: "probability density", NBins: 4),
        Chart.Histogram(_y, BinRange: (0, 20, 5)),
        Chart.Histogram2D(_x, _y, NBinsX: 3, NBinsY: 3),
        Chart.Histogram2DContour(_x, _y),
        Chart.Heatmap(_z, ZMid: 0, Name: "value", XLabels: ["a", "b", "c"], YLabels: ["d", "e"], TextTemplate: "%{z}", ReverseYAxis: true).WithEqualAspect(),
        Chart.Contour(_z, Filled: false, Start: 0, End: 2, Size: 0.5, ShowLabels: true),
        Chart.Combine(Chart.Line(_x, _y, Name: "one"), Chart.Point(_x, _y, Name: "two")).WithTitle("Both")
            .WithXAxisStyle("x", Log: true, MinMax: (1, 10)).WithYAxisStyle("y", TickVals: [1, 10], TickText: ["one", "ten"], TickFormat: ".1f")
            .WithVerticalLine(2, "here").WithHorizontalLine(5, "there").WithAnnotation(3, 9, "note").WithLegend(Position: LegendPosition.TopLeft),
        Chart.Grid(2, 2, [Chart.Line(_x, _y).WithTitle("A"), Chart.Bar(_names, _y), Chart.Heatmap(_z).WithEqualAspect()], ShareX: false),
    ];

    [Fact]
    public async Task Plotly_finds_nothing_to_object_to_and_draws_them_all()
    {
        using var folder = new TemporaryFolder();
        var figures = Gallery();
        var path = Path.Combine(folder.Path, "gallery.html");
        await File.WriteAllTextAsync(path, $"<!DOCTYPE html><meta charset=\"utf-8\"><title>Gallery</title><body>{Live(figures)}", TestContext.Current.CancellationToken);
        await using var page = await browser.Open(path);

        Assert.Empty(page.Faults);
        Assert.Equal(figures.Length, await page.Count(".figure svg.main-svg:first-of-type"));
        var objections = await page.Ask<string[]>("""
            window.figures.flatMap((figure, index) =>
              (Plotly.validate(figure.data, figure.layout) || []).map((fault) => `${index}: ${fault.msg}`))
            """);
        Assert.True(objections.Length == 0, string.Join('\n', objections));
    }

    [Fact]
    public async Task A_front_end_with_a_module_loader_draws_it_too()
    {
        // Jupyter Notebook 6 inserts outputs through jQuery on a page where require.js takes every module for its own.
        const string Loader = "/usr/share/javascript/requirejs/require.min.js", Query = "/usr/share/javascript/jquery/jquery.min.js";
        Assert.SkipUnless(File.Exists(Loader) && File.Exists(Query), "require.js and jQuery come with jupyter-notebook, which is not installed.");
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "classic.html");
        var html = System.Text.Json.JsonSerializer.Serialize(Live([Chart.Line(_x, _y).WithTitle("Loss")]));
        await File.WriteAllTextAsync(
            path,
            $"<!DOCTYPE html><meta charset=\"utf-8\"><script src=\"{Query}\"></script><script src=\"{Loader}\"></script><body><main></main><script>$('main').append({html});</script>",
            TestContext.Current.CancellationToken);
        await using var page = await browser.Open(path);

        Assert.Empty(page.Faults);
        Assert.Equal(1, await page.Count(".figure .js-line"));
        Assert.Equal("Loss", await page.Ask<string>("document.querySelector('.figure-title').textContent"));
    }

    [Fact]
    public async Task Without_its_bundle_a_live_figure_says_what_to_do()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "waiting.html");
        _ = Live([Chart.Line(_x, _y)]);
        await File.WriteAllTextAsync(path, Live([Chart.Line(_x, _y)], bundle: false), TestContext.Current.CancellationToken);
        await using var page = await browser.Open(path);

        Assert.Empty(page.Faults);
        Assert.Contains("run that cell again", await page.Ask<string>("document.body.innerText"));
    }

    // Asks for the live form as a front end gets it; the bundle comes with the first figure of a process only.
    private static string Live(IEnumerable<Figure> figures, bool bundle = true)
    {
        var live = typeof(Figure).Assembly.GetType("Charts.Display.LiveHtml")!;
        live.GetField("_carried", BindingFlags.NonPublic | BindingFlags.Static)!.SetValue(null, bundle ? 0 : 1);
        var html = string.Concat(figures.Select(figure => (string)live.GetMethod("Of")!.Invoke(null, [figure])!
            + $"<script>(window.figures = window.figures || []).push({figure.ToJson()})</script>"));
        return html;
    }
}

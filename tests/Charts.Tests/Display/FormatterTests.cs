using System.Reflection;
using System.Text.Json.Nodes;

namespace Charts.Tests.Display;

/// <summary>Finds formatters as a notebook kernel does: by names alone.</summary>
public class FormatterTests
{
    [Fact]
    public void A_figure_gives_plotly_json_html_and_text()
    {
        var bundle = Bundle(Chart.Line(new[] { 1, 2 }, new[] { 3, 4 }).WithTitle("Loss"));

        Assert.Equal(["application/vnd.plotly.v1+json", "text/html", "text/plain"], bundle.Keys.Order());
        Assert.Equal("scatter", JsonNode.Parse(bundle["application/vnd.plotly.v1+json"])!["data"]![0]!["type"].Text());
        Assert.StartsWith("Loss: line", bundle["text/plain"]);
        Assert.Contains("aria-label=\"Loss: line.\"", bundle["text/html"]);
    }

    [Fact]
    public void Only_the_first_figure_of_a_process_carries_the_bundle()
    {
        var figure = Chart.Line(new[] { 1, 2 }, new[] { 3, 4 });
        _ = Bundle(figure);

        Assert.InRange(Bundle(figure)["text/html"].Length, 1, 20_000);
    }

    [Fact]
    public void Titles_cannot_break_out_of_the_script()
    {
        var html = Bundle(Chart.Line(new[] { 1 }, new[] { 1 }).WithTitle("</script><b>"))["text/html"];

        Assert.DoesNotContain("</script><b>", html);
    }

    [Fact]
    public void A_picture_gives_html_png_and_text()
    {
        var bundle = Bundle(Picture.Of([0f, 1], 1, 2, Alt: "Two pixels"));

        Assert.Equal(["image/png", "text/html", "text/plain"], bundle.Keys.Order());
        Assert.Equal(0x89, Convert.FromBase64String(bundle["image/png"])[0]);
        Assert.Equal("Two pixels", bundle["text/plain"]);
        Assert.Contains("alt=\"Two pixels\"", bundle["text/html"]);
    }

    private static Dictionary<string, string> Bundle(object value)
    {
        var attribute = value.GetType().GetCustomAttributes().Single(a => a.GetType().Name == "TypeFormatterSourceAttribute");
        var sourceType = (Type)attribute.GetType().GetProperty("FormatterSourceType")!.GetValue(attribute)!;
        var source = Activator.CreateInstance(sourceType)!;
        var formatters = (IEnumerable<object>)sourceType.GetMethod("CreateTypeFormatters")!.Invoke(source, [])!;
        var bundle = new Dictionary<string, string>();
        foreach (var formatter in formatters)
        {
            using var writer = new StringWriter();
            if ((bool)formatter.GetType().GetMethod("Format")!.Invoke(formatter, [value, writer])!)
                bundle.Add((string)formatter.GetType().GetProperty("MimeType")!.GetValue(formatter)!, writer.ToString());
        }

        return bundle;
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Notebook.Documents;
using Notebook.Running;

namespace Notebook.Reports;

/// <summary>What the index says of one notebook. Kept beside the pages, so that a later run of others still lists it.</summary>
internal sealed record Card(string Slug, string Number, string Title, string Summary, string Scale, double Seconds, DateTimeOffset Date)
{
    private const int LargestChart = 400_000;
    private static readonly JsonSerializerOptions _options = new() { WriteIndented = true };

    /// <summary>What stopped the run; null if it went through.</summary>
    public string? Failure { get; init; }

    /// <summary>A PNG in base64; null if there is none.</summary>
    public string? Picture { get; init; }

    /// <summary>A plotly figure reduced to its traces, as JSON; null if there is none.</summary>
    public string? Chart { get; init; }

    public string Href => Slug + ".html";

    /// <param name="run">The run.</param>
    /// <param name="facts">What the foot of its page says, as a list of names and values.</param>
    public static Card Of(Executed run, JsonArray facts)
    {
        string Fact(string name) => NotebookFile.Text(facts.FirstOrDefault(fact => NotebookFile.Text(fact?["name"]) == name)?["value"]);
        var (source, (picture, chart)) = (run.Notebook, Thumbnail(run.Notebook));
        var date = DateTimeOffset.TryParse(Fact("Date"), out var ran) ? ran : DateTimeOffset.Now;
        return new(source.Slug, source.Number, source.Title, source.Summary, Fact("Scale"), run.Elapsed.TotalSeconds, date)
        {
            Failure = run.Failure, Picture = picture, Chart = chart,
        };
    }

    public void Write(string output) =>
        Files.WriteText(Path.Combine(output, "assets", "cards", Slug + ".json"), JsonSerializer.Serialize(this, _options));

    /// <summary>The cards of all pages in a folder, in the order of their names.</summary>
    public static IReadOnlyList<Card> ReadAll(string output)
    {
        var folder = Path.Combine(output, "assets", "cards");
        if (!Directory.Exists(folder))
            return [];
        return [.. Directory.EnumerateFiles(folder, "*.json").Select(Read).OfType<Card>()
            .Where(card => File.Exists(Path.Combine(output, card.Href))).OrderBy(card => card.Slug, StringComparer.Ordinal)];
    }

    private static Card? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<Card>(File.ReadAllText(path));
        }
        catch (JsonException)
        {
            return null; // written by another version: its page stays, and its next run lists it again
        }
    }

    // A cell named by the notebook's metadata "thumbnail" (its id) comes first, then the first picture, then the first chart.
    private static (string? Picture, string? Chart) Thumbnail(NotebookFile notebook)
    {
        var hint = NotebookFile.Text(notebook.Metadata["thumbnail"]);
        var hinted = notebook.Cells.Where(cell => hint.Length > 0 && NotebookFile.Text(cell["id"]) == hint).ToArray();
        return First(hinted) ?? First(notebook.Cells) ?? (null, null);
    }

    private static (string? Picture, string? Chart)? First(IReadOnlyList<JsonObject> cells)
    {
        var bundles = cells.SelectMany(NotebookFile.Outputs).Select(output => output["data"]).OfType<JsonObject>().ToArray();
        if (bundles.Select(data => NotebookFile.Text(data["image/png"])).FirstOrDefault(png => png.Length > 0) is { } png)
            return (png.Replace("\n", ""), null);
        var charts = bundles.Select(data => data["application/vnd.plotly.v1+json"]).OfType<JsonObject>().Select(Reduced);
        return charts.FirstOrDefault(json => json.Length < LargestChart) is { } chart ? (null, chart) : null;
    }

    private static string Reduced(JsonObject figure)
    {
        var copy = (JsonObject)figure.DeepClone();
        if (copy["layout"] is not JsonObject layout)
            copy["layout"] = layout = [];
        foreach (var words in new[] { "title", "legend", "annotations", "width" })
            layout.Remove(words);
        layout["showlegend"] = false;
        layout["height"] = 176;
        layout["margin"] = new JsonObject { ["l"] = 14, ["r"] = 14, ["t"] = 14, ["b"] = 14 };
        foreach (var axis in layout.Where(entry => entry.Key.StartsWith("xaxis", StringComparison.Ordinal)
                                                || entry.Key.StartsWith("yaxis", StringComparison.Ordinal)).Select(entry => entry.Value).OfType<JsonObject>())
        {
            axis.Remove("title");
            axis["showticklabels"] = false;
        }

        foreach (var name in new[] { "xaxis", "yaxis" })
            if (layout[name] is null)
                layout[name] = new JsonObject { ["showticklabels"] = false };
        foreach (var trace in (copy["data"] as JsonArray ?? []).OfType<JsonObject>())
            trace["showscale"] = false;
        copy["config"] = new JsonObject { ["staticPlot"] = true, ["responsive"] = true };
        return copy.ToJsonString();
    }
}

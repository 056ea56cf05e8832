using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Charts.Json;

/// <summary>Writes a figure in plotly's JSON schema, with the shared look.</summary>
internal static class PlotlyJson
{
    private static readonly JsonSerializerOptions _options = new()
    {
        PropertyNamingPolicy = new LowerCase(),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new NumberConverter(), new SeriesConverter(), new MatrixConverter(), new ColorScaleConverter() },
        Encoder = JavaScriptEncoder.Default, // escapes <, > and &, so that the JSON may stand inside a <script>
    };

    public static string Write(Figure figure)
    {
        var root = new JsonObject
        {
            ["data"] = new JsonArray([.. Painted(figure).Select(trace => JsonSerializer.SerializeToNode(trace, trace.GetType(), _options))]),
            ["layout"] = LayoutJson.Of(figure, _options),
            ["config"] = new JsonObject
            {
                ["responsive"] = true,
                ["displaylogo"] = false,
                ["showSendToCloud"] = false,
                ["modeBarButtonsToRemove"] = new JsonArray("lasso2d", "select2d", "autoScale2d"),
            },
        };
        return root.ToJsonString(_options);
    }

    /// <summary>
    /// Gives each trace without a colour the next of the palette, starting anew in every subplot; traces of one name share a colour
    /// and one entry of the legend.
    /// </summary>
    private static IEnumerable<Trace> Painted(Figure figure)
    {
        var byName = new Dictionary<string, string>();
        var used = new Dictionary<int, int>();
        foreach (var trace in figure.Traces)
        {
            var color = Palette.Color(used.GetValueOrDefault(trace.Subplot));
            var repeated = trace.Name is { } name && !byName.TryAdd(name, color);
            if (repeated)
                color = byName[trace.Name!];
            else if (trace.TakesColor)
                used[trace.Subplot] = used.GetValueOrDefault(trace.Subplot) + 1;
            var listed = trace with
            {
                ShowLegend = trace.ShowLegend ?? (trace.Name is not null && !repeated),
                LegendGroup = trace.LegendGroup ?? trace.Name,
            };
            foreach (var rendered in listed.Render(color))
                yield return rendered;
        }
    }

    private sealed class LowerCase : JsonNamingPolicy
    {
        public override string ConvertName(string name) => name.ToLowerInvariant();
    }
}

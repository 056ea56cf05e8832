using System.Text.Json.Nodes;

namespace Charts.Tests;

/// <summary>A figure's JSON, taken apart.</summary>
internal static class Plotly
{
    public static JsonNode Json(this Figure figure) => JsonNode.Parse(figure.ToJson())!;

    public static JsonNode Trace(this Figure figure, int index = 0) => figure.Json()["data"]![index]!;

    public static JsonNode PlotlyLayout(this Figure figure) => figure.Json()["layout"]!;

    public static double?[] Numbers(this JsonNode? node) => [.. node!.AsArray().Select(value => value?.GetValue<double>())];

    public static string Text(this JsonNode? node) => node!.GetValue<string>();
}

using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Charts.Json;

/// <summary>The layout of a figure in plotly's schema.</summary>
internal static class LayoutJson
{
    private const double RowHeight = 290;

    public static JsonObject Of(Figure figure, JsonSerializerOptions options)
    {
        var layout = figure.Layout;
        var legend = layout.ShowLegend ?? figure.Traces.Where(trace => trace.Name is not null)
            .GroupBy(trace => trace.Subplot).Any(plot => plot.DistinctBy(trace => trace.Name).Count() > 1);
        var above = legend && layout.LegendPosition == LegendPosition.Above;
        var json = new JsonObject
        {
            ["template"] = Look.Template(),
            ["autosize"] = true,
            ["height"] = layout.Height ?? (layout.Grid.Rows > 1 ? (layout.Grid.Rows * RowHeight) + 70 : 420),
            ["margin"] = new JsonObject
            {
                ["l"] = 56, ["r"] = 20, ["b"] = 48,
                ["t"] = 16 + (layout.Title is null ? 0 : 36) + (above ? 26 : 0) + (layout.Grid == (1, 1) ? 0 : 22),
            },
            ["showlegend"] = legend,
            ["meta"] = Meta(figure),
        };
        if (layout.Width is { } width)
            json["width"] = width;
        if (layout.Title is { } title)
            json["title"] = Look.Title(title);
        if (legend)
            json["legend"] = Look.Legend(figure);
        if (layout.BarMode is { } mode)
            json["barmode"] = mode;
        if (layout.BarGap is { } gap)
            json["bargap"] = gap;
        if (layout.Shapes.Length > 0)
            json["shapes"] = JsonSerializer.SerializeToNode(layout.Shapes, options);
        if (layout.Annotations.Length > 0)
            json["annotations"] = JsonSerializer.SerializeToNode(layout.Annotations.Select(note => Placed(note, layout)), options);
        foreach (var (index, axis) in layout.XAxes)
            json[Name("xaxis", index)] = JsonSerializer.SerializeToNode(
                Decades.Ticked(axis, figure.Traces.Where(trace => trace.Subplot == index).SelectMany(Decades.Horizontal)), options);
        foreach (var (index, axis) in layout.YAxes)
            json[Name("yaxis", index)] = JsonSerializer.SerializeToNode(
                Decades.Ticked(axis, figure.Traces.Where(trace => trace.Subplot == index).SelectMany(Decades.Vertical)), options);
        return json;
    }

    // What pages need besides plotly: words, how many plots stand side by side, and how wide a map of square cells can get.
    private static JsonObject Meta(Figure figure)
    {
        var layout = figure.Layout;
        var meta = new JsonObject { ["description"] = figure.AltText, ["columns"] = layout.Grid.Columns };
        if (layout.Grid == (1, 1) && layout.YAxes.GetValueOrDefault(1)?.ScaleAnchor is not null
            && figure.Traces.OfType<HeatmapTrace>().FirstOrDefault(map => map.X?.Numbers is null && map.Y?.Numbers is null) is { } map)
            meta["maxwidth"] = Math.Round((((layout.Height ?? 420) - 110) * map.Z.Columns / map.Z.Rows) + 190);
        return meta;
    }

    // Plotly places notes, unlike shapes, on a logarithmic axis by the decimal logarithm.
    private static Annotation Placed(Annotation note, Layout layout) => note with
    {
        X = IsLog(layout.XAxes, note.XRef) ? Math.Log10(note.X) : note.X,
        Y = IsLog(layout.YAxes, note.YRef) ? Math.Log10(note.Y) : note.Y,
    };

    private static bool IsLog(ImmutableSortedDictionary<int, Axis> axes, string reference) =>
        (reference.Length == 1 || int.TryParse(reference.AsSpan(1), out _))
        && axes.GetValueOrDefault(reference.Length == 1 ? 1 : int.Parse(reference.AsSpan(1)))?.Type == "log";

    private static string Name(string axis, int index) => index == 1 ? axis : $"{axis}{index}";
}

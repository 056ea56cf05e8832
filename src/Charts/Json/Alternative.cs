using System.Text.RegularExpressions;

namespace Charts.Json;

/// <summary>Alternative text derived from a figure's titles and traces.</summary>
internal static partial class Alternative
{
    private const int Named = 6;

    public static string Of(Figure figure)
    {
        var layout = figure.Layout;
        var kinds = figure.Traces.GroupBy(trace => trace.Kind).Select(group => Kind(group.Key, group.Count()));
        var names = figure.Traces.Select(trace => trace.Name).OfType<string>().Distinct().ToArray();
        var parts = new List<string> { $"{layout.Title ?? "Chart"}: {Join(kinds)}" };
        if (names.Length > 0)
            parts.Add(string.Join(", ", names.Take(Named)) + (names.Length > Named ? $" and {names.Length - Named} more" : ""));
        if (layout.Grid != (1, 1))
            parts.Add($"{layout.Grid.Rows} × {layout.Grid.Columns} plots");
        else if (Axes(layout) is { Length: > 0 } axes)
            parts.Add(axes);
        return Tags().Replace(string.Join("; ", parts), "") + ".";
    }

    private static string Kind(string kind, int count) => (kind, count) switch
    {
        (_, 1) => kind,
        ("line", _) => $"{count} lines",
        ("line with band", _) => $"{count} lines with bands",
        _ when kind.EndsWith('s') => $"{count} sets of {kind}",
        _ => $"{count} {kind}s",
    };

    private static string Join(IEnumerable<string> items) => string.Join(" and ", items) is { Length: > 0 } text ? text : "empty";

    private static string Axes(Layout layout)
    {
        var x = layout.XAxes.GetValueOrDefault(1)?.Title?.Content;
        var y = layout.YAxes.GetValueOrDefault(1)?.Title?.Content;
        return (x, y) switch
        {
            ({ }, { }) => $"{y} against {x}",
            ({ }, null) => $"along {x}",
            (null, { }) => $"of {y}",
            _ => "",
        };
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();
}

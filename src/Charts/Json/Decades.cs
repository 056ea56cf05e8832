namespace Charts.Json;

/// <summary>Ticks of logarithmic axes: over more than a decade or so, only powers of ten are labelled.</summary>
internal static class Decades
{
    private const double Enough = 1.4;

    public static IEnumerable<Series> Horizontal(Trace trace) => trace switch
    {
        ScatterTrace scatter => [scatter.X],
        RangeTrace range => [range.X],
        BarTrace bar => [bar.X],
        _ => [],
    };

    public static IEnumerable<Series> Vertical(Trace trace) => trace switch
    {
        ScatterTrace scatter => [scatter.Y],
        RangeTrace range => [range.Y],
        BarTrace bar => [bar.Y],
        _ => [],
    };

    public static Axis Ticked(Axis axis, IEnumerable<Series> data)
    {
        if (axis.Type != "log" || axis.DTick is not null || axis.TickVals is not null)
            return axis;
        var values = data.SelectMany(series => series.Numbers ?? []).Where(value => value > 0 && double.IsFinite(value)).ToArray();
        var span = axis.Range is { } range ? Math.Abs(range[1] - range[0])
            : values.Length == 0 ? 0 : Math.Log10(values.Max() / values.Min());
        return span > Enough ? axis with { DTick = Math.Max(1, Math.Ceiling(span / 8)) } : axis;
    }
}

using Charts.Json;

namespace Charts;

/// <summary>A line inside a shaded band, such as a mean with its confidence limits.</summary>
/// <param name="X">Abscissae [N].</param>
/// <param name="Y">The line [N].</param>
/// <param name="Upper">The band's upper limit [N].</param>
/// <param name="Lower">The band's lower limit [N].</param>
public sealed record RangeTrace(Series X, Series Y, Series Upper, Series Lower) : Trace
{
    /// <inheritdoc/>
    public override string Type => "scatter";

    /// <summary>The line.</summary>
    public LineStyle? Line { get; init; }

    /// <summary>CSS colour of the band; null: the line's colour, translucent.</summary>
    public string? RangeColor { get; init; }

    internal override string Kind => "line with band";

    internal override IEnumerable<Trace> Render(string color)
    {
        var own = Line?.Color ?? color;
        var edge = new ScatterTrace(X, Upper, "lines")
        {
            Line = new() { Width = 0, Color = own }, HoverInfo = "skip", ShowLegend = false, LegendGroup = LegendGroup ?? Name, Subplot = Subplot,
        };
        return
        [
            edge,
            edge with { Y = Lower, Fill = "tonexty", FillColor = RangeColor ?? Translucent(own) },
            new ScatterTrace(X, Y, "lines")
            {
                Name = Name, ShowLegend = ShowLegend, LegendGroup = LegendGroup ?? Name, Opacity = Opacity, HoverTemplate = HoverTemplate,
                Subplot = Subplot, Line = (Line ?? new()) with { Color = own },
            },
        ];
    }

    internal override Trace WithLine(Func<LineStyle, LineStyle> change) => this with { Line = change(Line ?? new()) };

    // "#rrggbb" takes an alpha of a fifth; other CSS colours are given to plotly as they are.
    private static string Translucent(string color) => color is ['#', _, _, _, _, _, _] ? color + "33" : color;
}

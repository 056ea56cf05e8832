using System.Text.Json.Serialization;

namespace Charts;

/// <summary>What is drawn on a pair of axes: the common part of every kind of trace, in plotly's names.</summary>
public abstract record Trace
{
    /// <summary>Plotly's name of the kind of trace.</summary>
    public abstract string Type { get; }

    /// <summary>Name in the legend and on hovering; null keeps the trace out of the legend.</summary>
    public string? Name { get; init; }

    /// <summary>Whether the legend lists the trace; null: if it has a name.</summary>
    public bool? ShowLegend { get; init; }

    /// <summary>Traces of one group are switched on and off together.</summary>
    public string? LegendGroup { get; init; }

    /// <summary>Opacity of the whole trace in [0, 1].</summary>
    public double? Opacity { get; init; }

    /// <summary>What hovering shows, in plotly's template language.</summary>
    public string? HoverTemplate { get; init; }

    /// <summary>Whether hovering reacts: "skip" for decoration.</summary>
    public string? HoverInfo { get; init; }

    /// <summary>The subplot, counted from 1: which x and y axis the trace belongs to.</summary>
    [JsonIgnore]
    public int Subplot { get; init; } = 1;

    /// <summary>Plotly's name of the x axis: "x", "x2", …</summary>
    [JsonPropertyName("xaxis")]
    public string XAxisName => Subplot == 1 ? "x" : $"x{Subplot}";

    /// <summary>Plotly's name of the y axis: "y", "y2", …</summary>
    [JsonPropertyName("yaxis")]
    public string YAxisName => Subplot == 1 ? "y" : $"y{Subplot}";

    /// <summary>Whether the trace takes a colour of the palette (a heatmap does not).</summary>
    [JsonIgnore]
    internal virtual bool TakesColor => true;

    /// <summary>What the trace is called in alternative text: "line", "points" …</summary>
    [JsonIgnore]
    internal abstract string Kind { get; }

    /// <summary>The plotly traces that draw this one, with <paramref name="color"/> where none was chosen.</summary>
    internal virtual IEnumerable<Trace> Render(string color) => [this];

    /// <summary>The trace with line settings changed; kinds without a line return themselves.</summary>
    internal virtual Trace WithLine(Func<LineStyle, LineStyle> change) => this;

    /// <summary>The trace with marker settings changed; kinds without markers return themselves.</summary>
    internal virtual Trace WithMarker(Func<MarkerStyle, MarkerStyle> change) => this;
}

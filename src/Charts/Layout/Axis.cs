using System.Text.Json.Serialization;
using Charts.Json;

namespace Charts;

/// <summary>One axis, in plotly's names.</summary>
public sealed record Axis
{
    /// <summary>What the axis measures, with its unit.</summary>
    public Text? Title { get; init; }

    /// <summary>"linear", "log", "category"; null lets plotly see.</summary>
    public string? Type { get; init; }

    /// <summary>First and last value; on a logarithmic axis their decimal logarithms.</summary>
    public IReadOnlyList<double>? Range { get; init; }

    /// <summary>"reversed" turns the axis round.</summary>
    [JsonPropertyName("autorange")]
    public string? AutoRange { get; init; }

    /// <summary>"tozero" keeps zero in view.</summary>
    public string? RangeMode { get; init; }

    /// <summary>Where ticks stand.</summary>
    public Series? TickVals { get; init; }

    /// <summary>What they say.</summary>
    public Series? TickText { get; init; }

    /// <summary>Their format, such as ".1%" or ".0e".</summary>
    public string? TickFormat { get; init; }

    /// <summary>Distance between ticks.</summary>
    public double? DTick { get; init; }

    /// <summary>Whether ticks have labels.</summary>
    public bool? ShowTickLabels { get; init; }

    /// <summary>Whether grid lines are drawn.</summary>
    public bool? ShowGrid { get; init; }

    /// <summary>Whether a line at zero is drawn.</summary>
    public bool? ZeroLine { get; init; }

    /// <summary>Whether the axis is shown at all.</summary>
    public bool? Visible { get; init; }

    /// <summary>Share of the paper's width or height that the axis spans, within [0, 1].</summary>
    public IReadOnlyList<double>? Domain { get; init; }

    /// <summary>The axis that this one crosses.</summary>
    public string? Anchor { get; init; }

    /// <summary>Another axis whose range this one shares.</summary>
    public string? Matches { get; init; }

    /// <summary>Another axis to whose unit this one's is tied.</summary>
    public string? ScaleAnchor { get; init; }

    /// <summary>Length of this axis' unit relative to the anchor's.</summary>
    public double? ScaleRatio { get; init; }

    /// <summary>What gives way when units are tied: "domain" or "range".</summary>
    public string? Constrain { get; init; }
}

/// <summary>A title.</summary>
/// <param name="Content">The words; plotly understands <c>&lt;b&gt;</c>, <c>&lt;i&gt;</c>, <c>&lt;sub&gt;</c>, <c>&lt;sup&gt;</c> and <c>&lt;br&gt;</c>.</param>
public sealed record Text([property: JsonPropertyName("text")] string Content);

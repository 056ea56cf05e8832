namespace Charts;

/// <summary>How a line looks.</summary>
public sealed record LineStyle
{
    /// <summary>CSS colour; null takes the next of the palette.</summary>
    public string? Color { get; init; }

    /// <summary>Width in pixels.</summary>
    public double? Width { get; init; }

    /// <summary>"solid", "dot", "dash", "longdash", "dashdot" or a list of pixel lengths such as "5px,2px".</summary>
    public string? Dash { get; init; }

    /// <summary>"linear", "spline", "hv" (steps), "vh" …</summary>
    public string? Shape { get; init; }
}

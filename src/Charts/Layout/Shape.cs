namespace Charts;

/// <summary>A line or rectangle laid over or under the traces, in plotly's names.</summary>
public sealed record Shape
{
    /// <summary>"line" or "rect".</summary>
    public required string Type { get; init; }

    /// <summary>The x axis that <see cref="X0"/> and <see cref="X1"/> refer to; "x domain" counts from 0 to 1 across the plot.</summary>
    public required string XRef { get; init; }

    /// <summary>The y axis that <see cref="Y0"/> and <see cref="Y1"/> refer to; "y domain" counts from 0 to 1 up the plot.</summary>
    public required string YRef { get; init; }

    /// <summary>Where it begins.</summary>
    public required double X0 { get; init; }

    /// <summary>Where it ends.</summary>
    public required double X1 { get; init; }

    /// <summary>Where it begins.</summary>
    public required double Y0 { get; init; }

    /// <summary>Where it ends.</summary>
    public required double Y1 { get; init; }

    /// <summary>The line.</summary>
    public LineStyle? Line { get; init; }

    /// <summary>CSS colour inside a rectangle.</summary>
    public string? FillColor { get; init; }

    /// <summary>"above" or "below" the traces.</summary>
    public string? Layer { get; init; }
}

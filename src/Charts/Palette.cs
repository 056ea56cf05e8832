using System.Collections.Immutable;

namespace Charts;

/// <summary>
/// The shared colours. Each keeps a contrast of at least 3:1 on white and on near-black paper, and the first five stay apart
/// (ΔE ≥ 24) under simulated protanopia and deuteranopia.
/// </summary>
public static class Palette
{
    /// <summary>Blue, orange, teal, indigo, brown, rose, petrol, grey, red, olive: the order in which traces take them.</summary>
    public static ImmutableArray<string> Colors { get; } =
        ["#2b7fc4", "#d8702a", "#3d9a86", "#6a4fe0", "#8c5e3f", "#c2508f", "#23778c", "#8a8f98", "#b23a34", "#8f8a22"];

    /// <summary>A neutral grey for reference lines, readable on light and dark paper.</summary>
    public const string Neutral = "#8a8f98";

    /// <summary>Blue through near-white to red, for signed values about zero: (position in [0, 1], colour).</summary>
    public static ImmutableArray<(double Position, string Color)> Diverging { get; } =
        [(0, "#1d4f91"), (0.25, "#6fa3d4"), (0.5, "#f6f6f4"), (0.75, "#e08a63"), (1, "#9c2a1f")];

    /// <summary>The colour of the <paramref name="index"/>-th series; repeats after the last.</summary>
    /// <param name="index">Zero-based index of the series.</param>
    public static string Color(int index) => Colors[index % Colors.Length];
}

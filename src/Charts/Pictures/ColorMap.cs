namespace Charts;

/// <summary>How a number becomes a colour.</summary>
public enum ColorMap
{
    /// <summary>Black to white.</summary>
    Grey,

    /// <summary>White to black, as ink on paper.</summary>
    Ink,

    /// <summary>Blue through near-white at the middle to red, for signed values.</summary>
    Diverging,

    /// <summary>Dark blue through green to yellow, even in lightness and safe for the colour-blind.</summary>
    Viridis,
}

/// <summary>Colour tables.</summary>
internal static class ColorTables
{
    private static readonly (double Position, string Color)[] _viridis =
    [
        (0, "#440154"), (0.125, "#482878"), (0.25, "#3e4989"), (0.375, "#31688e"), (0.5, "#26828e"), (0.625, "#1f9e89"),
        (0.75, "#35b779"), (0.875, "#6ece58"), (0.9375, "#b5de2b"), (1, "#fde725"),
    ];

    /// <summary>Red, green and blue of <paramref name="count"/> steps from the low to the high end [3 count].</summary>
    public static byte[] Of(ColorMap map, int count)
    {
        var stops = map switch
        {
            ColorMap.Grey => [(0, "#000000"), (1, "#ffffff")],
            ColorMap.Ink => [(0, "#ffffff"), (1, "#000000")],
            ColorMap.Diverging => [.. Palette.Diverging],
            ColorMap.Viridis => _viridis,
            _ => throw new ArgumentOutOfRangeException(nameof(map), map, "The colour map is unknown."),
        };
        return [.. Enumerable.Range(0, count).SelectMany(i => Between(stops, (double)i / (count - 1)))];
    }

    private static byte[] Between((double Position, string Color)[] stops, double position)
    {
        var upper = Math.Max(1, Array.FindIndex(stops, stop => stop.Position >= position));
        var (from, to) = (stops[upper - 1], stops[upper]);
        var share = (position - from.Position) / (to.Position - from.Position);
        return [.. Rgb(from.Color).Zip(Rgb(to.Color), (a, b) => (byte)Math.Round(a + (share * (b - a))))];
    }

    private static byte[] Rgb(string color) => Convert.FromHexString(color.AsSpan(1));
}

namespace Charts.Tests;

public class PaletteTests
{
    [Fact]
    public void Every_colour_reads_on_white_and_on_near_black()
    {
        foreach (var color in Palette.Colors)
        {
            Assert.InRange(Contrast(color, "#ffffff"), 3, 21);
            Assert.InRange(Contrast(color, "#15181d"), 3, 21);
        }
    }

    [Fact]
    public void Ten_classes_have_ten_colours() => Assert.Equal(10, Palette.Colors.Distinct().Count());

    [Fact]
    public void Colours_start_again_after_the_last() => Assert.Equal(Palette.Color(0), Palette.Color(Palette.Colors.Length));

    // WCAG 2: (L1 + 0.05) / (L2 + 0.05) of relative luminances.
    private static double Contrast(string a, string b)
    {
        var (high, low) = (Math.Max(Luminance(a), Luminance(b)), Math.Min(Luminance(a), Luminance(b)));
        return (high + 0.05) / (low + 0.05);
    }

    private static double Luminance(string color)
    {
        var rgb = Convert.FromHexString(color.AsSpan(1)).Select(value => value / 255.0)
            .Select(value => value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * rgb[0]) + (0.7152 * rgb[1]) + (0.0722 * rgb[2]);
    }
}

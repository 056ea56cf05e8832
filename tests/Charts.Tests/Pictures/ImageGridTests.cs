using System.Text.RegularExpressions;

namespace Charts.Tests.Pictures;

public class ImageGridTests
{
    private static readonly float[] _ramp = [0, 0.5f, 1, 2, -1, float.NaN];

    [Fact]
    public void Levels_are_clamped_and_gaps_transparent()
    {
        var (width, height, pixels) = PngReader.Read(Picture.Of(_ramp, 2, 3, Scale: 1).ToPng());

        Assert.Equal((3, 2), (width, height));
        Assert.Equal(["000000ff", "808080ff", "ffffffff"], pixels[0]);
        Assert.Equal(["ffffffff", "000000ff"], pixels[1][..2]);
        Assert.EndsWith("00", pixels[1][2]);
    }

    [Fact]
    public void Images_are_tiled_row_by_row_and_enlarged_by_whole_numbers()
    {
        var (width, height, pixels) = PngReader.Read(ImageGrid.Of(new float[] { 0, 1, 1 }, 1, 1, Columns: 2, Scale: 3, Gap: 1).ToPng());

        Assert.Equal((7, 7), (width, height));
        Assert.Equal("000000ff", pixels[2][2]);
        Assert.EndsWith("00", pixels[0][3]);
        Assert.Equal("ffffffff", pixels[0][4]);
        Assert.Equal("ffffffff", pixels[4][0]);
        Assert.EndsWith("00", pixels[4][4]); // there is no fourth image
    }

    [Fact]
    public void A_signed_map_has_its_middle_at_zero()
    {
        var (_, _, pixels) = PngReader.Read(ImageGrid.Of(new float[] { -2, 0, 1 }, 1, 3, Map: ColorMap.Diverging, Scale: 1).ToPng());

        Assert.Equal("1d4f91ff", pixels[0][0]);
        Assert.Equal("f6f6f4ff", pixels[0][1]);
        // Half way to the end: 190 of 254 steps, next to #e08a63.
        var channels = Convert.FromHexString(pixels[0][2]).Zip(Convert.FromHexString("e08a63ff"), (a, b) => Math.Abs(a - b));
        Assert.All(channels, distance => Assert.InRange(distance, 0, 2));
    }

    [Fact]
    public void Images_may_be_stretched_one_by_one()
    {
        var (_, _, pixels) = PngReader.Read(ImageGrid.Of([[0f, 0.1f], [5f, 9f]], 1, 2, PerImage: true, Scale: 1, Gap: 0).ToPng());

        Assert.Equal(["000000ff", "ffffffff", "000000ff", "ffffffff"], pixels[0]);
    }

    [Fact]
    public void Digits_come_out_large_enough_to_read()
    {
        var picture = ImageGrid.Of(new float[20 * 784], 28, 28);

        Assert.Equal(10 * (28 * 2) + (9 * 4), picture.Width);
        Assert.Equal((2 * 28 * 2) + 4, picture.Height);
    }

    [Fact]
    public void The_figure_carries_picture_labels_and_words()
    {
        var html = ImageGrid.Of(new float[4], 1, 1, RowLabels: ["x < y", "x̂"], ColumnLabels: ["3", "8"], Caption: "Digits", Alt: "Two \"digits\"").ToHtml();

        Assert.Contains("alt=\"Two &quot;digits&quot;\"", html);
        Assert.Contains("<figcaption>Digits</figcaption>", html);
        Assert.Contains("x &lt; y", html);
        var png = Convert.FromBase64String(Regex.Match(html, "base64,([^\"]+)").Groups[1].Value);
        Assert.Equal((132, 132), (PngReader.Read(png).Width, PngReader.Read(png).Height));
    }

    [Fact]
    public void Bad_sizes_are_named()
    {
        Assert.Contains("not a multiple of 28 × 28", Assert.Throws<ArgumentException>(() => ImageGrid.Of(new float[100], 28, 28)).Message);
        Assert.Contains("Image 1 has 3 values; 2 × 2 needs 4", Assert.Throws<ArgumentException>(() => ImageGrid.Of([new float[4], new float[3]], 2, 2)).Message);
        Assert.Equal("images", Assert.Throws<ArgumentException>(() => ImageGrid.Of(Array.Empty<float[]>(), 2, 2)).ParamName);
        Assert.Equal("height", Assert.Throws<ArgumentOutOfRangeException>(() => ImageGrid.Of(new float[4], 0, 2)).ParamName);
        Assert.Equal("RowLabels", Assert.Throws<ArgumentException>(() => ImageGrid.Of(new float[4], 1, 1, RowLabels: ["a", "b"])).ParamName);
        Assert.Equal("Range", Assert.Throws<ArgumentOutOfRangeException>(() => ImageGrid.Of(new float[4], 1, 1, Range: (1, 1))).ParamName);
        Assert.Equal("PerImage", Assert.Throws<ArgumentException>(() => ImageGrid.Of(new float[4], 1, 1, Range: (0, 1), PerImage: true)).ParamName);
    }
}

using Charts.Display;
using Charts.Pictures;

namespace Charts;

/// <summary>A finished picture: indexed pixels with the words that go with it.</summary>
[TypeFormatterSource(typeof(PictureFormatters), PreferredMimeTypes = ["text/html", "image/png", "text/plain"])]
public sealed record Picture
{
    /// <summary>The index of transparent pixels; the others run from the low (0) to the high end (254) of the map.</summary>
    internal const byte Gap = 255;

    internal Picture(int width, int height, byte[] pixels, ColorMap map) =>
        (Width, Height, Pixels, Map) = (width, height, pixels, map);

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>The colours.</summary>
    public ColorMap Map { get; }

    /// <summary>Text for readers who cannot see the picture.</summary>
    public string Alt { get; init; } = "Picture";

    /// <summary>Text under the picture; null: none.</summary>
    public string? Caption { get; init; }

    /// <summary>Labels beside the rows of a grid of images, top to bottom; empty: none.</summary>
    public IReadOnlyList<string> RowLabels { get; init; } = [];

    /// <summary>Labels above the columns of a grid of images, left to right; empty: none.</summary>
    public IReadOnlyList<string> ColumnLabels { get; init; } = [];

    internal byte[] Pixels { get; }

    /// <summary>One grey image.</summary>
    /// <param name="values">Brightness, row by row [height × width]; clamped to the range; NaN is transparent.</param>
    /// <param name="height">Height of the image in values.</param>
    /// <param name="width">Width of the image in values.</param>
    /// <param name="Map">The colours.</param>
    /// <param name="Range">Values at the ends of the map; null: [0, 1], or symmetric about 0 for a diverging map.</param>
    /// <param name="Scale">Pixels a value; null: the whole number that makes the image about 224 pixels wide.</param>
    /// <param name="Alt">Text for readers who cannot see the picture.</param>
    /// <param name="Caption">Text under the picture.</param>
    /// <exception cref="ArgumentException">The number of values is not height × width.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A size or scale is less than 1, or the range is empty.</exception>
    public static Picture Of(
        IEnumerable<float> values, int height, int width, ColorMap Map = ColorMap.Grey, (double Min, double Max)? Range = null,
        int? Scale = null, string? Alt = null, string? Caption = null) =>
        ImageGrid.Of([values], height, width, Columns: 1, Map: Map, Range: Range, Scale: Scale ?? Math.Clamp(224 / Math.Max(1, width), 1, 16),
            Alt: Alt ?? $"Image of {width} × {height} pixels", Caption: Caption);

    /// <summary>The picture with other alternative text.</summary>
    /// <param name="alt">Text for readers who cannot see the picture.</param>
    public Picture WithAlt(string alt) => this with { Alt = alt };

    /// <summary>The picture with a text under it.</summary>
    /// <param name="caption">The text.</param>
    public Picture WithCaption(string caption) => this with { Caption = caption };

    /// <summary>The picture as a PNG file.</summary>
    public byte[] ToPng() => Png.Encode(Width, Height, Pixels, [.. ColorTables.Of(Map, Gap), 128, 128, 128], Gap);

    /// <summary>The picture as an HTML figure that holds the PNG itself.</summary>
    public string ToHtml() => PictureHtml.Of(this);

    /// <inheritdoc/>
    public override string ToString() => Alt;
}

namespace Latent.Data.Variations;

/// <summary>Draws rectangles that are taller (class 1) or wider (class 0) than the other way.</summary>
/// <param name="Options">Least sides and difference.</param>
/// <param name="Photographs">Where fillings and backgrounds come from; null for outlines.</param>
internal sealed record RectanglePainter(VariationOptions Options, Photographs? Photographs)
{
    private const int Side = DigitPainter.Side;

    /// <summary>A white outline of one pixel on black: sides uniform, redrawn when they differ too little, placed uniformly where it fits.</summary>
    public int Outline(ref Xoshiro256 random, Span<byte> image)
    {
        image.Clear();
        int width, height;
        do (width, height) = (random.Between(Options.LeastSide, Side), random.Between(Options.LeastSide, Side));
        while (Math.Abs(width - height) < Options.LeastDifference);
        var (left, top) = (random.Below(Side - width + 1), random.Below(Side - height + 1));
        for (var y = 0; y < height; y++)
        {
            var row = image.Slice((top + y) * Side + left, width);
            if (y == 0 || y == height - 1) row.Fill(255);
            else row[0] = row[^1] = 255;
        }

        return height > width ? 1 : 0;
    }

    /// <summary>A patch in a rectangle before another patch, without a border: sides ≥ 10 that differ by ≥ 5, a quarter to three quarters of the area.</summary>
    public int Filled(ref Xoshiro256 random, Span<byte> image)
    {
        Span<byte> filling = stackalloc byte[Side * Side];
        Photographs!.Patch(ref random, image, Side);
        Photographs.Patch(ref random, filling, Side);
        int width, height;
        do (width, height) = (random.Between(10, Side), random.Between(10, Side));
        while (Math.Abs(width - height) < 5 || 4 * width * height < Side * Side || 4 * width * height > 3 * Side * Side);
        var (left, top) = (random.Below(Side - width + 1), random.Below(Side - height + 1));
        for (var y = top; y < top + height; y++) filling.Slice(y * Side + left, width).CopyTo(image[(y * Side + left)..]);
        return height > width ? 1 : 0;
    }
}

namespace Latent.Data.Variations;

/// <summary>Turns digits and lays them over backgrounds.</summary>
/// <param name="Options">The composition.</param>
/// <param name="Photographs">Where image backgrounds come from; null when the set needs none.</param>
internal sealed record DigitPainter(VariationOptions Options, Photographs? Photographs)
{
    public const int Side = 28;

    /// <summary>One image of a set from a plain digit.</summary>
    public void Paint(VariationSet set, ref Xoshiro256 random, ReadOnlySpan<byte> digit, Span<byte> image)
    {
        if (set is VariationSet.Rotated or VariationSet.RotatedImageBackground) Rotate(digit, 2 * Math.PI * random.Uniform(), image);
        else digit.CopyTo(image);
        Span<byte> background = stackalloc byte[Side * Side];
        if (set == VariationSet.RandomBackground)
        {
            for (var i = 0; i < background.Length; i++) background[i] = (byte)random.Below(256);
            Compose(image, background);
        }
        else if (set is VariationSet.ImageBackground or VariationSet.RotatedImageBackground)
        {
            Photographs!.Patch(ref random, background, Side);
            Compose(image, background);
        }
    }

    /// <summary>Turns by an angle in radians about the centre of the frame, with bilinear interpolation; outside the frame is black.</summary>
    public static void Rotate(ReadOnlySpan<byte> digit, double angle, Span<byte> turned)
    {
        const double Centre = (Side - 1) / 2.0;
        var (sin, cos) = Math.SinCos(angle);
        for (var i = 0; i < turned.Length; i++)
        {
            // where the pixel came from
            double dx = i % Side - Centre, dy = i / Side - Centre;
            double x = cos * dx + sin * dy + Centre, y = -sin * dx + cos * dy + Centre;
            int left = (int)Math.Floor(x), top = (int)Math.Floor(y);
            double right = x - left, below = y - top;
            var value = (1 - below) * ((1 - right) * At(digit, left, top) + right * At(digit, left + 1, top))
                + below * ((1 - right) * At(digit, left, top + 1) + right * At(digit, left + 1, top + 1));
            turned[i] = (byte)(value + 0.5);
        }
    }

    private static int At(ReadOnlySpan<byte> digit, int x, int y) => (uint)x < Side && (uint)y < Side ? digit[y * Side + x] : 0;

    private void Compose(Span<byte> image, ReadOnlySpan<byte> background)
    {
        for (var i = 0; i < image.Length; i++)
        {
            image[i] = Options.Composition == Composition.Maximum
                ? Math.Max(image[i], background[i])
                : (byte)(image[i] + ((255 - image[i]) * background[i] + 127) / 255);
        }
    }
}

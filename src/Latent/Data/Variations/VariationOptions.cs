namespace Latent.Data.Variations;

/// <summary>How a digit is laid over a background.</summary>
public enum Composition
{
    /// <summary>\(x + (1 - x)\,b\) with x the digit and b the background: ink covers in proportion to its grey, without a dark rim.</summary>
    Alpha,

    /// <summary>The brighter of the two.</summary>
    Maximum,
}

/// <summary>
/// What the descriptions of the sets leave open, and the little that they fix. The original files are not distributed by any registry, so the
/// sets are made anew; the defaults are chosen as said at each choice. The same options give the same bytes.
/// </summary>
/// <param name="Seed">Of everything drawn.</param>
/// <param name="Composition">Not stated in the sources; alpha leaves no rim that gives the digit away.</param>
/// <param name="PatchDeviation">Least standard deviation of a patch of a photograph, in grey levels of 255. "Patches with low pixel variance" were
/// ignored; the threshold is not stated. At 45 a support vector machine errs about as often as published on all three sets with photographs, at 10 half as often.</param>
/// <param name="Shrink">Photographs are shrunk by this factor first, so that a patch of 28×28 shows something. Not stated.</param>
/// <param name="LeastSide">Shortest side of an outlined rectangle in pixels; the sources say only that sides are uniform. 3 leaves an inside: with lines among the
/// rectangles a support vector machine errs half as often again as published, without them as often as published.</param>
/// <param name="LeastDifference">Outlined rectangles with sides nearer than this are redrawn: 3, as stated.</param>
/// <param name="LineReach">Edges of convex regions lie at a distance from the centre that is uniform up to this, in pixels.
/// "Location uniform" is stated; half the side makes both classes equally bright, which is stated, too.</param>
/// <param name="SmallPartSpoilsUnion">A convex part with fewer than 10 white pixels makes the whole union be drawn anew, not that part alone. Not stated; with
/// the part alone both classes are about equally bright, which is.</param>
/// <param name="AllowWhite">Keep convex regions that fill the picture: without an edge a region is the whole plane. Not stated.</param>
public sealed record VariationOptions(
    ulong Seed = 2007,
    Composition Composition = Composition.Alpha,
    double PatchDeviation = 45,
    int Shrink = 2,
    int LeastSide = 3,
    int LeastDifference = 3,
    double LineReach = 14,
    bool SmallPartSpoilsUnion = false,
    bool AllowWhite = true)
{
    /// <summary>Checks the ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A choice that no picture can meet; the message names it.</exception>
    internal VariationOptions Checked()
    {
        Require.Range(Shrink, 1, 8, nameof(Shrink), "the factor by which photographs are shrunk");
        Require.Range(LeastSide, 1, 20, nameof(LeastSide), "the shortest side");
        Require.Range(LeastDifference, 1, 28 - LeastSide, nameof(LeastDifference), "the least difference of sides");
        if (PatchDeviation is not (>= 0 and <= 60))
            throw new ArgumentOutOfRangeException(nameof(PatchDeviation), PatchDeviation, $"Expected a standard deviation in 0 … 60 grey levels, given {PatchDeviation}.");
        Require.Positive(LineReach, nameof(LineReach));
        return this;
    }
}

namespace Latent.Data.Variations;

/// <summary>
/// Draws white regions that are convex (class 1) or not (class 0). Convex: an intersection of half-planes with uniform orientation and location,
/// their number geometric with 0.195 from 0 on, redrawn below 19 white pixels. Not convex: the union of 2, 3 or 4 intersections with 0.07 and at
/// least 10 white pixels each, redrawn while the union happens to be convex. Both classes were "balanced" in brightness: on average 442 and 458
/// pixels are white here, but 389 in place of 458 if a part that is too small spoils the whole union.
/// </summary>
/// <param name="Options">How far edges lie from the centre, what becomes of small parts and white pictures.</param>
internal sealed record ConvexPainter(VariationOptions Options)
{
    private const int Side = DigitPainter.Side;

    /// <summary>Draws a region of either class by a fair coin.</summary>
    public int Paint(ref Xoshiro256 random, Span<byte> image)
    {
        var convex = random.Below(2) == 1;
        if (convex) Convex(ref random, image);
        else NotConvex(ref random, image);
        return convex ? 1 : 0;
    }

    /// <summary>An intersection of half-planes.</summary>
    public void Convex(ref Xoshiro256 random, Span<byte> image)
    {
        int white;
        do white = Intersect(ref random, 0.195, image);
        while (white < 19 || (white == Side * Side && !Options.AllowWhite));
    }

    private void NotConvex(ref Xoshiro256 random, Span<byte> image)
    {
        while (!Union(ref random, image) || IsConvex(image))
        {
        }
    }

    // False if a small part spoilt it.
    private bool Union(ref Xoshiro256 random, Span<byte> image)
    {
        Span<byte> part = stackalloc byte[Side * Side];
        image.Clear();
        for (var parts = random.Between(2, 4); parts > 0; parts--)
        {
            while (Intersect(ref random, 0.07, part) < 10)
            {
                if (Options.SmallPartSpoilsUnion) return false;
            }

            for (var i = 0; i < image.Length; i++) image[i] |= part[i];
        }

        return true;
    }

    private int Intersect(ref Xoshiro256 random, double stop, Span<byte> image)
    {
        image.Fill(255);
        var white = Side * Side;
        while (random.Uniform() >= stop)
        {
            var (sin, cos) = Math.SinCos(2 * Math.PI * random.Uniform());
            var distance = Options.LineReach * (2 * random.Uniform() - 1);
            for (var i = 0; i < image.Length; i++)
            {
                if (image[i] == 0 || cos * (i % Side - (Side - 1) / 2.0) + sin * (i / Side - (Side - 1) / 2.0) <= distance) continue;
                image[i] = 0;
                white--;
            }
        }

        return white;
    }

    /// <summary>
    /// Whether every pixel whose centre lies in the hull of the white centres is white itself: no line between two points of the region leaves it.
    /// </summary>
    public static bool IsConvex(ReadOnlySpan<byte> image)
    {
        var hull = Hull(image);
        for (var i = 0; i < image.Length; i++)
        {
            if (image[i] == 0 && Contains(hull, i % Side, i / Side)) return false;
        }

        return true;
    }

    // Andrew's monotone chain over the first and last white pixel of each row; whole numbers, so exact.
    private static List<(int X, int Y)> Hull(ReadOnlySpan<byte> image)
    {
        var points = new List<(int X, int Y)>();
        for (var y = 0; y < Side; y++)
        {
            var row = image.Slice(y * Side, Side);
            if (row.IndexOf((byte)255) is var first and >= 0) points.AddRange([(first, y), (row.LastIndexOf((byte)255), y)]);
        }

        return [.. Chain(points), .. Chain(Enumerable.Reverse(points))];
    }

    private static IEnumerable<(int X, int Y)> Chain(IEnumerable<(int X, int Y)> points)
    {
        var chain = new List<(int X, int Y)>();
        foreach (var p in points)
        {
            while (chain.Count > 1 && Turn(chain[^2], chain[^1], p) <= 0) chain.RemoveAt(chain.Count - 1);
            chain.Add(p);
        }

        return chain.SkipLast(1);
    }

    private static bool Contains(List<(int X, int Y)> hull, int x, int y)
    {
        for (var i = 0; i < hull.Count; i++)
        {
            if (Turn(hull[i], hull[(i + 1) % hull.Count], (x, y)) < 0) return false;
        }

        // on the line of a hull without area only what lies between its ends
        return hull.Count > 2 || (hull.Count == 2 && (x - hull[0].X) * (x - hull[1].X) <= 0 && (y - hull[0].Y) * (y - hull[1].Y) <= 0);
    }

    private static int Turn((int X, int Y) a, (int X, int Y) b, (int X, int Y) c) => (b.X - a.X) * (c.Y - a.Y) - (b.Y - a.Y) * (c.X - a.X);
}

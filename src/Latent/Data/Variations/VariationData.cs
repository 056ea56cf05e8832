using static TorchSharp.torch;

namespace Latent.Data.Variations;

/// <summary>Makes the eight sets, or reads them from where they were put when they were made first.</summary>
public static class VariationData
{
    private const int Side = DigitPainter.Side;

    /// <summary>What was drawn: 28×28 grey levels an image, and its class.</summary>
    /// <param name="Pixels">N·784 grey levels.</param>
    /// <param name="Labels">N classes.</param>
    public sealed record Drawn(byte[] Pixels, byte[] Labels);

    /// <summary>
    /// Loads a set in its three parts. The first time it is made, which takes seconds, and kept in folder <c>variations</c> of
    /// <see cref="DataFolder"/> with checksums; a file that does not match its checksum is made anew. The caller disposes the result.
    /// </summary>
    /// <param name="set">Which set.</param>
    /// <param name="options">What the sources leave open; the defaults if null.</param>
    /// <param name="folder">Where sets are kept; null: as said.</param>
    /// <exception cref="FileNotFoundException">MNIST or a photograph is missing; the message says how to fetch it.</exception>
    public static VariationSplit Load(VariationSet set, VariationOptions? options = null, string? folder = null)
    {
        var sizes = VariationSizes.Of(set);
        options = (options ?? new()).Checked();
        folder ??= Path.Combine(DataFolder.Resolve(), "variations");
        var kept = new KeptVariation(folder, set, options);
        var drawn = kept.Read() ?? kept.Write(Draw(set, options));
        return Split(drawn, sizes);
    }

    /// <summary>A smaller set, drawn anew and not kept. The caller disposes the result.</summary>
    /// <param name="set">Which set.</param>
    /// <param name="train">Images to learn from, ≥ 1.</param>
    /// <param name="validation">Images to choose by, ≥ 1.</param>
    /// <param name="test">Images to judge by, ≥ 1.</param>
    /// <param name="options">What the sources leave open; the defaults if null.</param>
    /// <exception cref="ArgumentOutOfRangeException">More than the set has, or less than one.</exception>
    public static VariationSplit Small(VariationSet set, int train, int validation, int test, VariationOptions? options = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(train, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(validation, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(test, 1);
        return Split(Draw(set, options, train + validation + test), VariationSizes.Of(set) with { Train = train, Validation = validation, Test = test });
    }

    /// <summary>Makes the first <paramref name="count"/> images of a set. Image i depends on seed, set and i alone.</summary>
    /// <param name="set">Which set.</param>
    /// <param name="options">What the sources leave open; the defaults if null.</param>
    /// <param name="count">How many images, train before validation before test; null: all.</param>
    /// <exception cref="ArgumentOutOfRangeException">The set has fewer images.</exception>
    public static Drawn Draw(VariationSet set, VariationOptions? options = null, int? count = null)
    {
        var total = VariationSizes.Of(set).Total;
        var n = Require.Range(count ?? total, 1, total, nameof(count), "a number of images");
        options = (options ?? new()).Checked();
        var photographs = set is VariationSet.ImageBackground or VariationSet.RotatedImageBackground or VariationSet.ImageRectangles
            ? Photographs.Load(options)
            : null;
        var (pixels, labels) = (new byte[n * Side * Side], new byte[n]);
        if (set >= VariationSet.Rectangles) DrawShapes(set, options, photographs, pixels, labels);
        else DrawDigits(set, options, photographs, pixels, labels);
        return new(pixels, labels);
    }

    private static void DrawShapes(VariationSet set, VariationOptions options, Photographs? photographs, byte[] pixels, byte[] labels)
    {
        var (rectangles, regions) = (new RectanglePainter(options, photographs), new ConvexPainter(options));
        Parallel.For(0, labels.Length, i =>
        {
            var random = Stream(options, set, i);
            var image = pixels.AsSpan(i * Side * Side, Side * Side);
            labels[i] = (byte)(set switch
            {
                VariationSet.Rectangles => rectangles.Outline(ref random, image),
                VariationSet.ImageRectangles => rectangles.Filled(ref random, image),
                _ => regions.Paint(ref random, image),
            });
        });
    }

    // All 70,000 digits in one pool, shuffled once: each serves for one image, and the parts share none.
    private static void DrawDigits(VariationSet set, VariationOptions options, Photographs? photographs, byte[] pixels, byte[] labels)
    {
        var mnist = Path.Combine(DataFolder.Resolve(), "mnist");
        IdxFile File(string name) => IdxFile.Read(Path.Combine(mnist, name));
        IdxFile[] images = [File("train-images-idx3-ubyte"), File("t10k-images-idx3-ubyte")];
        byte[] classes = [.. File("train-labels-idx1-ubyte").Values, .. File("t10k-labels-idx1-ubyte").Values];
        var (order, random) = (Enumerable.Range(0, classes.Length).ToArray(), new Xoshiro256(options.Seed));
        for (var i = 0; i < labels.Length; i++)
        {
            var j = random.Between(i, order.Length - 1);
            (order[i], order[j]) = (order[j], order[i]);
        }

        var painter = new DigitPainter(options, photographs);
        Parallel.For(0, labels.Length, i =>
        {
            var (first, from) = (images[0].Shape[0], order[i]);
            var digit = from < first
                ? images[0].Values.AsSpan(from * Side * Side, Side * Side)
                : images[1].Values.AsSpan((from - first) * Side * Side, Side * Side);
            var stream = Stream(options, set, i);
            painter.Paint(set, ref stream, digit, pixels.AsSpan(i * Side * Side, Side * Side));
            labels[i] = classes[from];
        });
    }

    private static Xoshiro256 Stream(VariationOptions options, VariationSet set, int image) =>
        new(options.Seed, ((ulong)set + 1 << 32) + (ulong)image);

    /// <summary>Drawn images as a tensor, in one piece.</summary>
    /// <param name="drawn">What was drawn.</param>
    /// <param name="name">What the set is called.</param>
    public static LabelledImages Images(Drawn drawn, string name)
    {
        ArgumentNullException.ThrowIfNull(drawn);
        using var scope = NewDisposeScope();
        var n = drawn.Labels.Length;
        var x = tensor(drawn.Pixels, [n, Side * Side], ScalarType.Byte).to_type(ScalarType.Float32).div_(255f); // [N, 784] in [0, 1]
        var y = tensor(drawn.Labels, [n], ScalarType.Byte).to_type(ScalarType.Int64); // [N]
        return new(x.MoveToOuterDisposeScope(), y.MoveToOuterDisposeScope(), Side, Side, name);
    }

    private static VariationSplit Split(Drawn drawn, VariationSizes sizes)
    {
        using var scope = NewDisposeScope();
        var all = Images(drawn, sizes.Name);
        return new(
            Part(all, "train", 0, sizes.Train),
            Part(all, "validation", sizes.Train, sizes.Validation),
            Part(all, "test", sizes.Train + sizes.Validation, sizes.Test),
            sizes.Classes);
    }

    private static LabelledImages Part(LabelledImages all, string part, int start, int count)
    {
        var slice = all.Slice(start, count);
        return slice with { Images = slice.Images.DetachFromDisposeScope(), Labels = slice.Labels.DetachFromDisposeScope(), Name = $"{all.Name} {part}" };
    }
}

namespace Latent.Data.Variations;

/// <summary>
/// The eight benchmark sets of Larochelle et al. (2007), "An empirical evaluation of deep architectures on problems with many factors of
/// variation", by the names of Vincent et al. (2008): five variations of MNIST and three of shapes, 28×28 pixels each.
/// </summary>
public enum VariationSet
{
    /// <summary>Digits, but only 10,000 to learn from.</summary>
    Basic,

    /// <summary>Digits turned by any angle.</summary>
    Rotated,

    /// <summary>Digits before a background of random pixels.</summary>
    RandomBackground,

    /// <summary>Digits before patches of photographs.</summary>
    ImageBackground,

    /// <summary>Turned digits before patches of photographs.</summary>
    RotatedImageBackground,

    /// <summary>Outlines of rectangles: taller or wider?</summary>
    Rectangles,

    /// <summary>Rectangles filled with a patch, before another patch: taller or wider?</summary>
    ImageRectangles,

    /// <summary>White regions: convex or not?</summary>
    Convex,
}

/// <summary>What is fixed of a set.</summary>
/// <param name="Name">The short name in tables and file names.</param>
/// <param name="Train">Images to learn from.</param>
/// <param name="Validation">Images to choose hyper-parameters by: the last ones of the original training file.</param>
/// <param name="Test">Images to judge by.</param>
/// <param name="Classes">Number of classes.</param>
public sealed record VariationSizes(string Name, int Train, int Validation, int Test, int Classes)
{
    /// <summary>All images.</summary>
    public int Total => Train + Validation + Test;

    /// <summary>The sizes that the sets were published with.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such set.</exception>
    public static VariationSizes Of(VariationSet set) => set switch
    {
        VariationSet.Basic => Digits("basic"),
        VariationSet.Rotated => Digits("rot"),
        VariationSet.RandomBackground => Digits("bg-rand"),
        VariationSet.ImageBackground => Digits("bg-img"),
        VariationSet.RotatedImageBackground => Digits("rot-bg-img"),
        VariationSet.Rectangles => new("rect", 1_000, 200, 50_000, 2),
        VariationSet.ImageRectangles => new("rect-img", 10_000, 2_000, 50_000, 2),
        VariationSet.Convex => new("convex", 6_000, 2_000, 50_000, 2),
        _ => throw new ArgumentOutOfRangeException(nameof(set), set, "Expected one of the eight sets."),
    };

    private static VariationSizes Digits(string name) => new(name, 10_000, 2_000, 50_000, 10);
}

/// <summary>A set in its three parts.</summary>
/// <param name="Train">Images to learn from.</param>
/// <param name="Validation">Images to choose hyper-parameters by.</param>
/// <param name="Test">Images to judge by, once.</param>
/// <param name="Classes">Number of classes.</param>
public sealed record VariationSplit(LabelledImages Train, LabelledImages Validation, LabelledImages Test, int Classes) : IDisposable
{
    /// <summary>The first images of each part.</summary>
    public VariationSplit Take(int train, int validation, int test) =>
        this with { Train = Train.Take(train), Validation = Validation.Take(validation), Test = Test.Take(test) };

    /// <summary>Frees the memory of all parts.</summary>
    public void Dispose()
    {
        Train.Dispose();
        Validation.Dispose();
        Test.Dispose();
    }
}

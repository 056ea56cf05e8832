using static TorchSharp.torch;

namespace Latent.Data;

/// <summary>Grey images as rows of a matrix, with a class for each.</summary>
/// <param name="Images">[N, D] float32 in [0, 1], D = Height·Width, row by row from the top left.</param>
/// <param name="Labels">[N] int64.</param>
/// <param name="Height">Pixels from top to bottom.</param>
/// <param name="Width">Pixels from left to right.</param>
/// <param name="Name">What the set is called in captions.</param>
public sealed record LabelledImages(Tensor Images, Tensor Labels, int Height, int Width, string Name) : IDisposable
{
    /// <summary>The number of images, N.</summary>
    public int Count => (int)Images.shape[0];

    /// <summary>The number of pixels of an image, D.</summary>
    public int Dimensions => Height * Width;

    /// <summary>The first <paramref name="n"/> images, sharing memory with these; all when there are fewer.</summary>
    public LabelledImages Take(int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        return Slice(0, Math.Min(n, Count));
    }

    /// <summary>Images <paramref name="start"/> … <paramref name="start"/> + <paramref name="count"/> − 1, sharing memory.</summary>
    public LabelledImages Slice(int start, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)start + count, Count, nameof(count));
        return this with { Images = Images.narrow(0, start, count), Labels = Labels.narrow(0, start, count) };
    }

    /// <summary>The images at some positions, copied.</summary>
    /// <param name="indices">Positions, each in 0 … Count − 1.</param>
    public LabelledImages At(params long[] indices)
    {
        ArgumentNullException.ThrowIfNull(indices);
        foreach (var i in indices)
        {
            if (i < 0 || i >= Count) throw new ArgumentOutOfRangeException(nameof(indices), i, $"Expected positions in 0 … {Count - 1}.");
        }

        using var index = tensor(indices, ScalarType.Int64);
        return this with { Images = Images.index_select(0, index), Labels = Labels.index_select(0, index) };
    }

    /// <summary>The images of one class, in their order, copied.</summary>
    public LabelledImages OfClass(int label)
    {
        var at = LabelArray().Select((l, i) => (Label: l, Index: (long)i)).Where(p => p.Label == label).Select(p => p.Index).ToArray();
        return at.Length > 0
            ? At(at) with { Name = $"{Name}, class {label}" }
            : throw new ArgumentOutOfRangeException(nameof(label), label, $"No image of {Name} has this class.");
    }

    /// <summary>The labels as an array.</summary>
    public long[] LabelArray() => Labels.data<long>().ToArray();

    /// <summary>How many images each class has, by class number.</summary>
    public int[] ClassCounts()
    {
        var labels = LabelArray();
        var counts = new int[labels.Length == 0 ? 0 : labels.Max() + 1];
        foreach (var l in labels) counts[l]++;
        return counts;
    }

    /// <summary>
    /// The images in batches, the last one perhaps smaller. Each batch is made when it is asked for and belongs to the
    /// dispose scope of that moment.
    /// </summary>
    /// <param name="size">Images a batch, ≥ 1.</param>
    /// <param name="generator">Shuffles the images first; null keeps their order (and shares their memory).</param>
    public IEnumerable<LabelledImages> Batches(int size, Generator? generator = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        return generator is null ? Ordered(size) : Shuffled(size, generator);
    }

    /// <summary>Frees the memory of images and labels.</summary>
    public void Dispose()
    {
        Images.Dispose();
        Labels.Dispose();
    }

    private IEnumerable<LabelledImages> Ordered(int size)
    {
        for (var start = 0; start < Count; start += size) yield return Slice(start, Math.Min(size, Count - start));
    }

    private IEnumerable<LabelledImages> Shuffled(int size, Generator generator)
    {
        long[] order;
        using (var permutation = randperm(Count, ScalarType.Int64, generator: generator)) order = permutation.data<long>().ToArray();
        for (var start = 0; start < Count; start += size) yield return At(order[start..Math.Min(start + size, Count)]);
    }
}

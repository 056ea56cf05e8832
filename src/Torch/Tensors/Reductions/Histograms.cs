using TorchSharp.Interop;

namespace TorchSharp;

// Counts in bins.
public static partial class torch
{
    private static readonly Operator HistogramAt = new("histogram.bins_tensor"), HistogramOf = new("histogram.bin_ct");

    /// <summary>How many elements, or what weight of them, lie in each of equal bins between the extremes or in a range; and the bins' edges.</summary>
    public static (Tensor hist, Tensor bin_edges) histogram(
        Tensor input, long bins, (double min, double max)? range = null, Tensor? weight = null, bool density = false) =>
        HistogramOf.Call2(input, AtLeast(bins, 1), range is { } r ? new[] { r.min, r.max } : null, weight, density);

    /// <summary>How many elements, or what weight of them, lie between edges; and the edges.</summary>
    public static (Tensor hist, Tensor bin_edges) histogram(Tensor input, Tensor bins, Tensor? weight = null, bool density = false) =>
        HistogramAt.Call2(input, bins, weight, density);
}

using TorchSharp.Interop;

namespace TorchSharp;

// Order, places in sorted sequences, different values and counts.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Sorted along a dimension, and where each value was.</summary>
        public (Tensor Values, Tensor Indices) sort(long dim = -1, bool descending = false, bool stable = false) =>
            Sort.Call2(this, stable, Dimension(dim, ndim), descending);
        /// <summary>Where the sorted values are along a dimension.</summary>
        public Tensor argsort(long dim = -1, bool descending = false) => Argsort.Call(this, Dimension(dim, ndim), descending);
        /// <summary>Sorted along the first dimension.</summary>
        public Tensor msort() => Msort.Call(this);
        /// <summary>The k greatest (or least) along a dimension, and where they are.</summary>
        /// <exception cref="ArgumentOutOfRangeException">The dimension has fewer than k places.</exception>
        public (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true)
        {
            var d = Dimension(dim, ndim);
            return TopK.Call2(this, Among(k, 0, d), d, largest, sorted);
        }

        /// <summary>The k-th least along a dimension (the last when null), and where it is.</summary>
        /// <exception cref="ArgumentOutOfRangeException">k is not between 1 and the size of the dimension.</exception>
        public (Tensor values, Tensor indices) kthvalue(long k, long? dim, bool keepdim = false)
        {
            var d = Dimension(dim ?? -1, ndim);
            return Kthvalue.Call2(this, Among(k, 1, d), d, keepdim);
        }

        /// <summary>The different values, where each element is among them, and how often each occurs.</summary>
        public (Tensor output, Tensor? inverse_indices, Tensor? counts) unique(
            bool sorted = true, bool return_inverse = false, bool return_counts = false, int? dim = null) =>
            Kept(
                dim is { } d
                    ? UniqueDim.Call3(this, Dimension(d, ndim), sorted, return_inverse, return_counts)
                    : Unique.Call3(this, sorted, return_inverse, return_counts),
                return_inverse,
                return_counts);

        /// <summary>One value for each run of equal ones, where each element is among them, and how long each run is.</summary>
        public (Tensor output, Tensor? inverse_indices, Tensor? counts) unique_consecutive(
            bool return_inverse = false, bool return_counts = false, int? dim = null) =>
            Kept(
                UniqueConsecutive.Call3(this, return_inverse, return_counts, Dimension((long?)dim)),
                return_inverse,
                return_counts);

        /// <summary>How many elements fall into each of <paramref name="bins"/> equal intervals; min = max = 0 takes the data's range.</summary>
        public Tensor histc(long bins = 100, long min = 0, long max = 0) => Histc.Call(this, AtLeast(bins, 1), min, max);
        /// <summary>How often each non-negative integer occurs, or the sum of its weights.</summary>
        public Tensor bincount(Tensor? weights, long minlength = 0) => Bincount.Call(this, weights, minlength);
        /// <summary>In which interval between boundaries each value lies.</summary>
        public Tensor bucketize(Tensor boundaries, bool outInt32 = false, bool right = false) => Bucketize.Call(this, boundaries, outInt32, right);

        private long Among(long k, long least, int dim)
        {
            var most = ndim == 0 ? 1 : size(dim);
            return k >= least && k <= most
                ? k
                : throw new ArgumentOutOfRangeException(nameof(k), k, $"A dimension of size {most} takes k from {least} to {most}, not {k}.");
        }

        private static (Tensor, Tensor?, Tensor?) Kept((Tensor Output, Tensor Inverse, Tensor Counts) all, bool inverse, bool counts)
        {
            if (!inverse)
                all.Inverse?.Dispose();
            if (!counts)
                all.Counts?.Dispose();
            return (all.Output, inverse ? all.Inverse : null, counts ? all.Counts : null);
        }

        private static readonly Operator Sort = new("sort.stable"), Argsort = new("argsort"), Msort = new("msort"), TopK = new("topk");
        private static readonly Operator Kthvalue = new("kthvalue"), Histc = new("histc"), Bincount = new("bincount");
        private static readonly Operator Unique = new("_unique2"), UniqueDim = new("unique_dim"), UniqueConsecutive = new("unique_consecutive");
        private static readonly Operator Bucketize = new("bucketize.Tensor");
    }

    /// <summary>Sorted along a dimension, and where each value was.</summary>
    public static (Tensor values, Tensor indices) sort(Tensor input, long dim = -1, bool descending = false, bool stable = false) =>
        Given(input).sort(dim, descending, stable);
    /// <summary>Where the sorted values are along a dimension.</summary>
    public static Tensor argsort(Tensor input, long dim = -1, bool descending = false) => Given(input).argsort(dim, descending);
    /// <summary>Sorted along the first dimension.</summary>
    public static Tensor msort(Tensor tensor) => Given(tensor).msort();
    /// <summary>The k greatest (or least) along a dimension, and where they are.</summary>
    public static (Tensor values, Tensor indices) topk(Tensor tensor, int k, int dim = -1, bool largest = true, bool sorted = true) =>
        Given(tensor).topk(k, dim, largest, sorted);
    /// <summary>The k-th least along a dimension (the last when null), and where it is.</summary>
    public static (Tensor values, Tensor indices) kthvalue(Tensor input, long k, long? dim, bool keepdim = false) =>
        Given(input).kthvalue(k, dim, keepdim);
    /// <summary>The different values, where each element is among them, and how often each occurs.</summary>
    public static (Tensor output, Tensor? inverse_indices, Tensor? counts) unique(
        Tensor input, bool sorted = true, bool return_inverse = false, bool return_counts = false, int? dim = null) =>
        Given(input).unique(sorted, return_inverse, return_counts, dim);
    /// <summary>One value for each run of equal ones, where each element is among them, and how long each run is.</summary>
    public static (Tensor output, Tensor? inverse_indices, Tensor? counts) unique_consecutive(
        Tensor input, bool return_inverse = false, bool return_counts = false, int? dim = null) =>
        Given(input).unique_consecutive(return_inverse, return_counts, dim);
    /// <summary>How many elements fall into each of <paramref name="bins"/> equal intervals; min = max = 0 takes the data's range.</summary>
    public static Tensor histc(Tensor input, long bins = 100, long min = 0, long max = 0) => Given(input).histc(bins, min, max);
    /// <summary>How often each non-negative integer occurs, or the sum of its weights.</summary>
    public static Tensor bincount(Tensor input, Tensor? weights = null, long minlength = 0) => Given(input).bincount(weights, minlength);
    /// <summary>In which interval between boundaries each value lies.</summary>
    public static Tensor bucketize(Tensor input, Tensor boundaries, bool outInt32 = false, bool right = false) =>
        Given(input).bucketize(boundaries, outInt32, right);
    /// <summary>Where values would have to be inserted to keep a sequence sorted.</summary>
    /// <param name="sorted_sequence">Ascending along the last dimension, or with sorter, in any order.</param>
    /// <param name="values">What to insert.</param>
    /// <param name="out_int32">Whether the places are Int32, not Int64.</param>
    /// <param name="right">Whether to insert after equal elements, not before.</param>
    /// <param name="sorter">The places of the sequence in ascending order, or null.</param>
    public static Tensor searchsorted(
        Tensor sorted_sequence, Tensor values, bool out_int32 = false, bool right = false, Tensor? sorter = null) =>
        SearchSorted.Call(sorted_sequence, values, out_int32, right, Value.None, sorter);
    /// <inheritdoc cref="searchsorted(Tensor, Tensor, bool, bool, Tensor?)"/>
    public static Tensor searchsorted(Tensor sorted_sequence, Scalar values, bool out_int32, bool right, Tensor? sorter) =>
        SearchSortedScalar.Call(sorted_sequence, values, out_int32, right, Value.None, sorter);

    private static readonly Operator SearchSorted = new("searchsorted.Tensor"), SearchSortedScalar = new("searchsorted.Scalar");
}

using TorchSharp.Interop;

namespace TorchSharp;

// Greatest and least elements and their places, norms, truth of all or any, order and counts.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The greatest element.</summary>
        public Tensor max() => Max.Call(this);
        /// <summary>The greater of both, elementwise.</summary>
        public Tensor max(Tensor target) => maximum(target);
        /// <summary>The greatest elements along a dimension and where they are.</summary>
        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) => MaxDim.Call2(this, Dimension(dim, ndim), keepdim);
        /// <summary>The least element.</summary>
        public Tensor min() => Min.Call(this);
        /// <summary>The lesser of both, elementwise.</summary>
        public Tensor min(Tensor target) => minimum(target);
        /// <summary>The least elements along a dimension and where they are.</summary>
        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false) => MinDim.Call2(this, Dimension(dim, ndim), keepdim);
        /// <summary>The greatest elements over dimensions; all of them when none is given.</summary>
        public Tensor amax(long[] dims, bool keepdim = false) => Amax.Call(this, Checked(dims), keepdim);
        /// <inheritdoc cref="amax(long[], bool)"/>
        public Tensor amax(params long[] dims) => Amax.Call(this, Checked(dims), false);
        /// <summary>The least elements over dimensions; all of them when none is given.</summary>
        public Tensor amin(long[] dims, bool keepdim = false) => Amin.Call(this, Checked(dims), keepdim);
        /// <inheritdoc cref="amin(long[], bool)"/>
        public Tensor amin(params long[] dims) => Amin.Call(this, Checked(dims), false);
        /// <summary>Where in the flattened tensor the greatest element is.</summary>
        public Tensor argmax() => Argmax.Call(this);
        /// <summary>Where along a dimension the greatest elements are.</summary>
        public Tensor argmax(long dim, bool keepdim = false) => Argmax.Call(this, Dimension(dim, ndim), keepdim);
        /// <summary>Where in the flattened tensor the least element is.</summary>
        public Tensor argmin() => Argmin.Call(this);
        /// <summary>Where along a dimension the least elements are.</summary>
        public Tensor argmin(long dim, bool keepdim = false) => Argmin.Call(this, Dimension(dim, ndim), keepdim);
        /// <summary>The median of all elements (the lower of two middle ones).</summary>
        public Tensor median() => Median.Call(this);
        /// <summary>Quantiles by linear interpolation.</summary>
        /// <param name="q">Probabilities from 0 to 1, of this tensor's type.</param>
        /// <param name="dim">The dimension; −1 is the last.</param>
        /// <param name="keepdim">Whether the dimension stays, with size 1.</param>
        public Tensor quantile(Tensor q, long dim = -1, bool keepdim = false) => Quantile.Call(this, q, Dimension(dim, ndim), keepdim);

        /// <summary>Whether all elements are true.</summary>
        public Tensor all() => All.Call(this);
        /// <summary>Whether all elements along a dimension are true.</summary>
        public Tensor all(long dim, bool keepdim = false) => AllDim.Call(this, Dimension(dim, ndim), keepdim);
        /// <summary>Whether any element is true.</summary>
        public Tensor any() => Any.Call(this);
        /// <summary>Whether any element along a dimension is true.</summary>
        public Tensor any(long dim, bool keepdim = false) => AnyDim.Call(this, Dimension(dim, ndim), keepdim);

        /// <summary>The p-norm of all elements.</summary>
        public Tensor norm(float p = 2.0f) => Norm.Call(this, (double)p);
        /// <summary>The p-norm over one dimension.</summary>
        public Tensor norm(int dim, bool keepdim = false, float p = 2.0f) => norm([dim], keepdim, p);
        /// <inheritdoc cref="norm(int, bool, float)"/>
        public Tensor norm(long dim, bool keepdim = false, float p = 2.0f) => norm([dim], keepdim, p);
        /// <summary>The p-norm over dimensions.</summary>
        public Tensor norm(long[] dims, bool keepdim = false, float p = 2.0f) => NormDim.Call(this, (double)p, Checked(dims), keepdim);

        /// <summary>Sorted along a dimension, and where each value was.</summary>
        public (Tensor Values, Tensor Indices) sort(long dim = -1, bool descending = false, bool stable = false) =>
            Sort.Call2(this, stable, Dimension(dim, ndim), descending);
        /// <summary>Where the sorted values are along a dimension.</summary>
        public Tensor argsort(long dim = -1, bool descending = false) => Argsort.Call(this, Dimension(dim, ndim), descending);
        /// <summary>The k greatest (or least) along a dimension, and where they are.</summary>
        public (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true) =>
            TopK.Call2(this, k, Dimension(dim, ndim), largest, sorted);
        /// <summary>The different values, where each element is among them, and how often each occurs.</summary>
        public (Tensor output, Tensor? inverse_indices, Tensor? counts) unique(
            bool sorted = true, bool return_inverse = false, bool return_counts = false, int? dim = null)
        {
            var (output, inverse, counts) = dim is { } d
                ? UniqueDim.Call3(this, Dimension(d, ndim), sorted, return_inverse, return_counts)
                : Unique.Call3(this, sorted, return_inverse, return_counts);
            return (output, Kept(inverse, return_inverse), Kept(counts, return_counts));
        }

        /// <summary>How many elements fall into each of <paramref name="bins"/> equal intervals; min = max = 0 takes the data's range.</summary>
        public Tensor histc(long bins = 100, long min = 0, long max = 0) => Histc.Call(this, bins, min, max);
        /// <summary>How often each non-negative integer occurs, or the sum of its weights.</summary>
        public Tensor bincount(Tensor? weights = null, long minlength = 0) => Bincount.Call(this, weights, minlength);

        private static Tensor? Kept(Tensor tensor, bool keep)
        {
            if (keep)
                return tensor;
            tensor?.Dispose();
            return null;
        }

        internal static readonly Operator Histc = new("histc"), Bincount = new("bincount"), Quantile = new("quantile");
        private static readonly Operator Max = new("max"), MaxDim = new("max.dim"), Min = new("min"), MinDim = new("min.dim");
        private static readonly Operator Amax = new("amax"), Amin = new("amin"), Argmax = new("argmax"), Argmin = new("argmin");
        private static readonly Operator Median = new("median");
        private static readonly Operator All = new("all"), AllDim = new("all.dim"), Any = new("any"), AnyDim = new("any.dim");
        private static readonly Operator Norm = new("norm.Scalar"), NormDim = new("norm.ScalarOpt_dim");
        private static readonly Operator Sort = new("sort.stable"), Argsort = new("argsort"), TopK = new("topk");
        private static readonly Operator Unique = new("_unique2"), UniqueDim = new("unique_dim");
    }

    /// <summary>The greatest element.</summary>
    public static Tensor max(Tensor input) => input.max();
    /// <summary>The greater of both, elementwise.</summary>
    public static Tensor max(Tensor input, Tensor other) => input.maximum(other);
    /// <summary>The greatest elements along a dimension and where they are.</summary>
    public static (Tensor values, Tensor indexes) max(Tensor input, long dim, bool keepdim = false) => input.max(dim, keepdim);
    /// <summary>The least element.</summary>
    public static Tensor min(Tensor input) => input.min();
    /// <summary>The lesser of both, elementwise.</summary>
    public static Tensor min(Tensor input, Tensor other) => input.minimum(other);
    /// <summary>The least elements along a dimension and where they are.</summary>
    public static (Tensor values, Tensor indexes) min(Tensor input, long dim, bool keepdim = false) => input.min(dim, keepdim);
    /// <summary>The greatest elements over dimensions.</summary>
    public static Tensor amax(Tensor input, long[] dims, bool keepdim = false) => input.amax(dims, keepdim);
    /// <summary>The least elements over dimensions.</summary>
    public static Tensor amin(Tensor input, long[] dims, bool keepdim = false) => input.amin(dims, keepdim);
    /// <summary>Where in the flattened tensor the greatest element is.</summary>
    public static Tensor argmax(Tensor input) => input.argmax();
    /// <summary>Where along a dimension the greatest elements are.</summary>
    public static Tensor argmax(Tensor input, long dim, bool keepdim = false) => input.argmax(dim, keepdim);
    /// <summary>Where in the flattened tensor the least element is.</summary>
    public static Tensor argmin(Tensor input) => input.argmin();
    /// <summary>Where along a dimension the least elements are.</summary>
    public static Tensor argmin(Tensor input, long dim, bool keepdim = false) => input.argmin(dim, keepdim);
    /// <summary>The median of all elements (the lower of two middle ones).</summary>
    public static Tensor median(Tensor input) => input.median();
    /// <summary>Quantiles by linear interpolation.</summary>
    public static Tensor quantile(Tensor input, Tensor q, long dim = -1, bool keepdim = false) => input.quantile(q, dim, keepdim);
    /// <summary>Whether all elements are true.</summary>
    public static Tensor all(Tensor input) => input.all();
    /// <summary>Whether any element is true.</summary>
    public static Tensor any(Tensor input) => input.any();
    /// <summary>The p-norm of all elements.</summary>
    public static Tensor norm(Tensor input, float p = 2.0f) => input.norm(p);
    /// <summary>Sorted along a dimension, and where each value was.</summary>
    public static (Tensor Values, Tensor Indices) sort(Tensor input, long dim = -1, bool descending = false, bool stable = false) =>
        input.sort(dim, descending, stable);
    /// <summary>Where the sorted values are along a dimension.</summary>
    public static Tensor argsort(Tensor input, long dim = -1, bool descending = false) => input.argsort(dim, descending);
    /// <summary>The k greatest (or least) along a dimension, and where they are.</summary>
    public static (Tensor values, Tensor indexes) topk(Tensor tensor, int k, int dim = -1, bool largest = true, bool sorted = true) =>
        tensor.topk(k, dim, largest, sorted);
    /// <summary>The different values, where each element is among them, and how often each occurs.</summary>
    public static (Tensor output, Tensor? inverse_indices, Tensor? counts) unique(
        Tensor input, bool sorted = true, bool return_inverse = false, bool return_counts = false, int? dim = null) =>
        input.unique(sorted, return_inverse, return_counts, dim);
    /// <summary>How many elements fall into each of <paramref name="bins"/> equal intervals.</summary>
    public static Tensor histc(Tensor input, long bins = 100, Scalar? min = null, Scalar? max = null) =>
        Tensor.Histc.Call(input, bins, min ?? 0, max ?? 0);
    /// <summary>How often each non-negative integer occurs, or the sum of its weights.</summary>
    public static Tensor bincount(Tensor input, Tensor? weights = null, long minlength = 0) => input.bincount(weights, minlength);
}

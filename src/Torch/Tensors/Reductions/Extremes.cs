using TorchSharp.Interop;

namespace TorchSharp;

// Greatest, least and middle elements and their places, norms, and truth of all or any.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The greatest element.</summary>
        public Tensor max() => Max.Call(this);
        /// <summary>The greater of both, elementwise.</summary>
        public Tensor max(Tensor other) => maximum(other);
        /// <summary>The greatest elements along a dimension and where they are.</summary>
        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) => MaxDim.Call2(this, Dimension(dim, ndim), keepdim);
        /// <summary>The least element.</summary>
        public Tensor min() => Min.Call(this);
        /// <summary>The lesser of both, elementwise.</summary>
        public Tensor min(Tensor other) => minimum(other);
        /// <summary>The least elements along a dimension and where they are.</summary>
        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false) => MinDim.Call2(this, Dimension(dim, ndim), keepdim);
        /// <summary>The greatest elements over dimensions; over all of them when none is given.</summary>
        /// <param name="out">Where to put the result; null for a new tensor.</param>
        public Tensor amax(ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) => Over(Amax, AmaxOut, dims, keepdim, @out);
        /// <inheritdoc cref="amax(ReadOnlySpan{long}, bool, Tensor?)"/>
        public Tensor amax(long[] dims, bool keepdim = false, Tensor? @out = null) => amax(dims.AsSpan(), keepdim, @out);
        /// <inheritdoc cref="amax(ReadOnlySpan{long}, bool, Tensor?)"/>
        public Tensor amax(params long[] dims) => amax(dims.AsSpan());
        /// <summary>The least elements over dimensions; over all of them when none is given.</summary>
        /// <param name="out">Where to put the result; null for a new tensor.</param>
        public Tensor amin(ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) => Over(Amin, AminOut, dims, keepdim, @out);
        /// <inheritdoc cref="amin(ReadOnlySpan{long}, bool, Tensor?)"/>
        public Tensor amin(long[] dims, bool keepdim = false, Tensor? @out = null) => amin(dims.AsSpan(), keepdim, @out);
        /// <inheritdoc cref="amin(ReadOnlySpan{long}, bool, Tensor?)"/>
        public Tensor amin(params long[] dims) => amin(dims.AsSpan());
        /// <summary>The least and the greatest elements, of all or along a dimension.</summary>
        public (Tensor min, Tensor max) aminmax(long? dim = null, bool keepdim = false) =>
            Aminmax.Call2(this, Dimension(dim), keepdim);
        /// <summary>Where in the flattened tensor the greatest element is.</summary>
        public Tensor argmax() => Argmax.Call(this);
        /// <summary>Where along a dimension the greatest elements are.</summary>
        public Tensor argmax(long dim, bool keepdim = false) => Argmax.Call(this, Dimension(dim, ndim), keepdim);
        /// <summary>Where in the flattened tensor the least element is.</summary>
        public Tensor argmin() => Argmin.Call(this);
        /// <summary>Where along a dimension the least elements are.</summary>
        public Tensor argmin(long dim, bool keepdim = false) => Argmin.Call(this, Dimension(dim, ndim), keepdim);
        /// <summary>Running maxima along a dimension and where they are.</summary>
        public (Tensor values, Tensor indexes) cummax(long dim) => Cummax.Call2(this, Dimension(dim, ndim));
        /// <summary>Running minima along a dimension and where they are.</summary>
        public (Tensor values, Tensor indexes) cummin(long dim) => Cummin.Call2(this, Dimension(dim, ndim));
        /// <summary>The median of all elements (the lower of two middle ones).</summary>
        public Tensor median() => Median.Call(this);
        /// <summary>The median of all elements that are numbers (the lower of two middle ones).</summary>
        public Tensor nanmedian() => Nanmedian.Call(this);
        /// <summary>The most frequent values along a dimension and where one of each is.</summary>
        public (Tensor values, Tensor indices) mode(long dim = -1L, bool keepdim = false) => Mode.Call2(this, Dimension(dim, ndim), keepdim);
        /// <summary>Quantiles by linear interpolation.</summary>
        /// <param name="q">Probabilities from 0 to 1, of this tensor's type.</param>
        /// <param name="dim">The dimension; −1 is the last.</param>
        /// <param name="keepdim">Whether the dimension stays, with size 1.</param>
        public Tensor quantile(Tensor q, long dim = -1, bool keepdim = false) => Quantile.Call(this, q, Dimension(dim, ndim), keepdim);
        /// <summary>Quantiles of what is a number, by linear interpolation.</summary>
        /// <inheritdoc cref="quantile(Tensor, long, bool)"/>
        public Tensor nanquantile(Tensor q, long dim = -1, bool keepdim = false) => Nanquantile.Call(this, q, Dimension(dim, ndim), keepdim);

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
        public Tensor norm(int dim, bool keepdim = false, float p = 2.0f) =>
            NormDim.Call(this, (double)p, new long[] { Dimension(dim, ndim) }, keepdim);
        /// <summary>The p-norm of this − other.</summary>
        public Tensor dist(Tensor other, float p = 2.0f) => Dist.Call(this, other, (double)p);
        /// <summary>With the parts at each place of a dimension scaled down to a p-norm of at most <paramref name="maxnorm"/>.</summary>
        public Tensor renorm(float p, long dim, float maxnorm) => Renorm.Call(this, (double)p, Dimension(dim, ndim), (double)maxnorm);

        private Tensor Over(Operator fresh, Operator into, ReadOnlySpan<long> dims, bool keepdim, Tensor? result) => result is null
            ? fresh.Call(this, Checked(dims, nameof(dims)), keepdim)
            : into.Call(this, Checked(dims, nameof(dims)), keepdim, result);

        private static readonly Operator Max = new("max"), MaxDim = new("max.dim"), Min = new("min"), MinDim = new("min.dim");
        private static readonly Operator Amax = new("amax"), AmaxOut = new("amax.out"), Amin = new("amin"), AminOut = new("amin.out");
        private static readonly Operator Aminmax = new("aminmax"), Argmax = new("argmax"), Argmin = new("argmin");
        private static readonly Operator Cummax = new("cummax"), Cummin = new("cummin"), Mode = new("mode");
        private static readonly Operator Median = new("median"), Nanmedian = new("nanmedian");
        private static readonly Operator Quantile = new("quantile"), Nanquantile = new("nanquantile");
        private static readonly Operator All = new("all"), AllDim = new("all.dim"), Any = new("any"), AnyDim = new("any.dim");
        private static readonly Operator Norm = new("norm.Scalar"), NormDim = new("norm.ScalarOpt_dim");
        private static readonly Operator Dist = new("dist"), Renorm = new("renorm");
    }

    /// <summary>The greatest element.</summary>
    public static Tensor max(Tensor input) => Given(input).max();
    /// <summary>The greater of both, elementwise.</summary>
    public static Tensor max(Tensor input, Tensor other) => Given(input).maximum(other);
    /// <summary>The greatest elements along a dimension and where they are.</summary>
    public static (Tensor values, Tensor indexes) max(Tensor input, long dim, bool keepdim = false) => Given(input).max(dim, keepdim);
    /// <summary>The least element.</summary>
    public static Tensor min(Tensor input) => Given(input).min();
    /// <summary>The lesser of both, elementwise.</summary>
    public static Tensor min(Tensor input, Tensor other) => Given(input).minimum(other);
    /// <summary>The least elements along a dimension and where they are.</summary>
    public static (Tensor values, Tensor indexes) min(Tensor input, long dim, bool keepdim = false) => Given(input).min(dim, keepdim);
    /// <summary>The greatest elements over dimensions; over all of them when none is given.</summary>
    public static Tensor amax(Tensor input, long[] dims, bool keepdim = false, Tensor? @out = null) => Given(input).amax(dims, keepdim, @out);
    /// <inheritdoc cref="amax(Tensor, long[], bool, Tensor?)"/>
    public static Tensor amax(Tensor input, ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) => Given(input).amax(dims, keepdim, @out);
    /// <inheritdoc cref="amax(Tensor, long[], bool, Tensor?)"/>
    public static Tensor amax(Tensor input, long[] dims) => Given(input).amax(dims);
    /// <summary>The least elements over dimensions; over all of them when none is given.</summary>
    public static Tensor amin(Tensor input, long[] dims, bool keepdim = false, Tensor? @out = null) => Given(input).amin(dims, keepdim, @out);
    /// <inheritdoc cref="amin(Tensor, long[], bool, Tensor?)"/>
    public static Tensor amin(Tensor input, ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) => Given(input).amin(dims, keepdim, @out);
    /// <summary>The least and the greatest elements, of all or along a dimension.</summary>
    public static (Tensor min, Tensor max) aminmax(Tensor input, long? dim = null, bool keepdim = false) => Given(input).aminmax(dim, keepdim);
    /// <summary>Where in the flattened tensor the greatest element is.</summary>
    public static Tensor argmax(Tensor input) => Given(input).argmax();
    /// <summary>Where along a dimension the greatest elements are.</summary>
    public static Tensor argmax(Tensor input, long dim, bool keepdim = false) => Given(input).argmax(dim, keepdim);
    /// <summary>Where in the flattened tensor the least element is.</summary>
    public static Tensor argmin(Tensor input) => Given(input).argmin();
    /// <summary>Where along a dimension the least elements are.</summary>
    public static Tensor argmin(Tensor input, long dim, bool keepdim = false) => Given(input).argmin(dim, keepdim);
    /// <summary>Running maxima along a dimension and where they are.</summary>
    public static (Tensor values, Tensor indices) cummax(Tensor input, long dim) => Given(input).cummax(dim);
    /// <summary>Running minima along a dimension and where they are.</summary>
    public static (Tensor values, Tensor indices) cummin(Tensor input, long dim) => Given(input).cummin(dim);
    /// <summary>The median of all elements (the lower of two middle ones).</summary>
    public static Tensor median(Tensor input) => Given(input).median();
    /// <summary>The median of all elements that are numbers (the lower of two middle ones).</summary>
    public static Tensor nanmedian(Tensor input) => Given(input).nanmedian();
    /// <summary>The most frequent values along a dimension and where one of each is.</summary>
    public static (Tensor values, Tensor indices) mode(Tensor input, long dim = -1L, bool keepdim = false) => Given(input).mode(dim, keepdim);
    /// <summary>Quantiles by linear interpolation.</summary>
    public static Tensor quantile(Tensor input, Tensor q, long dim = -1, bool keepdim = false) => Given(input).quantile(q, dim, keepdim);
    /// <summary>Quantiles of what is a number, by linear interpolation.</summary>
    public static Tensor nanquantile(Tensor input, Tensor q, long dim = -1, bool keepdim = false) => Given(input).nanquantile(q, dim, keepdim);
    /// <summary>Whether all elements are true.</summary>
    public static Tensor all(Tensor input) => Given(input).all();
    /// <summary>Whether all elements along a dimension are true.</summary>
    public static Tensor all(Tensor input, long dim, bool keepdim = false) => Given(input).all(dim, keepdim);
    /// <summary>Whether any element is true.</summary>
    public static Tensor any(Tensor input) => Given(input).any();
    /// <summary>Whether any element along a dimension is true.</summary>
    public static Tensor any(Tensor input, long dim, bool keepdim = false) => Given(input).any(dim, keepdim);
    /// <summary>The 2-norm of all elements.</summary>
    public static Tensor norm(Tensor input) => Given(input).norm();
    /// <summary>The p-norm of all elements.</summary>
    public static Tensor norm(Tensor input, float p = 2.0f) => Given(input).norm(p);
    /// <summary>The p-norm over one dimension.</summary>
    public static Tensor norm(Tensor input, int dimension, bool keepdim = false, float p = 2.0f) => Given(input).norm(dimension, keepdim, p);
    /// <summary>The p-norm of input − other.</summary>
    public static Tensor dist(Tensor input, Tensor other, float p = 2.0f) => Given(input).dist(other, p);
    /// <summary>With the parts at each place of a dimension scaled down to a p-norm of at most <paramref name="maxnorm"/>.</summary>
    public static Tensor renorm(Tensor input, float p, long dim, float maxnorm) => Given(input).renorm(p, dim, maxnorm);
}

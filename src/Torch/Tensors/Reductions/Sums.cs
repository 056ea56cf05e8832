using System.Runtime.CompilerServices;
using TorchSharp.Interop;

namespace TorchSharp;

// Sums, means, products and what accumulates along a dimension; negative dimensions count from the last.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The sum of all elements; integers and truth values add up as Int64.</summary>
        public Tensor sum(ScalarType? type = null) => Sum.Call(this, type);
        /// <summary>The sum over one dimension.</summary>
        [OverloadResolutionPriority(1)] // Else a literal 0 would mean ScalarType.Byte.
        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) => sum([dim], keepdim, type);
        /// <summary>The sum over two dimensions.</summary>
        public Tensor sum(long dim0, long dim1, bool keepdim = false, ScalarType? type = null) => sum([dim0, dim1], keepdim, type);
        /// <summary>The sum over three dimensions.</summary>
        public Tensor sum(long dim0, long dim1, long dim2, bool keepdim = false, ScalarType? type = null) => sum([dim0, dim1, dim2], keepdim, type);
        /// <summary>The sum over dimensions.</summary>
        public Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) =>
            SumDim.Call(this, Checked(dim), keepdim, type);
        /// <inheritdoc cref="sum(ReadOnlySpan{long}, bool, ScalarType?)"/>
        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) => sum(dim.AsSpan(), keepdim, type);
        /// <summary>The sum, NaN counting as 0.</summary>
        public Tensor nansum() => Nansum.Call(this);

        /// <summary>The mean of all elements.</summary>
        public Tensor mean() => Mean.Call(this, default(ScalarType?));
        /// <summary>The mean over dimensions.</summary>
        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) =>
            MeanDim.Call(this, Checked(dimensions, nameof(dimensions)), keepdim, type);
        /// <summary>The mean of all elements or over one dimension, without what is not a number.</summary>
        public Tensor nanmean(int? dim = null, bool keepdim = false, ScalarType? dtype = null) =>
            Nanmean.Call(this, dim is { } d ? new long[] { Dimension(d, ndim) } : null, keepdim, dtype);

        /// <summary>The product of all elements; integers and truth values multiply as Int64.</summary>
        public Tensor prod(ScalarType? type = null) => Prod.Call(this, type);
        /// <summary>The product over one dimension.</summary>
        [OverloadResolutionPriority(1)] // Else a literal 0 would mean ScalarType.Byte.
        public Tensor prod(long dim, bool keepdim = false, ScalarType? type = null) =>
            ProdDim.Call(this, Dimension(dim, ndim), keepdim, type);

        /// <summary>log Σ e^x over one dimension, without overflow.</summary>
        public Tensor logsumexp(long dim, bool keepdim = false) => Logsumexp.Call(this, new long[] { Dimension(dim, ndim) }, keepdim);
        /// <summary>Running sums along a dimension.</summary>
        public Tensor cumsum(long dim, ScalarType? type = null) => Cumsum.Call(this, Dimension(dim, ndim), type);
        /// <summary>Running products along a dimension.</summary>
        public Tensor cumprod(long dim, ScalarType? type = null) => Cumprod.Call(this, Dimension(dim, ndim), type);
        /// <summary>Running log Σ e^x along a dimension.</summary>
        public Tensor logcumsumexp(long dim) => Logcumsumexp.Call(this, Dimension(dim, ndim));
        /// <summary>How many elements are not zero, of all or over dimensions.</summary>
        public Tensor count_nonzero(long[]? dims = null) =>
            dims is null ? CountNonzero.Call(this) : CountNonzeroDim.Call(this, Checked(dims, nameof(dims)));
        /// <summary>The n-th differences of neighbours along a dimension, to which values can be joined before and after.</summary>
        public Tensor diff(long n = 1, long dim = -1, Tensor? prepend = null, Tensor? append = null) =>
            Diff.Call(this, AtLeast(n, 0), Dimension(dim, ndim), prepend, append);

        /// <summary>Dimensions as an array, each of them known to exist.</summary>
        private long[] Checked(ReadOnlySpan<long> dimensions, string name = "dim")
        {
            var count = ndim;
            foreach (var dim in dimensions)
                _ = Dimension(dim, count, name);
            return dimensions.ToArray();
        }

        private static readonly Operator Sum = new("sum"), SumDim = new("sum.dim_IntList"), Nansum = new("nansum");
        private static readonly Operator Mean = new("mean"), MeanDim = new("mean.dim"), Nanmean = new("nanmean");
        private static readonly Operator Prod = new("prod"), ProdDim = new("prod.dim_int"), Diff = new("diff");
        private static readonly Operator Logsumexp = new("logsumexp"), Logcumsumexp = new("logcumsumexp");
        private static readonly Operator Cumsum = new("cumsum"), Cumprod = new("cumprod");
        private static readonly Operator CountNonzero = new("count_nonzero"), CountNonzeroDim = new("count_nonzero.dim_IntList");
    }

    /// <summary>The sum of all elements; integers and truth values add up as Int64.</summary>
    public static Tensor sum(Tensor input, ScalarType? type = null) => Given(input).sum(type);
    /// <summary>The sum over one dimension.</summary>
    [OverloadResolutionPriority(1)] // Else a literal 0 would mean ScalarType.Byte.
    public static Tensor sum(Tensor input, long dim, bool keepdim = false, ScalarType? type = null) => Given(input).sum(dim, keepdim, type);
    /// <summary>The sum over dimensions.</summary>
    public static Tensor sum(Tensor input, ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) => Given(input).sum(dim, keepdim, type);
    /// <summary>The sum, NaN counting as 0.</summary>
    public static Tensor nansum(Tensor input) => Given(input).nansum();
    /// <summary>The mean of all elements.</summary>
    public static Tensor mean(Tensor input) => Given(input).mean();
    /// <summary>The mean over dimensions.</summary>
    public static Tensor mean(Tensor input, long[] dimensions, bool keepdim = false, ScalarType? type = null) =>
        Given(input).mean(dimensions, keepdim, type);
    /// <summary>The mean of all elements or over one dimension, without what is not a number.</summary>
    public static Tensor nanmean(Tensor input, int? dim = null, bool keepdim = false, ScalarType? dtype = null) =>
        Given(input).nanmean(dim, keepdim, dtype);
    /// <summary>The product of all elements; integers and truth values multiply as Int64.</summary>
    public static Tensor prod(Tensor input, ScalarType? type = null) => Given(input).prod(type);
    /// <summary>The product over one dimension.</summary>
    [OverloadResolutionPriority(1)] // Else a literal 0 would mean ScalarType.Byte.
    public static Tensor prod(Tensor input, long dim, bool keepdim = false, ScalarType? type = null) => Given(input).prod(dim, keepdim, type);
    /// <summary>log Σ e^x over one dimension, without overflow.</summary>
    public static Tensor logsumexp(Tensor input, long dim, bool keepdim = false) => Given(input).logsumexp(dim, keepdim);
    /// <summary>Running sums along a dimension.</summary>
    public static Tensor cumsum(Tensor input, long dim, ScalarType? type = null) => Given(input).cumsum(dim, type);
    /// <summary>Running products along a dimension.</summary>
    public static Tensor cumprod(Tensor input, long dim, ScalarType? dtype = null) => Given(input).cumprod(dim, dtype);
    /// <summary>Running log Σ e^x along a dimension.</summary>
    public static Tensor logcumsumexp(Tensor input, long dim) => Given(input).logcumsumexp(dim);
    /// <summary>How many elements are not zero, of all or over dimensions.</summary>
    public static Tensor count_nonzero(Tensor input, long[]? dims = null) => Given(input).count_nonzero(dims);
    /// <summary>The n-th differences of neighbours along a dimension, to which values can be joined before and after.</summary>
    public static Tensor diff(Tensor input, long n = 1, long dim = -1, Tensor? prepend = null, Tensor? append = null) =>
        Given(input).diff(n, dim, prepend, append);
}

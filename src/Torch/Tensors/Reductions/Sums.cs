using System.Runtime.CompilerServices;
using TorchSharp.Interop;

namespace TorchSharp;

// Sums, means, spreads and products over all elements or over dimensions; negative dimensions count from the last.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The sum of all elements; integers and truth values add up as Int64.</summary>
        public Tensor sum(ScalarType? type = null) => Sum.Call(this, type);
        /// <summary>The sum over one dimension.</summary>
        [OverloadResolutionPriority(1)] // Else a literal 0 would mean ScalarType.Byte.
        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) => sum([dim], keepdim, type);
        /// <summary>The sum over dimensions.</summary>
        public Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) =>
            SumDim.Call(this, Checked(dim), keepdim, type);
        /// <inheritdoc cref="sum(ReadOnlySpan{long}, bool, ScalarType?)"/>
        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) => sum(dim.AsSpan(), keepdim, type);

        /// <summary>The mean of all elements.</summary>
        public Tensor mean() => Mean.Call(this, default(ScalarType?));
        /// <summary>The mean over dimensions.</summary>
        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) =>
            MeanDim.Call(this, Checked(dimensions), keepdim, type);
        /// <inheritdoc cref="mean(long[], bool, ScalarType?)"/>
        public Tensor mean(long dim, bool keepdim = false, ScalarType? type = null) => mean([dim], keepdim, type);

        /// <summary>The standard deviation of all elements; unbiased divides by n − 1.</summary>
        public Tensor std(bool unbiased = true) => Std.Call(this, unbiased);
        /// <summary>The standard deviation over dimensions; unbiased divides by n − 1.</summary>
        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Typed(StdDim.Call(this, Checked(dimensions), unbiased, keepdim), type);
        /// <inheritdoc cref="std(long[], bool, bool, ScalarType?)"/>
        public Tensor std(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std([dim], unbiased, keepdim, type);
        /// <summary>The variance of all elements; unbiased divides by n − 1.</summary>
        public Tensor var(bool unbiased = true) => Var.Call(this, unbiased);
        /// <summary>The variance over dimensions; unbiased divides by n − 1.</summary>
        public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Typed(VarDim.Call(this, Checked(dimensions), unbiased, keepdim), type);
        /// <inheritdoc cref="var(long[], bool, bool, ScalarType?)"/>
        public Tensor var(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var([dim], unbiased, keepdim, type);
        /// <summary>Standard deviation and mean of all elements.</summary>
        public (Tensor std, Tensor mean) std_mean(bool unbiased = true) => StdMean.Call2(this, unbiased);
        /// <summary>Standard deviation and mean over dimensions.</summary>
        public (Tensor std, Tensor mean) std_mean(long[] dimensions, bool unbiased = true, bool keepdim = false) =>
            StdMeanDim.Call2(this, Checked(dimensions), unbiased, keepdim);
        /// <summary>Variance and mean of all elements.</summary>
        public (Tensor var, Tensor mean) var_mean(bool unbiased = true) => VarMean.Call2(this, unbiased);
        /// <summary>Variance and mean over dimensions.</summary>
        public (Tensor var, Tensor mean) var_mean(long[] dimensions, bool unbiased = true, bool keepdim = false) =>
            VarMeanDim.Call2(this, Checked(dimensions), unbiased, keepdim);

        /// <summary>The product of all elements.</summary>
        public Tensor prod(ScalarType? type = null) => Prod.Call(this, type);
        /// <summary>The product over one dimension.</summary>
        [OverloadResolutionPriority(1)] // Else a literal 0 would mean ScalarType.Byte.
        public Tensor prod(long dim, bool keepdim = false, ScalarType? type = null) =>
            ProdDim.Call(this, Dimension(dim, ndim), keepdim, type);

        /// <summary>log Σ e^x over one dimension, without overflow.</summary>
        public Tensor logsumexp(long dim, bool keepdim = false) => logsumexp([dim], keepdim);
        /// <summary>log Σ e^x over dimensions, without overflow.</summary>
        public Tensor logsumexp(long[] dim, bool keepdim = false) => Logsumexp.Call(this, Checked(dim), keepdim);
        /// <summary>Running sums along a dimension.</summary>
        public Tensor cumsum(long dim, ScalarType? type = null) => Cumsum.Call(this, Dimension(dim, ndim), type);
        /// <summary>Running products along a dimension.</summary>
        public Tensor cumprod(long dim, ScalarType? type = null) => Cumprod.Call(this, Dimension(dim, ndim), type);
        /// <summary>Running log Σ e^x along a dimension.</summary>
        public Tensor logcumsumexp(long dim) => Logcumsumexp.Call(this, Dimension(dim, ndim));
        /// <summary>How many elements are not zero.</summary>
        public Tensor count_nonzero(long[]? dims = null) =>
            dims is null ? CountNonzero.Call(this) : CountNonzeroDim.Call(this, Checked(dims));
        /// <summary>The sum, NaN counting as 0.</summary>
        public Tensor nansum() => Nansum.Call(this);

        /// <summary>Dimensions as an array, each of them known to exist.</summary>
        private long[] Checked(ReadOnlySpan<long> dimensions, string name = "dim")
        {
            var count = ndim;
            foreach (var dim in dimensions)
                _ = Dimension(dim, count, name);
            return dimensions.ToArray();
        }

        private static Tensor Typed(Tensor tensor, ScalarType? type)
        {
            if (type is null)
                return tensor;
            using (tensor)
                return tensor.to_type(type.Value);
        }

        private static readonly Operator Sum = new("sum"), SumDim = new("sum.dim_IntList"), Nansum = new("nansum");
        private static readonly Operator Mean = new("mean"), MeanDim = new("mean.dim");
        private static readonly Operator Std = new("std"), StdDim = new("std.dim"), Var = new("var"), VarDim = new("var.dim");
        private static readonly Operator StdMean = new("std_mean"), StdMeanDim = new("std_mean.dim");
        private static readonly Operator VarMean = new("var_mean"), VarMeanDim = new("var_mean.dim");
        private static readonly Operator Prod = new("prod"), ProdDim = new("prod.dim_int");
        private static readonly Operator Logsumexp = new("logsumexp"), Logcumsumexp = new("logcumsumexp");
        private static readonly Operator Cumsum = new("cumsum"), Cumprod = new("cumprod");
        private static readonly Operator CountNonzero = new("count_nonzero"), CountNonzeroDim = new("count_nonzero.dim_IntList");
    }

    /// <summary>The sum of all elements; integers and truth values add up as Int64.</summary>
    public static Tensor sum(Tensor input, ScalarType? type = null) => input.sum(type);
    /// <summary>The sum over one dimension.</summary>
    [OverloadResolutionPriority(1)] // Else a literal 0 would mean ScalarType.Byte.
    public static Tensor sum(Tensor input, long dim, bool keepdim = false, ScalarType? type = null) => input.sum(dim, keepdim, type);
    /// <summary>The sum over dimensions.</summary>
    public static Tensor sum(Tensor input, long[] dim, bool keepdim = false, ScalarType? type = null) =>
        input.sum(dim.AsSpan(), keepdim, type);
    /// <summary>The mean of all elements.</summary>
    public static Tensor mean(Tensor input) => input.mean();
    /// <summary>The mean over dimensions.</summary>
    public static Tensor mean(Tensor input, long[] dimensions, bool keepdim = false, ScalarType? type = null) =>
        input.mean(dimensions, keepdim, type);
    /// <summary>The standard deviation of all elements; unbiased divides by n − 1.</summary>
    public static Tensor std(Tensor input, bool unbiased = true) => input.std(unbiased);
    /// <summary>The standard deviation over dimensions; unbiased divides by n − 1.</summary>
    public static Tensor std(Tensor input, long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        input.std(dimensions, unbiased, keepdim, type);
    /// <inheritdoc cref="std(Tensor, long[], bool, bool, ScalarType?)"/>
    public static Tensor std(Tensor input, long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        input.std(dim, unbiased, keepdim, type);
    /// <summary>The variance of all elements; unbiased divides by n − 1.</summary>
    public static Tensor var(Tensor input, bool unbiased = true) => input.var(unbiased);
    /// <summary>The variance over dimensions; unbiased divides by n − 1.</summary>
    public static Tensor var(Tensor input, long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        input.var(dimensions, unbiased, keepdim, type);
    /// <inheritdoc cref="var(Tensor, long[], bool, bool, ScalarType?)"/>
    public static Tensor var(Tensor input, long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        input.var(dim, unbiased, keepdim, type);
    /// <summary>Standard deviation and mean of all elements.</summary>
    public static (Tensor std, Tensor mean) std_mean(Tensor input, bool unbiased = true) => input.std_mean(unbiased);
    /// <summary>Variance and mean of all elements.</summary>
    public static (Tensor var, Tensor mean) var_mean(Tensor input, bool unbiased = true) => input.var_mean(unbiased);
    /// <summary>The product of all elements.</summary>
    public static Tensor prod(Tensor input, ScalarType? dtype = null) => input.prod(dtype);
    /// <summary>The product over one dimension.</summary>
    [OverloadResolutionPriority(1)] // Else a literal 0 would mean ScalarType.Byte.
    public static Tensor prod(Tensor input, long dim, bool keepdim = false, ScalarType? dtype = null) => input.prod(dim, keepdim, dtype);
    /// <summary>log Σ e^x over one dimension, without overflow.</summary>
    public static Tensor logsumexp(Tensor input, long dim, bool keepdim = false) => input.logsumexp(dim, keepdim);
    /// <summary>Running sums along a dimension.</summary>
    public static Tensor cumsum(Tensor input, long dim, ScalarType? type = null) => input.cumsum(dim, type);
    /// <summary>Running products along a dimension.</summary>
    public static Tensor cumprod(Tensor input, long dim, ScalarType? type = null) => input.cumprod(dim, type);
    /// <summary>How many elements are not zero.</summary>
    public static Tensor count_nonzero(Tensor input, long[]? dims = null) => input.count_nonzero(dims);
}

using TorchSharp.Interop;

namespace TorchSharp;

// Standard deviations and variances, of all elements or over dimensions.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The standard deviation of all elements; unbiased divides by n − 1.</summary>
        public Tensor std(bool unbiased = true) => Std.Call(this, unbiased);
        /// <summary>The standard deviation over dimensions; unbiased divides by n − 1.</summary>
        public Tensor std(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Typed(StdDim.Call(this, Checked(dimensions, nameof(dimensions)), unbiased, keepdim), type);
        /// <inheritdoc cref="std(ReadOnlySpan{long}, bool, bool, ScalarType?)"/>
        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std(dimensions.AsSpan(), unbiased, keepdim, type);
        /// <inheritdoc cref="std(ReadOnlySpan{long}, bool, bool, ScalarType?)"/>
        public Tensor std(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std([dim], unbiased, keepdim, type);
        /// <inheritdoc cref="std(ReadOnlySpan{long}, bool, bool, ScalarType?)"/>
        public Tensor std((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std([dim.Item1, dim.Item2], unbiased, keepdim, type);
        /// <inheritdoc cref="std(ReadOnlySpan{long}, bool, bool, ScalarType?)"/>
        public Tensor std((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std([dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type);
        /// <summary>The variance of all elements; unbiased divides by n − 1.</summary>
        public Tensor var(bool unbiased = true) => Var.Call(this, unbiased);
        /// <summary>The variance over dimensions; unbiased divides by n − 1.</summary>
        public Tensor var(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Typed(VarDim.Call(this, Checked(dimensions, nameof(dimensions)), unbiased, keepdim), type);
        /// <inheritdoc cref="var(ReadOnlySpan{long}, bool, bool, ScalarType?)"/>
        public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var(dimensions.AsSpan(), unbiased, keepdim, type);
        /// <inheritdoc cref="var(ReadOnlySpan{long}, bool, bool, ScalarType?)"/>
        public Tensor var(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var([dim], unbiased, keepdim, type);
        /// <inheritdoc cref="var(ReadOnlySpan{long}, bool, bool, ScalarType?)"/>
        public Tensor var((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var([dim.Item1, dim.Item2], unbiased, keepdim, type);
        /// <inheritdoc cref="var(ReadOnlySpan{long}, bool, bool, ScalarType?)"/>
        public Tensor var((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var([dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type);
        /// <summary>Standard deviation and mean of all elements.</summary>
        public (Tensor std, Tensor mean) std_mean(bool unbiased = true) => StdMean.Call2(this, unbiased);
        /// <summary>Standard deviation and mean over dimensions.</summary>
        public (Tensor std, Tensor mean) std_mean(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null)
        {
            var (spread, mean) = StdMeanDim.Call2(this, Checked(dimensions, nameof(dimensions)), unbiased, keepdim);
            return (Typed(spread, type), Typed(mean, type));
        }

        /// <inheritdoc cref="std_mean(ReadOnlySpan{long}, bool, bool, ScalarType?)"/>
        public (Tensor std, Tensor mean) std_mean(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std_mean(dimensions.AsSpan(), unbiased, keepdim, type);
        /// <inheritdoc cref="std_mean(ReadOnlySpan{long}, bool, bool, ScalarType?)"/>
        public (Tensor std, Tensor mean) std_mean(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std_mean([dim], unbiased, keepdim, type);
        /// <inheritdoc cref="std_mean(ReadOnlySpan{long}, bool, bool, ScalarType?)"/>
        public (Tensor std, Tensor mean) std_mean((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std_mean([dim.Item1, dim.Item2], unbiased, keepdim, type);
        /// <inheritdoc cref="std_mean(ReadOnlySpan{long}, bool, bool, ScalarType?)"/>
        public (Tensor std, Tensor mean) std_mean((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std_mean([dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type);
        /// <summary>Variance and mean of all elements.</summary>
        public (Tensor var, Tensor mean) var_mean(bool unbiased = true) => VarMean.Call2(this, unbiased);
        /// <summary>Variance and mean over dimensions.</summary>
        public (Tensor var, Tensor mean) var_mean(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null)
        {
            var (spread, mean) = VarMeanDim.Call2(this, Checked(dimensions, nameof(dimensions)), unbiased, keepdim);
            return (Typed(spread, type), Typed(mean, type));
        }

        /// <inheritdoc cref="var_mean(ReadOnlySpan{long}, bool, bool, ScalarType?)"/>
        public (Tensor var, Tensor mean) var_mean(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var_mean(dimensions.AsSpan(), unbiased, keepdim, type);
        /// <inheritdoc cref="var_mean(ReadOnlySpan{long}, bool, bool, ScalarType?)"/>
        public (Tensor var, Tensor mean) var_mean(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var_mean([dim], unbiased, keepdim, type);
        /// <inheritdoc cref="var_mean(ReadOnlySpan{long}, bool, bool, ScalarType?)"/>
        public (Tensor var, Tensor mean) var_mean((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var_mean([dim.Item1, dim.Item2], unbiased, keepdim, type);
        /// <inheritdoc cref="var_mean(ReadOnlySpan{long}, bool, bool, ScalarType?)"/>
        public (Tensor var, Tensor mean) var_mean((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var_mean([dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type);

        private static Tensor Typed(Tensor tensor, ScalarType? type)
        {
            if (type is null)
                return tensor;
            using (tensor)
                return tensor.to_type(type.Value);
        }

        private static readonly Operator Std = new("std"), StdDim = new("std.dim"), Var = new("var"), VarDim = new("var.dim");
        private static readonly Operator StdMean = new("std_mean"), StdMeanDim = new("std_mean.dim");
        private static readonly Operator VarMean = new("var_mean"), VarMeanDim = new("var_mean.dim");
    }

    /// <summary>The standard deviation of all elements; unbiased divides by n − 1.</summary>
    public static Tensor std(Tensor input, bool unbiased = true) => Given(input).std(unbiased);
    /// <summary>The standard deviation over dimensions; unbiased divides by n − 1.</summary>
    public static Tensor std(Tensor input, long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        Given(input).std(dimensions, unbiased, keepdim, type);
    /// <inheritdoc cref="std(Tensor, long[], bool, bool, ScalarType?)"/>
    public static Tensor std(Tensor input, long dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        Given(input).std(dimensions, unbiased, keepdim, type);
    /// <inheritdoc cref="std(Tensor, long[], bool, bool, ScalarType?)"/>
    public static Tensor std(Tensor input, (long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        Given(input).std(dimensions, unbiased, keepdim, type);
    /// <inheritdoc cref="std(Tensor, long[], bool, bool, ScalarType?)"/>
    public static Tensor std(Tensor input, (long, long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        Given(input).std(dimensions, unbiased, keepdim, type);
    /// <summary>The variance of all elements; unbiased divides by n − 1.</summary>
    public static Tensor var(Tensor input, bool unbiased = true) => Given(input).var(unbiased);
    /// <summary>The variance over dimensions; unbiased divides by n − 1.</summary>
    public static Tensor var(Tensor input, long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        Given(input).var(dimensions, unbiased, keepdim, type);
    /// <inheritdoc cref="var(Tensor, long[], bool, bool, ScalarType?)"/>
    public static Tensor var(Tensor input, long dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        Given(input).var(dimensions, unbiased, keepdim, type);
    /// <inheritdoc cref="var(Tensor, long[], bool, bool, ScalarType?)"/>
    public static Tensor var(Tensor input, (long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        Given(input).var(dimensions, unbiased, keepdim, type);
    /// <inheritdoc cref="var(Tensor, long[], bool, bool, ScalarType?)"/>
    public static Tensor var(Tensor input, (long, long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        Given(input).var(dimensions, unbiased, keepdim, type);
    /// <summary>Standard deviation and mean of all elements.</summary>
    public static (Tensor std, Tensor mean) std_mean(Tensor input, bool unbiased = true) => Given(input).std_mean(unbiased);
    /// <summary>Standard deviation and mean over dimensions.</summary>
    public static (Tensor std, Tensor mean) std_mean(
        Tensor input, ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        Given(input).std_mean(dimensions, unbiased, keepdim, type);
    /// <inheritdoc cref="std_mean(Tensor, ReadOnlySpan{long}, bool, bool, ScalarType?)"/>
    public static (Tensor std, Tensor mean) std_mean(Tensor input, long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        Given(input).std_mean(dimensions, unbiased, keepdim, type);
    /// <inheritdoc cref="std_mean(Tensor, ReadOnlySpan{long}, bool, bool, ScalarType?)"/>
    public static (Tensor std, Tensor mean) std_mean(Tensor input, long dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        Given(input).std_mean(dimensions, unbiased, keepdim, type);
    /// <inheritdoc cref="std_mean(Tensor, ReadOnlySpan{long}, bool, bool, ScalarType?)"/>
    public static (Tensor std, Tensor mean) std_mean(Tensor input, (long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        Given(input).std_mean(dimensions, unbiased, keepdim, type);
    /// <inheritdoc cref="std_mean(Tensor, ReadOnlySpan{long}, bool, bool, ScalarType?)"/>
    public static (Tensor std, Tensor mean) std_mean(Tensor input, (long, long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        Given(input).std_mean(dimensions, unbiased, keepdim, type);
    /// <summary>Variance and mean of all elements.</summary>
    public static (Tensor var, Tensor mean) var_mean(Tensor input, bool unbiased = true) => Given(input).var_mean(unbiased);
    /// <summary>Variance and mean over dimensions.</summary>
    public static (Tensor var, Tensor mean) var_mean(
        Tensor input, ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        Given(input).var_mean(dimensions, unbiased, keepdim, type);
    /// <inheritdoc cref="var_mean(Tensor, ReadOnlySpan{long}, bool, bool, ScalarType?)"/>
    public static (Tensor var, Tensor mean) var_mean(Tensor input, long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        Given(input).var_mean(dimensions, unbiased, keepdim, type);
    /// <inheritdoc cref="var_mean(Tensor, ReadOnlySpan{long}, bool, bool, ScalarType?)"/>
    public static (Tensor var, Tensor mean) var_mean(Tensor input, long dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        Given(input).var_mean(dimensions, unbiased, keepdim, type);
    /// <inheritdoc cref="var_mean(Tensor, ReadOnlySpan{long}, bool, bool, ScalarType?)"/>
    public static (Tensor var, Tensor mean) var_mean(Tensor input, (long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        Given(input).var_mean(dimensions, unbiased, keepdim, type);
    /// <inheritdoc cref="var_mean(Tensor, ReadOnlySpan{long}, bool, bool, ScalarType?)"/>
    public static (Tensor var, Tensor mean) var_mean(Tensor input, (long, long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        Given(input).var_mean(dimensions, unbiased, keepdim, type);
}

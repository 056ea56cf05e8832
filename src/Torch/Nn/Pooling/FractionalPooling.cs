using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>
    /// The greatest elements of windows placed at random so that the result has a given size, or ratio of sizes (Graham 2014): [N, C, H, W].
    /// </summary>
    public sealed class FractionalMaxPool2d : nn.Module<Tensor, Tensor>
    {
        internal FractionalMaxPool2d(long[] kernel, long[]? size, double[]? ratio) : base(nameof(FractionalMaxPool2d))
        {
            kernel_size = Expect.Sizes(kernel, 2, 1, nameof(kernel_size));
            if (size is null == ratio is null)
                throw Expect.Fault("Give either output_size or output_ratio.", nameof(output_size));
            output_size = size is null ? null : Expect.Sizes(size, 2, 1, nameof(output_size));
            output_ratio = ratio is null || ratio.Length == 2 && ratio.All(r => r is > 0 and < 1)
                ? ratio
                : throw Expect.Fault($"2 ratios between 0 and 1 are needed, not [{string.Join(", ", ratio)}].", nameof(output_ratio));
        }

        /// <summary>The size of the window.</summary>
        public long[] kernel_size { get; set; }
        /// <summary>The size of the result, or null.</summary>
        public long[]? output_size { get; set; }
        /// <summary>The size of the result in parts of the input's, or null.</summary>
        public double[]? output_ratio { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.fractional_max_pool2d(input, kernel_size, output_size, output_ratio);

        /// <summary>The greatest elements, and where they were.</summary>
        public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) =>
            nn.functional.fractional_max_pool2d_with_indices(input, kernel_size, output_size, output_ratio);
    }

    /// <summary>
    /// The greatest elements of windows placed at random so that the result has a given size, or ratio of sizes (Graham 2014): [N, C, D, H, W].
    /// </summary>
    public sealed class FractionalMaxPool3d : nn.Module<Tensor, Tensor>
    {
        internal FractionalMaxPool3d(long[] kernel, long[]? size, double[]? ratio) : base(nameof(FractionalMaxPool3d))
        {
            kernel_size = Expect.Sizes(kernel, 3, 1, nameof(kernel_size));
            if (size is null == ratio is null)
                throw Expect.Fault("Give either output_size or output_ratio.", nameof(output_size));
            output_size = size is null ? null : Expect.Sizes(size, 3, 1, nameof(output_size));
            output_ratio = ratio is null || ratio.Length == 3 && ratio.All(r => r is > 0 and < 1)
                ? ratio
                : throw Expect.Fault($"3 ratios between 0 and 1 are needed, not [{string.Join(", ", ratio)}].", nameof(output_ratio));
        }

        /// <summary>The size of the window.</summary>
        public long[] kernel_size { get; set; }
        /// <summary>The size of the result, or null.</summary>
        public long[]? output_size { get; set; }
        /// <summary>The size of the result in parts of the input's, or null.</summary>
        public double[]? output_ratio { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.fractional_max_pool3d(input, kernel_size, output_size, output_ratio);

        /// <summary>The greatest elements, and where they were.</summary>
        public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) =>
            nn.functional.fractional_max_pool3d_with_indices(input, kernel_size, output_size, output_ratio);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>The greatest elements of windows placed at random; give the size of the result or its ratio to the input's.</summary>
            public static FractionalMaxPool2d FractionalMaxPool2d(long kernel_size, long? output_size = null, double? output_ratio = null) =>
                new([kernel_size, kernel_size], Twice(output_size), output_ratio is { } r ? [r, r] : null);

            /// <inheritdoc cref="FractionalMaxPool2d(long, long?, double?)"/>
            public static FractionalMaxPool2d FractionalMaxPool2d(
                (long, long) kernel_size, (long, long)? output_size = null, (double, double)? output_ratio = null) =>
                new([kernel_size.Item1, kernel_size.Item2], Both(output_size), output_ratio is { } r ? [r.Item1, r.Item2] : null);

            /// <inheritdoc cref="FractionalMaxPool2d(long, long?, double?)"/>
            public static FractionalMaxPool2d FractionalMaxPool2d(long[] kernel_size, long[]? output_size = null, double[]? output_ratio = null) =>
                new(kernel_size, output_size, output_ratio);

            /// <summary>The greatest elements of windows placed at random; give the size of the result or its ratio to the input's.</summary>
            public static FractionalMaxPool3d FractionalMaxPool3d(long kernel_size, long? output_size = null, double? output_ratio = null) =>
                new([kernel_size, kernel_size, kernel_size], Thrice(output_size), output_ratio is { } r ? [r, r, r] : null);

            /// <inheritdoc cref="FractionalMaxPool3d(long, long?, double?)"/>
            public static FractionalMaxPool3d FractionalMaxPool3d(
                (long, long, long) kernel_size, (long, long, long)? output_size = null, (double, double, double)? output_ratio = null) =>
                new([kernel_size.Item1, kernel_size.Item2, kernel_size.Item3], All(output_size), output_ratio is { } r ? [r.Item1, r.Item2, r.Item3] : null);

            /// <inheritdoc cref="FractionalMaxPool3d(long, long?, double?)"/>
            public static FractionalMaxPool3d FractionalMaxPool3d(long[] kernel_size, long[]? output_size = null, double[]? output_ratio = null) =>
                new(kernel_size, output_size, output_ratio);
        }
    }
}

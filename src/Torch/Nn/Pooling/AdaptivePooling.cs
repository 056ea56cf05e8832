using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The means of windows chosen so that the result has a given size: [N, C, L], or the same without N.</summary>
    public sealed class AdaptiveAvgPool1d : nn.Module<Tensor, Tensor>
    {
        internal AdaptiveAvgPool1d(long[] size) : base(nameof(AdaptiveAvgPool1d)) =>
            output_size = Expect.Sizes(size, 1, 0, nameof(output_size));

        /// <summary>The size of the result.</summary>
        public long[] output_size { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.adaptive_avg_pool1d(input, output_size[0]);
    }

    /// <summary>The means of windows chosen so that the result has a given size: [N, C, H, W], or the same without N.</summary>
    public sealed class AdaptiveAvgPool2d : nn.Module<Tensor, Tensor>
    {
        internal AdaptiveAvgPool2d(long[] size) : base(nameof(AdaptiveAvgPool2d)) =>
            output_size = Expect.Sizes(size, 2, 0, nameof(output_size));

        /// <summary>The size of the result.</summary>
        public long[] output_size { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.adaptive_avg_pool2d(input, output_size);
    }

    /// <summary>The means of windows chosen so that the result has a given size: [N, C, D, H, W], or the same without N.</summary>
    public sealed class AdaptiveAvgPool3d : nn.Module<Tensor, Tensor>
    {
        internal AdaptiveAvgPool3d(long[] size) : base(nameof(AdaptiveAvgPool3d)) =>
            output_size = Expect.Sizes(size, 3, 0, nameof(output_size));

        /// <summary>The size of the result.</summary>
        public long[] output_size { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.adaptive_avg_pool3d(input, output_size);
    }

    /// <summary>The greatest elements of windows chosen so that the result has a given size: [N, C, L], or the same without N.</summary>
    public sealed class AdaptiveMaxPool1d : nn.Module<Tensor, Tensor>
    {
        internal AdaptiveMaxPool1d(long[] size) : base(nameof(AdaptiveMaxPool1d)) =>
            output_size = Expect.Sizes(size, 1, 0, nameof(output_size));

        /// <summary>The size of the result.</summary>
        public long[] output_size { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.adaptive_max_pool1d(input, output_size[0]);

        /// <summary>The greatest elements, and where they were.</summary>
        public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) =>
            nn.functional.adaptive_max_pool1d_with_indices(input, output_size[0]);
    }

    /// <summary>The greatest elements of windows chosen so that the result has a given size: [N, C, H, W], or the same without N.</summary>
    public sealed class AdaptiveMaxPool2d : nn.Module<Tensor, Tensor>
    {
        internal AdaptiveMaxPool2d(long[] size) : base(nameof(AdaptiveMaxPool2d)) =>
            output_size = Expect.Sizes(size, 2, 0, nameof(output_size));

        /// <summary>The size of the result.</summary>
        public long[] output_size { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.adaptive_max_pool2d(input, output_size);

        /// <summary>The greatest elements, and where they were.</summary>
        public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) =>
            nn.functional.adaptive_max_pool2d_with_indices(input, output_size);
    }

    /// <summary>The greatest elements of windows chosen so that the result has a given size: [N, C, D, H, W], or the same without N.</summary>
    public sealed class AdaptiveMaxPool3d : nn.Module<Tensor, Tensor>
    {
        internal AdaptiveMaxPool3d(long[] size) : base(nameof(AdaptiveMaxPool3d)) =>
            output_size = Expect.Sizes(size, 3, 0, nameof(output_size));

        /// <summary>The size of the result.</summary>
        public long[] output_size { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.adaptive_max_pool3d(input, output_size);

        /// <summary>The greatest elements, and where they were.</summary>
        public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) =>
            nn.functional.adaptive_max_pool3d_with_indices(input, output_size);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>The means of windows chosen so that the result has a given size.</summary>
            public static AdaptiveAvgPool1d AdaptiveAvgPool1d(long output_size) => new([output_size]);

            /// <summary>The means of windows chosen so that the result has a given size.</summary>
            public static AdaptiveAvgPool2d AdaptiveAvgPool2d(long output_size) => new([output_size, output_size]);

            /// <inheritdoc cref="AdaptiveAvgPool2d(long)"/>
            public static AdaptiveAvgPool2d AdaptiveAvgPool2d((long, long) output_size) => new([output_size.Item1, output_size.Item2]);

            /// <inheritdoc cref="AdaptiveAvgPool2d(long)"/>
            public static AdaptiveAvgPool2d AdaptiveAvgPool2d(long[] output_size) => new(output_size);

            /// <summary>The means of windows chosen so that the result has a given size.</summary>
            public static AdaptiveAvgPool3d AdaptiveAvgPool3d(long output_size) => new([output_size, output_size, output_size]);

            /// <inheritdoc cref="AdaptiveAvgPool3d(long)"/>
            public static AdaptiveAvgPool3d AdaptiveAvgPool3d((long, long, long) output_size) => new([output_size.Item1, output_size.Item2, output_size.Item3]);

            /// <inheritdoc cref="AdaptiveAvgPool3d(long)"/>
            public static AdaptiveAvgPool3d AdaptiveAvgPool3d(long[] output_size) => new(output_size);

            /// <summary>The greatest elements of windows chosen so that the result has a given size.</summary>
            public static AdaptiveMaxPool1d AdaptiveMaxPool1d(long output_size) => new([output_size]);

            /// <summary>The greatest elements of windows chosen so that the result has a given size.</summary>
            public static AdaptiveMaxPool2d AdaptiveMaxPool2d(long output_size) => new([output_size, output_size]);

            /// <inheritdoc cref="AdaptiveMaxPool2d(long)"/>
            public static AdaptiveMaxPool2d AdaptiveMaxPool2d((long, long) output_size) => new([output_size.Item1, output_size.Item2]);

            /// <inheritdoc cref="AdaptiveMaxPool2d(long)"/>
            public static AdaptiveMaxPool2d AdaptiveMaxPool2d(long[] output_size) => new(output_size);

            /// <summary>The greatest elements of windows chosen so that the result has a given size.</summary>
            public static AdaptiveMaxPool3d AdaptiveMaxPool3d(long output_size) => new([output_size, output_size, output_size]);

            /// <inheritdoc cref="AdaptiveMaxPool3d(long)"/>
            public static AdaptiveMaxPool3d AdaptiveMaxPool3d((long, long, long) output_size) => new([output_size.Item1, output_size.Item2, output_size.Item3]);

            /// <inheritdoc cref="AdaptiveMaxPool3d(long)"/>
            public static AdaptiveMaxPool3d AdaptiveMaxPool3d(long[] output_size) => new(output_size);
        }
    }
}

using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The greatest element of each window: [N, C, L], or the same without N.</summary>
    public sealed class MaxPool1d : nn.Module<Tensor, Tensor>
    {
        internal MaxPool1d(long[] kernel, long[]? stride, long[]? padding, long[]? dilation, bool ceiling) : base(nameof(MaxPool1d))
        {
            kernel_size = Expect.Sizes(kernel, 1, 1, nameof(kernel_size));
            this.stride = Expect.Sizes(stride ?? kernel, 1, 1, nameof(stride));
            this.padding = Expect.Sizes(padding ?? new long[1], 1, 0, nameof(padding));
            this.dilation = Expect.Sizes(dilation ?? [1], 1, 1, nameof(dilation));
            ceil_mode = ceiling;
        }

        /// <summary>The size of the window.</summary>
        public long[] kernel_size { get; set; }
        /// <summary>How far the window moves.</summary>
        public long[] stride { get; set; }
        /// <summary>The width of the border of −∞.</summary>
        public long[] padding { get; set; }
        /// <summary>The distance of the window's places.</summary>
        public long[] dilation { get; set; }
        /// <summary>Whether a last window that exceeds the input counts.</summary>
        public bool ceil_mode { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.Max1d(input, kernel_size, stride, padding, dilation, ceil_mode);

        /// <summary>The greatest elements, and where they were.</summary>
        public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) =>
            nn.functional.MaxIndices1d(input, kernel_size, stride, padding, dilation, ceil_mode);
    }

    /// <summary>The greatest element of each window: [N, C, H, W], or the same without N.</summary>
    public sealed class MaxPool2d : nn.Module<Tensor, Tensor>
    {
        internal MaxPool2d(long[] kernel, long[]? stride, long[]? padding, long[]? dilation, bool ceiling) : base(nameof(MaxPool2d))
        {
            kernel_size = Expect.Sizes(kernel, 2, 1, nameof(kernel_size));
            this.stride = Expect.Sizes(stride ?? kernel, 2, 1, nameof(stride));
            this.padding = Expect.Sizes(padding ?? new long[2], 2, 0, nameof(padding));
            this.dilation = Expect.Sizes(dilation ?? [1, 1], 2, 1, nameof(dilation));
            ceil_mode = ceiling;
        }

        /// <summary>The size of the window.</summary>
        public long[] kernel_size { get; set; }
        /// <summary>How far the window moves.</summary>
        public long[] stride { get; set; }
        /// <summary>The width of the border of −∞.</summary>
        public long[] padding { get; set; }
        /// <summary>The distance of the window's places.</summary>
        public long[] dilation { get; set; }
        /// <summary>Whether a last window that exceeds the input counts.</summary>
        public bool ceil_mode { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.Max2d(input, kernel_size, stride, padding, dilation, ceil_mode);

        /// <summary>The greatest elements, and where they were.</summary>
        public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) =>
            nn.functional.MaxIndices2d(input, kernel_size, stride, padding, dilation, ceil_mode);
    }

    /// <summary>The greatest element of each window: [N, C, D, H, W], or the same without N.</summary>
    public sealed class MaxPool3d : nn.Module<Tensor, Tensor>
    {
        internal MaxPool3d(long[] kernel, long[]? stride, long[]? padding, long[]? dilation, bool ceiling) : base(nameof(MaxPool3d))
        {
            kernel_size = Expect.Sizes(kernel, 3, 1, nameof(kernel_size));
            this.stride = Expect.Sizes(stride ?? kernel, 3, 1, nameof(stride));
            this.padding = Expect.Sizes(padding ?? new long[3], 3, 0, nameof(padding));
            this.dilation = Expect.Sizes(dilation ?? [1, 1, 1], 3, 1, nameof(dilation));
            ceil_mode = ceiling;
        }

        /// <summary>The size of the window.</summary>
        public long[] kernel_size { get; set; }
        /// <summary>How far the window moves.</summary>
        public long[] stride { get; set; }
        /// <summary>The width of the border of −∞.</summary>
        public long[] padding { get; set; }
        /// <summary>The distance of the window's places.</summary>
        public long[] dilation { get; set; }
        /// <summary>Whether a last window that exceeds the input counts.</summary>
        public bool ceil_mode { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.Max3d(input, kernel_size, stride, padding, dilation, ceil_mode);

        /// <summary>The greatest elements, and where they were.</summary>
        public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) =>
            nn.functional.MaxIndices3d(input, kernel_size, stride, padding, dilation, ceil_mode);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>The greatest element of each window; the window moves by its own size unless a stride is given.</summary>
            public static MaxPool1d MaxPool1d(
                long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                new([kernel_size], One(stride), One(padding), One(dilation), ceil_mode);

            /// <summary>The greatest element of each window; the window moves by its own size unless a stride is given.</summary>
            public static MaxPool2d MaxPool2d(
                long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                new([kernel_size, kernel_size], Twice(stride), Twice(padding), Twice(dilation), ceil_mode);

            /// <inheritdoc cref="MaxPool2d(long, long?, long?, long?, bool)"/>
            public static MaxPool2d MaxPool2d(
                (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, (long, long)? dilation = null, bool ceil_mode = false) =>
                new([kernel_size.Item1, kernel_size.Item2], Both(stride), Both(padding), Both(dilation), ceil_mode);

            /// <inheritdoc cref="MaxPool2d(long, long?, long?, long?, bool)"/>
            public static MaxPool2d MaxPool2d(
                long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                new(kernel_size, stride, padding, dilation, ceil_mode);

            /// <summary>The greatest element of each window; the window moves by its own size unless a stride is given.</summary>
            public static MaxPool3d MaxPool3d(
                long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                new([kernel_size, kernel_size, kernel_size], Thrice(stride), Thrice(padding), Thrice(dilation), ceil_mode);

            /// <inheritdoc cref="MaxPool3d(long, long?, long?, long?, bool)"/>
            public static MaxPool3d MaxPool3d(
                (long, long, long) kernel_size, (long, long, long)? stride = null, (long, long, long)? padding = null, (long, long, long)? dilation = null, bool ceil_mode = false) =>
                new([kernel_size.Item1, kernel_size.Item2, kernel_size.Item3], All(stride), All(padding), All(dilation), ceil_mode);

            /// <inheritdoc cref="MaxPool3d(long, long?, long?, long?, bool)"/>
            public static MaxPool3d MaxPool3d(
                long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                new(kernel_size, stride, padding, dilation, ceil_mode);

            private static long[]? One(long? n) => n is { } v ? [v] : null;

            private static long[]? Twice(long? n) => n is { } v ? [v, v] : null;

            private static long[]? Thrice(long? n) => n is { } v ? [v, v, v] : null;

            private static long[]? Both((long, long)? pair) => pair is var (a, b) ? [a, b] : null;

            private static long[]? All((long, long, long)? triple) => triple is var (a, b, c) ? [a, b, c] : null;
        }
    }
}

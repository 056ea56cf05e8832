using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The mean of each window: [N, C, L], or the same without N.</summary>
    public sealed class AvgPool1d : nn.Module<Tensor, Tensor>
    {
        internal AvgPool1d(long[] kernel, long[]? stride, long[]? padding, bool ceiling, bool countPadding) : base(nameof(AvgPool1d))
        {
            kernel_size = Expect.Sizes(kernel, 1, 1, nameof(kernel_size));
            this.stride = Expect.Sizes(stride ?? kernel, 1, 1, nameof(stride));
            this.padding = Expect.Sizes(padding ?? new long[1], 1, 0, nameof(padding));
            (ceil_mode, count_include_pad) = (ceiling, countPadding);
        }

        /// <summary>The size of the window.</summary>
        public long[] kernel_size { get; set; }
        /// <summary>How far the window moves.</summary>
        public long[] stride { get; set; }
        /// <summary>The width of the border of zeros.</summary>
        public long[] padding { get; set; }
        /// <summary>Whether a last window that exceeds the input counts.</summary>
        public bool ceil_mode { get; set; }
        /// <summary>Whether the border's zeros enter the mean.</summary>
        public bool count_include_pad { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) =>
            nn.functional.Mean1d(input, kernel_size, stride, padding, ceil_mode, count_include_pad);
    }

    /// <summary>The mean of each window: [N, C, H, W], or the same without N.</summary>
    public sealed class AvgPool2d : nn.Module<Tensor, Tensor>
    {
        internal AvgPool2d(long[] kernel, long[]? stride, long[]? padding, bool ceiling, bool countPadding, long? divisor) : base(nameof(AvgPool2d))
        {
            kernel_size = Expect.Sizes(kernel, 2, 1, nameof(kernel_size));
            this.stride = Expect.Sizes(stride ?? kernel, 2, 1, nameof(stride));
            this.padding = Expect.Sizes(padding ?? new long[2], 2, 0, nameof(padding));
            (ceil_mode, count_include_pad) = (ceiling, countPadding);
            divisor_override = divisor;
        }

        /// <summary>The size of the window.</summary>
        public long[] kernel_size { get; set; }
        /// <summary>How far the window moves.</summary>
        public long[] stride { get; set; }
        /// <summary>The width of the border of zeros.</summary>
        public long[] padding { get; set; }
        /// <summary>Whether a last window that exceeds the input counts.</summary>
        public bool ceil_mode { get; set; }
        /// <summary>Whether the border's zeros enter the mean.</summary>
        public bool count_include_pad { get; set; }
        /// <summary>What to divide sums by in place of the window's size, or null.</summary>
        public long? divisor_override { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) =>
            nn.functional.Mean2d(input, kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);
    }

    /// <summary>The mean of each window: [N, C, D, H, W], or the same without N.</summary>
    public sealed class AvgPool3d : nn.Module<Tensor, Tensor>
    {
        internal AvgPool3d(long[] kernel, long[]? stride, long[]? padding, bool ceiling, bool countPadding, long? divisor) : base(nameof(AvgPool3d))
        {
            kernel_size = Expect.Sizes(kernel, 3, 1, nameof(kernel_size));
            this.stride = Expect.Sizes(stride ?? kernel, 3, 1, nameof(stride));
            this.padding = Expect.Sizes(padding ?? new long[3], 3, 0, nameof(padding));
            (ceil_mode, count_include_pad) = (ceiling, countPadding);
            divisor_override = divisor;
        }

        /// <summary>The size of the window.</summary>
        public long[] kernel_size { get; set; }
        /// <summary>How far the window moves.</summary>
        public long[] stride { get; set; }
        /// <summary>The width of the border of zeros.</summary>
        public long[] padding { get; set; }
        /// <summary>Whether a last window that exceeds the input counts.</summary>
        public bool ceil_mode { get; set; }
        /// <summary>Whether the border's zeros enter the mean.</summary>
        public bool count_include_pad { get; set; }
        /// <summary>What to divide sums by in place of the window's size, or null.</summary>
        public long? divisor_override { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) =>
            nn.functional.Mean3d(input, kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>The mean of each window; the window moves by its own size unless a stride is given.</summary>
            public static AvgPool1d AvgPool1d(
                long kernel_size, long? stride = null, long padding = 0, bool ceil_mode = false, bool count_include_pad = true) =>
                new([kernel_size], One(stride), [padding], ceil_mode, count_include_pad);

            /// <summary>The mean of each window; the window moves by its own size unless a stride is given.</summary>
            public static AvgPool2d AvgPool2d(
                long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false, bool count_include_pad = true,
                long? divisor_override = null) =>
                new([kernel_size, kernel_size], Twice(stride), Twice(padding), ceil_mode, count_include_pad, divisor_override);

            /// <inheritdoc cref="AvgPool2d(long, long?, long?, bool, bool, long?)"/>
            public static AvgPool2d AvgPool2d(
                (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, bool ceil_mode = false, bool count_include_pad = true,
                long? divisor_override = null) =>
                new([kernel_size.Item1, kernel_size.Item2], Both(stride), Both(padding), ceil_mode, count_include_pad, divisor_override);

            /// <inheritdoc cref="AvgPool2d(long, long?, long?, bool, bool, long?)"/>
            public static AvgPool2d AvgPool2d(
                long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false, bool count_include_pad = true,
                long? divisor_override = null) =>
                new(kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);

            /// <summary>The mean of each window; the window moves by its own size unless a stride is given.</summary>
            public static AvgPool3d AvgPool3d(
                long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false, bool count_include_pad = true,
                long? divisor_override = null) =>
                new([kernel_size, kernel_size, kernel_size], Thrice(stride), Thrice(padding), ceil_mode, count_include_pad, divisor_override);

            /// <inheritdoc cref="AvgPool3d(long, long?, long?, bool, bool, long?)"/>
            public static AvgPool3d AvgPool3d(
                (long, long, long) kernel_size, (long, long, long)? stride = null, (long, long, long)? padding = null, bool ceil_mode = false, bool count_include_pad = true,
                long? divisor_override = null) =>
                new([kernel_size.Item1, kernel_size.Item2, kernel_size.Item3], All(stride), All(padding), ceil_mode, count_include_pad, divisor_override);

            /// <inheritdoc cref="AvgPool3d(long, long?, long?, bool, bool, long?)"/>
            public static AvgPool3d AvgPool3d(
                long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false, bool count_include_pad = true,
                long? divisor_override = null) =>
                new(kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);
        }
    }
}

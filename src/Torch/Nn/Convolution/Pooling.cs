using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    /// <summary>How pictures are made larger.</summary>
    public enum UpsampleMode
    {
        /// <summary>The nearest element.</summary>
        Nearest = 0,
        /// <summary>Linear between two.</summary>
        Linear = 1,
        /// <summary>Linear between four.</summary>
        Bilinear = 2,
        /// <summary>Cubic between sixteen.</summary>
        Bicubic = 3,
    }
}

namespace TorchSharp.Modules
{
    /// <summary>The greatest element of each window: [N, C, H, W] → [N, C, H′, W′].</summary>
    public sealed class MaxPool2d : nn.Module<Tensor, Tensor>
    {
        private readonly long[] _kernel, _stride, _padding, _dilation;
        private readonly bool _ceiling;

        internal MaxPool2d(long[] kernel, long[]? stride, long[]? padding, long[]? dilation, bool ceiling) : base(nameof(MaxPool2d)) =>
            (_kernel, _stride, _padding, _dilation, _ceiling) = (kernel, stride ?? kernel, padding ?? [0, 0], dilation ?? [1, 1], ceiling);

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.max_pool2d(input, _kernel, _stride, _padding, _dilation, _ceiling);
    }

    /// <summary>The mean of each window: [N, C, H, W] → [N, C, H′, W′].</summary>
    public sealed class AvgPool2d : nn.Module<Tensor, Tensor>
    {
        private readonly long[] _kernel, _stride, _padding;
        private readonly bool _ceiling, _countPadding;
        private readonly long? _divisor;

        internal AvgPool2d(long[] kernel, long[]? stride, long[]? padding, bool ceiling, bool countPadding, long? divisor) : base(nameof(AvgPool2d)) =>
            (_kernel, _stride, _padding, _ceiling, _countPadding, _divisor) =
            (kernel, stride ?? kernel, padding ?? [0, 0], ceiling, countPadding, divisor);

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) =>
            nn.functional.avg_pool2d(input, _kernel, _stride, _padding, _ceiling, _countPadding, _divisor);
    }

    /// <summary>Pictures of another size: [N, C, H, W] → [N, C, H′, W′].</summary>
    public sealed class Upsample : nn.Module<Tensor, Tensor>
    {
        private readonly long[]? _size;
        private readonly double[]? _scale;
        private readonly UpsampleMode _mode;
        private readonly bool? _corners;

        internal Upsample(long[]? size, double[]? scale, UpsampleMode mode, bool? corners) : base(nameof(Upsample)) =>
            (_size, _scale, _mode, _corners) = (size, scale, mode, corners);

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.upsample(input, _size, _scale, _mode, _corners ?? false);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>The greatest element of each window; the window moves by its own size unless a stride is given.</summary>
            public static MaxPool2d MaxPool2d(long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                new([kernel_size, kernel_size], Twice(stride), Twice(padding), Twice(dilation), ceil_mode);

            /// <inheritdoc cref="MaxPool2d(long, long?, long?, long?, bool)"/>
            public static MaxPool2d MaxPool2d(
                (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, (long, long)? dilation = null, bool ceil_mode = false) =>
                new([kernel_size.Item1, kernel_size.Item2], Both(stride), Both(padding), Both(dilation), ceil_mode);

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

            /// <summary>Pictures of another size, or of the same size times a factor.</summary>
            public static Upsample Upsample(
                long[]? size = null, double[]? scale_factor = null, UpsampleMode mode = UpsampleMode.Nearest, bool? align_corners = null) =>
                new(size, scale_factor, mode, align_corners);

            private static long[]? Twice(long? n) => n is { } v ? [v, v] : null;

            private static long[]? Both((long, long)? pair) => pair is var (a, b) ? [a, b] : null;
        }
    }
}

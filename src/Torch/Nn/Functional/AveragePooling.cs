using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>The mean of each window; the window moves by its own size unless strides are given.</summary>
            public static Tensor avg_pool1d(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false, bool count_include_pad = true) =>
                Mean1d(input, [kernel_size], One(stride), One(padding), ceil_mode, count_include_pad);

            /// <summary>The mean of each window; the window moves by its own size unless strides are given.</summary>
            public static Tensor avg_pool2d(
                Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false, bool count_include_pad = true,
                long? divisor_override = null) =>
                Mean2d(input, kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);

            /// <inheritdoc cref="avg_pool2d(Tensor, long[], long[], long[], bool, bool, long?)"/>
            public static Tensor avg_pool2d(
                Tensor input, long kernel_size, long? stride = null, long padding = 0, bool ceil_mode = false, bool count_include_pad = true,
                long? divisor_override = null) =>
                Mean2d(input, [kernel_size, kernel_size], Twice(stride), Twice(padding), ceil_mode, count_include_pad, divisor_override);

            /// <inheritdoc cref="avg_pool2d(Tensor, long[], long[], long[], bool, bool, long?)"/>
            public static Tensor avg_pool2d(
                Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, bool ceil_mode = false,
                bool count_include_pad = true, long? divisor_override = null) =>
                Mean2d(input, [kernel_size.Item1, kernel_size.Item2], Both(stride), Both(padding), ceil_mode, count_include_pad, divisor_override);

            /// <summary>The mean of each window; the window moves by its own size unless strides are given.</summary>
            public static Tensor avg_pool3d(
                Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false, bool count_include_pad = true,
                long? divisor_override = null) =>
                Mean3d(input, kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);

            internal static Tensor Mean1d(Tensor input, long[] kernel, long[]? stride, long[]? padding, bool ceiling, bool countPadding) =>
                AvgPool1d.Call(Pooled(input, 1), kernel, stride ?? [], padding ?? [0], ceiling, countPadding);

            internal static Tensor Mean2d(
                Tensor input, long[] kernel, long[]? stride, long[]? padding, bool ceiling, bool countPadding, long? divisor) =>
                AvgPool2d.Call(Pooled(input, 2), kernel, stride ?? [], padding ?? [0, 0], ceiling, countPadding, divisor);

            internal static Tensor Mean3d(
                Tensor input, long[] kernel, long[]? stride, long[]? padding, bool ceiling, bool countPadding, long? divisor) =>
                AvgPool3d.Call(Pooled(input, 3), kernel, stride ?? [], padding ?? [0, 0, 0], ceiling, countPadding, divisor);

            /// <summary>Means of windows chosen so that the result has the given size.</summary>
            public static Tensor adaptive_avg_pool1d(Tensor input, long output_size) => AdaptiveAvg1d.Call(Pooled(input, 1), new[] { output_size });

            /// <summary>Means of windows chosen so that the result has the given size.</summary>
            public static Tensor adaptive_avg_pool2d(Tensor input, long[] output_size) => AdaptiveAvg2d.Call(Pooled(input, 2), output_size);

            /// <inheritdoc cref="adaptive_avg_pool2d(Tensor, long[])"/>
            public static Tensor adaptive_avg_pool2d(Tensor input, long output_size) => adaptive_avg_pool2d(input, [output_size, output_size]);

            /// <inheritdoc cref="adaptive_avg_pool2d(Tensor, long[])"/>
            public static Tensor adaptive_avg_pool2d(Tensor input, (long, long) output_size) => adaptive_avg_pool2d(input, [output_size.Item1, output_size.Item2]);

            /// <summary>Means of windows chosen so that the result has the given size.</summary>
            public static Tensor adaptive_avg_pool3d(Tensor input, long[] output_size) => AdaptiveAvg3d.Call(Pooled(input, 3), output_size);

            /// <inheritdoc cref="adaptive_avg_pool3d(Tensor, long[])"/>
            public static Tensor adaptive_avg_pool3d(Tensor input, long output_size) => adaptive_avg_pool3d(input, [output_size, output_size, output_size]);

            /// <inheritdoc cref="adaptive_avg_pool3d(Tensor, long[])"/>
            public static Tensor adaptive_avg_pool3d(Tensor input, (long, long, long) output_size) => adaptive_avg_pool3d(input, [output_size.Item1, output_size.Item2, output_size.Item3]);

            private static readonly Operator AvgPool1d = new("avg_pool1d"), AvgPool2d = new("avg_pool2d"), AvgPool3d = new("avg_pool3d");
            private static readonly Operator AdaptiveAvg1d = new("adaptive_avg_pool1d"), AdaptiveAvg2d = new("adaptive_avg_pool2d");
            private static readonly Operator AdaptiveAvg3d = new("adaptive_avg_pool3d");
        }
    }
}

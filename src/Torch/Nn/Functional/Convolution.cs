using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Windows [out, in / groups, L] that move over sequences [N, in, L].</summary>
            public static Tensor conv1d(
                Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null, long? dilation = null, long groups = 1) =>
                Conv1d.Call(input, weight, bias, new[] { stride ?? 1 }, new[] { padding ?? 0 }, new[] { dilation ?? 1 }, groups);
            /// <summary>Windows [out, in / groups, H, W] that move over pictures [N, in, H, W].</summary>
            public static Tensor conv2d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null, long groups = 1) =>
                Conv2d.Call(input, weight, bias, strides ?? [1, 1], padding ?? [0, 0], dilation ?? [1, 1], groups);
            /// <summary>The transpose of <see cref="conv2d"/>: windows [in, out / groups, H, W].</summary>
            public static Tensor conv_transpose2d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? outputPadding = null,
                long[]? dilation = null, long groups = 1) =>
                ConvTranspose2d.Call(
                    input, weight, bias, strides ?? [1, 1], padding ?? [0, 0], outputPadding ?? [0, 0], groups, dilation ?? [1, 1]);
            /// <summary>The greatest element of each window; the window moves by its own size unless strides are given.</summary>
            public static Tensor max_pool2d(
                Tensor input, long[] kernelSize, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                MaxPool2d.Call(input, kernelSize, strides ?? [], padding ?? [0, 0], dilation ?? [1, 1], ceil_mode);
            /// <summary>The mean of each window; the window moves by its own size unless strides are given.</summary>
            public static Tensor avg_pool2d(
                Tensor input, long[] kernelSizes, long[]? strides = null, long[]? paddings = null, bool ceil_mode = false, bool count_include_pad = true,
                long? divisor_override = null) =>
                AvgPool2d.Call(input, kernelSizes, strides ?? [], paddings ?? [0, 0], ceil_mode, count_include_pad, divisor_override);
            /// <summary>Means of windows chosen so that the result has the given height and width.</summary>
            public static Tensor adaptive_avg_pool2d(Tensor input, long[] kernelSize) => AdaptiveAvgPool2d.Call(input, kernelSize);

            /// <summary>Of another size, or of the same size times a factor; sequences [N, C, L] or pictures [N, C, H, W].</summary>
            /// <exception cref="ArgumentException">Neither or both of size and factor are given, or the mode does not fit the dimensions.</exception>
            internal static Tensor upsample(Tensor input, long[]? size, double[]? scale, UpsampleMode mode, bool corners)
            {
                if (size is null == scale is null)
                    throw new ArgumentException("Give either size or scale_factor.", nameof(size));
                return (mode, input.ndim) switch
                {
                    (UpsampleMode.Nearest, 3) => Nearest1d.Call(input, size, scale),
                    (UpsampleMode.Nearest, 4) => Nearest2d.Call(input, size, scale),
                    (UpsampleMode.Linear, 3) => Linear1d.Call(input, size, corners, scale),
                    (UpsampleMode.Bilinear, 4) => Bilinear2d.Call(input, size, corners, scale),
                    (UpsampleMode.Bicubic, 4) => Bicubic2d.Call(input, size, corners, scale),
                    _ => throw new ArgumentException($"{mode} does not fit a tensor of shape {input.Shaped()}.", nameof(mode)),
                };
            }

            private static readonly Operator Conv1d = new("conv1d"), Conv2d = new("conv2d"), ConvTranspose2d = new("conv_transpose2d.input");
            private static readonly Operator MaxPool2d = new("max_pool2d"), AvgPool2d = new("avg_pool2d");
            private static readonly Operator AdaptiveAvgPool2d = new("adaptive_avg_pool2d");
            private static readonly Operator Nearest1d = new("upsample_nearest1d.vec"), Nearest2d = new("upsample_nearest2d.vec");
            private static readonly Operator Linear1d = new("upsample_linear1d.vec"), Bilinear2d = new("upsample_bilinear2d.vec");
            private static readonly Operator Bicubic2d = new("upsample_bicubic2d.vec");
        }
    }
}

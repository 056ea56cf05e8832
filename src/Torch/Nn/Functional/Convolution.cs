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

            /// <summary>Windows [out, in / groups, D, H, W] that move over volumes [N, in, D, H, W].</summary>
            public static Tensor conv3d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null, long groups = 1) =>
                Conv3d.Call(input, weight, bias, strides ?? [1, 1, 1], padding ?? [0, 0, 0], dilation ?? [1, 1, 1], groups);

            /// <summary><see cref="conv1d"/> with padding by name.</summary>
            public static Tensor conv1d_padding(
                Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, Padding padding = Padding.Valid, long? dilation = null, long groups = 1) =>
                Conv1dNamed.Call(input, weight, bias, new[] { stride ?? 1 }, Named(padding), new[] { dilation ?? 1 }, groups);

            /// <summary><see cref="conv2d"/> with padding by name.</summary>
            public static Tensor conv2d_padding(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, Padding padding = Padding.Valid, long[]? dilation = null,
                long groups = 1) =>
                Conv2dNamed.Call(input, weight, bias, strides ?? [1, 1], Named(padding), dilation ?? [1, 1], groups);

            /// <summary><see cref="conv3d"/> with padding by name.</summary>
            public static Tensor conv3d_padding(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, Padding padding = Padding.Valid, long[]? dilation = null,
                long groups = 1) =>
                Conv3dNamed.Call(input, weight, bias, strides ?? [1, 1, 1], Named(padding), dilation ?? [1, 1, 1], groups);

            /// <summary>The transpose of <see cref="conv1d"/>: windows [in, out / groups, L].</summary>
            public static Tensor conv_transpose1d(
                Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null, long? output_padding = null,
                long? dilation = null, long groups = 1) =>
                ConvTranspose1d.Call(
                    input, weight, bias, new[] { stride ?? 1 }, new[] { padding ?? 0 }, new[] { output_padding ?? 0 }, groups, new[] { dilation ?? 1 });

            /// <summary>The transpose of <see cref="conv2d"/>: windows [in, out / groups, H, W].</summary>
            public static Tensor conv_transpose2d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? output_padding = null,
                long[]? dilation = null, long groups = 1) =>
                ConvTranspose2d.Call(input, weight, bias, strides ?? [1, 1], padding ?? [0, 0], output_padding ?? [0, 0], groups, dilation ?? [1, 1]);

            /// <summary>The transpose of <see cref="conv3d"/>: windows [in, out / groups, D, H, W].</summary>
            public static Tensor conv_transpose3d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? output_padding = null,
                long[]? dilation = null, long groups = 1) =>
                ConvTranspose3d.Call(
                    input, weight, bias, strides ?? [1, 1, 1], padding ?? [0, 0, 0], output_padding ?? [0, 0, 0], groups, dilation ?? [1, 1, 1]);

            private static string Named(Padding padding) => padding == Padding.Same ? "same" : "valid";

            private static readonly Operator Conv1d = new("conv1d"), Conv2d = new("conv2d"), Conv3d = new("conv3d");
            private static readonly Operator Conv1dNamed = new("conv1d.padding"), Conv2dNamed = new("conv2d.padding");
            private static readonly Operator Conv3dNamed = new("conv3d.padding"), ConvTranspose1d = new("conv_transpose1d");
            private static readonly Operator ConvTranspose2d = new("torchsharp::conv_transpose2d"), ConvTranspose3d = new("conv_transpose3d.input");
        }
    }
}

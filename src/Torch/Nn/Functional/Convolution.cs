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
                Convolutions[0].Call(input, weight, bias, new[] { stride ?? 1 }, new[] { padding ?? 0 }, new[] { dilation ?? 1 }, groups);

            /// <summary>Windows [out, in / groups, H, W] that move over pictures [N, in, H, W].</summary>
            public static Tensor conv2d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null, long groups = 1) =>
                Convolutions[1].Call(input, weight, bias, strides ?? [1, 1], padding ?? [0, 0], dilation ?? [1, 1], groups);

            /// <summary>Windows [out, in / groups, D, H, W] that move over volumes [N, in, D, H, W].</summary>
            public static Tensor conv3d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null, long groups = 1) =>
                Convolutions[2].Call(input, weight, bias, strides ?? [1, 1, 1], padding ?? [0, 0, 0], dilation ?? [1, 1, 1], groups);

            /// <summary><see cref="conv1d"/> with padding by name.</summary>
            public static Tensor conv1d_padding(
                Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, Padding padding = Padding.Valid, long? dilation = null, long groups = 1) =>
                NamedConvolutions[0].Call(input, weight, bias, new[] { stride ?? 1 }, Named(padding), new[] { dilation ?? 1 }, groups);

            /// <summary><see cref="conv2d"/> with padding by name.</summary>
            public static Tensor conv2d_padding(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, Padding padding = Padding.Valid, long[]? dilation = null,
                long groups = 1) =>
                NamedConvolutions[1].Call(input, weight, bias, strides ?? [1, 1], Named(padding), dilation ?? [1, 1], groups);

            /// <summary><see cref="conv3d"/> with padding by name.</summary>
            public static Tensor conv3d_padding(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, Padding padding = Padding.Valid, long[]? dilation = null,
                long groups = 1) =>
                NamedConvolutions[2].Call(input, weight, bias, strides ?? [1, 1, 1], Named(padding), dilation ?? [1, 1, 1], groups);

            /// <summary>The transpose of <see cref="conv1d"/>: windows [in, out / groups, L].</summary>
            public static Tensor conv_transpose1d(
                Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null, long? output_padding = null,
                long? dilation = null, long groups = 1) =>
                TransposedConvolutions[0].Call(
                    input, weight, bias, new[] { stride ?? 1 }, new[] { padding ?? 0 }, new[] { output_padding ?? 0 }, groups, new[] { dilation ?? 1 });

            /// <summary>The transpose of <see cref="conv2d"/>: windows [in, out / groups, H, W].</summary>
            public static Tensor conv_transpose2d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? output_padding = null,
                long[]? dilation = null, long groups = 1) =>
                TransposedConvolutions[1].Call(input, weight, bias, strides ?? [1, 1], padding ?? [0, 0], output_padding ?? [0, 0], groups, dilation ?? [1, 1]);

            /// <summary>The transpose of <see cref="conv3d"/>: windows [in, out / groups, D, H, W].</summary>
            public static Tensor conv_transpose3d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? output_padding = null,
                long[]? dilation = null, long groups = 1) =>
                TransposedConvolutions[2].Call(
                    input, weight, bias, strides ?? [1, 1, 1], padding ?? [0, 0, 0], output_padding ?? [0, 0, 0], groups, dilation ?? [1, 1, 1]);

            private static string Named(Padding padding) => padding == Padding.Same ? "same" : "valid";

            // By the number of dimensions less one; the modules call them too.
            internal static readonly Operator[] Convolutions = [new("conv1d"), new("conv2d"), new("conv3d")];
            internal static readonly Operator[] NamedConvolutions = [new("conv1d.padding"), new("conv2d.padding"), new("conv3d.padding")];
            internal static readonly Operator[] TransposedConvolutions =
                [new("conv_transpose1d"), new("torchsharp::conv_transpose2d"), new("conv_transpose3d.input")];
        }
    }
}

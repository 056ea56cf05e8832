using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>The greatest element of each window; the window moves by its own size unless strides are given.</summary>
            public static Tensor max_pool1d(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                Max1d(input, [kernel_size], One(stride), One(padding), One(dilation), ceil_mode);

            /// <summary>The greatest element of each window, and where it was.</summary>
            public static (Tensor output, Tensor indices) max_pool1d_with_indices(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                MaxIndices1d(input, [kernel_size], One(stride), One(padding), One(dilation), ceil_mode);

            /// <summary>The greatest element of each window; the window moves by its own size unless strides are given.</summary>
            public static Tensor max_pool2d(
                Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                Max2d(input, kernel_size, strides, padding, dilation, ceil_mode);

            /// <inheritdoc cref="max_pool2d(Tensor, long[], long[], long[], long[], bool)"/>
            public static Tensor max_pool2d(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                Max2d(input, [kernel_size, kernel_size], Twice(stride), Twice(padding), Twice(dilation), ceil_mode);

            /// <inheritdoc cref="max_pool2d(Tensor, long[], long[], long[], long[], bool)"/>
            public static Tensor max_pool2d(
                Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, (long, long)? dilation = null,
                bool ceil_mode = false) =>
                Max2d(input, [kernel_size.Item1, kernel_size.Item2], Both(stride), Both(padding), Both(dilation), ceil_mode);

            /// <summary>The greatest element of each window, and where it was.</summary>
            public static (Tensor output, Tensor indices) max_pool2d_with_indices(
                Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                MaxIndices2d(input, kernel_size, strides, padding, dilation, ceil_mode);

            /// <summary>The greatest element of each window; the window moves by its own size unless strides are given.</summary>
            public static Tensor max_pool3d(
                Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                Max3d(input, kernel_size, strides, padding, dilation, ceil_mode);

            /// <summary>The greatest element of each window, and where it was.</summary>
            public static (Tensor output, Tensor indices) max_pool3d_with_indices(
                Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                MaxIndices3d(input, kernel_size, strides, padding, dilation, ceil_mode);

            internal static Tensor Max1d(Tensor input, long[] kernel, long[]? stride, long[]? padding, long[]? dilation, bool ceiling) =>
                MaxPool1d.Call(Pooled(input, 1), kernel, stride ?? [], padding ?? [0], dilation ?? [1], ceiling);

            internal static (Tensor, Tensor) MaxIndices1d(
                Tensor input, long[] kernel, long[]? stride, long[]? padding, long[]? dilation, bool ceiling) =>
                MaxPoolIndices1d.Call2(Pooled(input, 1), kernel, stride ?? [], padding ?? [0], dilation ?? [1], ceiling);

            internal static Tensor Max2d(Tensor input, long[] kernel, long[]? stride, long[]? padding, long[]? dilation, bool ceiling) =>
                MaxPool2d.Call(Pooled(input, 2), kernel, stride ?? [], padding ?? [0, 0], dilation ?? [1, 1], ceiling);

            internal static (Tensor, Tensor) MaxIndices2d(
                Tensor input, long[] kernel, long[]? stride, long[]? padding, long[]? dilation, bool ceiling) =>
                MaxPoolIndices2d.Call2(Pooled(input, 2), kernel, stride ?? [], padding ?? [0, 0], dilation ?? [1, 1], ceiling);

            internal static Tensor Max3d(Tensor input, long[] kernel, long[]? stride, long[]? padding, long[]? dilation, bool ceiling) =>
                MaxPool3d.Call(Pooled(input, 3), kernel, stride ?? [], padding ?? [0, 0, 0], dilation ?? [1, 1, 1], ceiling);

            internal static (Tensor, Tensor) MaxIndices3d(
                Tensor input, long[] kernel, long[]? stride, long[]? padding, long[]? dilation, bool ceiling) =>
                MaxPoolIndices3d.Call2(Pooled(input, 3), kernel, stride ?? [], padding ?? [0, 0, 0], dilation ?? [1, 1, 1], ceiling);

            /// <summary>Batched or not: N may be missing.</summary>
            private static Tensor Pooled(Tensor input, int dims) => Expect.Dimensions(input, [dims + 1, dims + 2], "The pooling");

            private static readonly Operator MaxPool1d = new("max_pool1d"), MaxPool2d = new("max_pool2d"), MaxPool3d = new("max_pool3d");
            private static readonly Operator MaxPoolIndices1d = new("max_pool1d_with_indices"), MaxPoolIndices2d = new("max_pool2d_with_indices");
            private static readonly Operator MaxPoolIndices3d = new("max_pool3d_with_indices");
        }
    }
}

using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Puts elements back where a max pooling of sequences found them, zeros elsewhere.</summary>
            /// <param name="input">The pooled elements.</param>
            /// <param name="indices">Where each was.</param>
            /// <param name="kernel_size">The pooling's window.</param>
            /// <param name="stride">The pooling's stride; null for the window's size.</param>
            /// <param name="padding">The pooling's padding; null for none.</param>
            /// <param name="output_size">The size before the pooling; null for the least that fits.</param>
            /// <exception cref="ArgumentException">The size does not fit the pooling.</exception>
            public static Tensor max_unpool1d(
                Tensor input, Tensor indices, long kernel_size, long? stride = null, long? padding = null, long[]? output_size = null) =>
                Unpooled(input, indices, 1, output_size, [kernel_size], [stride ?? kernel_size], [padding ?? 0]);

            /// <summary>Puts elements back where a max pooling of pictures found them, zeros elsewhere.</summary>
            /// <inheritdoc cref="max_unpool1d"/>
            public static Tensor max_unpool2d(
                Tensor input, Tensor indices, long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? output_size = null) =>
                Unpooled(input, indices, 2, output_size, kernel_size, stride ?? kernel_size, padding ?? [0, 0]);

            /// <summary>Puts elements back where a max pooling of volumes found them, zeros elsewhere.</summary>
            /// <inheritdoc cref="max_unpool1d"/>
            public static Tensor max_unpool3d(
                Tensor input, Tensor indices, long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? output_size = null) =>
                Unpooled(input, indices, 3, output_size, kernel_size, stride ?? kernel_size, padding ?? [0, 0, 0]);

            internal static Tensor Unpooled(Tensor tensor, Tensor indices, int dims, long[]? size, long[] kernel, long[] stride, long[] padding)
            {
                Pooled(tensor, dims);
                ArgumentNullException.ThrowIfNull(indices);
                if (indices.dtype != ScalarType.Int64 || !indices.shape.AsSpan().SequenceEqual(tensor.shape))
                    throw Expect.Fault(
                        $"Int64 places of shape {tensor.Shaped()} are needed, not {indices.dtype} of shape {indices.Shaped()}.", nameof(indices));
                var least = tensor.shape[^dims..].Select((n, i) => (n - 1) * stride[i] + kernel[i] - 2 * padding[i]).ToArray();
                var wanted = size?[^dims..] ?? least;
                for (var i = 0; i < dims; i++)
                    if (Math.Abs(wanted[i] - least[i]) >= stride[i])
                        throw Expect.Fault(
                            $"Size {wanted[i]} in dimension {i} does not fit the pooling: it gives {least[i]}, give or take less than {stride[i]}.", "output_size");
                return dims switch
                {
                    1 => Unpooled1d(tensor, indices, wanted[0]),
                    2 => MaxUnpool2d.Call(tensor, indices, wanted),
                    _ => MaxUnpool3d.Call(tensor, indices, wanted, stride, padding),
                };
            }

            private static Tensor Unpooled1d(Tensor tensor, Tensor indices, long length)
            {
                using var scope = NewDisposeScope();
                return scope.MoveToOuter(MaxUnpool2d.Call(tensor.unsqueeze(-1), indices.unsqueeze(-1), new[] { length, 1 }).squeeze(-1));
            }

            private static readonly Operator MaxUnpool2d = new("max_unpool2d"), MaxUnpool3d = new("max_unpool3d");
        }
    }
}

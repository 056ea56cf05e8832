using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Puts elements back where a max pooling found them, zeros elsewhere, in sequences of the given length.</summary>
            public static Tensor max_unpool1d(Tensor input, Tensor indices, long[] outputSize)
            {
                using var scope = NewDisposeScope();
                var flat = MaxUnpool2d.Call(input.unsqueeze(-1), indices.unsqueeze(-1), new[] { outputSize[^1], 1 });
                return scope.MoveToOuter(flat.squeeze(-1));
            }

            /// <summary>Puts elements back where a max pooling found them, zeros elsewhere, in pictures of the given height and width.</summary>
            public static Tensor max_unpool2d(Tensor input, Tensor indices, long[] outputSize) => MaxUnpool2d.Call(input, indices, outputSize[^2..]);

            /// <summary>Puts elements back where a max pooling found them, zeros elsewhere, in volumes of the given depth, height and width.</summary>
            public static Tensor max_unpool3d(Tensor input, Tensor indices, long[] outputSize, long[] strides, long[] padding) =>
                MaxUnpool3d.Call(input, indices, outputSize[^3..], strides, padding);

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
                    1 => max_unpool1d(tensor, indices, wanted),
                    2 => max_unpool2d(tensor, indices, wanted),
                    _ => max_unpool3d(tensor, indices, wanted, stride, padding),
                };
            }

            private static readonly Operator MaxUnpool2d = new("max_unpool2d"), MaxUnpool3d = new("max_unpool3d");
        }
    }
}

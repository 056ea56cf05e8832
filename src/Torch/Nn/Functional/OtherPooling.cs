using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>The greatest elements of windows chosen so that the result has the given size.</summary>
            public static Tensor adaptive_max_pool1d(Tensor input, long output_size) => First(adaptive_max_pool1d_with_indices(input, output_size));

            /// <summary>The greatest elements of windows chosen so that the result has the given size, and where they were.</summary>
            public static (Tensor Values, Tensor Indices) adaptive_max_pool1d_with_indices(Tensor input, long output_size) =>
                AdaptiveMax1d.Call2(Pooled(input, 1), new[] { output_size });

            /// <summary>The greatest elements of windows chosen so that the result has the given size.</summary>
            public static Tensor adaptive_max_pool2d(Tensor input, long[] output_size) => First(adaptive_max_pool2d_with_indices(input, output_size));

            /// <summary>The greatest elements of windows chosen so that the result has the given size, and where they were.</summary>
            public static (Tensor Values, Tensor Indices) adaptive_max_pool2d_with_indices(Tensor input, long[] output_size) =>
                AdaptiveMax2d.Call2(Pooled(input, 2), output_size);

            /// <summary>The greatest elements of windows chosen so that the result has the given size.</summary>
            public static Tensor adaptive_max_pool3d(Tensor input, long[] output_size) => First(adaptive_max_pool3d_with_indices(input, output_size));

            /// <summary>The greatest elements of windows chosen so that the result has the given size, and where they were.</summary>
            public static (Tensor Values, Tensor Indices) adaptive_max_pool3d_with_indices(Tensor input, long[] output_size) =>
                AdaptiveMax3d.Call2(Pooled(input, 3), output_size);

            /// <summary>(Σ xᵖ)^(1/p) of each window, p being norm_type.</summary>
            public static Tensor lp_pool1d(Tensor input, double norm_type, long kernel_size, long? stride = null, bool ceil_mode = false)
            {
                using var scope = NewDisposeScope();
                return scope.MoveToOuter(Rooted(avg_pool1d(Given(input).pow(norm_type), kernel_size, stride, 0, ceil_mode), norm_type, kernel_size));
            }

            /// <summary>(Σ xᵖ)^(1/p) of each window, p being norm_type.</summary>
            public static Tensor lp_pool2d(Tensor input, double norm_type, long[] kernel_size, long[]? stride = null, bool ceil_mode = false)
            {
                using var scope = NewDisposeScope();
                var mean = avg_pool2d(Given(input).pow(norm_type), kernel_size, stride, null, ceil_mode);
                return scope.MoveToOuter(Rooted(mean, norm_type, kernel_size[0] * kernel_size[^1]));
            }

            /// <inheritdoc cref="lp_pool2d(Tensor, double, long[], long[], bool)"/>
            public static Tensor lp_pool2d(Tensor input, double norm_type, long kernel_size, long? stride = null, bool ceil_mode = false) =>
                lp_pool2d(input, norm_type, [kernel_size, kernel_size], Twice(stride), ceil_mode);

            // The sign of the mean stays outside of the root, as in PyTorch.
            private static Tensor Rooted(Tensor mean, double norm, long count) => (mean.sign() * mean.abs().relu() * count).pow(1 / norm);

            /// <summary>The greatest elements of windows placed at random; give the size of the result or its ratio to the input's.</summary>
            public static Tensor fractional_max_pool2d(Tensor input, long kernel_size, long? output_size = null, double? output_ratio = null) =>
                First(fractional_max_pool2d_with_indices(input, [kernel_size, kernel_size], Twice(output_size), output_ratio is { } r ? [r, r] : null));

            /// <inheritdoc cref="fractional_max_pool2d(Tensor, long, long?, double?)"/>
            public static Tensor fractional_max_pool2d(
                Tensor input, (long, long) kernel_size, (long, long)? output_size = null, (double, double)? output_ratio = null) =>
                First(fractional_max_pool2d_with_indices(input, [kernel_size.Item1, kernel_size.Item2], Both(output_size), output_ratio is { } r ? [r.Item1, r.Item2] : null));

            /// <inheritdoc cref="fractional_max_pool2d(Tensor, long, long?, double?)"/>
            public static Tensor fractional_max_pool2d(
                Tensor input, long[] kernel_size, long[]? output_size = null, double[]? output_ratio = null) =>
                First(fractional_max_pool2d_with_indices(input, kernel_size, output_size, output_ratio));

            /// <summary>The greatest elements of windows placed at random, and where they were; give the size of the result or its ratio to the input's.</summary>
            public static (Tensor Values, Tensor Indices) fractional_max_pool2d_with_indices(Tensor input, long kernel_size, long? output_size = null, double? output_ratio = null) =>
                fractional_max_pool2d_with_indices(input, [kernel_size, kernel_size], Twice(output_size), output_ratio is { } r ? [r, r] : null);

            /// <inheritdoc cref="fractional_max_pool2d_with_indices(Tensor, long, long?, double?)"/>
            public static (Tensor Values, Tensor Indices) fractional_max_pool2d_with_indices(
                Tensor input, (long, long) kernel_size, (long, long)? output_size = null, (double, double)? output_ratio = null) =>
                fractional_max_pool2d_with_indices(input, [kernel_size.Item1, kernel_size.Item2], Both(output_size), output_ratio is { } r ? [r.Item1, r.Item2] : null);

            /// <inheritdoc cref="fractional_max_pool2d_with_indices(Tensor, long, long?, double?)"/>
            public static (Tensor Values, Tensor Indices) fractional_max_pool2d_with_indices(
                Tensor input, long[] kernel_size, long[]? output_size = null, double[]? output_ratio = null) =>
                Fractional(Fractional2d, 2, input, kernel_size, output_size, output_ratio);

            /// <summary>The greatest elements of windows placed at random; give the size of the result or its ratio to the input's.</summary>
            public static Tensor fractional_max_pool3d(Tensor input, long kernel_size, long? output_size = null, double? output_ratio = null) =>
                First(fractional_max_pool3d_with_indices(input, [kernel_size, kernel_size, kernel_size], Thrice(output_size), output_ratio is { } r ? [r, r, r] : null));

            /// <inheritdoc cref="fractional_max_pool3d(Tensor, long, long?, double?)"/>
            public static Tensor fractional_max_pool3d(
                Tensor input, (long, long, long) kernel_size, (long, long, long)? output_size = null, (double, double, double)? output_ratio = null) =>
                First(fractional_max_pool3d_with_indices(input, [kernel_size.Item1, kernel_size.Item2, kernel_size.Item3], All(output_size), output_ratio is { } r ? [r.Item1, r.Item2, r.Item3] : null));

            /// <inheritdoc cref="fractional_max_pool3d(Tensor, long, long?, double?)"/>
            public static Tensor fractional_max_pool3d(
                Tensor input, long[] kernel_size, long[]? output_size = null, double[]? output_ratio = null) =>
                First(fractional_max_pool3d_with_indices(input, kernel_size, output_size, output_ratio));

            /// <summary>The greatest elements of windows placed at random, and where they were; give the size of the result or its ratio to the input's.</summary>
            public static (Tensor Values, Tensor Indices) fractional_max_pool3d_with_indices(Tensor input, long kernel_size, long? output_size = null, double? output_ratio = null) =>
                fractional_max_pool3d_with_indices(input, [kernel_size, kernel_size, kernel_size], Thrice(output_size), output_ratio is { } r ? [r, r, r] : null);

            /// <inheritdoc cref="fractional_max_pool3d_with_indices(Tensor, long, long?, double?)"/>
            public static (Tensor Values, Tensor Indices) fractional_max_pool3d_with_indices(
                Tensor input, (long, long, long) kernel_size, (long, long, long)? output_size = null, (double, double, double)? output_ratio = null) =>
                fractional_max_pool3d_with_indices(input, [kernel_size.Item1, kernel_size.Item2, kernel_size.Item3], All(output_size), output_ratio is { } r ? [r.Item1, r.Item2, r.Item3] : null);

            /// <inheritdoc cref="fractional_max_pool3d_with_indices(Tensor, long, long?, double?)"/>
            public static (Tensor Values, Tensor Indices) fractional_max_pool3d_with_indices(
                Tensor input, long[] kernel_size, long[]? output_size = null, double[]? output_ratio = null) =>
                Fractional(Fractional3d, 3, input, kernel_size, output_size, output_ratio);

            private static (Tensor, Tensor) Fractional(Operator pool, int dims, Tensor input, long[] kernel, long[]? size, double[]? ratio)
            {
                Pooled(input, dims);
                if (size is null == ratio is null)
                    throw Expect.Fault("Give either output_size or output_ratio.", "output_size");
                var shape = input.shape;
                size ??= [.. ratio!.Select((r, i) => (long)(shape[^(dims - i)] * r))];
                using var places = rand([shape.Length > dims + 1 ? shape[0] : 1, shape[^(dims + 1)], dims], input.dtype);
                return pool.Call2(input, kernel, size, places);
            }

            private static Tensor First((Tensor Values, Tensor Indices) both)
            {
                both.Indices.Dispose();
                return both.Values;
            }

            private static readonly Operator AdaptiveMax1d = new("adaptive_max_pool1d"), AdaptiveMax2d = new("adaptive_max_pool2d");
            private static readonly Operator AdaptiveMax3d = new("adaptive_max_pool3d"), Fractional2d = new("fractional_max_pool2d");
            private static readonly Operator Fractional3d = new("fractional_max_pool3d");
        }
    }
}

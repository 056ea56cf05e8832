using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>How values between pixels are found.</summary>
    public enum GridSampleMode
    {
        /// <summary>The nearest pixel.</summary>
        Nearest = 0,
        /// <summary>Linear between the neighbours.</summary>
        Bilinear = 2,
    }

    /// <summary>What lies outside a picture.</summary>
    public enum GridSamplePaddingMode
    {
        /// <summary>Zeros.</summary>
        Zeros = 0,
        /// <summary>The picture mirrored.</summary>
        Reflection = 1,
        /// <summary>The border repeated.</summary>
        Border = 2,
    }

    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>The values of pictures (or volumes) at the places of a grid.</summary>
            /// <param name="input">[N, C, H, W], or [N, C, D, H, W].</param>
            /// <param name="grid">[N, H', W', 2] with x and y, or [N, D', H', W', 3] with x, y and z: −1 and 1 are the borders.</param>
            /// <param name="mode">How values between pixels are found.</param>
            /// <param name="padding_mode">What lies outside.</param>
            /// <param name="align_corners">Whether −1 and 1 are the centres of the pixels at the borders, else their outer edges (the default).</param>
            /// <returns>[N, C, H', W'], or [N, C, D', H', W'].</returns>
            public static Tensor grid_sample(
                Tensor input, Tensor grid, GridSampleMode mode = GridSampleMode.Bilinear,
                GridSamplePaddingMode padding_mode = GridSamplePaddingMode.Zeros, bool? align_corners = null)
            {
                Expect.Dimensions(input, [4, 5], nameof(grid_sample));
                Expect.Size(Expect.Dimensions(grid, [input.ndim], nameof(grid_sample)), -1, input.ndim - 2, nameof(grid_sample));
                return GridSampler.Call(
                    input, grid,
                    mode switch
                    {
                        GridSampleMode.Bilinear => 0,
                        GridSampleMode.Nearest => 1,
                        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, $"There is no mode {mode}."),
                    },
                    padding_mode switch
                    {
                        GridSamplePaddingMode.Zeros => 0,
                        GridSamplePaddingMode.Border => 1,
                        GridSamplePaddingMode.Reflection => 2,
                        _ => throw new ArgumentOutOfRangeException(nameof(padding_mode), padding_mode, $"There is no padding {padding_mode}."),
                    },
                    align_corners ?? false);
            }

            /// <summary>The grid that an affine map makes of the regular one, for <see cref="grid_sample"/>.</summary>
            /// <param name="theta">[N, 2, 3] for pictures, [N, 3, 4] for volumes.</param>
            /// <param name="size">The shape of the output: [N, C, H, W] or [N, C, D, H, W].</param>
            /// <param name="align_corners">Whether −1 and 1 are the centres of the pixels at the borders.</param>
            public static Tensor affine_grid(Tensor theta, long[]? size = null, bool align_corners = false)
            {
                Expect.Dimensions(theta, [3], nameof(affine_grid));
                ArgumentNullException.ThrowIfNull(size);
                if (size.Length is not (4 or 5))
                    throw new ArgumentException($"The output has 4 or 5 dimensions, not {size.Length}.", nameof(size));
                foreach (var n in size)
                    AtLeast(n, 1, nameof(size));
                Expect.Size(Expect.Size(theta, 1, size.Length - 2, nameof(affine_grid)), 2, size.Length - 1, nameof(affine_grid));
                return AffineGrid.Call(theta, size, align_corners);
            }

            /// <summary>Sequences [N, C, L] of another length, by the nearest element.</summary>
            public static Tensor upsample_nearest1d(Tensor input, long? outputSize, double? scaleFactor) => interpolate(
                Expect.Dimensions(input, [3], nameof(upsample_nearest1d)), outputSize is { } n ? [n] : null, scaleFactor is { } s ? [s] : null);

            /// <summary>Pictures [N, C, H, W] of another size, by the nearest pixel.</summary>
            public static Tensor upsample_nearest2d(Tensor input, long[]? outputSizes = null, double[]? scaleFactors = null) =>
                interpolate(Expect.Dimensions(input, [4], nameof(upsample_nearest2d)), outputSizes, scaleFactors);

            /// <summary>Volumes [N, C, D, H, W] of another size, by the nearest element.</summary>
            public static Tensor upsample_nearest3d(Tensor input, long[]? outputSizes = null, double[]? scaleFactors = null) =>
                interpolate(Expect.Dimensions(input, [5], nameof(upsample_nearest3d)), outputSizes, scaleFactors);

            /// <summary>Another size by the nearest element.</summary>
            public static Tensor upsample_nearest(Tensor x, long[]? size = null, double[]? scale_factor = null, bool align_corners = false) =>
                interpolate(x, size, scale_factor);

            /// <summary>Pictures [N, C, H, W] of another size, linear between four pixels.</summary>
            public static Tensor upsample_bilinear(Tensor x, long[]? size = null, double[]? scale_factor = null, bool align_corners = false) =>
                interpolate(x, size, scale_factor, InterpolationMode.Bilinear, align_corners);

            private static readonly Operator GridSampler = new("grid_sampler"), AffineGrid = new("affine_grid_generator");
        }
    }
}

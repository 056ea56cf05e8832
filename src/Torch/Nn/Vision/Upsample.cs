using TorchSharp.Interop;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        /// <summary>How <see cref="Modules.Upsample"/> makes data larger.</summary>
        public enum UpsampleMode
        {
            /// <summary>The nearest element.</summary>
            Nearest = 0,
            /// <summary>Linear between two; sequences.</summary>
            Linear = 1,
            /// <summary>Linear between four; pictures.</summary>
            Bilinear = 2,
            /// <summary>Cubic between sixteen; pictures.</summary>
            Bicubic = 3,
            /// <summary>Linear between eight; volumes.</summary>
            Trilinear = 4,
        }

        /// <summary>How <see cref="nn.functional.interpolate"/> resizes data.</summary>
        public enum InterpolationMode
        {
            /// <summary>The nearest element.</summary>
            Nearest = 0,
            /// <summary>Linear between two; sequences.</summary>
            Linear = 1,
            /// <summary>Linear between four; pictures.</summary>
            Bilinear = 2,
            /// <summary>Cubic between sixteen; pictures.</summary>
            Bicubic = 3,
            /// <summary>Linear between eight; volumes.</summary>
            Trilinear = 4,
            /// <summary>Means of areas.</summary>
            Area = 5,
            /// <summary>The nearest element, places rounded as scikit-image and Pillow do.</summary>
            NearestExact = 6,
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Sequences [N, C, L], pictures [N, C, H, W] or volumes [N, C, D, H, W] of another size.</summary>
    public sealed class Upsample : nn.Module<Tensor, Tensor>
    {
        internal Upsample(long[]? size, double[]? scale, UpsampleMode mode, bool? corners, bool? recompute) : base(nameof(Upsample)) =>
            (this.size, scale_factor, this.mode, align_corners, recompute_scale_factor) = (size, scale, mode, corners, recompute);

        /// <summary>The new size, or null.</summary>
        public long[]? size { get; set; }
        /// <summary>The factors, or null.</summary>
        public double[]? scale_factor { get; set; }
        /// <summary>How to fill in.</summary>
        public UpsampleMode mode { get; set; }
        /// <summary>Whether the centres of the corners stay where they are.</summary>
        public bool? align_corners { get; set; }
        /// <summary>Whether to use the factor that the rounded size gives.</summary>
        public bool? recompute_scale_factor { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) =>
            nn.functional.interpolate(input, size, scale_factor, (InterpolationMode)mode, align_corners, recompute_scale_factor ?? false);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Another size, or the same size times a factor.</summary>
            public static Upsample Upsample(
                long[]? size = null, double[]? scale_factor = null, UpsampleMode mode = UpsampleMode.Nearest, bool? align_corners = null,
                bool? recompute_scale_factor = null) =>
                new(size, scale_factor, mode, align_corners, recompute_scale_factor);

            public static partial class functional
            {
                private static readonly Operator Linear1d = new("upsample_linear1d.vec"), Bilinear2d = new("upsample_bilinear2d.vec");
                private static readonly Operator Bicubic2d = new("upsample_bicubic2d.vec"), Trilinear3d = new("upsample_trilinear3d.vec");
                private static readonly Operator SmoothBilinear2d = new("_upsample_bilinear2d_aa.vec"), SmoothBicubic2d = new("_upsample_bicubic2d_aa.vec");
                private static readonly Operator[] Nearest =
                    [new("upsample_nearest1d.vec"), new("upsample_nearest2d.vec"), new("upsample_nearest3d.vec")];
                private static readonly Operator[] NearestExact =
                    [new("_upsample_nearest_exact1d.vec"), new("_upsample_nearest_exact2d.vec"), new("_upsample_nearest_exact3d.vec")];

                /// <summary>Another size, or the same size times a factor.</summary>
                public static Tensor upsample(
                    Tensor input, long[]? size = null, double[]? scale_factor = null, UpsampleMode mode = UpsampleMode.Nearest, bool align_corners = false) =>
                    interpolate(input, size, scale_factor, (InterpolationMode)mode, align_corners);

                /// <summary>Another size, or the same size times a factor.</summary>
                /// <param name="x">[N, C, L], [N, C, H, W] or [N, C, D, H, W].</param>
                /// <param name="size">The new L, H and W, or D, H and W.</param>
                /// <param name="scale_factor">What to multiply these by, in place of the size.</param>
                /// <param name="mode">How to fill in.</param>
                /// <param name="align_corners">Whether the centres of the corners stay where they are; for the linear and cubic modes.</param>
                /// <param name="recompute_scale_factor">Whether to use the factor that the rounded size gives.</param>
                /// <param name="antialias">Whether to smooth before making pictures smaller; for the bilinear and bicubic modes.</param>
                /// <exception cref="ArgumentException">Neither or both of size and factor are given, or the mode does not fit the dimensions.</exception>
                public static Tensor interpolate(
                    Tensor x, long[]? size = null, double[]? scale_factor = null, InterpolationMode mode = InterpolationMode.Nearest,
                    bool? align_corners = null, bool recompute_scale_factor = false, bool antialias = false)
                {
                    Expect.Dimensions(x, [3, 4, 5], "Interpolation");
                    var dims = (int)x.ndim - 2;
                    if (size is null == scale_factor is null)
                        throw new ArgumentException("Give either size or scale_factor.", nameof(size));
                    var sizes = size is null ? null : Each(Expect.Sizes(size, dims, 1), dims);
                    var scale = scale_factor is null ? null : Each(scale_factor, dims);
                    if (scale is not null && (scale.Length != dims || scale.Any(s => !(s > 0))))
                        throw new ArgumentException($"{dims} positive factors are needed, not [{string.Join(", ", scale)}].", nameof(scale_factor));
                    if (scale is not null && (recompute_scale_factor || mode == InterpolationMode.Area))
                        (sizes, scale) = ([.. x.shape[2..].Select((n, i) => (long)(n * scale[i]))], null);
                    var corners = align_corners ?? false;
                    if (antialias && mode is not (InterpolationMode.Bilinear or InterpolationMode.Bicubic))
                        throw new ArgumentException($"antialias is for Bilinear and Bicubic, not {mode}.", nameof(antialias));
                    return (mode, dims) switch
                    {
                        (InterpolationMode.Nearest, _) => Nearest[dims - 1].Call(x, sizes, scale),
                        (InterpolationMode.NearestExact, _) => NearestExact[dims - 1].Call(x, sizes, scale),
                        (InterpolationMode.Linear, 1) => Linear1d.Call(x, sizes, corners, scale),
                        (InterpolationMode.Bilinear, 2) => (antialias ? SmoothBilinear2d : Bilinear2d).Call(x, sizes, corners, scale),
                        (InterpolationMode.Bicubic, 2) => (antialias ? SmoothBicubic2d : Bicubic2d).Call(x, sizes, corners, scale),
                        (InterpolationMode.Trilinear, 3) => Trilinear3d.Call(x, sizes, corners, scale),
                        (InterpolationMode.Area, 1) => adaptive_avg_pool1d(x, sizes![0]),
                        (InterpolationMode.Area, 2) => adaptive_avg_pool2d(x, sizes!),
                        (InterpolationMode.Area, 3) => adaptive_avg_pool3d(x, sizes!),
                        _ => throw new ArgumentException($"{mode} does not fit a tensor of shape {x.Shaped()}.", nameof(mode)),
                    };
                }

                private static T[] Each<T>(T[] values, int count) => values.Length == 1 ? [.. Enumerable.Repeat(values[0], count)] : values;
            }
        }
    }
}

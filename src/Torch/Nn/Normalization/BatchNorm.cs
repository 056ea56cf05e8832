using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>
    /// Each channel normalised: while training by the batch's own mean and variance, which running means follow; when evaluating by those.
    /// </summary>
    public abstract class BatchNorm : NormBase
    {
        private protected BatchNorm(
            string name, long features, double eps, double? momentum, bool affine, bool track, long[] ranks, Device? device, ScalarType? dtype)
            : base(name, features, eps, momentum, affine, track, ranks, device, dtype)
        {
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input)
        {
            Checked(input);
            var alone = input.numel() / num_features;
            if (training && alone == 1)
                throw new ArgumentException($"{GetName()} needs more than one value in each channel to train, not shape {input.Shaped()}.", nameof(input));
            return nn.functional.batch_norm(input, running_mean, running_var, weight, bias, training || running_mean is null, Counted(), eps);
        }
    }

    /// <summary>Batch normalisation of [N, C] or [N, C, L].</summary>
    public sealed class BatchNorm1d : BatchNorm
    {
        internal BatchNorm1d(long features, double eps, double? momentum, bool affine, bool track, Device? device, ScalarType? dtype)
            : base(nameof(BatchNorm1d), features, eps, momentum, affine, track, [2, 3], device, dtype)
        {
        }
    }

    /// <summary>Batch normalisation of [N, C, H, W].</summary>
    public sealed class BatchNorm2d : BatchNorm
    {
        internal BatchNorm2d(long features, double eps, double? momentum, bool affine, bool track, Device? device, ScalarType? dtype)
            : base(nameof(BatchNorm2d), features, eps, momentum, affine, track, [4], device, dtype)
        {
        }
    }

    /// <summary>Batch normalisation of [N, C, D, H, W].</summary>
    public sealed class BatchNorm3d : BatchNorm
    {
        internal BatchNorm3d(long features, double eps, double? momentum, bool affine, bool track, Device? device, ScalarType? dtype)
            : base(nameof(BatchNorm3d), features, eps, momentum, affine, track, [5], device, dtype)
        {
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Batch normalisation of [N, C] or [N, C, L].</summary>
            /// <param name="num_features">The number of channels C.</param>
            /// <param name="eps">What is added to variances.</param>
            /// <param name="momentum">How much of a batch's statistics enters the running means.</param>
            /// <param name="affine">Whether to learn scale and shift.</param>
            /// <param name="track_running_stats">Whether to keep running means for evaluation.</param>
            /// <param name="device">Where the parameters are.</param>
            /// <param name="dtype">Their type.</param>
            public static BatchNorm1d BatchNorm1d(
                long num_features, double eps = 1e-05, double momentum = 0.1, bool affine = true, bool track_running_stats = true, Device? device = null,
                ScalarType? dtype = null) =>
                new(num_features, eps, momentum, affine, track_running_stats, device, dtype);

            /// <summary>Batch normalisation whose running means can be plain averages: with null for the momentum.</summary>
            /// <inheritdoc cref="BatchNorm1d(long, double, double, bool, bool, Device, ScalarType?)"/>
            public static BatchNorm1d BatchNorm1d(
                long num_features, double eps, double? momentum, bool affine = true, bool track_running_stats = true, Device? device = null,
                ScalarType? dtype = null) =>
                new(num_features, eps, momentum, affine, track_running_stats, device, dtype);

            /// <summary>Batch normalisation of [N, C, H, W].</summary>
            /// <inheritdoc cref="BatchNorm1d(long, double, double, bool, bool, Device, ScalarType?)"/>
            public static BatchNorm2d BatchNorm2d(
                long num_features, double eps = 1e-05, double momentum = 0.1, bool affine = true, bool track_running_stats = true, Device? device = null,
                ScalarType? dtype = null) =>
                new(num_features, eps, momentum, affine, track_running_stats, device, dtype);

            /// <summary>Batch normalisation whose running means can be plain averages: with null for the momentum.</summary>
            /// <inheritdoc cref="BatchNorm2d(long, double, double, bool, bool, Device, ScalarType?)"/>
            public static BatchNorm2d BatchNorm2d(
                long num_features, double eps, double? momentum, bool affine = true, bool track_running_stats = true, Device? device = null,
                ScalarType? dtype = null) =>
                new(num_features, eps, momentum, affine, track_running_stats, device, dtype);

            /// <summary>Batch normalisation of [N, C, D, H, W].</summary>
            /// <inheritdoc cref="BatchNorm1d(long, double, double, bool, bool, Device, ScalarType?)"/>
            public static BatchNorm3d BatchNorm3d(
                long num_features, double eps = 1e-05, double momentum = 0.1, bool affine = true, bool track_running_stats = true, Device? device = null,
                ScalarType? dtype = null) =>
                new(num_features, eps, momentum, affine, track_running_stats, device, dtype);

            /// <summary>Batch normalisation whose running means can be plain averages: with null for the momentum.</summary>
            /// <inheritdoc cref="BatchNorm3d(long, double, double, bool, bool, Device, ScalarType?)"/>
            public static BatchNorm3d BatchNorm3d(
                long num_features, double eps, double? momentum, bool affine = true, bool track_running_stats = true, Device? device = null,
                ScalarType? dtype = null) =>
                new(num_features, eps, momentum, affine, track_running_stats, device, dtype);
        }
    }
}

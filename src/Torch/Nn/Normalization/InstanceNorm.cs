using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Each channel of each example normalised by its own mean and variance; by running means when evaluating, if these are kept.</summary>
    public abstract class InstanceNorm : NormBase
    {
        private readonly int _batched;

        private protected InstanceNorm(
            string name, long features, double eps, double momentum, bool affine, bool track, int dims, Device? device, ScalarType? dtype)
            : base(name, features, eps, momentum, affine, track, [dims + 1, dims + 2], device, dtype) => _batched = dims + 2;

        private protected override int Channels(Tensor input) => input.ndim == _batched ? 1 : 0;

        /// <inheritdoc/>
        public override Tensor forward(Tensor input)
        {
            Checked(input);
            if (input.ndim == _batched)
                return Normalized(input);
            using var batch = input.unsqueeze(0);
            using var result = Normalized(batch);
            return result.squeeze(0);
        }

        private Tensor Normalized(Tensor batch)
        {
            var measured = training || running_mean is null;
            if (measured && batch.numel() == batch.size(0) * num_features)
                throw new ArgumentException($"{GetName()} needs more than one value in each channel, not shape {batch.Shaped()}.", nameof(batch));
            return nn.functional.instance_norm(batch, running_mean, running_var, weight, bias, measured, momentum ?? 0, eps);
        }
    }

    /// <summary>Instance normalisation of [N, C, L] or [C, L].</summary>
    public sealed class InstanceNorm1d : InstanceNorm
    {
        internal InstanceNorm1d(long features, double eps, double momentum, bool affine, bool track, Device? device, ScalarType? dtype)
            : base(nameof(InstanceNorm1d), features, eps, momentum, affine, track, 1, device, dtype)
        {
        }
    }

    /// <summary>Instance normalisation of [N, C, H, W] or [C, H, W].</summary>
    public sealed class InstanceNorm2d : InstanceNorm
    {
        internal InstanceNorm2d(long features, double eps, double momentum, bool affine, bool track, Device? device, ScalarType? dtype)
            : base(nameof(InstanceNorm2d), features, eps, momentum, affine, track, 2, device, dtype)
        {
        }
    }

    /// <summary>Instance normalisation of [N, C, D, H, W] or [C, D, H, W].</summary>
    public sealed class InstanceNorm3d : InstanceNorm
    {
        internal InstanceNorm3d(long features, double eps, double momentum, bool affine, bool track, Device? device, ScalarType? dtype)
            : base(nameof(InstanceNorm3d), features, eps, momentum, affine, track, 3, device, dtype)
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
            /// <summary>Instance normalisation of [N, C, L] or [C, L].</summary>
            /// <param name="num_features">The number of channels C.</param>
            /// <param name="eps">What is added to variances.</param>
            /// <param name="momentum">How much of a batch's statistics enters the running means.</param>
            /// <param name="affine">Whether to learn scale and shift.</param>
            /// <param name="track_running_stats">Whether to keep running means for evaluation.</param>
            /// <param name="device">Where the parameters are.</param>
            /// <param name="dtype">Their type.</param>
            public static InstanceNorm1d InstanceNorm1d(
                long num_features, double eps = 1e-05, double momentum = 0.1, bool affine = false, bool track_running_stats = false, Device? device = null,
                ScalarType? dtype = null) =>
                new(num_features, eps, momentum, affine, track_running_stats, device, dtype);

            /// <summary>Instance normalisation of [N, C, H, W] or [C, H, W].</summary>
            /// <inheritdoc cref="InstanceNorm1d(long, double, double, bool, bool, Device, ScalarType?)"/>
            public static InstanceNorm2d InstanceNorm2d(
                long num_features, double eps = 1e-05, double momentum = 0.1, bool affine = false, bool track_running_stats = false, Device? device = null,
                ScalarType? dtype = null) =>
                new(num_features, eps, momentum, affine, track_running_stats, device, dtype);

            /// <summary>Instance normalisation of [N, C, D, H, W] or [C, D, H, W].</summary>
            /// <inheritdoc cref="InstanceNorm1d(long, double, double, bool, bool, Device, ScalarType?)"/>
            public static InstanceNorm3d InstanceNorm3d(
                long num_features, double eps = 1e-05, double momentum = 0.1, bool affine = false, bool track_running_stats = false, Device? device = null,
                ScalarType? dtype = null) =>
                new(num_features, eps, momentum, affine, track_running_stats, device, dtype);
        }
    }
}

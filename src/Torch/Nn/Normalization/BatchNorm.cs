using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>
    /// Each channel normalised: while training by the batch's own mean and variance, which running means follow; when evaluating by those.
    /// </summary>
    public abstract class BatchNorm : nn.Module<Tensor, Tensor>
    {
        private readonly double _eps, _momentum;
        private readonly long[] _ranks;

        private protected BatchNorm(
            string name, long features, double eps, double momentum, bool affine, bool track, long[] ranks, Device? device, ScalarType? dtype) : base(name)
        {
            (_eps, _momentum, _ranks) = (eps, momentum, ranks);
            AtLeast(features, 1);
            if (affine)
            {
                weight = new(ones([features], dtype, device));
                bias = new(zeros([features], dtype, device));
            }

            if (track)
            {
                running_mean = zeros([features], dtype, device);
                running_var = ones([features], dtype, device);
                num_batches_tracked = tensor(0L);
            }

            RegisterComponents();
        }

        /// <summary>The scale of each channel, or null.</summary>
        public Parameter? weight;

        /// <summary>The shift of each channel, or null.</summary>
        public Parameter? bias;

        /// <summary>The running mean of each channel, or null.</summary>
        public Tensor? running_mean;

        /// <summary>The running variance (unbiased) of each channel, or null.</summary>
        public Tensor? running_var;

        /// <summary>How many batches the running means have seen, or null.</summary>
        public Tensor? num_batches_tracked;

        /// <inheritdoc/>
        public override Tensor forward(Tensor input)
        {
            ArgumentNullException.ThrowIfNull(input);
            if (!_ranks.Contains(input.ndim))
                throw new ArgumentException(
                    $"{GetName()} takes tensors of {string.Join(" or ", _ranks)} dimensions, not of shape {input.Shaped()}.", nameof(input));
            if (training && num_batches_tracked is not null)
                num_batches_tracked.add_(1);
            return nn.functional.batch_norm(
                input, running_mean, running_var, weight, bias, training || running_mean is null, _momentum, _eps);
        }
    }

    /// <summary>Batch normalisation of [N, C] or [N, C, L].</summary>
    public sealed class BatchNorm1d : BatchNorm
    {
        internal BatchNorm1d(long features, double eps, double momentum, bool affine, bool track, Device? device, ScalarType? dtype)
            : base(nameof(BatchNorm1d), features, eps, momentum, affine, track, [2, 3], device, dtype)
        {
        }
    }

    /// <summary>Batch normalisation of [N, C, H, W].</summary>
    public sealed class BatchNorm2d : BatchNorm
    {
        internal BatchNorm2d(long features, double eps, double momentum, bool affine, bool track, Device? device, ScalarType? dtype)
            : base(nameof(BatchNorm2d), features, eps, momentum, affine, track, [4], device, dtype)
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
            /// <param name="features">The number of channels C.</param>
            /// <param name="eps">What is added to variances.</param>
            /// <param name="momentum">How much of a batch's statistics enters the running means.</param>
            /// <param name="affine">Whether to learn scale and shift.</param>
            /// <param name="track_running_stats">Whether to keep running means for evaluation.</param>
            public static BatchNorm1d BatchNorm1d(
                long features, double eps = 1e-05, double momentum = 0.1, bool affine = true, bool track_running_stats = true, Device? device = null,
                ScalarType? dtype = null) =>
                new(features, eps, momentum, affine, track_running_stats, device, dtype);

            /// <summary>Batch normalisation of [N, C, H, W].</summary>
            /// <inheritdoc cref="BatchNorm1d(long, double, double, bool, bool, Device, ScalarType?)"/>
            public static BatchNorm2d BatchNorm2d(
                long features, double eps = 1e-05, double momentum = 0.1, bool affine = true, bool track_running_stats = true, Device? device = null,
                ScalarType? dtype = null) =>
                new(features, eps, momentum, affine, track_running_stats, device, dtype);
        }
    }
}

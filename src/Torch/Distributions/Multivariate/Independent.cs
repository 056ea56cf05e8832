using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Independent values of a distribution as one: the last dimensions of its batch become dimensions of the event.</summary>
    public class Independent : distributions.Distribution
    {
        /// <summary>The distribution over fewer batch dimensions.</summary>
        /// <param name="base_distribution">The distribution of the parts; the caller's to dispose.</param>
        /// <param name="reinterpreted_batch_ndims">How many batch dimensions become dimensions of the event.</param>
        /// <param name="generator">Not used: the distribution of the parts draws.</param>
        /// <exception cref="ArgumentOutOfRangeException">The batch has fewer dimensions.</exception>
        public Independent(distributions.Distribution base_distribution, int reinterpreted_batch_ndims, Generator? generator = null)
            : base(generator)
        {
            ArgumentNullException.ThrowIfNull(base_distribution);
            if (reinterpreted_batch_ndims < 0 || reinterpreted_batch_ndims > base_distribution.batch_shape.Length)
                throw new ArgumentOutOfRangeException(
                    nameof(reinterpreted_batch_ndims), reinterpreted_batch_ndims, $"The batch has {base_distribution.batch_shape.Length} dimensions.");
            (Base, Dimensions) = (base_distribution, reinterpreted_batch_ndims);
            long[] batch = [.. base_distribution.batch_shape];
            (batch_shape, event_shape) = (new(batch[..^Dimensions]), new([.. batch[^Dimensions..], .. base_distribution.event_shape]));
        }

        /// <summary>The distribution of the parts.</summary>
        internal distributions.Distribution Base { get; }

        /// <summary>How many batch dimensions became dimensions of the event.</summary>
        internal int Dimensions { get; }

        /// <inheritdoc/>
        public override Tensor mean => Base.mean;

        /// <inheritdoc/>
        public override Tensor mode => Base.mode;

        /// <inheritdoc/>
        public override Tensor variance => Base.variance;

        /// <inheritdoc/>
        public override Tensor sample(params long[] sample_shape) => Base.sample(sample_shape);

        /// <inheritdoc/>
        public override Tensor rsample(params long[] sample_shape) => Base.rsample(sample_shape);

        /// <inheritdoc/>
        public override Tensor log_prob(Tensor value) => WrappedTensorDisposeScope(() => Summed(Base.log_prob(value), Dimensions));

        /// <inheritdoc/>
        public override Tensor entropy() => WrappedTensorDisposeScope(() => Summed(Base.entropy(), Dimensions));

        /// <summary>The sum over the last dimensions.</summary>
        internal static Tensor Summed(Tensor values, int dimensions) =>
            dimensions == 0 ? values : values.sum([.. Enumerable.Range(1, dimensions).Select(i => (long)-i)]);

        /// <inheritdoc/>
        public override distributions.Distribution expand(Size batch_shape, distributions.Distribution? instance = null)
        {
            if (instance is not (null or Independent))
                throw new ArgumentException($"An {nameof(Independent)} is expected, not a {instance.GetType().Name}.", nameof(instance));
            long[] rest = [.. event_shape];
            return new Independent(Base.expand(new Size([.. batch_shape, .. rest[..Dimensions]])), Dimensions, generator);
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class distributions
        {
            /// <summary>Independent values of a distribution as one: the last dimensions of its batch become dimensions of the event.</summary>
            /// <param name="base_distribution">The distribution of the parts; the caller's to dispose.</param>
            /// <param name="reinterpreted_batch_dims">How many batch dimensions become dimensions of the event.</param>
            /// <param name="generator">Not used: the distribution of the parts draws.</param>
            public static Independent Independent(Distribution base_distribution, int reinterpreted_batch_dims, Generator? generator = null) =>
                new(base_distribution, reinterpreted_batch_dims, generator);
        }
    }
}

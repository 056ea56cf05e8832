using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>An exponential distribution: the time to the next event.</summary>
    public class Exponential : distributions.Distribution
    {
        /// <summary>A batch of the shape that the parameters broadcast to.</summary>
        /// <param name="rate">The rate; positive.</param>
        /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
        /// <exception cref="ArgumentException">A parameter is out of range.</exception>
        public Exponential(Tensor rate, Generator? generator = null)
            : base(generator) =>
            Own((nameof(rate), rate, distributions.constraints.positive));

        internal Tensor rate => Parameters[0]!;

        /// <inheritdoc/>
        public override Tensor mean => WrappedTensorDisposeScope(() => rate.reciprocal());

        /// <inheritdoc/>
        public override Tensor mode => Filled(0);

        /// <inheritdoc/>
        public override Tensor variance => WrappedTensorDisposeScope(() => rate.square().reciprocal());

        /// <inheritdoc/>
        public override Tensor stddev => WrappedTensorDisposeScope(() => rate.reciprocal());

        /// <inheritdoc/>
        public override Tensor rsample(params long[] sample_shape) => WrappedTensorDisposeScope(
            () => empty(ExtendedShape(sample_shape), rate.dtype).exponential_(generator: generator) / rate);

        /// <inheritdoc/>
        public override Tensor log_prob(Tensor value) => WrappedTensorDisposeScope(() => rate.log() - rate * value);

        /// <inheritdoc/>
        public override Tensor entropy() => WrappedTensorDisposeScope(() => 1 - rate.log());

        /// <inheritdoc/>
        public override Tensor cdf(Tensor value) => WrappedTensorDisposeScope(() => -(-rate * value).expm1());

        /// <inheritdoc/>
        public override Tensor icdf(Tensor value) => WrappedTensorDisposeScope(() => -(-value).log1p() / rate);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class distributions
        {
            /// <summary>An exponential distribution: the time to the next event.</summary>
            /// <param name="rate">The rate; positive.</param>
            /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
            public static Exponential Exponential(Tensor rate, Generator? generator = null) => new(rate, generator);
        }
    }
}

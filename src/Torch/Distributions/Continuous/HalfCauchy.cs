using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The distribution of the size of a Cauchy variable around 0.</summary>
    public class HalfCauchy : distributions.Distribution
    {
        /// <summary>A batch of the shape that the parameters broadcast to.</summary>
        /// <param name="scale">How wide it is; positive.</param>
        /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
        /// <exception cref="ArgumentException">A parameter is out of range.</exception>
        public HalfCauchy(Tensor scale, Generator? generator = null)
            : base(generator) =>
            Own((nameof(scale), scale, distributions.constraints.positive));

        internal Tensor scale => Parameters[0]!;

        /// <inheritdoc/>
        public override Tensor mean => Filled(double.PositiveInfinity);

        /// <inheritdoc/>
        public override Tensor mode => Filled(0);

        /// <inheritdoc/>
        public override Tensor variance => Filled(double.PositiveInfinity);

        /// <inheritdoc/>
        public override Tensor rsample(params long[] sample_shape) => WrappedTensorDisposeScope(
            () => (empty(ExtendedShape(sample_shape), scale.dtype).cauchy_(generator: generator) * scale).abs());

        /// <inheritdoc/>
        public override Tensor log_prob(Tensor value) => WrappedTensorDisposeScope(
            () => where(value.ge(0), Math.Log(2 / Math.PI) - scale.log() - (value / scale).square().log1p(), double.NegativeInfinity));

        /// <inheritdoc/>
        public override Tensor entropy() => WrappedTensorDisposeScope(() => Math.Log(2 * Math.PI) + scale.log());

        /// <inheritdoc/>
        public override Tensor cdf(Tensor value) => WrappedTensorDisposeScope(() => 2 / Math.PI * (value / scale).atan());

        /// <inheritdoc/>
        public override Tensor icdf(Tensor value) => WrappedTensorDisposeScope(() => scale * (value * (Math.PI / 2)).tan());
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class distributions
        {
            /// <summary>The distribution of the size of a Cauchy variable around 0.</summary>
            /// <param name="scale">How wide it is; positive.</param>
            /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
            public static HalfCauchy HalfCauchy(Tensor scale, Generator? generator = null) => new(scale, generator);

            /// <inheritdoc cref="HalfCauchy(Tensor, Generator)"/>
            public static HalfCauchy HalfCauchy(float scale, Generator? generator = null) => new(tensor(scale), generator);

            /// <inheritdoc cref="HalfCauchy(Tensor, Generator)"/>
            public static HalfCauchy HalfCauchy(double scale, Generator? generator = null) => new(tensor(scale), generator);
        }
    }
}

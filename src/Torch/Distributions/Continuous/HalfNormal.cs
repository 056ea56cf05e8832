using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The distribution of the size of a normal variable of mean 0.</summary>
    public class HalfNormal : distributions.Distribution
    {
        /// <summary>A batch of the shape that the parameters broadcast to.</summary>
        /// <param name="scale">How wide it is; positive.</param>
        /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
        /// <exception cref="ArgumentException">A parameter is out of range.</exception>
        public HalfNormal(Tensor scale, Generator? generator = null)
            : base(generator) =>
            Own((nameof(scale), scale, distributions.constraints.positive));

        internal Tensor scale => Parameters[0]!;

        /// <inheritdoc/>
        public override Tensor mean => WrappedTensorDisposeScope(() => scale * Math.Sqrt(2 / Math.PI));

        /// <inheritdoc/>
        public override Tensor mode => Filled(0);

        /// <inheritdoc/>
        public override Tensor variance => WrappedTensorDisposeScope(() => scale.square() * (1 - 2 / Math.PI));

        /// <inheritdoc/>
        public override Tensor rsample(params long[] sample_shape) => WrappedTensorDisposeScope(
            () => (randn(ExtendedShape(sample_shape), scale.dtype, generator: generator) * scale).abs());

        /// <inheritdoc/>
        public override Tensor log_prob(Tensor value) => WrappedTensorDisposeScope(
            () => where(value.ge(0), -(value / scale).square() / 2 - scale.log() + Math.Log(2 / Math.PI) / 2, double.NegativeInfinity));

        /// <inheritdoc/>
        public override Tensor entropy() => WrappedTensorDisposeScope(() => 0.5 + Math.Log(Math.PI / 2) / 2 + scale.log());

        /// <inheritdoc/>
        public override Tensor cdf(Tensor value) => WrappedTensorDisposeScope(() => (value / (scale * Math.Sqrt(2))).erf());

        /// <inheritdoc/>
        public override Tensor icdf(Tensor prob) => WrappedTensorDisposeScope(() => scale * prob.erfinv() * Math.Sqrt(2));
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class distributions
        {
            /// <summary>The distribution of the size of a normal variable of mean 0.</summary>
            /// <param name="scale">How wide it is; positive.</param>
            /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
            public static HalfNormal HalfNormal(Tensor scale, Generator? generator = null) => new(scale, generator);

            /// <inheritdoc cref="HalfNormal(Tensor, Generator)"/>
            public static HalfNormal HalfNormal(float scale, Generator? generator = null) => new(tensor(scale), generator);

            /// <inheritdoc cref="HalfNormal(Tensor, Generator)"/>
            public static HalfNormal HalfNormal(double scale, Generator? generator = null) => new(tensor(scale), generator);
        }
    }
}

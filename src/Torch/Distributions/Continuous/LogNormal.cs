using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The distribution of e to a normal variable.</summary>
    public class LogNormal : distributions.Distribution
    {
        /// <summary>A batch of the shape that the parameters broadcast to.</summary>
        /// <param name="loc">Where it lies.</param>
        /// <param name="scale">How wide it is; positive.</param>
        /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
        /// <exception cref="ArgumentException">A parameter is out of range.</exception>
        public LogNormal(Tensor loc, Tensor scale, Generator? generator = null)
            : base(generator) =>
            Own((nameof(loc), loc, distributions.constraints.real), (nameof(scale), scale, distributions.constraints.positive));

        internal Tensor loc => Parameters[0]!;

        internal Tensor scale => Parameters[1]!;

        /// <inheritdoc/>
        public override Tensor mean => WrappedTensorDisposeScope(() => (loc + scale.square() / 2).exp());

        /// <inheritdoc/>
        public override Tensor mode => WrappedTensorDisposeScope(() => (loc - scale.square()).exp());

        /// <inheritdoc/>
        public override Tensor variance => WrappedTensorDisposeScope(() => scale.square().expm1() * (2 * loc + scale.square()).exp());

        /// <inheritdoc/>
        public override Tensor rsample(params long[] sample_shape) => WrappedTensorDisposeScope(
            () => (loc + randn(ExtendedShape(sample_shape), loc.dtype, generator: generator) * scale).exp());

        /// <inheritdoc/>
        public override Tensor log_prob(Tensor value) => WrappedTensorDisposeScope(
            () => -((value.log() - loc) / scale).square() / 2 - scale.log() - Math.Log(2 * Math.PI) / 2 - value.log());

        /// <inheritdoc/>
        public override Tensor entropy() => WrappedTensorDisposeScope(() => 0.5 + Math.Log(2 * Math.PI) / 2 + scale.log() + loc);

        /// <inheritdoc/>
        public override Tensor cdf(Tensor value) => WrappedTensorDisposeScope(() => 0.5 * (1 + ((value.log() - loc) / (scale * Math.Sqrt(2))).erf()));

        /// <inheritdoc/>
        public override Tensor icdf(Tensor value) => WrappedTensorDisposeScope(() => (loc + scale * (2 * value - 1).erfinv() * Math.Sqrt(2)).exp());
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class distributions
        {
            /// <summary>The distribution of e to a normal variable.</summary>
            /// <param name="loc">Where it lies.</param>
            /// <param name="scale">How wide it is; positive.</param>
            /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
            public static LogNormal LogNormal(Tensor loc, Tensor scale, Generator? generator = null) => new(loc, scale, generator);
        }
    }
}

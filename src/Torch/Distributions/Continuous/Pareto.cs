using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A Pareto distribution: a power from scale on.</summary>
    public class Pareto : distributions.Distribution
    {
        /// <summary>A batch of the shape that the parameters broadcast to.</summary>
        /// <param name="scale">How wide it is; positive.</param>
        /// <param name="alpha">The shape; positive.</param>
        /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
        /// <exception cref="ArgumentException">A parameter is out of range.</exception>
        public Pareto(Tensor scale, Tensor alpha, Generator? generator = null)
            : base(generator) =>
            Own((nameof(scale), scale, distributions.constraints.positive), (nameof(alpha), alpha, distributions.constraints.positive));

        internal Tensor scale => Parameters[0]!;

        internal Tensor alpha => Parameters[1]!;

        /// <inheritdoc/>
        public override Tensor mean => WrappedTensorDisposeScope(() => where(alpha.gt(1), alpha * scale / (alpha - 1), double.PositiveInfinity));

        /// <inheritdoc/>
        public override Tensor mode => scale;

        /// <inheritdoc/>
        public override Tensor variance => WrappedTensorDisposeScope(
            () => where(alpha.gt(2), scale.square() * alpha / ((alpha - 1).square() * (alpha - 2)), double.PositiveInfinity));

        /// <inheritdoc/>
        public override Tensor rsample(params long[] sample_shape) => WrappedTensorDisposeScope(
            () => scale * Uniforms(ExtendedShape(sample_shape), scale).pow(-alpha.reciprocal()));

        /// <inheritdoc/>
        public override Tensor log_prob(Tensor value) => WrappedTensorDisposeScope(
            () => where(value.ge(scale), alpha.log() + alpha * scale.log() - (alpha + 1) * value.log(), double.NegativeInfinity));

        /// <inheritdoc/>
        public override Tensor entropy() => WrappedTensorDisposeScope(() => (scale / alpha).log() + 1 + alpha.reciprocal());

        /// <inheritdoc/>
        public override Tensor cdf(Tensor value) => WrappedTensorDisposeScope(() => 1 - (scale / value).pow(alpha));

        /// <inheritdoc/>
        public override Tensor icdf(Tensor value) => WrappedTensorDisposeScope(() => scale * (1 - value).pow(-alpha.reciprocal()));
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class distributions
        {
            /// <summary>A Pareto distribution: a power from scale on.</summary>
            /// <param name="scale">How wide it is; positive.</param>
            /// <param name="alpha">The shape; positive.</param>
            /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
            public static Pareto Pareto(Tensor scale, Tensor alpha, Generator? generator = null) => new(scale, alpha, generator);

            /// <inheritdoc cref="Pareto(Tensor, Tensor, Generator)"/>
            public static Pareto Pareto(float scale, float alpha, Generator? generator = null) => new(tensor(scale), tensor(alpha), generator);

            /// <inheritdoc cref="Pareto(Tensor, Tensor, Generator)"/>
            public static Pareto Pareto(double scale, double alpha, Generator? generator = null) => new(tensor(scale), tensor(alpha), generator);
        }
    }
}

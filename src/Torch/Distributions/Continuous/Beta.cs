using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A beta distribution, over [0, 1].</summary>
    public class Beta : distributions.Distribution
    {
        /// <summary>A batch of the shape that the parameters broadcast to.</summary>
        /// <param name="concentration1">The shape α; positive.</param>
        /// <param name="concentration0">The shape β; positive.</param>
        /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
        /// <exception cref="ArgumentException">A parameter is out of range.</exception>
        public Beta(Tensor concentration1, Tensor concentration0, Generator? generator = null)
            : base(generator) =>
            Own((nameof(concentration1), concentration1, distributions.constraints.positive), (nameof(concentration0), concentration0, distributions.constraints.positive));

        internal Tensor concentration1 => Parameters[0]!;

        internal Tensor concentration0 => Parameters[1]!;

        /// <inheritdoc/>
        public override Tensor mean => WrappedTensorDisposeScope(() => concentration1 / Sum);

        /// <inheritdoc/>
        public override Tensor mode => WrappedTensorDisposeScope(() => new Dirichlet(Both).mode.select(-1, 0));

        /// <inheritdoc/>
        public override Tensor variance => WrappedTensorDisposeScope(() => concentration1 * concentration0 / (Sum.square() * (Sum + 1)));

        /// <inheritdoc/>
        public override Tensor rsample(params long[] sample_shape) => WrappedTensorDisposeScope(
            () => new Dirichlet(Both, generator).rsample(sample_shape).select(-1, 0));

        /// <inheritdoc/>
        public override Tensor log_prob(Tensor value) => WrappedTensorDisposeScope(
            () => (concentration1 - 1).xlogy(value) + (concentration0 - 1).xlogy(1 - value) + Sum.lgamma() - concentration1.lgamma()
                - concentration0.lgamma());

        /// <inheritdoc/>
        public override Tensor entropy() => WrappedTensorDisposeScope(
            () => concentration1.lgamma() + concentration0.lgamma() - Sum.lgamma() - (concentration1 - 1) * concentration1.digamma()
                - (concentration0 - 1) * concentration0.digamma() + (Sum - 2) * Sum.digamma());

        private Tensor Sum => concentration1 + concentration0;

        private Tensor Both => stack([concentration1, concentration0], -1);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class distributions
        {
            /// <summary>A beta distribution, over [0, 1].</summary>
            /// <param name="concentration1">The shape α; positive.</param>
            /// <param name="concentration0">The shape β; positive.</param>
            /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
            public static Beta Beta(Tensor concentration1, Tensor concentration0, Generator? generator = null) => new(concentration1, concentration0, generator);

            /// <inheritdoc cref="Beta(Tensor, Tensor, Generator)"/>
            public static Beta Beta(float concentration1, float concentration0, Generator? generator = null) => new(tensor(concentration1), tensor(concentration0), generator);

            /// <inheritdoc cref="Beta(Tensor, Tensor, Generator)"/>
            public static Beta Beta(double concentration1, double concentration0, Generator? generator = null) => new(tensor(concentration1), tensor(concentration0), generator);
        }
    }
}

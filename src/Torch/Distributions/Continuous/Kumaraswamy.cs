using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A Kumaraswamy distribution, a relative of Beta with a simple distribution function.</summary>
    public class Kumaraswamy : distributions.Distribution
    {
        /// <summary>A batch of the shape that the parameters broadcast to.</summary>
        /// <param name="concentration1">The shape α; positive.</param>
        /// <param name="concentration0">The shape β; positive.</param>
        /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
        /// <exception cref="ArgumentException">A parameter is out of range.</exception>
        public Kumaraswamy(Tensor concentration1, Tensor concentration0, Generator? generator = null)
            : base(generator) =>
            Own((nameof(concentration1), concentration1, distributions.constraints.positive), (nameof(concentration0), concentration0, distributions.constraints.positive));

        internal Tensor concentration1 => Parameters[0]!;

        internal Tensor concentration0 => Parameters[1]!;

        /// <inheritdoc/>
        public override Tensor mean => WrappedTensorDisposeScope(() => Moment(1));

        /// <inheritdoc/>
        public override Tensor mode => WrappedTensorDisposeScope(() => Mode());

        /// <inheritdoc/>
        public override Tensor variance => WrappedTensorDisposeScope(() => Moment(2) - Moment(1).square());

        /// <inheritdoc/>
        public override Tensor rsample(params long[] sample_shape) => WrappedTensorDisposeScope(
            () => FromUniform(Uniforms(ExtendedShape(sample_shape), concentration1)));

        /// <inheritdoc/>
        public override Tensor log_prob(Tensor value) => WrappedTensorDisposeScope(
            () => concentration1.log() + concentration0.log() + (concentration1 - 1) * value.log()
                + (concentration0 - 1) * (-value.pow(concentration1)).log1p());

        /// <inheritdoc/>
        public override Tensor entropy() => WrappedTensorDisposeScope(
            () => 1 - concentration0.reciprocal() + (1 - concentration1.reciprocal()) * ((concentration0 + 1).digamma() + euler_constant)
                - concentration1.log() - concentration0.log());

        /// <inheritdoc/>
        public override Tensor cdf(Tensor value) => WrappedTensorDisposeScope(() => 1 - (1 - value.pow(concentration1)).pow(concentration0));

        /// <inheritdoc/>
        public override Tensor icdf(Tensor value) => WrappedTensorDisposeScope(() => FromUniform(1 - value));

        private Tensor FromUniform(Tensor above) => (1 - above.pow(concentration0.reciprocal())).pow(concentration1.reciprocal());

        // β B(1 + n / α, β)
        private Tensor Moment(int n)
        {
            var first = 1 + n / concentration1;
            return concentration0 * (first.lgamma() + concentration0.lgamma() - (first + concentration0).lgamma()).exp();
        }

        // Only where both shapes are at least 1 is there a single highest point.
        private Tensor Mode()
        {
            var highest = ((concentration1 - 1) / (concentration1 * concentration0 - 1)).pow(concentration1.reciprocal());
            return where(concentration1.ge(1).logical_and(concentration0.ge(1)), highest, double.NaN);
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class distributions
        {
            /// <summary>A Kumaraswamy distribution, a relative of Beta with a simple distribution function.</summary>
            /// <param name="concentration1">The shape α; positive.</param>
            /// <param name="concentration0">The shape β; positive.</param>
            /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
            public static Kumaraswamy Kumaraswamy(Tensor concentration1, Tensor concentration0, Generator? generator = null) => new(concentration1, concentration0, generator);

            /// <inheritdoc cref="Kumaraswamy(Tensor, Tensor, Generator)"/>
            public static Kumaraswamy Kumaraswamy(float concentration1, float concentration0, Generator? generator = null) => new(tensor(concentration1), tensor(concentration0), generator);

            /// <inheritdoc cref="Kumaraswamy(Tensor, Tensor, Generator)"/>
            public static Kumaraswamy Kumaraswamy(double concentration1, double concentration0, Generator? generator = null) => new(tensor(concentration1), tensor(concentration0), generator);
        }
    }
}

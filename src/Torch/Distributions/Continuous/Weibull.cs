using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A Weibull distribution.</summary>
    public class Weibull : distributions.Distribution
    {
        /// <summary>A batch of the shape that the parameters broadcast to.</summary>
        /// <param name="scale">How wide it is; positive.</param>
        /// <param name="concentration">The shape; positive.</param>
        /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
        /// <exception cref="ArgumentException">A parameter is out of range.</exception>
        public Weibull(Tensor scale, Tensor concentration, Generator? generator = null)
            : base(generator) =>
            Own((nameof(scale), scale, distributions.constraints.positive), (nameof(concentration), concentration, distributions.constraints.positive));

        internal Tensor scale => Parameters[0]!;

        internal Tensor concentration => Parameters[1]!;

        /// <inheritdoc/>
        public override Tensor mean => WrappedTensorDisposeScope(() => scale * (1 + concentration.reciprocal()).lgamma().exp());

        /// <inheritdoc/>
        public override Tensor mode => WrappedTensorDisposeScope(
            () => scale * ((concentration - 1) / concentration).clamp(0).pow(concentration.reciprocal()));

        /// <inheritdoc/>
        public override Tensor variance => WrappedTensorDisposeScope(
            () => scale.square() * ((1 + 2 / concentration).lgamma().exp() - (2 * (1 + concentration.reciprocal()).lgamma()).exp()));

        /// <inheritdoc/>
        public override Tensor rsample(params long[] sample_shape) => WrappedTensorDisposeScope(
            () => FromUniform(Uniforms(ExtendedShape(sample_shape), scale)));

        /// <inheritdoc/>
        public override Tensor log_prob(Tensor value) => WrappedTensorDisposeScope(
            () => (concentration / scale).log() + (concentration - 1) * (value / scale).log() - (value / scale).pow(concentration));

        /// <inheritdoc/>
        public override Tensor entropy() => WrappedTensorDisposeScope(
            () => euler_constant * (1 - concentration.reciprocal()) + (scale / concentration).log() + 1);

        /// <inheritdoc/>
        public override Tensor cdf(Tensor value) => WrappedTensorDisposeScope(() => -(-(value / scale).pow(concentration)).expm1());

        /// <inheritdoc/>
        public override Tensor icdf(Tensor value) => WrappedTensorDisposeScope(() => FromUniform(1 - value));

        private Tensor FromUniform(Tensor above) => scale * (-above.log()).pow(concentration.reciprocal());
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class distributions
        {
            /// <summary>A Weibull distribution.</summary>
            /// <param name="scale">How wide it is; positive.</param>
            /// <param name="concentration">The shape; positive.</param>
            /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
            public static Weibull Weibull(Tensor scale, Tensor concentration, Generator? generator = null) => new(scale, concentration, generator);

            /// <inheritdoc cref="Weibull(Tensor, Tensor, Generator)"/>
            public static Weibull Weibull(float scale, float concentration, Generator? generator = null) => new(tensor(scale), tensor(concentration), generator);

            /// <inheritdoc cref="Weibull(Tensor, Tensor, Generator)"/>
            public static Weibull Weibull(double scale, double concentration, Generator? generator = null) => new(tensor(scale), tensor(concentration), generator);
        }
    }
}

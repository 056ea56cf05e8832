using TorchSharp.Interop;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A gamma distribution.</summary>
    public class Gamma : distributions.Distribution
    {
        /// <summary>A batch of the shape that the parameters broadcast to.</summary>
        /// <param name="concentration">The shape; positive.</param>
        /// <param name="rate">The rate; positive.</param>
        /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
        /// <exception cref="ArgumentException">A parameter is out of range.</exception>
        public Gamma(Tensor concentration, Tensor rate, Generator? generator = null)
            : base(generator) =>
            Own((nameof(concentration), concentration, distributions.constraints.positive), (nameof(rate), rate, distributions.constraints.positive));

        internal Tensor concentration => Parameters[0]!;

        internal Tensor rate => Parameters[1]!;

        /// <inheritdoc/>
        public override Tensor mean => WrappedTensorDisposeScope(() => concentration / rate);

        /// <inheritdoc/>
        public override Tensor mode => WrappedTensorDisposeScope(() => ((concentration - 1) / rate).clamp(0));

        /// <inheritdoc/>
        public override Tensor variance => WrappedTensorDisposeScope(() => concentration / rate.square());

        /// <inheritdoc/>
        public override Tensor rsample(params long[] sample_shape) => WrappedTensorDisposeScope(
            () => (Standard.Call(concentration.expand(ExtendedShape(sample_shape)), generator) / rate).clamp(Tiny(rate)));

        /// <inheritdoc/>
        public override Tensor log_prob(Tensor value) => WrappedTensorDisposeScope(
            () => concentration.xlogy(rate) + (concentration - 1).xlogy(value) - rate * value - concentration.lgamma());

        /// <inheritdoc/>
        public override Tensor entropy() => WrappedTensorDisposeScope(
            () => concentration - rate.log() + concentration.lgamma() + (1 - concentration) * concentration.digamma());

        /// <inheritdoc/>
        public override Tensor cdf(Tensor value) => WrappedTensorDisposeScope(() => special.gammainc(concentration, rate * value));

        private static readonly Operator Standard = new("_standard_gamma");
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class distributions
        {
            /// <summary>A gamma distribution.</summary>
            /// <param name="concentration">The shape; positive.</param>
            /// <param name="rate">The rate; positive.</param>
            /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
            public static Gamma Gamma(Tensor concentration, Tensor rate, Generator? generator = null) => new(concentration, rate, generator);

            /// <inheritdoc cref="Gamma(Tensor, Tensor, Generator)"/>
            public static Gamma Gamma(float concentration, float rate, Generator? generator = null) => new(tensor(concentration), tensor(rate), generator);

            /// <inheritdoc cref="Gamma(Tensor, Tensor, Generator)"/>
            public static Gamma Gamma(double concentration, double rate, Generator? generator = null) => new(tensor(concentration), tensor(rate), generator);
        }
    }
}

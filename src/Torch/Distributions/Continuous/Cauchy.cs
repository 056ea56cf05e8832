using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A Cauchy distribution; it has neither mean nor variance.</summary>
    public class Cauchy : distributions.Distribution
    {
        /// <summary>A batch of the shape that the parameters broadcast to.</summary>
        /// <param name="loc">Where it lies.</param>
        /// <param name="scale">How wide it is; positive.</param>
        /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
        /// <exception cref="ArgumentException">A parameter is out of range.</exception>
        public Cauchy(Tensor loc, Tensor scale, Generator? generator = null)
            : base(generator) =>
            Own((nameof(loc), loc, distributions.constraints.real), (nameof(scale), scale, distributions.constraints.positive));

        internal Tensor loc => Parameters[0]!;

        internal Tensor scale => Parameters[1]!;

        /// <inheritdoc/>
        public override Tensor mean => Filled(double.NaN);

        /// <inheritdoc/>
        public override Tensor mode => loc;

        /// <inheritdoc/>
        public override Tensor variance => Filled(double.PositiveInfinity);

        /// <inheritdoc/>
        public override Tensor rsample(params long[] sample_shape) => WrappedTensorDisposeScope(
            () => loc + empty(ExtendedShape(sample_shape), loc.dtype).cauchy_(generator: generator) * scale);

        /// <inheritdoc/>
        public override Tensor log_prob(Tensor value) => WrappedTensorDisposeScope(
            () => -Math.Log(Math.PI) - scale.log() - ((value - loc) / scale).square().log1p());

        /// <inheritdoc/>
        public override Tensor entropy() => WrappedTensorDisposeScope(() => Math.Log(4 * Math.PI) + scale.log());

        /// <inheritdoc/>
        public override Tensor cdf(Tensor value) => WrappedTensorDisposeScope(() => ((value - loc) / scale).atan() / Math.PI + 0.5);

        /// <inheritdoc/>
        public override Tensor icdf(Tensor value) => WrappedTensorDisposeScope(() => loc + scale * (Math.PI * (value - 0.5)).tan());
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class distributions
        {
            /// <summary>A Cauchy distribution; it has neither mean nor variance.</summary>
            /// <param name="loc">Where it lies.</param>
            /// <param name="scale">How wide it is; positive.</param>
            /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
            public static Cauchy Cauchy(Tensor loc, Tensor scale, Generator? generator = null) => new(loc, scale, generator);

            /// <inheritdoc cref="Cauchy(Tensor, Tensor, Generator)"/>
            public static Cauchy Cauchy(float loc, float scale = 1.0f, Generator? generator = null) => new(tensor(loc), tensor(scale), generator);

            /// <inheritdoc cref="Cauchy(Tensor, Tensor, Generator)"/>
            public static Cauchy Cauchy(double loc, double scale = 1.0, Generator? generator = null) => new(tensor(loc), tensor(scale), generator);
        }
    }
}

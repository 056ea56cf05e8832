using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A normal (Gaussian) distribution.</summary>
    public class Normal : distributions.Distribution
    {
        /// <summary>A batch of the shape that the parameters broadcast to.</summary>
        /// <param name="loc">Where it lies.</param>
        /// <param name="scale">How wide it is; positive.</param>
        /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
        /// <exception cref="ArgumentException">A parameter is out of range.</exception>
        public Normal(Tensor loc, Tensor scale, Generator? generator = null)
            : base(generator) =>
            Own((nameof(loc), loc, distributions.constraints.real), (nameof(scale), scale, distributions.constraints.positive));

        internal Tensor loc => Parameters[0]!;

        internal Tensor scale => Parameters[1]!;

        /// <inheritdoc/>
        public override Tensor mean => loc;

        /// <inheritdoc/>
        public override Tensor mode => loc;

        /// <inheritdoc/>
        public override Tensor variance => WrappedTensorDisposeScope(() => scale.square());

        /// <inheritdoc/>
        public override Tensor stddev => scale;

        /// <inheritdoc/>
        public override Tensor sample(params long[] sample_shape) => WrappedTensorDisposeScope(() => Drawn(sample_shape));

        /// <inheritdoc/>
        public override Tensor rsample(params long[] sample_shape) => WrappedTensorDisposeScope(
            () => loc + randn(ExtendedShape(sample_shape), loc.dtype, generator: generator) * scale);

        /// <inheritdoc/>
        public override Tensor log_prob(Tensor value) => WrappedTensorDisposeScope(
            () => -((value - loc) / scale).square() / 2 - scale.log() - Math.Log(2 * Math.PI) / 2);

        /// <inheritdoc/>
        public override Tensor entropy() => WrappedTensorDisposeScope(() => 0.5 + Math.Log(2 * Math.PI) / 2 + scale.log());

        /// <inheritdoc/>
        public override Tensor cdf(Tensor value) => WrappedTensorDisposeScope(() => 0.5 * (1 + ((value - loc) / (scale * Math.Sqrt(2))).erf()));

        /// <inheritdoc/>
        public override Tensor icdf(Tensor value) => WrappedTensorDisposeScope(() => loc + scale * (2 * value - 1).erfinv() * Math.Sqrt(2));

        private Tensor Drawn(long[] sample_shape)
        {
            using (no_grad())
                return normal(loc.expand(ExtendedShape(sample_shape)), scale.expand(ExtendedShape(sample_shape)), generator);
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class distributions
        {
            /// <summary>A normal (Gaussian) distribution.</summary>
            /// <param name="loc">Where it lies.</param>
            /// <param name="scale">How wide it is; positive.</param>
            /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
            public static Normal Normal(Tensor loc, Tensor scale, Generator? generator = null) => new(loc, scale, generator);

            /// <inheritdoc cref="Normal(Tensor, Tensor, Generator)"/>
            public static Normal Normal(float loc, float scale = 1.0f, Generator? generator = null) => new(tensor(loc), tensor(scale), generator);

            /// <inheritdoc cref="Normal(Tensor, Tensor, Generator)"/>
            public static Normal Normal(double loc, double scale = 1.0, Generator? generator = null) => new(tensor(loc), tensor(scale), generator);
        }
    }
}

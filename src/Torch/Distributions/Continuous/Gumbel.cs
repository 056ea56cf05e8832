using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A Gumbel distribution, that of the greatest of many.</summary>
    public class Gumbel : distributions.Distribution
    {
        /// <summary>A batch of the shape that the parameters broadcast to.</summary>
        /// <param name="loc">Where it lies.</param>
        /// <param name="scale">How wide it is; positive.</param>
        /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
        /// <exception cref="ArgumentException">A parameter is out of range.</exception>
        public Gumbel(Tensor loc, Tensor scale, Generator? generator = null)
            : base(generator) =>
            Own((nameof(loc), loc, distributions.constraints.real), (nameof(scale), scale, distributions.constraints.positive));

        internal Tensor loc => Parameters[0]!;

        internal Tensor scale => Parameters[1]!;

        /// <inheritdoc/>
        public override Tensor mean => WrappedTensorDisposeScope(() => loc + scale * euler_constant);

        /// <inheritdoc/>
        public override Tensor mode => loc;

        /// <inheritdoc/>
        public override Tensor variance => WrappedTensorDisposeScope(() => scale.square() * (Math.PI * Math.PI / 6));

        /// <inheritdoc/>
        public override Tensor stddev => WrappedTensorDisposeScope(() => scale * (Math.PI / Math.Sqrt(6)));

        /// <inheritdoc/>
        public override Tensor rsample(params long[] sample_shape) => WrappedTensorDisposeScope(
            () => loc - scale * (-Uniforms(ExtendedShape(sample_shape), loc).log()).log());

        /// <inheritdoc/>
        public override Tensor log_prob(Tensor value) => WrappedTensorDisposeScope(
            () => (loc - value) / scale - ((loc - value) / scale).exp() - scale.log());

        /// <inheritdoc/>
        public override Tensor entropy() => WrappedTensorDisposeScope(() => scale.log() + (1 + euler_constant));

        /// <inheritdoc/>
        public override Tensor cdf(Tensor value) => WrappedTensorDisposeScope(() => (-((loc - value) / scale).exp()).exp());

        /// <inheritdoc/>
        public override Tensor icdf(Tensor value) => WrappedTensorDisposeScope(() => loc - scale * (-value.log()).log());
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class distributions
        {
            /// <summary>A Gumbel distribution, that of the greatest of many.</summary>
            /// <param name="loc">Where it lies.</param>
            /// <param name="scale">How wide it is; positive.</param>
            /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
            public static Gumbel Gumbel(Tensor loc, Tensor scale, Generator? generator = null) => new(loc, scale, generator);
        }
    }
}

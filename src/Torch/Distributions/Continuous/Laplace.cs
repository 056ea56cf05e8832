using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A Laplace distribution: exponential on both sides.</summary>
    public class Laplace : distributions.Distribution
    {
        /// <summary>A batch of the shape that the parameters broadcast to.</summary>
        /// <param name="loc">Where it lies.</param>
        /// <param name="scale">How wide it is; positive.</param>
        /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
        /// <exception cref="ArgumentException">A parameter is out of range.</exception>
        public Laplace(Tensor loc, Tensor scale, Generator? generator = null)
            : base(generator) =>
            Own((nameof(loc), loc, distributions.constraints.real), (nameof(scale), scale, distributions.constraints.positive));

        internal Tensor loc => Parameters[0]!;

        internal Tensor scale => Parameters[1]!;

        /// <inheritdoc/>
        public override Tensor mean => loc;

        /// <inheritdoc/>
        public override Tensor mode => loc;

        /// <inheritdoc/>
        public override Tensor variance => WrappedTensorDisposeScope(() => 2 * scale.square());

        /// <inheritdoc/>
        public override Tensor stddev => WrappedTensorDisposeScope(() => Math.Sqrt(2) * scale);

        /// <inheritdoc/>
        public override Tensor rsample(params long[] sample_shape) => WrappedTensorDisposeScope(
            () => FromUniform(Uniforms(ExtendedShape(sample_shape), loc)));

        /// <inheritdoc/>
        public override Tensor log_prob(Tensor value) => WrappedTensorDisposeScope(() => -(2 * scale).log() - (value - loc).abs() / scale);

        /// <inheritdoc/>
        public override Tensor entropy() => WrappedTensorDisposeScope(() => 1 + (2 * scale).log());

        /// <inheritdoc/>
        public override Tensor cdf(Tensor value) => WrappedTensorDisposeScope(
            () => 0.5 - 0.5 * (value - loc).sign() * (-(value - loc).abs() / scale).expm1());

        /// <inheritdoc/>
        public override Tensor icdf(Tensor value) => WrappedTensorDisposeScope(() => FromUniform(value));

        private Tensor FromUniform(Tensor probability) => loc - scale * (probability - 0.5).sign() * (-2 * (probability - 0.5).abs()).log1p();
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class distributions
        {
            /// <summary>A Laplace distribution: exponential on both sides.</summary>
            /// <param name="loc">Where it lies.</param>
            /// <param name="scale">How wide it is; positive.</param>
            /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
            public static Laplace Laplace(Tensor loc, Tensor scale, Generator? generator = null) => new(loc, scale, generator);

            /// <inheritdoc cref="Laplace(Tensor, Tensor, Generator)"/>
            public static Laplace Laplace(float loc, float scale = 1.0f, Generator? generator = null) => new(tensor(loc), tensor(scale), generator);

            /// <inheritdoc cref="Laplace(Tensor, Tensor, Generator)"/>
            public static Laplace Laplace(double loc, double scale = 1.0, Generator? generator = null) => new(tensor(loc), tensor(scale), generator);
        }
    }
}

using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Equally dense from low to high.</summary>
    public class Uniform : distributions.Distribution
    {
        /// <summary>A batch of the shape that the parameters broadcast to.</summary>
        /// <param name="low">The lower end.</param>
        /// <param name="high">The upper end, above the lower one.</param>
        /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
        /// <exception cref="ArgumentException">A parameter is out of range.</exception>
        public Uniform(Tensor low, Tensor high, Generator? generator = null)
            : base(generator)
        {
            Own((nameof(low), low, distributions.constraints.real), (nameof(high), high, distributions.constraints.real));
            Check(nameof(high), high, distributions.constraints.greater_than(low, nameof(low)));
        }

        internal Tensor low => Parameters[0]!;

        internal Tensor high => Parameters[1]!;

        /// <inheritdoc/>
        public override Tensor mean => WrappedTensorDisposeScope(() => (low + high) / 2);

        /// <inheritdoc/>
        public override Tensor mode => Filled(double.NaN);

        /// <inheritdoc/>
        public override Tensor variance => WrappedTensorDisposeScope(() => (high - low).square() / 12);

        /// <inheritdoc/>
        public override Tensor stddev => WrappedTensorDisposeScope(() => (high - low) / Math.Sqrt(12));

        /// <inheritdoc/>
        public override Tensor rsample(params long[] sample_shape) => WrappedTensorDisposeScope(
            () => low + rand(ExtendedShape(sample_shape), low.dtype, generator: generator) * (high - low));

        /// <inheritdoc/>
        public override Tensor log_prob(Tensor value) => WrappedTensorDisposeScope(
            () => value.ge(low).logical_and(value.lt(high)).to(low.dtype).log() - (high - low).log());

        /// <inheritdoc/>
        public override Tensor entropy() => WrappedTensorDisposeScope(() => (high - low).log());

        /// <inheritdoc/>
        public override Tensor cdf(Tensor value) => WrappedTensorDisposeScope(() => ((value - low) / (high - low)).clamp(0, 1));

        /// <inheritdoc/>
        public override Tensor icdf(Tensor value) => WrappedTensorDisposeScope(() => low + value * (high - low));
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class distributions
        {
            /// <summary>Equally dense from low to high.</summary>
            /// <param name="low">The lower end.</param>
            /// <param name="high">The upper end, above the lower one.</param>
            /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
            public static Uniform Uniform(Tensor low, Tensor high, Generator? generator = null) => new(low, high, generator);

            /// <inheritdoc cref="Uniform(Tensor, Tensor, Generator)"/>
            public static Uniform Uniform(float low, float high, Generator? generator = null) => new(tensor(low), tensor(high), generator);

            /// <inheritdoc cref="Uniform(Tensor, Tensor, Generator)"/>
            public static Uniform Uniform(double low, double high, Generator? generator = null) => new(tensor(low), tensor(high), generator);
        }
    }
}

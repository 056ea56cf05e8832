using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A Poisson distribution: the number of events.</summary>
    public class Poisson : distributions.Distribution
    {
        /// <summary>A batch of the shape of the rate.</summary>
        /// <param name="rate">The mean number; at least 0.</param>
        /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
        /// <exception cref="ArgumentException">The rate is out of range.</exception>
        public Poisson(Tensor rate, Generator? generator = null)
            : base(generator) =>
            Own((nameof(rate), rate, distributions.constraints.nonnegative));

        /// <summary>The mean number.</summary>
        internal Tensor Rate => Parameters[0]!;

        /// <inheritdoc/>
        public override Tensor mean => Rate;

        /// <inheritdoc/>
        public override Tensor mode => Rate.floor();

        /// <inheritdoc/>
        public override Tensor variance => Rate;

        /// <inheritdoc/>
        public override Tensor rsample(params long[] sample_shape)
        {
            using var silent = no_grad();
            return WrappedTensorDisposeScope(() => poisson(Rate.expand(ExtendedShape(sample_shape)), generator));
        }

        /// <inheritdoc/>
        public override Tensor log_prob(Tensor value) => WrappedTensorDisposeScope(() => value.xlogy(Rate) - Rate - (value + 1).lgamma());

        /// <inheritdoc/>
        public override Tensor cdf(Tensor value) => WrappedTensorDisposeScope(() => special.gammaincc(value.floor() + 1, Rate.expand_as(value)));

        /// <summary>There is no closed form.</summary>
        /// <exception cref="NotSupportedException">Always.</exception>
        public override Tensor entropy() => throw Missing("entropy in closed form");
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class distributions
        {
            /// <summary>A Poisson distribution: the number of events.</summary>
            /// <param name="rate">The mean number; at least 0.</param>
            /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
            public static Poisson Poisson(Tensor rate, Generator? generator = null) => new(rate, generator);

            /// <inheritdoc cref="Poisson(Tensor, Generator)"/>
            public static Poisson Poisson(float rate, Generator? generator = null) => new(tensor(rate), generator);

            /// <inheritdoc cref="Poisson(Tensor, Generator)"/>
            public static Poisson Poisson(double rate, Generator? generator = null) => new(tensor(rate), generator);
        }
    }
}

using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A Fisher-Snedecor (F) distribution.</summary>
    public class FisherSnedecor : distributions.Distribution
    {
        /// <summary>A batch of the shape that the parameters broadcast to.</summary>
        /// <param name="df1">The degrees of freedom of the numerator; positive.</param>
        /// <param name="df2">The degrees of freedom of the denominator; positive.</param>
        /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
        /// <exception cref="ArgumentException">A parameter is out of range.</exception>
        public FisherSnedecor(Tensor df1, Tensor df2, Generator? generator = null)
            : base(generator) =>
            Own((nameof(df1), df1, distributions.constraints.positive), (nameof(df2), df2, distributions.constraints.positive));

        internal Tensor df1 => Parameters[0]!;

        internal Tensor df2 => Parameters[1]!;

        /// <inheritdoc/>
        public override Tensor mean => WrappedTensorDisposeScope(() => where(df2.gt(2), df2 / (df2 - 2), double.NaN));

        /// <inheritdoc/>
        public override Tensor mode => WrappedTensorDisposeScope(() => where(df1.gt(2), (df1 - 2) / df1 * df2 / (df2 + 2), double.NaN));

        /// <inheritdoc/>
        public override Tensor variance => WrappedTensorDisposeScope(
            () => where(df2.gt(4), 2 * df2.square() * (df1 + df2 - 2) / (df1 * (df2 - 2).square() * (df2 - 4)), double.NaN));

        /// <inheritdoc/>
        public override Tensor rsample(params long[] sample_shape) => WrappedTensorDisposeScope(
            () => Chi(df1, sample_shape) / Chi(df2, sample_shape));

        /// <inheritdoc/>
        public override Tensor log_prob(Tensor value) => WrappedTensorDisposeScope(
            () => df1 / 2 * (df1 / df2).log() + (df1 / 2 - 1) * value.log() - (df1 + df2) / 2 * (df1 / df2 * value).log1p()
                + ((df1 + df2) / 2).lgamma() - (df1 / 2).lgamma() - (df2 / 2).lgamma());

        /// <inheritdoc/>
        public override Tensor entropy() => WrappedTensorDisposeScope(
            () => (df2 / df1).log() + (df1 / 2).lgamma() + (df2 / 2).lgamma() - ((df1 + df2) / 2).lgamma()
                + (1 - df1 / 2) * (df1 / 2).digamma() - (1 + df2 / 2) * (df2 / 2).digamma() + (df1 + df2) / 2 * ((df1 + df2) / 2).digamma());

        // χ² over its degrees of freedom
        private Tensor Chi(Tensor df, long[] sample_shape) => new Gamma(df / 2, df / 2, generator).rsample(sample_shape);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class distributions
        {
            /// <summary>A Fisher-Snedecor (F) distribution.</summary>
            /// <param name="df1">The degrees of freedom of the numerator; positive.</param>
            /// <param name="df2">The degrees of freedom of the denominator; positive.</param>
            /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
            public static FisherSnedecor FisherSnedecor(Tensor df1, Tensor df2, Generator? generator = null) => new(df1, df2, generator);
        }
    }
}

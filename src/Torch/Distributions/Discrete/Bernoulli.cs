using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>
    /// A Bernoulli distribution: 1 with a probability, else 0. The density is also defined between 0 and 1, as the weighted mean of both
    /// log-probabilities, which is the cross-entropy of gray values.
    /// </summary>
    public class Bernoulli : distributions.Distribution
    {
        /// <summary>A batch of the shape of the parameter; give one of the two.</summary>
        /// <param name="p">The probability of 1, in [0, 1].</param>
        /// <param name="l">The log-odds of 1.</param>
        /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
        /// <exception cref="ArgumentException">None or both are given, or they are out of range.</exception>
        public Bernoulli(Tensor? p = null, Tensor? l = null, Generator? generator = null)
            : base(generator)
        {
            batch_shape = new(Either(p, l).shape);
            if (p is not null)
                Check(nameof(probs), p, distributions.constraints.unit_interval);
            else
                Check(nameof(logits), l!, distributions.constraints.real);
            Parameters = [p?.alias().DetachFromDisposeScope(), l?.alias().DetachFromDisposeScope()];
        }

        /// <summary>The probability of 1.</summary>
        public Tensor probs => Parameters[0] ?? LogitsToProbs(Parameters[1]!, isBinary: true);

        /// <summary>The log-odds of 1.</summary>
        public Tensor logits => Parameters[1] ?? ProbsToLogits(Parameters[0]!, isBinary: true);

        /// <inheritdoc/>
        public override Tensor mean => probs;

        /// <inheritdoc/>
        public override Tensor mode => WrappedTensorDisposeScope(() => where(probs.eq(0.5), double.NaN, probs.gt(0.5).to(probs.dtype)));

        /// <inheritdoc/>
        public override Tensor variance => WrappedTensorDisposeScope(() => probs * (1 - probs));

        /// <inheritdoc/>
        public override Tensor rsample(params long[] sample_shape)
        {
            using var silent = no_grad();
            return WrappedTensorDisposeScope(() => bernoulli(probs.expand(ExtendedShape(sample_shape)), generator));
        }

        /// <inheritdoc/>
        public override Tensor log_prob(Tensor value) => WrappedTensorDisposeScope(() => Mean(value));

        /// <inheritdoc/>
        public override Tensor entropy() => WrappedTensorDisposeScope(() => -Mean(probs));

        // x log p + (1 − x) log(1 − p), from the log-odds
        private Tensor Mean(Tensor value) => value * nn.functional.logsigmoid(logits) + (1 - value) * nn.functional.logsigmoid(-logits);

        /// <inheritdoc/>
        public override Tensor enumerate_support(bool expand = true) => WrappedTensorDisposeScope(() =>
        {
            var values = arange(2, probs.dtype).reshape([2, .. batch_shape.Select(_ => 1L)]);
            return expand ? values.expand([2, .. batch_shape]) : values;
        });
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class distributions
        {
            /// <summary>A Bernoulli distribution: 1 with a probability, else 0. Give one of the two parameters.</summary>
            /// <param name="probs">The probability of 1, in [0, 1].</param>
            /// <param name="logits">The log-odds of 1.</param>
            /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
            public static Bernoulli Bernoulli(Tensor? probs = null, Tensor? logits = null, Generator? generator = null) => new(probs, logits, generator);

            /// <inheritdoc cref="Bernoulli(Tensor, Tensor, Generator)"/>
            public static Bernoulli Bernoulli(float? probs, float? logits, Generator? generator = null) => new(Number(probs), Number(logits), generator);

            /// <inheritdoc cref="Bernoulli(Tensor, Tensor, Generator)"/>
            public static Bernoulli Bernoulli(double? probs, double? logits, Generator? generator = null) => new(Number(probs), Number(logits), generator);

            private static Tensor? Number(float? value) => value is { } number ? tensor(number) : null;

            private static Tensor? Number(double? value) => value is { } number ? tensor(number) : null;
        }
    }
}

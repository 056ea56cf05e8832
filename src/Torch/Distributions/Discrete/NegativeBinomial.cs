using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A negative binomial distribution: the number of successes before a number of failures.</summary>
    public class NegativeBinomial : distributions.Distribution
    {
        /// <summary>A batch of the shape that the parameters broadcast to; give one of the last two.</summary>
        /// <param name="total_count">The number of failures; positive, not necessarily whole.</param>
        /// <param name="p">The probability of success, in [0, 1).</param>
        /// <param name="l">The log-odds of success.</param>
        /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
        /// <exception cref="ArgumentException">None or both are given, or a parameter is out of range.</exception>
        public NegativeBinomial(Tensor total_count, Tensor? p = null, Tensor? l = null, Generator? generator = null)
            : base(generator)
        {
            var given = Either(p, l);
            ArgumentNullException.ThrowIfNull(total_count);
            Own(
                (nameof(total_count), total_count.to(given.dtype), distributions.constraints.positive),
                p is null
                    ? (nameof(logits), given, distributions.constraints.real)
                    : (nameof(probs), given, distributions.constraints.half_open_interval(0, 1)));
            Parameters = p is null ? [Parameters[0], null, Parameters[1]] : [Parameters[0], Parameters[1], null];
        }

        /// <summary>The number of failures.</summary>
        public Tensor total_count => Parameters[0]!;

        /// <summary>The probability of success.</summary>
        public Tensor probs => Parameters[1] ?? LogitsToProbs(Parameters[2]!, isBinary: true);

        /// <summary>The log-odds of success.</summary>
        public Tensor logits => Parameters[2] ?? ProbsToLogits(Parameters[1]!, isBinary: true);

        /// <inheritdoc/>
        public override Tensor mean => WrappedTensorDisposeScope(() => total_count * logits.exp());

        /// <inheritdoc/>
        public override Tensor mode => WrappedTensorDisposeScope(() => ((total_count - 1) * logits.exp()).floor().clamp(0));

        /// <inheritdoc/>
        public override Tensor variance => WrappedTensorDisposeScope(() => total_count * logits.exp() / sigmoid(-logits));

        /// <inheritdoc/>
        public override Tensor rsample(params long[] sample_shape)
        {
            using var silent = no_grad();
            return WrappedTensorDisposeScope(() => poisson(new Gamma(total_count, (-logits).exp(), generator).sample(sample_shape), generator));
        }

        /// <inheritdoc/>
        public override Tensor log_prob(Tensor value) => WrappedTensorDisposeScope(() =>
        {
            var ways = (total_count + value).lgamma() - (1 + value).lgamma() - total_count.lgamma();
            return ways + total_count * nn.functional.logsigmoid(-logits) + value * nn.functional.logsigmoid(logits);
        });

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
            /// <summary>A negative binomial distribution: the number of successes before a number of failures. Give one of the last two parameters.</summary>
            /// <param name="total_count">The number of failures; positive, not necessarily whole.</param>
            /// <param name="probs">The probability of success, in [0, 1).</param>
            /// <param name="logits">The log-odds of success.</param>
            /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
            public static NegativeBinomial NegativeBinomial(Tensor total_count, Tensor? probs = null, Tensor? logits = null, Generator? generator = null) =>
                new(total_count, probs, logits, generator);
        }
    }
}

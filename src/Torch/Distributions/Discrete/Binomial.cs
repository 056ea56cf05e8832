using TorchSharp.Interop;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A binomial distribution: the number of successes in a number of trials.</summary>
    public class Binomial : distributions.Distribution
    {
        private static readonly Operator Draw = new("binomial");

        /// <summary>A batch of the shape that the parameters broadcast to; give one of the last two.</summary>
        /// <param name="total_count">The number of trials; a whole number of at least 0.</param>
        /// <param name="p">The probability of success, in [0, 1].</param>
        /// <param name="l">The log-odds of success.</param>
        /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
        /// <exception cref="ArgumentException">None or both are given, or a parameter is out of range.</exception>
        public Binomial(Tensor total_count, Tensor? p = null, Tensor? l = null, Generator? generator = null)
            : base(generator)
        {
            var given = Either(p, l);
            ArgumentNullException.ThrowIfNull(total_count);
            Own(
                (nameof(total_count), total_count.to(given.dtype), distributions.constraints.nonnegative_integer),
                p is null
                    ? (nameof(logits), given, distributions.constraints.real)
                    : (nameof(probs), given, distributions.constraints.unit_interval));
            Parameters = p is null ? [Parameters[0], null, Parameters[1]] : [Parameters[0], Parameters[1], null];
        }

        /// <summary>The number of trials.</summary>
        public Tensor total_count => Parameters[0]!;

        /// <summary>The probability of success.</summary>
        public Tensor probs => Parameters[1] ?? LogitsToProbs(Parameters[2]!, isBinary: true);

        /// <summary>The log-odds of success.</summary>
        public Tensor logits => Parameters[2] ?? ProbsToLogits(Parameters[1]!, isBinary: true);

        /// <inheritdoc/>
        public override Tensor mean => WrappedTensorDisposeScope(() => total_count * probs);

        /// <inheritdoc/>
        public override Tensor mode => WrappedTensorDisposeScope(() => minimum(((total_count + 1) * probs).floor(), total_count));

        /// <inheritdoc/>
        public override Tensor variance => WrappedTensorDisposeScope(() => total_count * probs * (1 - probs));

        /// <inheritdoc/>
        public override Tensor rsample(params long[] sample_shape)
        {
            using var silent = no_grad();
            var shape = ExtendedShape(sample_shape);
            return WrappedTensorDisposeScope(() => Draw.Call(total_count.expand(shape).contiguous(), probs.expand(shape).contiguous(), generator));
        }

        /// <inheritdoc/>
        public override Tensor log_prob(Tensor value) => WrappedTensorDisposeScope(() =>
        {
            var ways = (total_count + 1).lgamma() - (value + 1).lgamma() - (total_count - value + 1).lgamma();
            return ways + value * nn.functional.logsigmoid(logits) + (total_count - value) * nn.functional.logsigmoid(-logits);
        });

        /// <summary>The entropy in nats, by summation over all numbers.</summary>
        /// <exception cref="NotSupportedException">The numbers of trials differ.</exception>
        public override Tensor entropy() => WrappedTensorDisposeScope(() =>
        {
            var all = log_prob(enumerate_support(expand: false));
            return -(all.exp() * all).sum(0);
        });

        /// <inheritdoc/>
        /// <exception cref="NotSupportedException">The numbers of trials differ.</exception>
        public override Tensor enumerate_support(bool expand = true) => WrappedTensorDisposeScope(() =>
        {
            var most = (long)total_count.max().ToDouble();
            if (!total_count.eq(most).all().ToBoolean())
                throw new NotSupportedException("The values of binomial distributions of different numbers of trials cannot be enumerated together.");
            var values = arange(most + 1, probs.dtype).reshape([most + 1, .. batch_shape.Select(_ => 1L)]);
            return expand ? values.expand([most + 1, .. batch_shape]) : values;
        });
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class distributions
        {
            /// <summary>A binomial distribution: the number of successes in a number of trials. Give one of the last two parameters.</summary>
            /// <param name="total_count">The number of trials; a whole number of at least 0.</param>
            /// <param name="probs">The probability of success, in [0, 1].</param>
            /// <param name="logits">The log-odds of success.</param>
            /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
            public static Binomial Binomial(Tensor total_count, Tensor? probs = null, Tensor? logits = null, Generator? generator = null) =>
                new(total_count, probs, logits, generator);

            /// <inheritdoc cref="Binomial(Tensor, Tensor, Tensor, Generator)"/>
            public static Binomial Binomial(int total_count, float? probs, float? logits, Generator? generator = null) =>
                new(tensor((float)total_count), Number(probs), Number(logits), generator);

            /// <inheritdoc cref="Binomial(Tensor, Tensor, Tensor, Generator)"/>
            public static Binomial Binomial(int total_count, double? probs, double? logits, Generator? generator = null) =>
                new(tensor((double)total_count), Number(probs), Number(logits), generator);
        }
    }
}

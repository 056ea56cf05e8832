using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A geometric distribution: the number of failures before the first success.</summary>
    public class Geometric : distributions.Distribution
    {
        /// <summary>A batch of the shape of the parameter; give one of the two.</summary>
        /// <param name="probs">The probability of success, in (0, 1].</param>
        /// <param name="logits">The log-odds of success.</param>
        /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
        /// <exception cref="ArgumentException">None or both are given, or they are out of range.</exception>
        public Geometric(Tensor? probs = null, Tensor? logits = null, Generator? generator = null)
            : base(generator)
        {
            batch_shape = new(Either(probs, logits).shape);
            if (probs is not null)
            {
                Check(nameof(probs), probs, distributions.constraints.unit_interval);
                Check(nameof(probs), probs, distributions.constraints.positive);
            }
            else
            {
                Check(nameof(logits), logits!, distributions.constraints.real);
            }

            Parameters = [probs?.alias().DetachFromDisposeScope(), logits?.alias().DetachFromDisposeScope()];
        }

        /// <summary>The probability of success.</summary>
        public Tensor probs => Parameters[0] ?? LogitsToProbs(Parameters[1]!, isBinary: true);

        /// <summary>The log-odds of success.</summary>
        public Tensor logits => Parameters[1] ?? ProbsToLogits(Parameters[0]!, isBinary: true);

        /// <inheritdoc/>
        public override Tensor mean => WrappedTensorDisposeScope(() => probs.reciprocal() - 1);

        /// <inheritdoc/>
        public override Tensor mode => Filled(0);

        /// <inheritdoc/>
        public override Tensor variance => WrappedTensorDisposeScope(() => (probs.reciprocal() - 1) / probs);

        /// <inheritdoc/>
        public override Tensor rsample(params long[] sample_shape)
        {
            using var silent = no_grad();
            return WrappedTensorDisposeScope(() => (Uniforms(ExtendedShape(sample_shape), probs).log() / (-probs).log1p()).floor());
        }

        /// <inheritdoc/>
        public override Tensor log_prob(Tensor value) => WrappedTensorDisposeScope(() => value.xlogy(1 - probs) + probs.log());

        /// <inheritdoc/>
        public override Tensor cdf(Tensor value) => WrappedTensorDisposeScope(() => -((value.floor() + 1) * (-probs).log1p()).expm1());

        /// <inheritdoc/>
        public override Tensor entropy() => WrappedTensorDisposeScope(
            () => -(nn.functional.logsigmoid(logits) + (probs.reciprocal() - 1) * nn.functional.logsigmoid(-logits)));
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class distributions
        {
            /// <summary>A geometric distribution: the number of failures before the first success. Give one of the two parameters.</summary>
            /// <param name="probs">The probability of success, in (0, 1].</param>
            /// <param name="logits">The log-odds of success.</param>
            /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
            public static Geometric Geometric(Tensor? probs = null, Tensor? logits = null, Generator? generator = null) => new(probs, logits, generator);
        }
    }
}

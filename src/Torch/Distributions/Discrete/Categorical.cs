using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A categorical distribution over 0 … K − 1.</summary>
    public class Categorical : distributions.Distribution
    {
        /// <summary>A batch of the shape of the parameter without its last dimension; give one of the two.</summary>
        /// <param name="probs">[…, K]: weights of at least 0; they are scaled to sum to 1.</param>
        /// <param name="logits">[…, K]: log-weights; they are shifted to be log-probabilities.</param>
        /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
        /// <exception cref="ArgumentException">None or both are given, or they are out of range.</exception>
        public Categorical(Tensor? probs = null, Tensor? logits = null, Generator? generator = null)
            : base(generator)
        {
            var given = Either(probs, logits);
            if (given.ndim < 1)
                throw new ArgumentException($"{GetType().Name}: the parameter must have at least one dimension.", probs is null ? nameof(logits) : nameof(probs));
            if (probs is not null)
                Check(nameof(probs), probs, distributions.constraints.weights);
            else
                Check(nameof(logits), logits!, distributions.constraints.real);
            batch_shape = new(given.shape[..^1]);
            Parameters =
            [
                probs is null ? null : WrappedTensorDisposeScope(() => probs / probs.sum(-1, keepdim: true)).DetachFromDisposeScope(),
                logits is null ? null : WrappedTensorDisposeScope(() => logits - logits.logsumexp(-1, keepdim: true)).DetachFromDisposeScope(),
            ];
        }

        /// <summary>The probabilities.</summary>
        public Tensor probs => Parameters[0] ?? LogitsToProbs(Parameters[1]!);

        /// <summary>The log-probabilities.</summary>
        public Tensor logits => Parameters[1] ?? ProbsToLogits(Parameters[0]!);

        /// <summary>The shape of the parameter.</summary>
        public long[] param_shape => (Parameters[0] ?? Parameters[1]!).shape;

        /// <summary>K.</summary>
        internal long Categories => param_shape[^1];

        /// <inheritdoc/>
        public override Tensor mean => Filled(double.NaN);

        /// <inheritdoc/>
        public override Tensor mode => (Parameters[0] ?? Parameters[1]!).argmax(-1);

        /// <inheritdoc/>
        public override Tensor variance => Filled(double.NaN);

        /// <inheritdoc/>
        public override Tensor rsample(params long[] sample_shape)
        {
            using var silent = no_grad();
            return WrappedTensorDisposeScope(() =>
            {
                var count = sample_shape.Aggregate(1L, (n, m) => n * m);
                return multinomial(probs.reshape(-1, Categories), count, replacement: true, generator).T.reshape(ExtendedShape(sample_shape));
            });
        }

        /// <inheritdoc/>
        public override Tensor log_prob(Tensor value) => WrappedTensorDisposeScope(() =>
        {
            var both = broadcast_tensors(value.to(int64).unsqueeze(-1), logits);
            return both[1].gather(-1, both[0].narrow(-1, 0, 1)).squeeze(-1);
        });

        /// <inheritdoc/>
        public override Tensor entropy() => WrappedTensorDisposeScope(() => -(logits.clamp(double.MinValue) * probs).sum(-1));

        /// <inheritdoc/>
        public override Tensor enumerate_support(bool expand = true) => WrappedTensorDisposeScope(() =>
        {
            var values = arange(Categories, int64).reshape([Categories, .. batch_shape.Select(_ => 1L)]);
            return expand ? values.expand([Categories, .. batch_shape]) : values;
        });
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class distributions
        {
            /// <summary>A categorical distribution over 0 … K − 1. Give one of the two parameters.</summary>
            /// <param name="probs">[…, K]: weights of at least 0; they are scaled to sum to 1.</param>
            /// <param name="logits">[…, K]: log-weights; they are shifted to be log-probabilities.</param>
            /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
            public static Categorical Categorical(Tensor? probs = null, Tensor? logits = null, Generator? generator = null) => new(probs, logits, generator);

            /// <summary>Equally probable numbers 0 … categories − 1.</summary>
            public static Categorical Categorical(int categories, Generator? generator = null) =>
                new(full([AtLeast(categories, 1)], 1.0 / categories), null, generator);
        }
    }
}

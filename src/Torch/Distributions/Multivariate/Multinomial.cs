using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A multinomial distribution: how often each of K things comes in a number of draws.</summary>
    public class Multinomial : distributions.Distribution
    {
        private readonly Categorical _categorical;

        /// <summary>A batch of the shape of the parameter without its last dimension; give one of the last two.</summary>
        /// <param name="total_count">The number of draws; at least 0.</param>
        /// <param name="probs">[…, K]: weights of at least 0; they are scaled to sum to 1.</param>
        /// <param name="logits">[…, K]: log-weights; they are shifted to be log-probabilities.</param>
        /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
        /// <exception cref="ArgumentException">None or both are given, or a parameter is out of range.</exception>
        public Multinomial(int total_count, Tensor? probs = null, Tensor? logits = null, Generator? generator = null)
            : this((int)AtLeast(total_count, 0), new Categorical(probs, logits, generator), generator)
        {
        }

        private Multinomial(int count, Categorical categorical, Generator? generator)
            : base(generator, categorical.batch_shape, categorical.Categories) =>
            (total_count, _categorical) = (count, categorical);

        /// <summary>The number of draws.</summary>
        public int total_count { get; }

        /// <summary>The probabilities.</summary>
        public Tensor probs => _categorical.probs;

        /// <summary>The log-probabilities.</summary>
        public Tensor logits => _categorical.logits;

        /// <inheritdoc/>
        public override Tensor mean => WrappedTensorDisposeScope(() => total_count * probs);

        /// <inheritdoc/>
        public override Tensor variance => WrappedTensorDisposeScope(() => total_count * probs * (1 - probs));

        /// <inheritdoc/>
        public override Tensor rsample(params long[] sample_shape) => WrappedTensorDisposeScope(() =>
        {
            var draws = _categorical.sample([total_count, .. sample_shape]);
            return nn.functional.one_hot(draws, _categorical.Categories).sum(0).to(logits.dtype);
        });

        /// <inheritdoc/>
        public override Tensor log_prob(Tensor value) => WrappedTensorDisposeScope(() =>
        {
            var weights = where(value.eq(0).logical_and(logits.eq(double.NegativeInfinity)), 0, logits);
            return (value.sum(-1) + 1).lgamma() - (value + 1).lgamma().sum(-1) + (weights * value).sum(-1);
        });

        /// <summary>The entropy in nats, from the binomial distribution of each count.</summary>
        public override Tensor entropy() => WrappedTensorDisposeScope(() =>
        {
            var count = tensor((double)total_count).to(logits.dtype);
            var each = new Binomial(count, p: probs);
            var values = each.enumerate_support(expand: false);
            return total_count * _categorical.entropy() - (count + 1).lgamma() + (each.log_prob(values).exp() * (values + 1).lgamma()).sum([0, -1]);
        });

        /// <inheritdoc/>
        public override distributions.Distribution expand(Size batch_shape, distributions.Distribution? instance = null)
        {
            if (instance is not (null or Multinomial))
                throw new ArgumentException($"A {nameof(Multinomial)} is expected, not a {instance.GetType().Name}.", nameof(instance));
            return new Multinomial(total_count, (Categorical)_categorical.expand(batch_shape), generator);
        }

        /// <inheritdoc/>
        protected override void Dispose(bool disposing)
        {
            if (disposing)
                _categorical.Dispose();
            base.Dispose(disposing);
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class distributions
        {
            /// <summary>A multinomial distribution: how often each of K things comes in a number of draws. Give one of the last two parameters.</summary>
            /// <param name="total_count">The number of draws; at least 0.</param>
            /// <param name="probs">[…, K]: weights of at least 0; they are scaled to sum to 1.</param>
            /// <param name="logits">[…, K]: log-weights; they are shifted to be log-probabilities.</param>
            /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
            public static Multinomial Multinomial(int total_count, Tensor? probs = null, Tensor? logits = null, Generator? generator = null) =>
                new(total_count, probs, logits, generator);

            /// <summary>Draws of equally probable things.</summary>
            public static Multinomial Multinomial(int total_count, int categories, Generator? generator = null) =>
                new(total_count, full([AtLeast(categories, 1)], 1.0 / categories), null, generator);
        }
    }
}

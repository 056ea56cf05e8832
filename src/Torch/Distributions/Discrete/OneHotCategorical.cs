using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A categorical distribution over vectors of K elements of which one is 1 and the others are 0.</summary>
    public class OneHotCategorical : distributions.Distribution
    {
        private readonly Categorical _categorical;

        /// <summary>A batch of the shape of the parameter without its last dimension; give one of the two.</summary>
        /// <param name="p">[…, K]: weights of at least 0; they are scaled to sum to 1.</param>
        /// <param name="l">[…, K]: log-weights; they are shifted to be log-probabilities.</param>
        /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
        /// <exception cref="ArgumentException">None or both are given, or they are out of range.</exception>
        public OneHotCategorical(Tensor? p = null, Tensor? l = null, Generator? generator = null)
            : this(new Categorical(p, l, generator), generator)
        {
        }

        private OneHotCategorical(Categorical categorical, Generator? generator)
            : base(generator, categorical.batch_shape, categorical.Categories) =>
            _categorical = categorical;

        /// <summary>The probabilities.</summary>
        public Tensor probs => _categorical.probs;

        /// <summary>The log-probabilities.</summary>
        public Tensor logits => _categorical.logits;

        /// <inheritdoc/>
        public override Tensor mean => probs;

        /// <inheritdoc/>
        public override Tensor mode => WrappedTensorDisposeScope(() => Vectors(_categorical.mode));

        /// <inheritdoc/>
        public override Tensor variance => WrappedTensorDisposeScope(() => probs * (1 - probs));

        private Tensor Vectors(Tensor places) => nn.functional.one_hot(places, _categorical.Categories).to(logits.dtype);

        /// <inheritdoc/>
        public override Tensor rsample(params long[] sample_shape) => WrappedTensorDisposeScope(() => Vectors(_categorical.sample(sample_shape)));

        /// <inheritdoc/>
        public override Tensor log_prob(Tensor value) => WrappedTensorDisposeScope(() => _categorical.log_prob(value.argmax(-1)));

        /// <inheritdoc/>
        public override Tensor entropy() => _categorical.entropy();

        /// <inheritdoc/>
        public override distributions.Distribution expand(Size batch_shape, distributions.Distribution? instance = null)
        {
            if (instance is not (null or OneHotCategorical))
                throw new ArgumentException($"A {nameof(OneHotCategorical)} is expected, not a {instance.GetType().Name}.", nameof(instance));
            return new OneHotCategorical((Categorical)_categorical.expand(batch_shape), generator);
        }

        /// <inheritdoc/>
        public override Tensor enumerate_support(bool expand = true) => WrappedTensorDisposeScope(() =>
        {
            var values = eye(_categorical.Categories, dtype: logits.dtype).reshape([_categorical.Categories, .. batch_shape.Select(_ => 1L), _categorical.Categories]);
            return expand ? values.expand([_categorical.Categories, .. batch_shape, _categorical.Categories]) : values;
        });

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
            /// <summary>A categorical distribution over vectors of K elements of which one is 1. Give one of the two parameters.</summary>
            /// <param name="probs">[…, K]: weights of at least 0; they are scaled to sum to 1.</param>
            /// <param name="logits">[…, K]: log-weights; they are shifted to be log-probabilities.</param>
            /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
            public static OneHotCategorical OneHotCategorical(Tensor? probs = null, Tensor? logits = null, Generator? generator = null) =>
                new(probs, logits, generator);
        }
    }
}

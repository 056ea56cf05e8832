using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The logarithm of a relaxed one-hot variable (Maddison et al. 2017), which stays exact where its probabilities underflow.</summary>
    public class ExpRelaxedCategorical : distributions.Distribution
    {
        private readonly Categorical _categorical;

        /// <inheritdoc cref="RelaxedOneHotCategorical(Tensor, Tensor, Tensor, Generator)"/>
        internal ExpRelaxedCategorical(Tensor temperature, Tensor? probs = null, Tensor? logits = null, Generator? generator = null)
            : this(temperature, new Categorical(probs, logits, generator), generator) =>
            CheckTemperature(temperature);

        internal ExpRelaxedCategorical(Tensor temperature, Categorical categorical, Generator? generator)
            : base(generator, categorical.batch_shape, categorical.Categories) =>
            (this.temperature, _categorical) = (temperature, categorical);

        /// <summary>How soft the variable is.</summary>
        public Tensor temperature { get; }

        /// <summary>The probabilities.</summary>
        public Tensor probs => _categorical.probs;

        /// <summary>The log-probabilities.</summary>
        public Tensor logits => _categorical.logits;

        /// <summary>The shape of the probabilities.</summary>
        public long[] param_shape => [.. batch_shape, .. event_shape];

        /// <summary>There is no closed form.</summary>
        public override Tensor mean => throw Missing("mean in closed form");

        /// <summary>There is no closed form.</summary>
        public override Tensor variance => throw Missing("variance in closed form");

        /// <inheritdoc/>
        public override Tensor rsample(params long[] sample_shape) => WrappedTensorDisposeScope(() => Perturbed(sample_shape).log_softmax(-1));

        /// <inheritdoc/>
        public override Tensor log_prob(Tensor value) => WrappedTensorDisposeScope(() =>
        {
            var k = event_shape[0];
            var scores = logits - value * temperature;
            var scale = (k - 1) * temperature.log() + tensor((double)k).lgamma().to(logits.dtype);
            return (scores - scores.logsumexp(-1, keepdim: true)).sum(-1) + scale;
        });

        /// <summary>Logits with Gumbel noise, over the temperature: what a sample is the softmax of, or its logarithm.</summary>
        internal Tensor Perturbed(long[] sample_shape) => (logits - (-Uniforms(ExtendedShape(sample_shape), logits).log()).log()) / temperature;

        /// <summary>There is no closed form.</summary>
        public override Tensor entropy() => throw Missing("entropy in closed form");

        /// <inheritdoc/>
        public override distributions.Distribution expand(Size batch_shape, distributions.Distribution? instance = null)
        {
            if (instance is not (null or ExpRelaxedCategorical))
                throw new ArgumentException($"An {nameof(ExpRelaxedCategorical)} is expected, not a {instance.GetType().Name}.", nameof(instance));
            return new ExpRelaxedCategorical(temperature, (Categorical)_categorical.expand(batch_shape), generator);
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
            /// <summary>The logarithm of a relaxed one-hot variable. Give one of the last two parameters.</summary>
            /// <param name="temperature">How soft the variable is: one positive number.</param>
            /// <param name="probs">[…, K]: weights of at least 0; they are scaled to sum to 1.</param>
            /// <param name="logits">[…, K]: log-weights; they are shifted to be log-probabilities.</param>
            /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
            public static ExpRelaxedCategorical ExpRelaxedCategorical(
                Tensor temperature, Tensor? probs = null, Tensor? logits = null, Generator? generator = null) =>
                new(temperature, probs, logits, generator);
        }
    }
}

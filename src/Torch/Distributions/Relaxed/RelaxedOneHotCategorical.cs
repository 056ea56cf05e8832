using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>
    /// A relaxed one-hot variable (Gumbel-softmax: Jang et al. 2017; Concrete: Maddison et al. 2017): probabilities, one of them near 1 at low
    /// temperatures.
    /// </summary>
    public class RelaxedOneHotCategorical : distributions.Distribution
    {
        private readonly ExpRelaxedCategorical _log;

        /// <summary>A batch of the shape of the parameter without its last dimension; give one of the last two.</summary>
        /// <param name="temperature">How soft the variable is: one positive number.</param>
        /// <param name="probs">[…, K]: weights of at least 0; they are scaled to sum to 1.</param>
        /// <param name="logits">[…, K]: log-weights; they are shifted to be log-probabilities.</param>
        /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
        /// <exception cref="ArgumentException">None or both are given, or a parameter is out of range.</exception>
        public RelaxedOneHotCategorical(Tensor temperature, Tensor? probs = null, Tensor? logits = null, Generator? generator = null)
            : this(new ExpRelaxedCategorical(temperature, new Categorical(probs, logits, generator), generator), generator) =>
            CheckTemperature(temperature);

        private RelaxedOneHotCategorical(ExpRelaxedCategorical log, Generator? generator)
            : base(generator, log.batch_shape, log.event_shape[0]) => _log = log;

        /// <summary>How soft the variable is.</summary>
        public Tensor temperature => _log.temperature;

        /// <summary>The probabilities.</summary>
        public Tensor probs => _log.probs;

        /// <summary>The log-probabilities.</summary>
        public Tensor logits => _log.logits;

        /// <summary>There is no closed form.</summary>
        public override Tensor mean => throw Missing("mean in closed form");

        /// <summary>There is no closed form.</summary>
        public override Tensor variance => throw Missing("variance in closed form");

        /// <inheritdoc/>
        public override Tensor rsample(params long[] sample_shape) => WrappedTensorDisposeScope(() => _log.Perturbed(sample_shape).softmax(-1));

        /// <inheritdoc/>
        public override Tensor log_prob(Tensor value) => WrappedTensorDisposeScope(() =>
        {
            var log = value.log();
            return _log.log_prob(log) - log.sum(-1);
        });

        /// <summary>There is no closed form.</summary>
        public override Tensor entropy() => throw Missing("entropy in closed form");

        /// <inheritdoc/>
        public override distributions.Distribution expand(Size batch_shape, distributions.Distribution? instance = null)
        {
            if (instance is not (null or RelaxedOneHotCategorical))
                throw new ArgumentException($"A {nameof(RelaxedOneHotCategorical)} is expected, not a {instance.GetType().Name}.", nameof(instance));
            return new RelaxedOneHotCategorical((ExpRelaxedCategorical)_log.expand(batch_shape), generator);
        }

        /// <inheritdoc/>
        protected override void Dispose(bool disposing)
        {
            if (disposing)
                _log.Dispose();
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
            /// <summary>A relaxed one-hot variable (Gumbel-softmax). Give one of the last two parameters.</summary>
            /// <param name="temperature">How soft the variable is: one positive number.</param>
            /// <param name="probs">[…, K]: weights of at least 0; they are scaled to sum to 1.</param>
            /// <param name="logits">[…, K]: log-weights; they are shifted to be log-probabilities.</param>
            /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
            public static RelaxedOneHotCategorical RelaxedOneHotCategorical(
                Tensor temperature, Tensor? probs = null, Tensor? logits = null, Generator? generator = null) =>
                new(temperature, probs, logits, generator);
        }
    }
}

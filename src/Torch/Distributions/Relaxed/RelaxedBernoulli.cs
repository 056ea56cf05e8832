using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The log-odds of a relaxed Bernoulli variable (Maddison et al. 2017): a logistic variable, shifted and scaled.</summary>
    public class LogitRelaxedBernoulli : distributions.Distribution
    {
        /// <summary>A batch of the shape that the parameters broadcast to; give one of the last two.</summary>
        /// <param name="temperature">How soft the variable is; positive.</param>
        /// <param name="probs">The probability of 1, in [0, 1].</param>
        /// <param name="logits">The log-odds of 1.</param>
        /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
        /// <exception cref="ArgumentException">None or both are given, or a parameter is out of range.</exception>
        public LogitRelaxedBernoulli(Tensor temperature, Tensor? probs = null, Tensor? logits = null, Generator? generator = null)
            : base(generator)
        {
            var given = Either(probs, logits);
            Own(
                (nameof(temperature), temperature, distributions.constraints.positive),
                probs is null
                    ? (nameof(logits), given, distributions.constraints.real)
                    : (nameof(probs), given, distributions.constraints.unit_interval));
            Parameters = probs is null ? [Parameters[0], null, Parameters[1]] : [Parameters[0], Parameters[1], null];
        }

        /// <summary>How soft the variable is.</summary>
        public Tensor temperature => Parameters[0]!;

        /// <summary>The probability of 1.</summary>
        public Tensor probs => Parameters[1] ?? LogitsToProbs(Parameters[2]!, isBinary: true);

        /// <summary>The log-odds of 1.</summary>
        public Tensor logits => Parameters[2] ?? ProbsToLogits(Parameters[1]!, isBinary: true);

        /// <inheritdoc/>
        public override Tensor mean => WrappedTensorDisposeScope(() => logits / temperature);

        /// <inheritdoc/>
        public override Tensor mode => WrappedTensorDisposeScope(() => logits / temperature);

        /// <inheritdoc/>
        public override Tensor variance => WrappedTensorDisposeScope(() => (Math.PI * Math.PI / 3) / temperature.square());

        /// <inheritdoc/>
        public override Tensor rsample(params long[] sample_shape) => WrappedTensorDisposeScope(() =>
        {
            var uniform = Uniforms(ExtendedShape(sample_shape), temperature);
            return (uniform.log() - (-uniform).log1p() + logits) / temperature;
        });

        /// <inheritdoc/>
        public override Tensor log_prob(Tensor value) => WrappedTensorDisposeScope(() =>
        {
            var difference = logits - value * temperature;
            return temperature.log() + difference + 2 * nn.functional.logsigmoid(-difference);
        });

        /// <inheritdoc/>
        public override Tensor cdf(Tensor value) => WrappedTensorDisposeScope(() => sigmoid(value * temperature - logits));

        /// <inheritdoc/>
        public override Tensor entropy() => WrappedTensorDisposeScope(() => 2 - temperature.log() + logits * 0);
    }

    /// <summary>A relaxed Bernoulli variable (Maddison et al. 2017; Jang et al. 2017): near 0 or 1 at low temperatures, and derivable.</summary>
    public class RelaxedBernoulli : distributions.Distribution
    {
        private readonly LogitRelaxedBernoulli _odds;

        /// <inheritdoc cref="LogitRelaxedBernoulli(Tensor, Tensor, Tensor, Generator)"/>
        public RelaxedBernoulli(Tensor temperature, Tensor? probs = null, Tensor? logits = null, Generator? generator = null)
            : this(new LogitRelaxedBernoulli(temperature, probs, logits, generator), generator)
        {
        }

        private RelaxedBernoulli(LogitRelaxedBernoulli odds, Generator? generator)
            : base(generator, odds.batch_shape) =>
            _odds = odds;

        /// <summary>How soft the variable is.</summary>
        public Tensor temperature => _odds.temperature;

        /// <summary>The probability of 1.</summary>
        public Tensor probs => _odds.probs;

        /// <summary>The log-odds of 1.</summary>
        public Tensor logits => _odds.logits;

        /// <summary>There is no closed form.</summary>
        public override Tensor mean => throw Missing("mean in closed form");

        /// <summary>There is no closed form.</summary>
        public override Tensor variance => throw Missing("variance in closed form");

        /// <inheritdoc/>
        public override Tensor rsample(params long[] sample_shape) => WrappedTensorDisposeScope(() =>
        {
            var values = sigmoid(_odds.rsample(sample_shape));
            return values.clamp(Tiny(values), 1 - Epsilon(values));
        });

        /// <inheritdoc/>
        public override Tensor log_prob(Tensor value) => WrappedTensorDisposeScope(
            () => _odds.log_prob(value.log() - (-value).log1p()) - value.log() - (-value).log1p());

        /// <inheritdoc/>
        public override Tensor cdf(Tensor value) => WrappedTensorDisposeScope(() => _odds.cdf(value.log() - (-value).log1p()));

        /// <summary>There is no closed form.</summary>
        public override Tensor entropy() => throw Missing("entropy in closed form");

        /// <inheritdoc/>
        public override distributions.Distribution expand(Size batch_shape, distributions.Distribution? instance = null)
        {
            if (instance is not (null or RelaxedBernoulli))
                throw new ArgumentException($"A {nameof(RelaxedBernoulli)} is expected, not a {instance.GetType().Name}.", nameof(instance));
            return new RelaxedBernoulli((LogitRelaxedBernoulli)_odds.expand(batch_shape), generator);
        }

        /// <inheritdoc/>
        protected override void Dispose(bool disposing)
        {
            if (disposing)
                _odds.Dispose();
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
            /// <summary>The log-odds of a relaxed Bernoulli variable. Give one of the last two parameters.</summary>
            /// <param name="temperature">How soft the variable is; positive.</param>
            /// <param name="probs">The probability of 1, in [0, 1].</param>
            /// <param name="logits">The log-odds of 1.</param>
            /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
            public static LogitRelaxedBernoulli LogitRelaxedBernoulli(
                Tensor temperature, Tensor? probs = null, Tensor? logits = null, Generator? generator = null) =>
                new(temperature, probs, logits, generator);

            /// <summary>A relaxed Bernoulli variable: near 0 or 1 at low temperatures, and derivable. Give one of the last two parameters.</summary>
            /// <param name="temperature">How soft the variable is; positive.</param>
            /// <param name="probs">The probability of 1, in [0, 1].</param>
            /// <param name="logits">The log-odds of 1.</param>
            /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
            public static RelaxedBernoulli RelaxedBernoulli(
                Tensor temperature, Tensor? probs = null, Tensor? logits = null, Generator? generator = null) =>
                new(temperature, probs, logits, generator);
        }
    }
}

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Probability distributions: samples, densities, entropies, divergences.</summary>
    public static partial class distributions
    {
        /// <summary>
        /// A probability distribution, or a batch of them. A sample has the shape sample_shape + batch_shape + event_shape; a density has
        /// sample_shape + batch_shape.
        /// </summary>
        public abstract class Distribution : IDisposable
        {
            /// <summary>Euler's constant γ.</summary>
            protected const double euler_constant = 0.57721566490153286060;

            /// <summary>Where samples are drawn from; null for the default generator. It is the caller's to dispose.</summary>
            protected Generator? generator;

            /// <summary>The parameters: each of batch_shape and then dimensions of its own; null if the distribution is given another way.</summary>
            private protected Tensor?[] Parameters = [];

            /// <summary>A distribution of the given shapes, which are those of scalars unless given.</summary>
            protected Distribution(Generator? generator, long[]? batch_shape = null, long[]? event_shape = null) =>
                (this.generator, this.batch_shape, this.event_shape) = (generator, new(batch_shape ?? []), new(event_shape ?? []));

            /// <inheritdoc cref="Distribution(Generator, long[], long[])"/>
            protected Distribution(Generator? generator, Size batch_shape, Size? event_shape = null)
                : this(generator, [.. batch_shape], event_shape is { } shape ? [.. shape] : null)
            {
            }

            /// <summary>The shape of the batch of distributions.</summary>
            public Size batch_shape { get; protected set; }

            /// <summary>The shape of one sample of one distribution.</summary>
            public Size event_shape { get; protected set; }

            /// <summary>The mean.</summary>
            public abstract Tensor mean { get; }

            /// <summary>The most probable value.</summary>
            public virtual Tensor mode => throw Missing(nameof(mode));

            /// <summary>The variance.</summary>
            public abstract Tensor variance { get; }

            /// <summary>The standard deviation.</summary>
            public virtual Tensor stddev => WrappedTensorDisposeScope(() => variance.sqrt());

            /// <summary>Draws; no derivatives flow through the result.</summary>
            public virtual Tensor sample(params long[] sample_shape)
            {
                using (no_grad())
                    return rsample(sample_shape);
            }

            /// <inheritdoc cref="sample(long[])"/>
            public Tensor sample(Size sample_shape) => sample([.. sample_shape]);

            /// <summary>Draws so that derivatives flow through the result to the parameters, if the distribution is continuous.</summary>
            public abstract Tensor rsample(params long[] sample_shape);

            /// <inheritdoc cref="rsample(long[])"/>
            public Tensor rsample(Size sample_shape) => rsample([.. sample_shape]);

            /// <summary>The logarithm of the density, or probability, in nats.</summary>
            public abstract Tensor log_prob(Tensor value);

            /// <summary>The entropy, in nats.</summary>
            public abstract Tensor entropy();

            /// <summary>The probability of at most the value.</summary>
            public virtual Tensor cdf(Tensor value) => throw Missing(nameof(cdf));

            /// <summary>The value below which a sample lies with the given probability.</summary>
            public virtual Tensor icdf(Tensor value) => throw Missing(nameof(icdf));

            /// <summary>All values, along dimension 0, with dimensions of 1 for the batch or expanded to it.</summary>
            public virtual Tensor enumerate_support(bool expand = true) => throw Missing(nameof(enumerate_support));

            /// <summary>e to the entropy.</summary>
            public virtual Tensor perplexity() => WrappedTensorDisposeScope(() => exp(entropy()));

            /// <summary>The same distribution over a larger batch; no memory is copied.</summary>
            /// <param name="batch_shape">The new batch shape, to which the present one can be expanded.</param>
            /// <param name="instance">A distribution of the same kind that takes the expanded parameters; null for a new one.</param>
            /// <exception cref="ArgumentException">The instance is of another kind.</exception>
            public virtual Distribution expand(Size batch_shape, Distribution? instance = null)
            {
                if (instance is not null && instance.GetType() != GetType())
                    throw new ArgumentException($"A {GetType().Name} is expected, not a {instance.GetType().Name}.", nameof(instance));
                var result = instance ?? (Distribution)MemberwiseClone();
                result.Parameters = Array.ConvertAll(Parameters, p => p?.expand([.. batch_shape, .. p.shape[this.batch_shape.Length..]]).DetachFromDisposeScope());
                (result.batch_shape, result.event_shape) = (batch_shape, event_shape);
                return result;
            }

            /// <summary>sample_shape + batch_shape + event_shape.</summary>
            protected long[] ExtendedShape(params long[] sample_shape) => [.. sample_shape, .. batch_shape, .. event_shape];

            /// <summary>Probabilities of log-odds, or of unnormalised log-probabilities along the last dimension.</summary>
            protected Tensor LogitsToProbs(Tensor logits, bool isBinary = false) => isBinary ? sigmoid(logits) : logits.softmax(-1);

            /// <summary>Log-odds, or log-probabilities, of probabilities, which are first moved off 0 and 1.</summary>
            protected Tensor ProbsToLogits(Tensor probs, bool isBinary = false) => WrappedTensorDisposeScope(() =>
            {
                var clamped = ClampProbs(probs);
                return isBinary ? clamped.log() - (-clamped).log1p() : clamped.log();
            });

            /// <summary>Probabilities moved off 0 and 1 by the rounding unit of their type.</summary>
            protected Tensor ClampProbs(Tensor probs) => probs.clamp(Epsilon(probs), 1 - Epsilon(probs));

            private protected static double Epsilon(Tensor like) => like.dtype == ScalarType.Float64 ? Math.BitIncrement(1.0) - 1 : MathF.BitIncrement(1f) - 1f;

            private protected static double Tiny(Tensor like) => like.dtype == ScalarType.Float64 ? 2.2250738585072014e-308 : 1.17549435e-38;

            /// <summary>Uniform numbers in (0, 1), in the type of a parameter.</summary>
            private protected Tensor Uniforms(long[] shape, Tensor like) => rand(shape, like.dtype, generator: generator).clamp_(Tiny(like), 1 - Epsilon(like));

            /// <summary>Parameters that are scalars of one distribution each: broadcast, checked, and owned from now on.</summary>
            private protected void Own(params (string Name, Tensor Value, constraints.Constraint Constraint)[] parameters)
            {
                foreach (var (name, value, _) in parameters)
                    ArgumentNullException.ThrowIfNull(value, name);
                var tensors = broadcast_tensors([.. parameters.Select(p => p.Value)]);
                Parameters = [.. tensors.Select(t => (Tensor?)t.DetachFromDisposeScope())];
                batch_shape = new(Parameters[0]!.shape);
                foreach (var (name, value, constraint) in parameters)
                    Check(name, value, constraint);
            }

            private protected void Check(string name, Tensor value, constraints.Constraint constraint)
            {
                using var scope = NewDisposeScope();
                using var silent = no_grad();
                if (!constraint.check(value.detach()).all().ToBoolean())
                    throw new ArgumentException($"{GetType().Name}: {name} must be {constraint.Meaning}; it is {value.ToString(TensorStringStyle.Numpy)}.", name);
            }

            /// <summary>A temperature: one positive number.</summary>
            private protected void CheckTemperature(Tensor temperature)
            {
                ArgumentNullException.ThrowIfNull(temperature);
                if (temperature.numel() != 1)
                    throw new ArgumentException($"{GetType().Name}: temperature must be one number, not {temperature.numel()}.", nameof(temperature));
                Check(nameof(temperature), temperature, constraints.positive);
            }

            /// <summary>Exactly one of probabilities and log-odds.</summary>
            private protected Tensor Either(Tensor? probs, Tensor? logits)
            {
                if (probs is null == logits is null)
                    throw new ArgumentException($"{GetType().Name} takes either probs or logits, not {(probs is null ? "neither" : "both")}.", nameof(probs));
                return (probs ?? logits)!;
            }

            private protected Tensor Filled(double value) => full(ExtendedShape(), value, Parameters.First(p => p is not null)!.dtype);

            private protected NotSupportedException Missing(string what) => new($"{GetType().Name} has no {what}.");

            /// <summary>Gives the parameters' memory back, as far as it is the distribution's own.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <inheritdoc cref="Dispose()"/>
            protected virtual void Dispose(bool disposing)
            {
                if (disposing)
                    foreach (var parameter in Parameters)
                        parameter?.Dispose();
            }
        }
    }
}

using static TorchSharp.torch;

namespace Latent.Evaluation;

/// <summary>How an evidence is estimated by annealing.</summary>
/// <param name="Chains">Independent chains, ≥ 2.</param>
/// <param name="Temperatures">Steps from prior to posterior, ≥ 1: more bring less variance.</param>
/// <param name="Leapfrogs">Steps of each Hamiltonian move, ≥ 1.</param>
/// <param name="StepSize">Of the first leapfrog steps > 0; it then follows the acceptance rate towards 0.65.</param>
public sealed record AnnealingOptions(int Chains = 32, int Temperatures = 500, int Leapfrogs = 5, double StepSize = 0.2);

/// <summary>What the chains came to.</summary>
/// <param name="LogWeights">ln w of each chain; the mean of w estimates p(x) without bias.</param>
/// <param name="Acceptance">Hamiltonian moves accepted, in 0 … 1.</param>
public sealed record AnnealedChains(IReadOnlyList<double> LogWeights, double Acceptance)
{
    /// <summary>ln of the mean weight: on average at most ln p(x).</summary>
    public double LogEvidence => Estimate.LogMean(LogWeights).Value;

    /// <summary>Its standard error by the delta method.</summary>
    public double StandardError => Estimate.LogMean(LogWeights).StandardError;
}

/// <summary>
/// Annealed importance sampling (Neal 2001) with Hamiltonian moves: chains go from the prior N(0, 1) to the posterior through \(p(z)\,p(x|z)^\beta\), β = 0 … 1. It needs no approximate
/// posterior, and so tells how good one is (Wu et al. 2017).
/// </summary>
public static class AnnealedImportanceSampling
{
    private const double Wanted = 0.65;

    /// <summary>Runs the chains for one observation.</summary>
    /// <param name="logLikelihood">z [chains, k] → ln p(x | z) [chains], with gradients.</param>
    /// <param name="latent">k, entries of a code, ≥ 1.</param>
    /// <param name="options">How.</param>
    /// <param name="generator">Source of starts, momenta and decisions.</param>
    /// <param name="precision">Type of the codes.</param>
    public static AnnealedChains Run(
        Func<Tensor, Tensor> logLikelihood, int latent, AnnealingOptions options, Generator generator, ScalarType precision = ScalarType.Float32)
    {
        ArgumentNullException.ThrowIfNull(logLikelihood);
        ArgumentOutOfRangeException.ThrowIfLessThan(latent, 1);
        ArgumentNullException.ThrowIfNull(options);
        Require.Generator(generator);
        if (options.Chains < 2 || options.Temperatures < 1 || options.Leapfrogs < 1)
            throw new ArgumentException($"Expected chains ≥ 2, temperatures ≥ 1 and leapfrogs ≥ 1, given {options.Chains}, {options.Temperatures} and {options.Leapfrogs}.", nameof(options));
        var (step, accepted) = (Require.Positive(options.StepSize, nameof(options)), 0.0);
        using var scope = NewDisposeScope();
        var chains = new Chains(logLikelihood, randn([options.Chains, latent], precision, generator: generator));
        var total = zeros([options.Chains], ScalarType.Float64);
        for (var t = 1; t <= options.Temperatures; t++)
        {
            using var inner = NewDisposeScope();
            total.add_(chains.LogLikelihood.to_type(ScalarType.Float64) * (Beta(t) - Beta(t - 1)));
            var rate = chains.Move(Beta(t), step, options.Leapfrogs, generator);
            accepted += rate / options.Temperatures;
            step *= rate > Wanted ? 1.02 : 0.98;
        }

        return new(total.data<double>().ToArray(), accepted);

        // Slow at both ends, where the distributions change most.
        double Beta(int t)
        {
            double Sigmoid(double s) => 1 / (1 + Math.Exp(-4 * (2 * s - 1)));
            return (Sigmoid((double)t / options.Temperatures) - Sigmoid(0)) / (Sigmoid(1) - Sigmoid(0));
        }
    }

    private sealed class Chains
    {
        private readonly Func<Tensor, Tensor> _logLikelihood;
        private readonly Tensor _z, _gradient; // [chains, k]

        public Chains(Func<Tensor, Tensor> logLikelihood, Tensor z)
        {
            (_logLikelihood, _z) = (logLikelihood, z);
            (LogLikelihood, _gradient) = Evaluate(z);
        }

        /// <summary>ln p(x | z) of each chain: [chains].</summary>
        public Tensor LogLikelihood { get; }

        /// <summary>One Hamiltonian move of every chain; returns how many were accepted, in 0 … 1.</summary>
        public double Move(double beta, double step, int leapfrogs, Generator generator)
        {
            var momentum = randn(_z.shape, _z.dtype, generator: generator);
            var before = beta * LogLikelihood - 0.5 * (_z.square() + momentum.square()).sum([1]); // [chains]
            var (z, value, slope) = (_z, LogLikelihood, beta * _gradient - _z);
            for (var l = 0; l < leapfrogs; l++)
            {
                momentum = momentum + 0.5 * step * slope;
                z = z + step * momentum;
                (value, var gradient) = Evaluate(z);
                slope = beta * gradient - z;
                momentum = momentum + 0.5 * step * slope;
            }

            var after = beta * value - 0.5 * (z.square() + momentum.square()).sum([1]);
            using var decisions = rand([z.shape[0]], z.dtype, generator: generator).log();
            var accept = decisions.lt(after - before); // false where the move left the numbers
            _gradient.copy_(where(accept.unsqueeze(1), (slope + z) / beta, _gradient));
            _z.copy_(where(accept.unsqueeze(1), z, _z));
            LogLikelihood.copy_(where(accept, value, LogLikelihood));
            return accept.to_type(ScalarType.Float64).mean().item<double>();
        }

        private (Tensor Value, Tensor Gradient) Evaluate(Tensor z)
        {
            using var recording = enable_grad();
            using var variable = z.detach().requires_grad_();
            using var value = _logLikelihood(variable);
            var gradient = autograd.grad([value.sum()], [variable])[0];
            return (value.detach(), gradient);
        }
    }
}

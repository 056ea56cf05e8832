using static TorchSharp.torch;

namespace Latent.Evaluation;

/// <summary>A Markov chain of dependent draws.</summary>
/// <param name="Draws">In order, after the burn-in.</param>
/// <param name="Acceptance">Proposals accepted, in 0 … 1.</param>
/// <param name="Evaluations">How often the density was evaluated, burn-in included.</param>
public sealed record MarkovChain(IReadOnlyList<double> Draws, double Acceptance, long Evaluations)
{
    /// <summary>
    /// How many independent draws the chain is worth for its mean: N/(1 + 2Σρ_t), the sum of autocorrelations stopped where a pair of
    /// neighbours first sums to less than zero (Geyer 1992, the initial positive sequence).
    /// </summary>
    public double EffectiveSampleSize
    {
        get
        {
            var mean = Draws.Average();
            double[] centred = [.. Draws.Select(d => d - mean)];
            double Covariance(int lag) => Enumerable.Range(0, centred.Length - lag).Sum(i => centred[i] * centred[i + lag]) / centred.Length;
            var (variance, sum) = (Covariance(0), 0.0);
            for (var lag = 1; lag + 1 < centred.Length; lag += 2)
            {
                var pair = Covariance(lag) + Covariance(lag + 1);
                if (pair <= 0) break;
                sum += pair;
            }

            return centred.Length / (1 + 2 * sum / variance);
        }
    }

    /// <summary>The mean with a standard error that counts the dependence.</summary>
    public Estimate Mean
    {
        get
        {
            var independent = Estimate.Mean([.. Draws]);
            return independent with { StandardError = independent.StandardError * Math.Sqrt(Draws.Count / EffectiveSampleSize) };
        }
    }
}

/// <summary>The Metropolis algorithm in one dimension (Metropolis et al. 1953): what inference costs when there is no encoder.</summary>
public static class Metropolis
{
    /// <summary>A chain with normal proposals around the present place.</summary>
    /// <param name="logDensity">The log of a density, known up to a constant.</param>
    /// <param name="start">The first place; its log density must be finite.</param>
    /// <param name="step">Standard deviation of the proposals > 0.</param>
    /// <param name="draws">Draws kept, ≥ 2.</param>
    /// <param name="burnIn">Draws thrown away first, ≥ 0.</param>
    /// <param name="generator">Source of proposals and decisions.</param>
    public static MarkovChain Sample(Func<double, double> logDensity, double start, double step, int draws, int burnIn, Generator generator)
    {
        ArgumentNullException.ThrowIfNull(logDensity);
        Require.Positive(step, nameof(step));
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 2);
        ArgumentOutOfRangeException.ThrowIfNegative(burnIn);
        Require.Generator(generator);
        var (place, log) = (start, logDensity(start));
        if (!double.IsFinite(log)) throw new ArgumentException($"Expected a start where the density is positive, given {start} with log density {log}.", nameof(start));
        var total = draws + burnIn;
        using var noise = randn([total], ScalarType.Float64, generator: generator);
        using var chance = rand([total], ScalarType.Float64, generator: generator);
        var (moves, decisions) = (noise.data<double>().ToArray(), chance.data<double>().ToArray());
        var (kept, accepted) = (new List<double>(draws), 0);
        for (var t = 0; t < total; t++)
        {
            var proposed = place + step * moves[t];
            var proposedLog = logDensity(proposed);
            if (Math.Log(decisions[t]) < proposedLog - log)
            {
                (place, log) = (proposed, proposedLog);
                accepted++;
            }

            if (t >= burnIn) kept.Add(place);
        }

        return new(kept, (double)accepted / total, total + 1);
    }
}

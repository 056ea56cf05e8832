using MathNet.Numerics.Distributions;

namespace Latent.Evaluation;

/// <summary>An interval that covers the true value at the given level.</summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
/// <param name="Level">Probability of covering, in (0, 1).</param>
public readonly record struct ConfidenceInterval(double Low, double High, double Level)
{
    /// <summary>Half the width.</summary>
    public double HalfWidth => (High - Low) / 2;

    /// <summary>Whether a value lies inside.</summary>
    public bool Contains(double value) => value >= Low && value <= High;

    /// <summary>
    /// The normal interval of a proportion, \(p \pm z\sqrt{p(1-p)/n}\), as error rates are printed (1.96 at 95 %).
    /// </summary>
    /// <param name="successes">In 0 … <paramref name="n"/>.</param>
    /// <param name="n">Trials, ≥ 1.</param>
    /// <param name="level">In (0, 1).</param>
    public static ConfidenceInterval Binomial(long successes, long n, double level = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        if (successes < 0 || successes > n) throw new ArgumentOutOfRangeException(nameof(successes), successes, $"Expected 0 … {n}.");
        var p = (double)successes / n;
        return Around(p, Math.Sqrt(p * (1 - p) / n), level);
    }

    /// <summary>The interval of a mean: Student's t for <paramref name="values"/>.Length − 1 degrees of freedom.</summary>
    /// <param name="values">At least two.</param>
    /// <param name="level">In (0, 1).</param>
    public static ConfidenceInterval Mean(ReadOnlySpan<double> values, double level = 0.95)
    {
        Require(level);
        var mean = Estimate.Mean(values);
        var t = StudentT.InvCDF(0, 1, values.Length - 1, (1 + level) / 2);
        return new(mean.Value - t * mean.StandardError, mean.Value + t * mean.StandardError, level);
    }

    /// <summary>Low and high end.</summary>
    public override string ToString() => $"[{Low:G6}, {High:G6}]";

    private static ConfidenceInterval Around(double centre, double standardError, double level)
    {
        Require(level);
        var z = Normal.InvCDF(0, 1, (1 + level) / 2);
        return new(centre - z * standardError, centre + z * standardError, level);
    }

    private static void Require(double level)
    {
        if (!(level > 0 && level < 1)) throw new ArgumentOutOfRangeException(nameof(level), level, "Expected a level in (0, 1).");
    }
}

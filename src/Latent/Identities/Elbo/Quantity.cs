using System.Collections.Immutable;
using Latent.Evaluation;

namespace Latent.Identities.Elbo;

/// <summary>
/// A number with what is uncertain about it: nothing if it is exact; else its value on each sample, and its loadings on estimates that other
/// numbers may share. Sums keep both, so that an error common to two sides of an equation cancels as it does in the equation.
/// </summary>
public sealed record Quantity
{
    private Quantity(double value, double size, ImmutableArray<double> samples, ImmutableDictionary<string, double> loadings) =>
        (Value, Size, Samples, Loadings) = (value, size, samples, loadings);

    /// <summary>The number.</summary>
    public double Value { get; }

    /// <summary>The sum of the absolute values that it was added up from: what its rounding error is relative to.</summary>
    public double Size { get; }

    /// <summary>Its value on each independent sample; empty if no samples went in.</summary>
    public ImmutableArray<double> Samples { get; }

    /// <summary>For each named estimate that went in: the standard error it brings, with its sign.</summary>
    public ImmutableDictionary<string, double> Loadings { get; }

    /// <summary>The standard error: 0 if exact.</summary>
    public double StandardError
    {
        get
        {
            var sampled = Samples.Length > 1 ? Estimate.Mean(Samples.AsSpan()).StandardError : 0;
            return Math.Sqrt(sampled * sampled + Loadings.Values.Sum(l => l * l));
        }
    }

    /// <summary>A number without error.</summary>
    public static Quantity Exact(double value) => new(value, Math.Abs(value), [], ImmutableDictionary<string, double>.Empty);

    /// <summary>The mean of a function over samples.</summary>
    /// <param name="values">One value a sample, at least two; all sampled quantities of a model use the same samples in the same order.</param>
    public static Quantity MeanOf(ReadOnlySpan<double> values)
    {
        var mean = Estimate.Mean(values).Value;
        return new(mean, Math.Abs(mean), [.. values], ImmutableDictionary<string, double>.Empty);
    }

    /// <summary>An estimate with a standard error of its own.</summary>
    /// <param name="value">The estimate.</param>
    /// <param name="standardError">≥ 0.</param>
    /// <param name="source">Its name: quantities that use the same estimate share its error.</param>
    public static Quantity Estimated(double value, double standardError, string source) =>
        new(value, Math.Abs(value), [], ImmutableDictionary<string, double>.Empty.Add(source, standardError));

    /// <summary>The sum, with the errors of both.</summary>
    public static Quantity operator +(Quantity left, Quantity right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var samples = (left.Samples.Length, right.Samples.Length) switch
        {
            (0, _) => right.Samples.Select(s => s + left.Value),
            (_, 0) => left.Samples.Select(s => s + right.Value),
            var (n, m) when n == m => left.Samples.Zip(right.Samples, (a, b) => a + b),
            var (n, m) => throw new ArgumentException($"The sides were averaged over different samples: {n} and {m}.", nameof(right)),
        };
        var loadings = right.Loadings.Aggregate(left.Loadings, (all, next) => all.SetItem(next.Key, all.GetValueOrDefault(next.Key) + next.Value));
        return new(left.Value + right.Value, left.Size + right.Size, [.. samples], loadings);
    }

    /// <summary>A multiple.</summary>
    public static Quantity operator *(double factor, Quantity quantity)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        return new(factor * quantity.Value, Math.Abs(factor) * quantity.Size, [.. quantity.Samples.Select(s => factor * s)],
            quantity.Loadings.ToImmutableDictionary(l => l.Key, l => factor * l.Value));
    }
}

using Latent.Evaluation;

namespace Lectures;

/// <summary>One of our numbers beside a published one.</summary>
/// <param name="Reference">Id in <c>data/references.json</c>.</param>
/// <param name="Ours">Our value, with its standard error and sample size.</param>
/// <param name="Seed">The seed it depends on; null when the computation has no randomness.</param>
public sealed record Comparison(string Reference, Estimate Ours, long? Seed = null);

/// <summary>Shows our numbers beside the paper's: value, 95 % interval, sample size, seed, source.</summary>
public static class ComparisonTable
{
    /// <summary>Looks every comparison up in <paramref name="references"/>; no published figure stands in a notebook.</summary>
    /// <exception cref="ArgumentException">A comparison names a reference that does not exist.</exception>
    public static Table Of(References references, params IReadOnlyList<Comparison> comparisons)
    {
        ArgumentNullException.ThrowIfNull(references);
        ArgumentNullException.ThrowIfNull(comparisons);
        return Table.Of(comparisons.Select(comparison => (Row: comparison, Published: references[comparison.Reference])))
            .Column("quantity", row => row.Published.Quantity)
            .Column("ours", row => row.Row.Ours.Value, "F4")
            .Column("± 95 %", row => row.Row.Ours.StandardError > 0 ? Cell.Of(row.Row.Ours.HalfWidth95, "F4") : Cell.Of("exact"))
            .Column("reference", row => row.Published.Value, "G7")
            .Column("n", row => row.Row.Ours.N)
            .Column("seed", row => row.Row.Seed is { } seed ? seed : "none")
            .Column("source", row => row.Published.Source)
            .Titled("Ours beside the reference") with { Class = "reference-table" };
    }
}

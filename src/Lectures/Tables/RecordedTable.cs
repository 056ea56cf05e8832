using Latent.Evaluation;

namespace Lectures;

/// <summary>
/// Numbers that <c>./build.sh paper</c> recorded, beside the papers': value, 95 % interval, size, seed, time. What was not run says so, with what to type.
/// </summary>
public static class RecordedTable
{
    /// <summary>Reads each result of <c>data/results</c>.</summary>
    /// <param name="references">The published figures.</param>
    /// <param name="rows">The id of a result, the reproduction that records it, and the id of the published figure in <c>data/references.json</c>.</param>
    public static Table Of(References references, params IReadOnlyList<(string Result, string Paper, string Reference)> rows) => In(null, references, rows);

    /// <inheritdoc cref="Of"/>
    /// <param name="folder">Where the results lie; null: <c>data/results</c> of the repository.</param>
    public static Table In(string? folder, References references, params IReadOnlyList<(string Result, string Paper, string Reference)> rows)
    {
        ArgumentNullException.ThrowIfNull(references);
        ArgumentNullException.ThrowIfNull(rows);
        return Table.Of(rows.Select(row => (Published: references[row.Reference], Ours: RecordedResult.Find(row.Result, folder), row.Paper)))
            .Column("quantity", row => row.Published.Quantity)
            .Column("ours", row => row.Ours is { } ours ? Cell.Of(ours.Value, Digits(row.Published)) : Cell.Of($"not yet run: ./build.sh paper {row.Paper}"))
            .Column("± 95 %", row => row.Ours?.HalfWidth95 is { } half ? Cell.Of(half, Digits(row.Published)) : null)
            .Column("reference", row => row.Published.Value, "G7")
            .Column("unit", row => row.Published.Unit)
            .Column("n", row => row.Ours?.N)
            .Column("seed", row => row.Ours is { } ours ? Cell.Of($"{ours.Seed}") : null)
            .Column("computed", row => row.Ours is { } ours ? Computed(ours) : null)
            .Column("source", row => row.Published.Source)
            .Titled("Recorded beside the reference") with { Class = "reference-table" };
    }

    private static Cell Computed(RecordedResult ours)
    {
        var (day, rest) = ($"{ours.Date},", $"{ours.Seconds / 60:0} min, {ours.Scale}");
        return Cell.Of($"{day} {rest}") with { Html = $"{Cell.OneLine(day).Html} {Cell.OneLine(rest).Html}" };
    }

    // One more than the published figure has, and at least three: 3.00 is kept as 3.
    private static string Digits(Reference published) => $"F{Math.Clamp(published.Value.ToString("G7").SkipWhile(c => c != '.').Count(char.IsDigit) + 1, 3, 4)}";
}

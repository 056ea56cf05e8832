namespace Benchmarks;

/// <summary>What can be chosen of a suite.</summary>
/// <param name="Runs">Timed runs of each side of a row, ≥ 1.</param>
/// <param name="Only">The one row to measure; null for all.</param>
public sealed record Options(int Runs = 7, string? Only = null)
{
    /// <summary>The options on a command line; null when it has others.</summary>
    public static Options? Parse(ReadOnlySpan<string> words) => words switch
    {
        [] => new(),
        ["--runs", var text, .. var rest] when int.TryParse(text, out var runs) && runs > 0 => Parse(rest) is { } other ? other with { Runs = runs } : null,
        ["--only", var row, .. var rest] => Parse(rest) is { } other ? other with { Only = row } : null,
        _ => null,
    };
}

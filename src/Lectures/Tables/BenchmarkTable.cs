using Latent.Evaluation;

namespace Lectures;

/// <summary>A table of a paper with our recorded results in it: a row for each data set, and for each method ours beside the paper's.</summary>
public static class BenchmarkTable
{
    /// <summary>Reads each result of <c>data/results</c>.</summary>
    /// <param name="references">The published figures; their tolerance is the printed half width.</param>
    /// <param name="sets">Names of the data sets.</param>
    /// <param name="methods">Id and heading of each method.</param>
    /// <param name="ours">Id of a recorded result, from set and method.</param>
    /// <param name="published">Id of a published figure, from set and method.</param>
    /// <param name="caption">Above the table.</param>
    public static Table Of(
        References references, IReadOnlyList<string> sets, IReadOnlyList<(string Id, string Heading)> methods,
        Func<string, string, string> ours, Func<string, string, string> published, string caption)
    {
        ArgumentNullException.ThrowIfNull(references);
        ArgumentNullException.ThrowIfNull(methods);
        var table = Table.Of(sets).Column("set", Cell.OneLine);
        foreach (var (id, heading) in methods)
            table = table.Column($"{heading}: ours", set => Show(RecordedResult.Find(ours(set, id)))).Column("paper", set => Show(references[published(set, id)]));
        return table.Titled(caption) with { Class = "reference-table" };
    }

    private static Cell Show(RecordedResult? result) => result is null ? Cell.Of("not run")
        : Numeric(result.HalfWidth95 is { } half ? $"{result.Value:F2} ± {half:F2}" : $"{result.Value:F2}");

    private static Cell Show(Reference published) => Numeric(published.Tolerance is { } half ? $"{published.Value:F2} ± {half:F2}" : $"{published.Value:F2}");

    private static Cell Numeric(string text) => Cell.Of(text) with { Number = true };
}

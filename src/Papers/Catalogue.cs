using System.Globalization;
using Latent.Evaluation;
using Lectures;
using Papers.Autoencoders;
using Papers.Variational;

namespace Papers;

/// <summary>All reproductions, in the order of the lectures.</summary>
public static class Catalogue
{
    /// <summary>Every entry; a new one is a line here.</summary>
    public static IReadOnlyList<Reproduction> All { get; } =
        [DeepAutoencoder.Entry, .. SdaBenchmark.Entries, .. ContractiveBenchmark.Entries, BurdaVae.Vae, BurdaVae.Iwae5, BurdaVae.Iwae50, ConvolutionalFlowVae.Entry];

    /// <summary>What can be run, how long that takes, and what was recorded.</summary>
    /// <param name="entries">The entries.</param>
    /// <param name="folder">Where results are recorded.</param>
    public static Table List(IReadOnlyList<Reproduction> entries, string folder)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return Table.Of(entries)
            .Column("name", entry => entry.Id)
            .Column("time", entry => Time(entry.Estimated))
            .Column("recorded", entry => Recorded([.. entry.Results.Select(id => RecordedResult.Find(id, folder))]))
            .Column("reproduces", entry => entry.Title)
            .Titled("");
    }

    private static string Time(TimeSpan time) =>
        time.TotalMinutes < 100 ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:0} min") : string.Create(CultureInfo.InvariantCulture, $"{time.TotalHours:0.0} h");

    private static string Recorded(IReadOnlyList<RecordedResult?> results)
    {
        RecordedResult[] found = [.. results.OfType<RecordedResult>()];
        return found.Length == 0 ? "not yet"
            : found.Length < results.Count ? string.Create(CultureInfo.InvariantCulture, $"{found.Length} of {results.Count}")
            : $"{string.Join(", ", found.Select(Value))} on {found.Max(result => result.Date)}";
    }

    private static string Value(RecordedResult result) =>
        string.Create(CultureInfo.InvariantCulture, $"{result.Value:G4}{(result.Reference is { } published ? $" (paper {published:G4})" : "")}");
}

using System.Globalization;
using Latent.Evaluation;
using Lectures;

namespace Papers.Running;

/// <summary>What can be chosen of a run.</summary>
/// <param name="Seed">Of all randomness.</param>
/// <param name="Scale">How much to compute.</param>
/// <param name="Folder">Where results go; null: <c>data/results</c> at paper scale, else <c>artifacts/results</c>.</param>
/// <param name="Fresh">Forget the checkpoints of an interrupted run.</param>
/// <param name="Checkpoints">Where interrupted runs are kept; null: <c>artifacts/papers</c>.</param>
public sealed record RunOptions(long Seed = 1, Scale Scale = Scale.Paper, string? Folder = null, bool Fresh = false, string? Checkpoints = null);

/// <summary>Runs a reproduction and records what it came to.</summary>
public static class Recorder
{
    /// <summary>Runs it to its end; its checkpoints go once the results are written.</summary>
    /// <returns>The exit code: 0 done, 1 failed.</returns>
    public static int Run(Reproduction reproduction, RunOptions options, TextWriter output, TextWriter errors)
    {
        ArgumentNullException.ThrowIfNull(reproduction);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(errors);
        var checkpoints = Path.Combine(options.Checkpoints ?? Places.Checkpoints, string.Create(CultureInfo.InvariantCulture, $"{reproduction.Id}-{Name(options.Scale)}-{options.Seed}"));
        if (options.Fresh && Directory.Exists(checkpoints)) Directory.Delete(checkpoints, recursive: true);
        try
        {
            output.WriteLine(reproduction.Title);
            var commit = Commit(checkpoints, output);
            var references = References.Load();
            var folder = Folder(options);

            // A small run is over in seconds: it is saved after every step, so that its interruption can be tested.
            var run = new PaperRun(options.Seed, options.Scale, checkpoints, new(output, output == Console.Out && !Console.IsOutputRedirected),
                options.Scale == Scale.Paper ? TimeSpan.FromSeconds(20) : TimeSpan.Zero);
            var findings = reproduction.Run(run);
            if (!findings.Select(finding => finding.Id).SequenceEqual(reproduction.Results))
                throw new InvalidOperationException($"Expected the results {string.Join(", ", reproduction.Results)}, found {string.Join(", ", findings.Select(f => f.Id))}.");
            RecordedResult[] results = [.. findings.Select(finding => Result(finding, references, options, run.Seconds, commit))];
            foreach (var result in results) result.Save(folder);
            output.WriteLine($"\n{Show(results).ToText()}\n\nWritten to {folder}");
            Directory.Delete(checkpoints, recursive: true);
            return 0;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException or KeyNotFoundException or InvalidOperationException or ArithmeticException)
        {
            errors.WriteLine($"paper: {reproduction.Id} failed: {e.Message}");
            return 1;
        }
    }

    /// <summary>Whether every result of it is there, with this seed and scale.</summary>
    public static bool IsRecorded(Reproduction reproduction, RunOptions options)
    {
        ArgumentNullException.ThrowIfNull(reproduction);
        ArgumentNullException.ThrowIfNull(options);
        return reproduction.Results.All(id => RecordedResult.Find(id, Folder(options)) is { } found && found.Seed == options.Seed && found.Scale == Name(options.Scale));
    }

    private static string Folder(RunOptions options) => options.Folder ?? (options.Scale == Scale.Paper ? Places.Results : Places.Trials);

    private static string Name(Scale scale) => scale.ToString().ToLowerInvariant();

    private static RecordedResult Result(Finding finding, References references, RunOptions options, double seconds, string commit)
    {
        if (!double.IsFinite(finding.Value)) throw new ArithmeticException($"{finding.Id} came to {finding.Value}, which is no number to record.");
        var published = finding.Reference is { } id ? references[id] : null;
        return new(finding.Id, finding.Quantity, finding.Unit, finding.Value, finding.Interval is { } interval ? [interval.Low, interval.High] : null, finding.N,
            published?.Value, published?.Source, finding.Setting, options.Seed, Name(options.Scale), commit, Places.Machine(), Math.Round(seconds, 1),
            DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    private static Table Show(IReadOnlyList<RecordedResult> results) => Table.Of(results)
        .Column("quantity", result => result.Quantity)
        .Column("value", result => result.Value, "G6")
        .Column("± 95 %", result => result.HalfWidth95 is { } half ? Cell.Of(half, "G2") : null)
        .Column("reference", result => result.Reference is { } reference ? Cell.Of(reference, "G6") : null)
        .Column("unit", result => result.Unit)
        .Titled("");

    // The commit of the first start; a later one is named beside it, as results may then be of neither.
    private static string Commit(string checkpoints, TextWriter output)
    {
        Directory.CreateDirectory(checkpoints);
        var path = Path.Combine(checkpoints, "commit");
        var now = Places.Commit();
        if (!File.Exists(path)) File.WriteAllText(path, now);
        var first = File.ReadAllText(path);
        if (first == now) return now;
        output.WriteLine($"Begun with commit {first}, going on with {now}; --fresh starts anew.");
        return $"{first}, then {now}";
    }
}

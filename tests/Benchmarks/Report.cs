using System.Text.Json;

namespace Benchmarks;

/// <summary>Runs a suite with alternated runs and prints medians as a markdown table, also written as JSON.</summary>
public static class Report
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>One row of <c>artifacts/bench/NAME.json</c>; ratio = ours / peer, lower is better.</summary>
    public sealed record Row(
        string Name, double Ours, double Peer, string Unit, double Ratio, string PeerName, double PeakRssMb, double PeerPeakRssMb);

    /// <summary>Measures and prints the rows of a suite; those of one case only when <paramref name="only"/> names it, and then without JSON.</summary>
    public static int Print(Suite suite, int runs, string? only = null)
    {
        var comparisons = suite.Comparisons.Where(c => only is null || c.Case == only).ToArray();
        if (comparisons.Length == 0)
        {
            Console.Error.WriteLine($"bench {suite.Name}: no row '{only}'; there are: {string.Join(' ', suite.Comparisons.Select(c => c.Case).Distinct())}");
            return 2;
        }

        suite.Prepare?.Invoke();
        var rows = new List<Row>();
        Console.WriteLine($"# {suite.Title}\n\nMedians of {runs} alternated runs a side; ratio = ours / peer, lower is better.\n");
        Console.WriteLine("| what | ours | peer | ratio | peak RSS | peer's | peer is |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---|");
        foreach (var comparison in comparisons)
        {
            var row = Measure(comparison, runs);
            rows.Add(row);
            Console.WriteLine($"| {row.Name} | {Text(row.Ours)} {row.Unit} | {Text(row.Peer)} {row.Unit} | {row.Ratio:0.00} "
                + $"| {row.PeakRssMb:0} MB | {row.PeerPeakRssMb:0} MB | {row.PeerName} |");
        }
        PrintMeans(rows);
        if (only is null) Write(suite.Name, rows);
        return 0;
    }

    // Geometric means over the rows of a peer that have the same unit, when there are several.
    private static void PrintMeans(IEnumerable<Row> rows)
    {
        foreach (var group in rows.GroupBy(row => (row.PeerName, row.Unit)).Where(group => group.Count() > 1))
        {
            var (peer, unit) = group.Key;
            var worst = group.MaxBy(row => row.Ratio)!;
            Console.WriteLine($"\nGeometric mean of the {group.Count()} ratios in {unit} to {peer}: {Mean(group.Select(row => row.Ratio)):0.00} "
                + $"(greatest {worst.Ratio:0.00}, {worst.Name}); of peak RSS: {Mean(group.Select(row => row.PeakRssMb / row.PeerPeakRssMb)):0.00}");
        }
    }

    private static double Mean(IEnumerable<double> ratios) => Math.Exp(ratios.Average(Math.Log));

    private static Row Measure(Comparison comparison, int runs)
    {
        using var ours = new Worker(comparison.Ours);
        using var peer = new Worker(comparison.Peer);
        runs = Math.Min(runs, comparison.MaxRuns);
        if (runs > 1)
        {
            ours.Run(comparison.Case);
            peer.Run(comparison.Case);
        }
        var (left, right) = (new double[runs], new double[runs]);
        for (var run = 0; run < runs; run++)
        {
            left[run] = ours.Run(comparison.Case);
            right[run] = peer.Run(comparison.Case);
        }
        var (a, b) = (Median(left), Median(right));
        return new(comparison.Case, a, b, comparison.Unit, a / b, comparison.PeerName, ours.PeakRssMb, peer.PeakRssMb);
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        var middle = values.Length / 2;
        return values.Length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }

    private static string Text(double value) => value >= 100 ? $"{value:0}" : value >= 1 ? $"{value:0.00}" : $"{value:0.0000}";

    private static void Write(string name, IReadOnlyList<Row> rows)
    {
        var path = Path.GetFullPath(Path.Combine("artifacts", "bench", name + ".json"));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path + ".tmp", JsonSerializer.Serialize(rows, Json));
        File.Move(path + ".tmp", path, overwrite: true);
        Console.WriteLine($"\nWritten to {path}");
    }
}

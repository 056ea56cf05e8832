using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Benchmarks;

/// <summary>
/// The example <c>DataParallelVae</c> with two ranks against one, each rank with one thread: seconds of its second epoch on MNIST, and the loss
/// that it reaches, which has to be the same: nearly in float32, where sums in another order round otherwise, to many digits in float64.
/// </summary>
public static partial class DistributedBenchmarks
{
    /// <summary>The suite <c>distributed</c>. Both sides are started by the launcher; the machine needs two free cores.</summary>
    public static Suite Suite { get; } = new(
        "distributed",
        "A VAE on MNIST, two processes of one thread each against one",
        [Row("vae-epoch", "s"), Row("vae-loss", "nats", runs: 1), Row("vae-loss-float64", "nats", runs: 1)],
        new Dictionary<string, Func<Measurement>>
        {
            ["vae-epoch"] = () => SecondEpoch("seconds", "float32"),
            ["vae-loss"] = () => SecondEpoch("loss", "float32"),
            ["vae-loss-float64"] = () => SecondEpoch("loss", "float64"),
        });

    private static Comparison Row(string name, string unit, int runs = int.MaxValue) => new(name, unit, Ranks(2), Ranks(1), "one rank", runs);

    private static WorkerCommand Ranks(int count) => new("/usr/bin/env", $"RANKS={count}", Environment.ProcessPath!, "worker", "distributed");

    private static Measurement SecondEpoch(string what, string type)
    {
        var launcher = Built("Notebook", "dotnet-notebook.dll");
        var start = new ProcessStartInfo(
            "dotnet", [launcher, "launch", "-n", Environment.GetEnvironmentVariable("RANKS")!, Built("DataParallelVae", "DataParallelVae.dll"), "2", type])
        {
            RedirectStandardOutput = true,
        };
        start.Environment["OMP_NUM_THREADS"] = "1";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var last = Line().Matches(output).LastOrDefault()
            ?? throw new InvalidOperationException($"The example ended with exit code {process.ExitCode} and said: {output}");
        return new(double.Parse(last.Groups[what].Value), double.Parse(last.Groups["memory"].Value));
    }

    private static string Built(string project, string file) =>
        Path.Combine(AppContext.BaseDirectory.Replace($"{Path.DirectorySeparatorChar}Benchmarks{Path.DirectorySeparatorChar}", $"/{project}/", StringComparison.Ordinal), file);

    [GeneratedRegex(@"epoch 2: (?<loss>[\d.]+) nats in (?<seconds>[\d.]+) s, (?<memory>\d+) MB")]
    private static partial Regex Line();
}

namespace Benchmarks;

/// <summary>A named group of comparisons, and the cases that our own worker process can run for it.</summary>
/// <param name="Name">The word after <c>./build.sh bench</c>.</param>
/// <param name="Title">One line on what is compared.</param>
/// <param name="Comparisons">What is measured, in the order of the table.</param>
/// <param name="Cases">For a worker in this program: case name → one timed run, returning its measurement.</param>
/// <param name="Prepare">Done once before all comparisons, for example writing files that both sides read.</param>
public sealed record Suite(
    string Name, string Title, IReadOnlyList<Comparison> Comparisons, IReadOnlyDictionary<string, Func<Measurement>> Cases,
    Action? Prepare = null);

/// <summary>Our side and the peer's side of one row.</summary>
/// <param name="Case">The line sent to each worker to make it do one timed run.</param>
/// <param name="Unit">Unit of the measured value, e.g. <c>s</c> or <c>ms</c>; lower is better.</param>
/// <param name="MaxRuns">At most so many runs, for a case that takes long; a single one is made without a warm-up.</param>
public sealed record Comparison(
    string Case, string Unit, WorkerCommand Ours, WorkerCommand Peer, string PeerName, int MaxRuns = int.MaxValue);

/// <summary>One run's value, with the peak memory of the process that did the work when that is not the worker itself.</summary>
public readonly record struct Measurement(double Value, double? PeakRssMb = null);

/// <summary>How to start one side. The process lives for all runs of its row, so both sides stay warm.</summary>
public sealed record WorkerCommand(string FileName, params string[] Arguments)
{
    /// <summary>Variables of the environment beside those of this program.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>This program, serving the cases of <paramref name="suite"/>.</summary>
    public static WorkerCommand Ours(string suite) => new(System.Environment.ProcessPath!, "worker", suite);

    /// <summary>A script in <c>tests/Benchmarks/peers</c>, run by Debian's Python.</summary>
    public static WorkerCommand Python(string script, params string[] arguments) =>
        new("/usr/bin/python3", [Path.Combine(AppContext.BaseDirectory, "peers", script), .. arguments]);
}

/// <summary>The suites by name.</summary>
public static class Suites
{
    public static IReadOnlyDictionary<string, Suite> All { get; } =
        new List<Suite>
        {
            LinearBenchmarks.Suite,
            KernelBenchmarks.Suite,
            Torch.TorchBenchmarks.Suite,
            Torch.ThreadBenchmarks.Suite,
            AutoencoderBenchmarks.Suite,
            DistributedBenchmarks.Suite,
            VariationalBenchmarks.Suite,
        }.ToDictionary(suite => suite.Name);

    /// <summary>Says what can be typed; exit code 2.</summary>
    public static int Explain(IReadOnlyList<string> args)
    {
        if (args.Count > 0) Console.Error.WriteLine($"bench: no benchmark for '{string.Join(' ', args)}'.");
        Console.Error.WriteLine("Usage: ./build.sh bench NAME [--runs N] [--only ROW]   with NAME one of:");
        foreach (var suite in All.Values) Console.Error.WriteLine($"  {suite.Name,-13} {suite.Title}");
        return 2;
    }
}

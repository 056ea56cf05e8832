namespace Benchmarks.Torch;

/// <summary>
/// The steps of <see cref="TorchBenchmarks"/> with the threads that <c>torch</c> chooses for itself (see <c>Interop/Loader.cs</c>) against other choices: one thread,
/// threads that sleep as soon as they wait, threads that look out for work for milliseconds before they sleep, libgomp's own default. A ratio above 1 says that another choice is better for that step on this machine.
/// </summary>
public static class ThreadBenchmarks
{
    private static readonly (string Name, string Variable, string Value)[] Others =
    [
        ("one thread", "OMP_NUM_THREADS", "1"),
        ("never spinning", "GOMP_SPINCOUNT", "0"),
        ("spinning as libgomp does", "GOMP_SPINCOUNT", "300000"),
    ];

    /// <summary>The suite <c>threads</c>.</summary>
    public static Suite Suite { get; } = new(
        "threads",
        "Training steps with the default threads against other choices",
        [.. from step in StepCase.All from other in Others select new Comparison(step.Name, "ms", Ours, Ours with { Environment = Set(other) }, other.Name)],
        TorchBenchmarks.Suite.Cases,
        TorchBenchmarks.Suite.Prepare);

    private static WorkerCommand Ours => WorkerCommand.Ours("threads");

    private static Dictionary<string, string> Set((string Name, string Variable, string Value) other) => new() { [other.Variable] = other.Value };
}

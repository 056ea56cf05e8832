namespace Benchmarks;

/// <summary>
/// The C# kernel against ipykernel, both driven by the same client: time and memory from starting the process to the reply to its
/// first cell, the median of 100 different cells after that and of completions after them, and what a session of 1,000 different
/// cells costs. The kernelspec <c>.net-csharp</c> has to be on <c>JUPYTER_PATH</c>.
/// </summary>
public static class KernelBenchmarks
{
    /// <summary>The suite <c>kernel</c>.</summary>
    public static Suite Suite { get; } = new(
        "kernel",
        "Starting a kernel and running cells, under Jupyter's client",
        [
            Row("first-result", "s"),
            Row("first-result-memory", "MB"),
            Row("warm-cell", "ms"),
            Row("completion-after-100-cells", "ms"),
            Row("1000-cells-memory", "MB", maxRuns: 1),
            Row("1000-cells-slowdown", "×", maxRuns: 1),
        ],
        new Dictionary<string, Func<Measurement>>());

    private static Comparison Row(string name, string unit, int maxRuns = int.MaxValue) =>
        new(name, unit, WorkerCommand.Python("kernel.py", ".net-csharp"), WorkerCommand.Python("kernel.py", "python3"), "ipykernel", maxRuns);
}

namespace Benchmarks;

/// <summary>
/// The C# kernel against ipykernel, both driven by the same client: seconds from starting the process to the reply to its first
/// cell, and the median milliseconds of 100 different cells after that. The kernelspec <c>.net-csharp</c> has to be on <c>JUPYTER_PATH</c>.
/// </summary>
public static class KernelBenchmarks
{
    /// <summary>The suite <c>kernel</c>.</summary>
    public static Suite Suite { get; } = new(
        "kernel",
        "Starting a kernel and running cells, under Jupyter's client",
        [Row("first-result", "s"), Row("warm-cell", "ms")],
        new Dictionary<string, Func<Measurement>>());

    private static Comparison Row(string name, string unit) =>
        new(name, unit, WorkerCommand.Python("kernel.py", ".net-csharp"), WorkerCommand.Python("kernel.py", "python3"), "ipykernel");
}

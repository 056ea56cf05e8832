using System.Diagnostics;
using Latent.Data;
using static TorchSharp.torch;

namespace Benchmarks.Torch;

/// <summary>
/// Training steps and single additions against PyTorch on the same libtorch: once as it comes, once with the allocator and OpenMP
/// settings that this library makes for itself. All cores on both sides.
/// </summary>
public static class TorchBenchmarks
{
    private const int Adds = 100_000;
    private static readonly string Folder = Path.GetFullPath(Path.Combine("artifacts", "bench", "torch-steps"));
    private static readonly Dictionary<string, string> SameSettings = new()
    {
        ["MALLOC_MMAP_THRESHOLD_"] = $"{32 << 20}",
        ["MALLOC_TRIM_THRESHOLD_"] = $"{512 << 20}",
        ["MALLOC_ARENA_MAX"] = "1",
        ["GOMP_SPINCOUNT"] = "2000",
    };

    /// <summary>The suite <c>torch</c>.</summary>
    public static Suite Suite { get; } = new(
        "torch",
        "Training steps and one-element additions",
        [
            .. StepCase.All.SelectMany(step => Rows(step.Name, "ms")),
            .. Rows("add", "ns"), .. Rows("add-with-grad", "ns"),
        ],
        StepCase.All.ToDictionary(step => step.Name, step => Time(step))
            .Append(new("add", () => Add(false))).Append(new("add-with-grad", () => Add(true))).ToDictionary(),
        WriteFiles);

    private static IEnumerable<Comparison> Rows(string name, string unit)
    {
        var peer = WorkerCommand.Python("torch_steps.py", Folder, $"{Environment.ProcessorCount}");
        yield return new(name, unit, WorkerCommand.Ours("torch"), peer, "PyTorch");
        yield return new(name, unit, WorkerCommand.Ours("torch"), peer with { Environment = SameSettings }, "PyTorch, same settings");
    }

    private static void WriteFiles()
    {
        using var split = Mnist.Load();
        StepFiles.Write(Folder, count => split.Train.Images.narrow(0, 0, count));
    }

    // The mean over as many rounds of all inputs as fill 0.3 s.
    private static Func<Measurement> Time(StepCase step)
    {
        var training = new Lazy<(TrainingStep Model, IReadOnlyList<Tensor[]> Inputs)>(
            () => (StepFiles.Read(Folder, step), StepFiles.Inputs(Folder, step)));
        return () =>
        {
            var (model, inputs) = training.Value;
            var (clock, steps) = (Stopwatch.StartNew(), 0);
            for (; clock.Elapsed.TotalSeconds < 0.3; steps += inputs.Count)
                foreach (var batch in inputs)
                    model.Run(batch);
            return new(clock.Elapsed.TotalMilliseconds / steps);
        };
    }

    private static Measurement Add(bool withGrad)
    {
        using var a = ones([1], requires_grad: withGrad);
        using var b = ones(1);
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < Adds; i++)
            (a + b).Dispose();
        return new(clock.Elapsed.TotalNanoseconds / Adds);
    }
}

using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Benchmarks.Torch;
using TorchSharp.Tests.Random;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Training;

/// <summary>The models of the benchmark learn as PyTorch's: the same losses from the same initial values, data and noise.</summary>
[Collection(nameof(DefaultGenerator))]
public sealed class PyTorchStepsTests(PyTorchStepsTests.Losses peer) : IClassFixture<PyTorchStepsTests.Losses>
{
    public static TheoryData<string> Models => [.. StepCase.All.Select(step => step.Name)];

    [Theory]
    [MemberData(nameof(Models))]
    public void Losses_of_twenty_steps_equal_PyTorchs(string name)
    {
        var step = StepCase.All.Single(s => s.Name == name);
        using var model = StepFiles.Read(peer.Folder, step);
        var losses = StepFiles.Inputs(peer.Folder, step).Select(model.Run).ToArray();
        var expected = peer.Of(name);
        Assert.Equal(StepFiles.Steps, losses.Length);
        Assert.Equal(expected.Length, losses.Length);
        Assert.NotEqual(losses[0], losses[^1]);
        foreach (var (t, loss) in losses.Index())
            Assert.True(Math.Abs(loss - expected[t]) <= 1e-4 * Math.Abs(expected[t]), $"step {t}: {loss}, PyTorch {expected[t]}");
    }

    /// <summary>What Python's PyTorch reports, run once for all models.</summary>
    public sealed class Losses : IDisposable
    {
        private readonly Dictionary<string, double[]> _losses;

        public Losses()
        {
            StepFiles.Write(Folder, Strokes);
            var start = new ProcessStartInfo("/usr/bin/python3", [Script(), Folder, $"{get_num_threads()}", .. StepCase.All.Select(s => s.Name)])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["OMP_WAIT_POLICY"] = "PASSIVE" },
            };
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            _losses = process.ExitCode == 0
                ? JsonSerializer.Deserialize<Dictionary<string, double[]>>(output)!
                : throw new InvalidOperationException($"torch_steps.py failed: {error.Result}");
        }

        public string Folder { get; } = Directory.CreateTempSubdirectory("torch-steps").FullName;

        public double[] Of(string name) => _losses[name];

        public void Dispose() => Directory.Delete(Folder, recursive: true);

        // Bright spots of random place and width on black: like digits, mostly 0, some 1, few between.
        private static Tensor Strokes(long count)
        {
            using var scope = NewDisposeScope();
            var axis = linspace(-1, 1, 28);
            Tensor Across(int dim) => (axis - (rand(count, 1) - 0.5)).pow(2).div(rand(count, 1) * 0.3 + 0.02).unsqueeze(dim);
            var image = (2.5 * (-(Across(1) + Across(2))).exp() - 0.5).clamp(0, 1); // [N, 28, 28]
            return image.reshape(count, 784).MoveToOuterDisposeScope();
        }

        private static string Script([CallerFilePath] string here = "") =>
            Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "Benchmarks", "peers", "torch_steps.py");
    }
}

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
    // In float32, rounding decides whether a ReLU within 1e-8 of its kink is on, and from there the losses part: PyTorch's from its own by 2e-4 of
    // themselves in twenty steps, once its initial values are moved by 1e-8. So few steps are compared in float32, and all in float64.
    private static readonly Dictionary<ScalarType, (int Steps, double Within)> Precision = new()
    {
        [ScalarType.Float32] = (5, 1e-5),
        [ScalarType.Float64] = (StepFiles.Steps, 1e-9),
    };

    public static TheoryData<string, ScalarType> Models =>
        [.. from step in StepCase.All from type in Precision.Keys select new TheoryDataRow<string, ScalarType>(step.Name, type)];

    [Theory]
    [MemberData(nameof(Models))]
    public void Losses_of_steps_equal_PyTorchs(string name, ScalarType type)
    {
        var step = StepCase.All.Single(s => s.Name == name);
        var expected = peer.Of(name, type);
        var losses = Losses.In(type, () =>
        {
            using var model = StepFiles.Read(peer.Folder(type), step);
            return StepFiles.Inputs(peer.Folder(type), step).Select(model.Run).ToArray();
        });
        Assert.Equal(StepFiles.Steps, losses.Length);
        Assert.Equal(expected.Length, losses.Length);
        Assert.NotEqual(losses[0], losses[^1]);
        var (steps, within) = Precision[type];
        foreach (var (t, loss) in losses.Take(steps).Index())
            Assert.True(Math.Abs(loss - expected[t]) <= within * Math.Abs(expected[t]), $"step {t}: {loss}, PyTorch {expected[t]}");
    }

    /// <summary>What Python's PyTorch reports, run once a type for all models.</summary>
    public sealed class Losses : IDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("torch-steps").FullName;
        private readonly Dictionary<ScalarType, Dictionary<string, double[]>> _losses;

        public Losses() => _losses = Precision.Keys.ToDictionary(type => type, type =>
        {
            In(type, () =>
            {
                StepFiles.Write(Folder(type), Strokes);
                return true;
            });
            return Peer(Folder(type));
        });

        public string Folder(ScalarType type) => Path.Combine(_folder, $"{type}");

        public double[] Of(string name, ScalarType type) => _losses[type][name];

        public void Dispose() => Directory.Delete(_folder, recursive: true);

        /// <summary>What a function gives while real numbers are of a type.</summary>
        public static T In<T>(ScalarType type, Func<T> value)
        {
            var before = get_default_dtype();
            set_default_dtype(type);
            try
            {
                return value();
            }
            finally
            {
                set_default_dtype(before);
            }
        }

        private static Dictionary<string, double[]> Peer(string folder)
        {
            var start = new ProcessStartInfo("/usr/bin/python3", [Script(), folder, $"{get_num_threads()}", .. StepCase.All.Select(s => s.Name)])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["OMP_WAIT_POLICY"] = "PASSIVE" },
            };
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0
                ? JsonSerializer.Deserialize<Dictionary<string, double[]>>(output)!
                : throw new InvalidOperationException($"torch_steps.py failed: {error.Result}");
        }

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

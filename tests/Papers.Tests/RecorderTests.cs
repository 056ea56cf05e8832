using System.Diagnostics;
using System.Text.Json.Nodes;
using Latent.Evaluation;
using Lectures;
using Papers.Running;

namespace Papers.Tests;

public sealed class RecorderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _said = new(), _errors = new();

    public void Dispose() => _folder.Dispose();

    private int Record(Func<PaperRun, IReadOnlyList<Finding>> run, Scale scale = Scale.Smoke, bool fresh = false) => Recorder.Run(
        new("try", "A trial", TimeSpan.FromMinutes(1), ["try"], run), new(7, scale, _folder.In("results"), fresh, _folder.In("checkpoints")), _said, _errors);

    private static Finding Found(params double[] values) =>
        Finding.Of("try", "PCA's error", "squared error per image", Estimate.Mean(values), "three values", "hs2006-mnist-30-pca");

    [Fact]
    public void A_result_is_recorded_with_all_that_makes_it_again_and_read_back()
    {
        Assert.Equal(0, Record(_ => [Found(13, 14, 15)]));
        var json = JsonNode.Parse(File.ReadAllText(_folder.In("results/try.json")))!.AsObject();
        Assert.Superset(new HashSet<string>
        {
            "id", "quantity", "value", "ci95", "reference", "reference_source", "seed", "scale", "commit", "machine", "seconds", "date",
        }, json.Select(field => field.Key).ToHashSet());
        var read = RecordedResult.Find("try", _folder.In("results"))!;
        Assert.Equal((14.0, 13.87, 7L, "smoke", 3L), (read.Value, read.Reference!.Value, read.Seed, read.Scale, read.N));
        Assert.Equal(1.959963984540054 / Math.Sqrt(3), read.HalfWidth95!.Value, 1e-12);
        Assert.StartsWith("Hinton", read.ReferenceSource, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.In("results"), "*.tmp"));
        Assert.Empty(Directory.GetDirectories(_folder.In("checkpoints")));
    }

    [Fact]
    public void Values_kept_before_an_interruption_are_not_computed_again_and_the_rest_draws_the_same()
    {
        static double[] Draw(int count, TorchSharp.torch.Generator generator)
        {
            using var drawn = TorchSharp.torch.rand([count], TorchSharp.torch.ScalarType.Float64, generator: generator);
            return drawn.data<double>().ToArray();
        }

        var whole = new List<double>();
        Record(run => [Found([.. whole = [.. run.InPieces("part", 10, 3, (_, count, generator) => Draw(count, generator))]])]);
        var starts = new List<int>();
        double[] Interrupted(PaperRun run, int at) => run.InPieces("part", 10, 3, (start, count, generator) =>
        {
            if (start >= at) throw new IOException("the power went");
            starts.Add(start);
            return Draw(count, generator);
        });
        Assert.Equal(1, Record(run => [Found(Interrupted(run, 6))]));
        Assert.Contains("the power went", _errors.ToString(), StringComparison.Ordinal);
        double[] resumed = [];
        Assert.Equal(0, Record(run => [Found(resumed = Interrupted(run, 99))]));
        Assert.Equal([0, 3, 6, 9], starts);
        Assert.Equal(whole, resumed);
        Assert.Contains("10 examples in", _said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Fresh_forgets_what_was_kept()
    {
        var computed = 0;
        double[] Values(PaperRun run) => run.InPieces("part", 2, 1, (_, _, _) => ++computed == 2 ? throw new IOException("stopped") : [1.0]);
        Assert.Equal(1, Record(run => [Found(Values(run))]));
        Assert.Equal(0, Record(run => [Found(Values(run))], fresh: true));
        Assert.Equal(4, computed);
    }

    [Fact]
    public void What_is_no_number_or_not_announced_is_not_recorded()
    {
        Assert.Equal(1, Record(_ => [Found(double.NaN, 1)]));
        Assert.Equal(1, Record(_ => []));
        Assert.Null(RecordedResult.Find("try", _folder.In("results")));
        Assert.Contains("Expected the results try", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_killed_process_goes_on_with_the_same_bits()
    {
        string[] options = ["vae", "--scale", "smoke", "--threads", "1"];
        var checkpoints = _folder.In("checkpoints");
        using (var victim = Start([.. options, "--output", _folder.In("resumed")], checkpoints))
        {
            Assert.True(SpinWait.SpinUntil(() => File.Exists(Path.Combine(checkpoints, "vae-smoke-1", "training.ckpt")), TimeSpan.FromSeconds(120)));
            victim.Kill();
            victim.WaitForExit();
        }

        Assert.False(File.Exists(_folder.In("resumed/vae.json")));
        foreach (var (kind, place) in new[] { ("resumed", checkpoints), ("whole", _folder.In("others")) })
        {
            using var run = Start([.. options, "--output", _folder.In(kind)], place);
            run.WaitForExit();
            Assert.Equal(0, run.ExitCode);
        }

        var (resumed, whole) = (RecordedResult.Find("vae", _folder.In("resumed"))!, RecordedResult.Find("vae", _folder.In("whole"))!);
        Assert.Equal(whole.Value, resumed.Value);
        Assert.Equal(whole.Ci95, resumed.Ci95);
        Assert.InRange(whole.Value, 100, 300); // nats: better than a coin for each pixel, worse than a trained model
    }

    private static Process Start(IEnumerable<string> arguments, string checkpoints)
    {
        var program = AppContext.BaseDirectory.Replace("Papers.Tests", "Papers", StringComparison.Ordinal) + "Papers";
        return Process.Start(new ProcessStartInfo(program, [.. arguments, "--checkpoints", checkpoints]) { RedirectStandardOutput = false })!;
    }
}

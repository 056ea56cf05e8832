using Latent.Evaluation;
using Papers.Autoencoders;
using Papers.Running;

namespace Papers.Tests.Autoencoders;

public sealed class BenchmarksTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private int Run(Reproduction entry, string name, TextWriter output)
    {
        using var errors = new StringWriter();
        return Recorder.Run(entry, new(3, Lectures.Scale.Smoke, _folder.In($"{name}/results"), Checkpoints: _folder.In($"{name}/checkpoints")), output, errors);
    }

    private double[] Values(Reproduction entry, string name) =>
        [.. entry.Results.Select(id => RecordedResult.Find(id, _folder.In($"{name}/results"))?.Value ?? double.NaN)];

    [Fact]
    public void A_cell_of_the_table_of_2008_goes_on_after_an_interruption_and_comes_to_the_same_number()
    {
        using StringWriter whole = new(), rest = new();
        var convex = SdaBenchmark.Entries.Single(entry => entry.Id == "sda-convex-saa");
        Assert.Equal(0, Run(convex, "whole", whole));

        using var cut = new BreakingWriter("convex saa 30 0 0.001 layer 2");
        Assert.Equal(1, Run(convex, "cut", cut));
        Assert.Equal(0, Values(convex, "cut").Count(double.IsFinite));
        Assert.Equal(0, Run(convex, "cut", rest));
        Assert.Equal(Values(convex, "whole"), Values(convex, "cut"));
    }

    [Fact]
    public void Every_set_of_the_table_of_2008_is_judged_by_all_four_methods()
    {
        foreach (var entry in SdaBenchmark.Entries)
        {
            using var output = new StringWriter();
            Assert.Equal(0, Run(entry, "all", output));
        }

        Assert.Equal(32, SdaBenchmark.Entries.SelectMany(entry => Values(entry, "all")).Count(double.IsFinite));
    }

    [Fact]
    public void The_table_of_2011_contracts()
    {
        using var output = new StringWriter();
        foreach (var entry in ContractiveBenchmark.Entries) Assert.Equal(0, Run(entry, "cae", output));
        double Value(string id) => RecordedResult.Find(id, _folder.In("cae/results"))!.Value;
        Assert.True(Value("cae-cae-norm") < Value("cae-ae-norm"));
        Assert.Equal(18, ContractiveBenchmark.Entries.SelectMany(entry => Values(entry, "cae")).Count(double.IsFinite));
    }

    /// <summary>Fails when a line begins with some words, as a killed process would end there.</summary>
    private sealed class BreakingWriter(string words) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            if (value?.StartsWith(words, StringComparison.Ordinal) == true) throw new IOException("cut off");
            base.WriteLine(value);
        }
    }
}

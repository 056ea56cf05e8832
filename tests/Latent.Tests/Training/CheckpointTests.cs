using System.Diagnostics;
using Latent.Data;
using Latent.Linear;
using Latent.Training;
using static TorchSharp.torch;

namespace Latent.Tests.Training;

public sealed class CheckpointTests(MnistFixture mnist) : IDisposable
{
    private const string VictimsFile = "LATENT_TESTS_CHECKPOINT";
    private readonly string _folder = Directory.CreateTempSubdirectory("latent-checkpoint-").FullName;

    private string FilePath => Path.Combine(_folder, "run", "model.ckpt");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_run_that_was_stopped_goes_on_with_the_same_bits()
    {
        var whole = Run(out var uninterrupted).ToHistory();
        Run(out _).Checkpointed(FilePath).Take(2).ToHistory();
        var resumed = Run(out var model).Checkpointed(FilePath).ToHistory();
        Assert.Equal(whole.Losses, resumed.Losses);
        Assert.Equal([1, 2, 3, 4, 5], resumed.Epochs.Select(e => e.Number));
        Assert.True(uninterrupted.EncoderMatrix().Equals(model.EncoderMatrix()));
        Assert.True(uninterrupted.DecoderMatrix().Equals(model.DecoderMatrix()));
    }

    [Fact]
    public void A_step_that_throws_in_the_middle_of_an_epoch_loses_that_epoch_only()
    {
        var whole = Run(out var uninterrupted).ToHistory();
        var killed = Run(out var dying);
        var steps = 0;
        var step = Fit.GradientStep<LabelledImages>(
            killed.State.Optimiser,
            batch => ++steps == 20 ? throw new TimeoutException() : dying.Loss(batch.Images),
            batch => batch.Count);
        var dies = Fit.Epochs(5, killed.State, g => mnist.Test.Take(500).Batches(64, g), step);
        Assert.Throws<TimeoutException>(() => dies.Checkpointed(FilePath).ToHistory());
        var resumed = Run(out var model).Checkpointed(FilePath).ToHistory();
        Assert.Equal(whole.Losses, resumed.Losses);
        Assert.True(uninterrupted.DecoderMatrix().Equals(model.DecoderMatrix()));
    }

    [Fact]
    public void A_process_killed_at_any_moment_is_resumed_with_the_same_bits()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["-explicit", "only", "-method", $"{typeof(CheckpointTests).FullName}.{nameof(Victim)}"])
        {
            RedirectStandardOutput = true,
            Environment = { [VictimsFile] = FilePath },
        };
        using (var victim = Process.Start(start)!)
        {
            Assert.True(SpinWait.SpinUntil(() => File.Exists(FilePath), TimeSpan.FromSeconds(60)));
            Thread.Sleep(20);
            Assert.False(victim.HasExited);
            victim.Kill();
            victim.WaitForExit();
        }

        var whole = Run(out var uninterrupted, epochs: 120).ToHistory();
        var resumed = Run(out var model, epochs: 120).Checkpointed(FilePath).ToHistory();
        Assert.Equal(whole.Losses, resumed.Losses);
        Assert.True(uninterrupted.DecoderMatrix().Equals(model.DecoderMatrix()));
    }

    /// <summary>What the killed process does; run only by the test above.</summary>
    [Fact(Explicit = true)]
    public void Victim() =>
        Assert.NotEmpty(Run(out _, epochs: 120).Checkpointed(Environment.GetEnvironmentVariable(VictimsFile)!).ToHistory().Epochs);

    [Fact]
    public void A_finished_run_trains_no_more_but_gives_its_epochs_and_model()
    {
        var whole = Run(out var first).Checkpointed(FilePath).ToHistory();
        var written = File.GetLastWriteTimeUtc(FilePath);
        var again = Run(out var model).Checkpointed(FilePath).ToHistory();
        Assert.Equal(whole.Losses, again.Losses);
        Assert.Equal(written, File.GetLastWriteTimeUtc(FilePath));
        Assert.True(first.EncoderMatrix().Equals(model.EncoderMatrix()));
    }

    [Fact]
    public void More_epochs_can_be_asked_for_later()
    {
        Run(out _, epochs: 2).Checkpointed(FilePath).ToHistory();
        var longer = Run(out _, epochs: 5).Checkpointed(FilePath).ToHistory();
        Assert.Equal(Run(out _).ToHistory().Losses, longer.Losses);
        Assert.All(longer.Epochs, e => Assert.Equal(5, e.Of));
    }

    [Fact]
    public void A_damaged_file_is_named_and_nothing_is_left_beside_it()
    {
        Run(out _).Checkpointed(FilePath).Take(1).ToHistory();
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(FilePath)!));
        var content = File.ReadAllBytes(FilePath);
        foreach (var damaged in (byte[][])[content[..^100], [.. content[..500], (byte)(content[500] ^ 1), .. content[501..]], []])
        {
            File.WriteAllBytes(FilePath, damaged);
            var error = Assert.Throws<InvalidDataException>(() => Run(out _).Checkpointed(FilePath).ToHistory());
            Assert.Contains(FilePath, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_checkpoint_of_another_model_is_refused()
    {
        Run(out _).Checkpointed(FilePath).Take(1).ToHistory();
        var error = Assert.Throws<InvalidDataException>(() => Run(out _, hidden: 7).Checkpointed(FilePath).ToHistory());
        Assert.Contains(FilePath, error.Message, StringComparison.Ordinal);
    }

    private TrainingRun Run(out LinearAutoencoder model, int hidden = 6, int epochs = 5)
    {
        var generator = new Generator(3);
        var network = model = new LinearAutoencoder(new(784, [hidden]), generator);
        var state = new TrainingState(network, optim.Adam(network.parameters(), lr: 1e-3), generator);
        return Fit.Epochs(epochs, state, mnist.Test.Take(500), 64, batch => network.Loss(batch.Images));
    }
}

using System.Diagnostics;
using Latent.Training;
using Lectures;
using static TorchSharp.torch;

namespace Papers.Running;

/// <summary>
/// A run of a reproduction. Its parts are kept in checkpoints, so that a run that was killed goes on with the same bits when it is started again;
/// between parts only what follows from the seed may be computed.
/// </summary>
public sealed class PaperRun
{
    private readonly string _folder;
    private readonly ProgressLine _progress;
    private readonly TimeSpan _saveEvery;
    private readonly HashSet<string> _parts = [];

    internal PaperRun(long seed, Scale scale, string folder, ProgressLine progress, TimeSpan saveEvery) =>
        (Seed, Scale, _folder, _progress, _saveEvery) = (seed, scale, folder, progress, saveEvery);

    /// <summary>Of all randomness.</summary>
    public long Seed { get; }

    /// <summary>How much to compute; recorded results are those at paper scale.</summary>
    public Scale Scale { get; }

    /// <summary>Wall-clock time of all parts so far, those before an interruption included.</summary>
    public double Seconds { get; private set; }

    /// <summary>Chooses the value for the scale of this run.</summary>
    public T By<T>(T smoke, T lecture, T paper) => Scale switch
    {
        Scale.Smoke => smoke,
        Scale.Lecture => lecture,
        _ => paper,
    };

    /// <summary>A source of randomness that follows from the seed and a number, so that different things draw differently.</summary>
    /// <param name="stream">0, 1, …</param>
    public Generator Generator(int stream = 0) => new(unchecked((ulong)Seed * 1_000_003 + (ulong)stream));

    /// <summary>Trains, saving the run again and again; what was trained before an interruption is not trained anew.</summary>
    /// <param name="part">Names the checkpoint: unique in the run.</param>
    /// <param name="training">The run; its model holds the result afterwards.</param>
    /// <param name="until">Ends the training early; null: never.</param>
    public History Train(string part, TrainingRun training, Func<IEnumerable<Epoch>, IEnumerable<Epoch>>? until = null)
    {
        ArgumentNullException.ThrowIfNull(training);
        var (epochs, time) = (new List<Epoch>(), 0.0);
        var saved = training.Checkpointed(PathOf(part, "ckpt"), _saveEvery);
        var progress = new Progress(0, training.Of, TimeSpan.Zero, "epochs");
        foreach (var epoch in until is null ? saved : until(saved))
        {
            epochs.Add(epoch);
            time += epoch.Seconds;
            progress = progress with { Done = epochs.Count, Elapsed = TimeSpan.FromSeconds(time), Note = Losses(epoch) };
            _progress.Show(part, progress);
        }

        _progress.Show(part, progress with { Ended = true });
        Count(part, time);
        return new(epochs);
    }

    /// <summary>Computes a value for each of many examples, a few examples at a time, keeping the values of each piece.</summary>
    /// <param name="part">Names the file: unique in the run.</param>
    /// <param name="count">Examples in all, ≥ 1.</param>
    /// <param name="atOnce">Examples of a piece, ≥ 1.</param>
    /// <param name="values">From the first example's position, how many, and randomness of this piece's own: a value each.</param>
    public double[] InPieces(string part, int count, int atOnce, Func<int, int, Generator, double[]> values)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(atOnce, 1);
        ArgumentNullException.ThrowIfNull(values);
        var path = PathOf(part, "values");
        var (kept, time) = File.Exists(path) ? PieceFile.Read(path) : ([], 0.0);
        var progress = new Progress(kept.Count, count, TimeSpan.FromSeconds(time), "examples");
        while (kept.Count < count)
        {
            var start = Stopwatch.GetTimestamp();
            using (var scope = NewDisposeScope())
            using (var generator = Generator(1_000 + kept.Count))
                kept.AddRange(values(kept.Count, Math.Min(atOnce, count - kept.Count), generator));
            time += Stopwatch.GetElapsedTime(start).TotalSeconds;
            PieceFile.Write(path, kept, time);
            progress = progress with { Done = kept.Count, Elapsed = TimeSpan.FromSeconds(time), Note = $"mean {kept.Average():G6}" };
            _progress.Show(part, progress);
        }

        _progress.Show(part, progress with { Ended = true });
        Count(part, time);
        return [.. kept];
    }

    // A part may be asked for again, such as the layers below two classifiers; it took its time once.
    private void Count(string part, double time)
    {
        if (_parts.Add(part)) Seconds += time;
    }

    private string PathOf(string part, string ending)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(part);
        return Path.Combine(_folder, $"{part.Replace(' ', '-')}.{ending}");
    }

    private static string Losses(Epoch epoch) => string.Join(", ", epoch.Losses.Select(value => FormattableString.Invariant($"{value.Key} {value.Value:G6}")));
}

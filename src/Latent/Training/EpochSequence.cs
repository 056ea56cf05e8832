using System.Diagnostics;

namespace Latent.Training;

/// <summary>What can be done with a sequence of epochs.</summary>
public static class EpochSequence
{
    /// <summary>Runs the sequence to its end and keeps every epoch.</summary>
    public static History ToHistory(this IEnumerable<Epoch> epochs) => new([.. epochs]);

    /// <summary>
    /// Saves the run after each epoch. When the file exists, the run goes on from it: the epochs kept come first, then the next ones
    /// are trained, with the same bits as if it had never stopped.
    /// </summary>
    /// <param name="run">The run; measurements are added before, as they are kept too.</param>
    /// <param name="path">The file, replaced atomically. Its folder is made when missing.</param>
    /// <param name="every">Saves no more often than this, and after the last epoch; null: after each.</param>
    /// <exception cref="InvalidDataException">When enumerated: the file is corrupt or of another model.</exception>
    public static IEnumerable<Epoch> Checkpointed(this TrainingRun run, string path, TimeSpan? every = null)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return Resumed();

        IEnumerable<Epoch> Resumed()
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            List<Epoch> kept = File.Exists(path) ? [.. Checkpoint.Load(path, run.State)] : [];
            foreach (var epoch in kept.Take(run.Of).ToList()) yield return epoch with { Of = run.Of };
            var saved = Stopwatch.GetTimestamp();
            foreach (var epoch in run.From(kept.Count + 1))
            {
                kept.Add(epoch);
                if (every is null || epoch.Number == run.Of || Stopwatch.GetElapsedTime(saved) >= every)
                {
                    Checkpoint.Save(path, run.State, kept);
                    saved = Stopwatch.GetTimestamp();
                }

                yield return epoch;
            }
        }
    }

    /// <summary>Stops once the loss has not fallen below its best for <paramref name="patience"/> epochs.</summary>
    public static IEnumerable<Epoch> UntilNoBetter(this IEnumerable<Epoch> epochs, int patience, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(epochs);
        ArgumentOutOfRangeException.ThrowIfLessThan(patience, 1);
        return Until();

        IEnumerable<Epoch> Until()
        {
            var (best, waited) = (double.PositiveInfinity, 0);
            foreach (var epoch in epochs)
            {
                yield return epoch;
                var value = name is null ? epoch.Loss : epoch[name];
                (best, waited) = value < best ? (value, 0) : (best, waited + 1);
                if (waited >= patience) yield break;
            }
        }
    }
}

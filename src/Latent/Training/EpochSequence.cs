namespace Latent.Training;

/// <summary>What can be done with a sequence of epochs.</summary>
public static class EpochSequence
{
    /// <summary>Runs the sequence to its end and keeps every epoch.</summary>
    public static History ToHistory(this IEnumerable<Epoch> epochs) => new([.. epochs]);

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

namespace Latent.Training;

/// <summary>The epochs of a training run, in order.</summary>
/// <param name="Epochs">The epochs.</param>
public sealed record History(IReadOnlyList<Epoch> Epochs)
{
    /// <summary>The last epoch.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public Epoch Last => Epochs.Count > 0 ? Epochs[^1] : throw new InvalidOperationException("This history has no epoch.");

    /// <summary>Wall-clock time of all epochs.</summary>
    public double Seconds => Epochs.Sum(e => e.Seconds);

    /// <summary>The mean loss of each epoch.</summary>
    public double[] Losses => [.. Epochs.Select(e => e.Loss)];

    /// <summary>A named value of each epoch.</summary>
    public double[] Of(string name) => [.. Epochs.Select(e => e[name])];
}

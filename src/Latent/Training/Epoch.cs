namespace Latent.Training;

/// <summary>What one pass over the training data came to.</summary>
/// <param name="Number">1, 2, … in order.</param>
/// <param name="Of">How many epochs are planned, so that the time left can be told.</param>
/// <param name="Losses">The mean loss first, then its parts by name: means over the examples of the epoch.</param>
/// <param name="Seconds">Wall-clock time of this epoch.</param>
public sealed record Epoch(int Number, int Of, IReadOnlyList<KeyValuePair<string, double>> Losses, double Seconds)
{
    /// <summary>The mean loss that was minimised: the first value.</summary>
    public double Loss => Losses[0].Value;

    /// <summary>The value with a name.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the message lists the names.</exception>
    public double this[string name]
    {
        get
        {
            foreach (var (key, value) in Losses)
            {
                if (key == name) return value;
            }

            throw new KeyNotFoundException($"No value {name} in this epoch. There are: {string.Join(", ", Losses.Select(l => l.Key))}.");
        }
    }

    /// <summary>This epoch with one more named value.</summary>
    public Epoch With(string name, double value) => this with { Losses = [.. Losses, new(name, value)] };

    /// <summary>Number, values and time in one line.</summary>
    public override string ToString() =>
        $"epoch {Number}/{Of}: {string.Join(", ", Losses.Select(l => $"{l.Key} {l.Value:G6}"))} ({Seconds:F2} s)";
}

namespace Papers.Autoencoders;

/// <summary>From where, how fast and for how long a layer is pretrained.</summary>
/// <param name="Name">In words, without the rate.</param>
/// <param name="Rate">In the first epoch.</param>
/// <param name="Epochs">On 10,000 images.</param>
/// <param name="Steps">Of an autoencoder: their kind and batch.</param>
/// <param name="Deviation">Of an autoencoder's initial weights; null: by the size of the layer.</param>
/// <param name="Fall">What is left of an autoencoder's rate in the last epoch.</param>
internal sealed record Pretraining(string Name, double Rate, int Epochs, Descent Steps, double? Deviation = null, double Fall = 1)
{
    /// <summary>For long, from small weights: large ones would stay the noise that they were at first wherever pixels are nearly always black.</summary>
    public static Pretraining Small { get; } = new("Adam from small weights", 1e-3, 80, Descent.Adam, Deviation: 0.01, Fall: 0.1);

    /// <summary>Briefly, from weights that let sigmoids differ at once, by steps that a background moves less than Adam's.</summary>
    public static Pretraining Large { get; } = new("plain descent from large weights", 0.05, 20, Descent.Plain);

    /// <summary>
    /// Boltzmann machines by slow steps on few images, the chain's images as means: fast steps or drawn images leave all units on or off at a background of noise.
    /// A third of the rate came out higher by validation on each of the eight sets of 2008.
    /// </summary>
    public static Pretraining Chains { get; } = new("CD-1 on means, batch 20", 0.03, 40, Descent.Plain);

    public override string ToString() => FormattableString.Invariant($"{Name} at {Rate}");
}

using static TorchSharp.torch;

namespace Latent.Autoencoders;

/// <summary>Penalties Ω(h) on codes, which make a sparse autoencoder of any autoencoder: most units are off for most inputs.</summary>
public static class Sparsity
{
    // a unit that is off for a whole batch in float32 would else cost infinitely much
    private const double Edge = 1e-7;

    /// <summary>\(\Omega(h) = \sum_j |h_j|\), averaged over the batch.</summary>
    /// <param name="weight">What it counts in the loss, ≥ 0.</param>
    public static Func<Tensor, Penalty> L1(double weight)
    {
        Require.NotNegative(weight, nameof(weight));
        return code => new("Sparsity", weight, code.abs().sum([1]).mean());
    }

    /// <summary>
    /// \(\Omega(h) = \sum_j \mathrm{KL}(\rho\,\|\,\hat\rho_j)\) of Bernoulli variables, with \(\hat\rho_j\) the mean of unit j over the batch (Ng 2011).
    /// Codes must lie in [0, 1], as after a sigmoid.
    /// </summary>
    /// <param name="target">ρ in (0, 1): how much each unit should be on.</param>
    /// <param name="weight">What it counts in the loss, ≥ 0.</param>
    public static Func<Tensor, Penalty> Kl(double target, double weight)
    {
        if (!(target > 0 && target < 1)) throw new ArgumentOutOfRangeException(nameof(target), target, "Expected a target activity in (0, 1).");
        Require.NotNegative(weight, nameof(weight));
        return code =>
        {
            var mean = code.mean([0]).clamp(Edge, 1 - Edge); // [k]
            var off = 1 - mean;
            var each = target * Math.Log(target) + (1 - target) * Math.Log(1 - target) - target * mean.log() - (1 - target) * off.log(); // [k]
            return new("Sparsity", weight, each.sum());
        };
    }
}

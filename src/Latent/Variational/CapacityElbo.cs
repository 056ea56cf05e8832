using Latent.Training;
using static TorchSharp.torch;

namespace Latent.Variational;

/// <summary>
/// The loss of a β-VAE with controlled capacity (Burgess et al. 2018, eq. 8): reconstruction + γ |KL − C|, which holds the divergence at C nats.
/// </summary>
/// <param name="Reconstruction">\(-\mathbb E_q \ln p(x|z)\): a scalar.</param>
/// <param name="Kl">\(\mathrm{KL}(q(z|x)\|p(z))\): a scalar.</param>
/// <param name="Weight">γ ≥ 0.</param>
/// <param name="Capacity">C ≥ 0, in nats.</param>
public readonly record struct CapacityElbo(Tensor Reconstruction, Tensor Kl, double Weight, double Capacity) : ILoss
{
    /// <inheritdoc/>
    public Tensor Total => Reconstruction + Weight * (Kl - Capacity).abs();

    /// <inheritdoc/>
    public IEnumerable<(string Name, Tensor Value)> Parts => [(nameof(Reconstruction), Reconstruction), (nameof(Kl), Kl)];
}

/// <summary>How the capacity of a β-VAE grows: linearly with the epochs, then it stays.</summary>
/// <param name="To">C at the end, ≥ 0, in nats.</param>
/// <param name="Epochs">Epochs that the growth takes, ≥ 1.</param>
/// <param name="Weight">γ ≥ 0: what a nat off the capacity costs.</param>
public sealed record CapacitySchedule(double To, int Epochs, double Weight = 100)
{
    /// <summary>C in an epoch: 0 before the first, <see cref="To"/> from number <see cref="Epochs"/> on.</summary>
    /// <param name="epoch">1, 2, ….</param>
    public double At(int epoch) => To * Math.Clamp((double)epoch / Epochs, 0, 1);
}

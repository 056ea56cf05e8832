using Latent.Training;
using static TorchSharp.torch;

namespace Latent.Variational;

/// <summary>The evidence lower bound of a batch by its parts, in nats: each summed over dimensions, averaged over the batch.</summary>
/// <param name="Reconstruction">\(-\mathbb E_q \ln p(x|z)\): a scalar.</param>
/// <param name="Kl">\(\mathrm{KL}(q(z|x)\|p(z))\): a scalar.</param>
/// <param name="KlWeight">β: what the divergence counts in the total; 1 for the bound.</param>
public readonly record struct Elbo(Tensor Reconstruction, Tensor Kl, double KlWeight = 1) : ILoss
{
    /// <summary>What is minimised: reconstruction + β · KL; with β = 1, minus the bound.</summary>
    public Tensor Total => KlWeight == 1 ? Reconstruction + Kl : Reconstruction + KlWeight * Kl;

    /// <inheritdoc/>
    public IEnumerable<(string Name, Tensor Value)> Parts => [(nameof(Reconstruction), Reconstruction), (nameof(Kl), Kl)];
}

using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DataParallelVae;

/// <summary>The variational autoencoder 784-400-20 of Kingma and Welling (2013), with Gaussian encoder and Bernoulli decoder.</summary>
internal sealed class Vae : nn.Module<Tensor, Tensor, (Tensor Logits, Tensor Mu, Tensor LogVar)>
{
    public const int Latent = 20;
    private const int Pixels = 784, Hidden = 400;
    private readonly Linear hidden = nn.Linear(Pixels, Hidden), mu = nn.Linear(Hidden, Latent), logVar = nn.Linear(Hidden, Latent);
    private readonly Linear decoderHidden = nn.Linear(Latent, Hidden), logits = nn.Linear(Hidden, Pixels);

    public Vae() : base(nameof(Vae)) => RegisterComponents();

    /// <summary>z = μ + σ ε, decoded.</summary>
    /// <param name="x">Pictures in [0, 1]: [N, 784].</param>
    /// <param name="epsilon">Standard normal noise: [N, 20].</param>
    public override (Tensor Logits, Tensor Mu, Tensor LogVar) forward(Tensor x, Tensor epsilon)
    {
        var h = hidden.call(x).relu(); // [N, 400]
        var (m, v) = (mu.call(h), logVar.call(h)); // [N, 20]
        var z = m + (0.5 * v).exp() * epsilon;
        return (logits.call(decoderHidden.call(z).relu()), m, v); // [N, 784]
    }

    /// <summary>−ELBO in nats: summed over dimensions, mean over the batch.</summary>
    public static Tensor Loss(Tensor x, (Tensor Logits, Tensor Mu, Tensor LogVar) q)
    {
        var reconstruction = nn.functional.binary_cross_entropy_with_logits(q.Logits, x, reduction: nn.Reduction.Sum);
        var kl = -0.5 * (1 + q.LogVar - q.Mu.square() - q.LogVar.exp()).sum();
        return (reconstruction + kl) / x.shape[0];
    }
}

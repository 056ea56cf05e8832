using static TorchSharp.torch;

namespace Latent.Variational;

/// <summary>A model whose evidence can be estimated by samples of its approximate posterior.</summary>
public interface IImportanceSampled
{
    /// <summary>How many standard normal numbers a sample of all latents takes, ≥ 1.</summary>
    int Noise { get; }

    /// <summary>\(\ln w_i = \ln p(x,z_i) - \ln q(z_i|x)\) with \(z_i\) made from noise: [N, D] → [N, k], in nats, with gradients.</summary>
    /// <param name="x">[N, D].</param>
    /// <param name="epsilon">Standard normal noise: [N, k, <see cref="Noise"/>].</param>
    Tensor LogWeights(Tensor x, Tensor epsilon);
}

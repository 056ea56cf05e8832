using static TorchSharp.torch;

namespace Latent.Autoencoders;

/// <summary>
/// The best denoiser of a finite set of points under Gaussian noise: the mean of the points, each weighted by how probably it was the clean one,
/// \(r(\tilde x) = \sum_n w_n x_n,\; w_n \propto \exp(-\|\tilde x-x_n\|^2/2\sigma^2)\). A denoising autoencoder of unlimited size learns it.
/// </summary>
/// <param name="Points">[M, D] float64.</param>
/// <param name="Deviation">σ > 0 of the noise.</param>
public sealed record EmpiricalDenoiser(Tensor Points, double Deviation)
{
    /// <summary>σ > 0.</summary>
    public double Deviation { get; } = Require.Positive(Deviation, nameof(Deviation));

    /// <summary>[M, D].</summary>
    public Tensor Points { get; } = Require.Matrix(Points, nameof(Points));

    /// <summary>r(x): [N, D] → [N, D].</summary>
    public Tensor Reconstruct(Tensor x) => Exponents(x).softmax(1).matmul(Points);

    /// <summary>\(\ln p_\sigma(x)\), the log-density of the noisy points: [N, D] → [N] nats.</summary>
    public Tensor LogDensity(Tensor x) =>
        Exponents(x).logsumexp(1) - Math.Log(Points.shape[0]) - 0.5 * Points.shape[1] * Math.Log(2 * Math.PI * Deviation * Deviation);

    private Tensor Exponents(Tensor x) =>
        (Require.Matrix(x, nameof(x), Points.shape[1]).unsqueeze(1) - Points.unsqueeze(0)).square().sum([2]) / (-2 * Deviation * Deviation); // [N, M]
}

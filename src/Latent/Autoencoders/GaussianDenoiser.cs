using TorchSharp;
using static TorchSharp.torch;

namespace Latent.Autoencoders;

/// <summary>
/// The best denoiser of Gaussian data under Gaussian noise, in closed form. For \(x \sim \mathcal N(\mu,\Sigma)\) and \(\tilde x = x + \sigma\varepsilon\) the
/// expected squared error is least for \(r(\tilde x) = \mathbb E[x\mid\tilde x] = \mu + \Sigma(\Sigma+\sigma^2 I)^{-1}(\tilde x-\mu)\); in one dimension
/// about zero, \(x\,s^2/(s^2+\sigma^2)\).
/// </summary>
public sealed class GaussianDenoiser
{
    private readonly Tensor _mean, _values, _vectors;

    /// <summary>The denoiser of a Gaussian.</summary>
    /// <param name="mean">μ: [D] float64.</param>
    /// <param name="covariance">Σ: [D, D] float64, positive definite.</param>
    /// <param name="deviation">σ > 0 of the noise.</param>
    /// <exception cref="ArgumentException">Shapes do not belong together, or Σ is not positive definite.</exception>
    public GaussianDenoiser(Tensor mean, Tensor covariance, double deviation)
    {
        Require.Matrix(covariance, nameof(covariance));
        ArgumentNullException.ThrowIfNull(mean);
        if (mean.dim() != 1 || covariance.shape[0] != mean.shape[0] || covariance.shape[1] != mean.shape[0])
            throw new ArgumentException($"Expected [D] and [D, D], given [{string.Join(", ", mean.shape)}] and [{string.Join(", ", covariance.shape)}].", nameof(covariance));
        Deviation = Require.Positive(deviation, nameof(deviation));
        using var scope = NewDisposeScope();
        var (values, vectors) = linalg.eigh(covariance.to_type(ScalarType.Float64));
        if (values[0].ToDouble() <= 0) throw new ArgumentException($"Expected a positive definite covariance; its least eigenvalue is {values[0].ToDouble():G3}.", nameof(covariance));
        _mean = mean.to_type(ScalarType.Float64).clone().DetachFromDisposeScope();
        (_values, _vectors) = (values.DetachFromDisposeScope(), vectors.DetachFromDisposeScope());
    }

    /// <summary>σ of the noise.</summary>
    public double Deviation { get; }

    /// <summary>r(x): [N, D] → [N, D].</summary>
    public Tensor Reconstruct(Tensor x) => _mean + Spectral(x, _values / (_values + Deviation * Deviation));

    /// <summary>\(\nabla \log p(x) = -\Sigma^{-1}(x-\mu)\), the score of the data: [N, D] → [N, D].</summary>
    public Tensor Score(Tensor x) => Spectral(x, -_values.reciprocal());

    /// <summary>\(\nabla \log p_\sigma(x) = -(\Sigma+\sigma^2I)^{-1}(x-\mu)\), the score of the noisy data: [N, D] → [N, D].</summary>
    public Tensor NoisyScore(Tensor x) => Spectral(x, -(_values + Deviation * Deviation).reciprocal());

    private Tensor Spectral(Tensor x, Tensor gains) =>
        (Require.Matrix(x, nameof(x), _mean.shape[0]) - _mean).matmul(_vectors).mul(gains).matmul(_vectors.t());
}

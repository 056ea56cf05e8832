using static TorchSharp.torch;

namespace Latent.Variational;

/// <summary>
/// Divergences of Gaussians with diagonal covariance, summed over dimensions, one for each row, in nats. Variances are given by their logs,
/// \(\ln\sigma^2\), as encoders put them out.
/// </summary>
public static class GaussianKl
{
    /// <summary>
    /// \(\mathrm{KL}(N(\mu,\sigma^2)\|N(0,1)) = \tfrac12\sum_j(\mu_j^2 + \sigma_j^2 - 1 - \ln\sigma_j^2)\) (Kingma &amp; Welling 2014, appendix B): [N, k] → [N].
    /// </summary>
    /// <param name="mu">μ: [N, k].</param>
    /// <param name="logVar">ln σ²: [N, k].</param>
    public static Tensor ToStandardNormal(Tensor mu, Tensor logVar) => EachToStandardNormal(mu, logVar).sum([1]); // [N]

    /// <summary>The same before the sum over dimensions: [N, k] → [N, k]. Which latents are used shows here.</summary>
    /// <inheritdoc cref="ToStandardNormal"/>
    public static Tensor EachToStandardNormal(Tensor mu, Tensor logVar)
    {
        Same(mu, logVar);
        return 0.5 * (mu.square() + logVar.exp() - 1 - logVar); // [N, k]
    }

    /// <summary>
    /// \(\mathrm{KL}(N_1\|N_2) = \tfrac12\sum_j\bigl(\sigma_{1j}^2/\sigma_{2j}^2 + (\mu_{1j}-\mu_{2j})^2/\sigma_{2j}^2 - 1 - \ln\sigma_{1j}^2/\sigma_{2j}^2\bigr)\):
    /// [N, k] → [N].
    /// </summary>
    public static Tensor Between(Tensor mu1, Tensor logVar1, Tensor mu2, Tensor logVar2)
    {
        Same(mu1, logVar1);
        Same(mu2, logVar2);
        Same(mu1, mu2, nameof(mu2));
        var logRatio = logVar1 - logVar2;
        return 0.5 * (logRatio.exp() + (mu1 - mu2).square() * (-logVar2).exp() - 1 - logRatio).sum([1]); // [N]
    }

    private static void Same(Tensor mu, Tensor other, string name = "logVar")
    {
        Require.Matrix(mu, nameof(mu));
        Require.Floating(other, name);
        if (!mu.shape.SequenceEqual(other.shape))
            throw new ArgumentException($"Expected the shape of mu, [{string.Join(", ", mu.shape)}], given [{string.Join(", ", other.shape)}].", name);
    }
}

using Latent.Training;
using static TorchSharp.torch;

namespace Latent.Linear;

/// <summary>The loss of the regularised linear autoencoder.</summary>
/// <param name="Reconstruction">\(\operatorname{tr}\,(I-W_2W_1)\,C\,(I-W_2W_1)^\top\).</param>
/// <param name="Penalty">\(\lambda(\|W_1\|_F^2+\|W_2\|_F^2)\).</param>
public readonly record struct RegularizedLoss(Tensor Reconstruction, Tensor Penalty) : ILoss
{
    /// <inheritdoc/>
    public Tensor Total => Reconstruction + Penalty;

    /// <inheritdoc/>
    public IEnumerable<(string Name, Tensor Value)> Parts => [("Reconstruction", Reconstruction), ("Penalty", Penalty)];
}

/// <summary>
/// The linear autoencoder with weight decay (Kunin et al. 2019): where a plain one finds only the subspace of PCA, this one finds the
/// directions. At the minimum \(W_1 = W_2^\top\), the left singular vectors of W₂ are the principal directions, and its singular
/// values satisfy \(s_i^2 = 1 - \lambda/\lambda_i\), with \(\lambda_i\) the eigenvalues of the covariance.
/// </summary>
/// <remarks>
/// The loss is an average over the data. For the sum over N data, as printed in the paper, multiply \(\lambda\) by N: then
/// \(s_i^2 = 1-\lambda/\sigma_i^2\) with \(\sigma_i\) the singular values of the centred data matrix.
/// </remarks>
/// <param name="Penalty">λ > 0, in the unit of the variances. Directions with \(\lambda_i \le \lambda\) vanish.</param>
public sealed record RegularizedLinearAutoencoder(double Penalty)
{
    /// <summary>The loss of weights on centred data with these moments.</summary>
    /// <param name="landscape">Of the data.</param>
    /// <param name="encoder">W₁: [k, D] float64.</param>
    /// <param name="decoder">W₂: [D, k] float64.</param>
    public RegularizedLoss Loss(LinearLandscape landscape, Tensor encoder, Tensor decoder)
    {
        ArgumentNullException.ThrowIfNull(landscape);
        return new(landscape.Loss(encoder, decoder), (encoder.square().sum() + decoder.square().sum()) * Penalty);
    }

    /// <summary>The decoder of a minimum in closed form: \(W_2 = U_k (I - \lambda\Lambda_k^{-1})^{1/2}\); the encoder is its transpose.</summary>
    /// <returns>[D, k] float64.</returns>
    public Tensor ClosedForm(Pca pca, int k)
    {
        ArgumentNullException.ThrowIfNull(pca);
        Require.Positive(Penalty, nameof(Penalty));
        using var scope = NewDisposeScope();
        var singular = pca.Eigenvalues.Take(k).Select(l => Math.Sqrt(Math.Max(0, 1 - Penalty / l))).ToArray();
        return (pca.Directions(k) * tensor(singular, [k], ScalarType.Float64)).MoveToOuterDisposeScope();
    }

    /// <summary>
    /// Reads PCA off a trained decoder: left singular vectors as directions and \(\lambda_i = \lambda/(1-s_i^2)\) as eigenvalues.
    /// </summary>
    /// <param name="decoder">[D, k].</param>
    /// <returns>Directions [D, k] with the sign convention of <see cref="Pca"/>, and their eigenvalues, descending.</returns>
    public (Tensor Directions, double[] Eigenvalues) Recover(Tensor decoder)
    {
        Require.Matrix(decoder, nameof(decoder));
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        var (u, s, _) = linalg.svd(decoder.detach().to_type(ScalarType.Float64), fullMatrices: false);
        var eigenvalues = s.data<double>().ToArray().Select(v => Penalty / (1 - v * v)).ToArray();
        return (Pca.WithFixedSigns(u).MoveToOuterDisposeScope(), eigenvalues);
    }
}

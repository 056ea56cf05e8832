namespace Latent.Variational;

/// <summary>
/// Which latents of a linear model collapse to the prior (Lucas et al. 2019): with noise variance σ² the optimal decoder has columns of squared length
/// \(\max(\lambda_i - \sigma^2, 0)\), so a direction is used exactly if its variance λ exceeds σ². The bound is not to blame: the likelihood itself prefers it.
/// </summary>
public static class PosteriorCollapse
{
    /// <summary>How many of k latents are in use at the optimum.</summary>
    /// <param name="eigenvalues">Of the covariance of the data, largest first.</param>
    /// <param name="variance">σ² > 0.</param>
    /// <param name="latent">k ≥ 1.</param>
    public static int InUse(IReadOnlyList<double> eigenvalues, double variance, int latent) => SquaredLengths(eigenvalues, variance, latent).Count(s => s > 0);

    /// <summary>Squared lengths of the decoder's columns at the optimum, largest first: k of them.</summary>
    /// <inheritdoc cref="InUse"/>
    public static double[] SquaredLengths(IReadOnlyList<double> eigenvalues, double variance, int latent)
    {
        ArgumentNullException.ThrowIfNull(eigenvalues);
        Require.Positive(variance, nameof(variance));
        Require.Range(latent, 1, eigenvalues.Count, nameof(latent), "the number of latents");
        return [.. eigenvalues.Take(latent).Select(lambda => Math.Max(lambda - variance, 0))];
    }
}

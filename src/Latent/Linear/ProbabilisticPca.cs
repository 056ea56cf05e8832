using static TorchSharp.torch;

namespace Latent.Linear;

/// <summary>The posterior of the codes given data: one mean a row, one covariance for all rows.</summary>
/// <param name="Mean">[N, k] float64.</param>
/// <param name="Covariance">[k, k] float64.</param>
public sealed record GaussianPosterior(Tensor Mean, Tensor Covariance) : IDisposable
{
    /// <summary>Frees the memory of mean and covariance.</summary>
    public void Dispose()
    {
        Mean.Dispose();
        Covariance.Dispose();
    }
}

/// <summary>
/// Probabilistic PCA (Tipping &amp; Bishop 1999): \(z \sim N(0, I_k)\), \(x \mid z \sim N(Wz+\mu, \sigma^2 I_D)\), so that
/// \(x \sim N(\mu, WW^\top + \sigma^2 I)\). Fitted by maximum likelihood in closed form.
/// </summary>
/// <remarks>Log-likelihoods are in nats, one a row.</remarks>
public sealed class ProbabilisticPca : IDisposable
{
    private readonly Tensor _directions; // U_k: [D, k]
    private readonly Tensor _variances; // λ_1 … λ_k: [k]

    private ProbabilisticPca(Tensor mean, Tensor directions, Tensor variances, double noise)
    {
        (Mean, _directions, _variances, NoiseVariance) = (mean, directions, variances, noise);
        using var scope = NewDisposeScope();
        // W = U_k (\Lambda_k - \sigma^2 I)^{1/2}
        Loadings = (directions * (variances - noise).clamp_min(0).sqrt()).DetachFromDisposeScope(); // [D, k]
    }

    /// <summary>μ: [D] float64.</summary>
    public Tensor Mean { get; }

    /// <summary>W: [D, k] float64.</summary>
    public Tensor Loadings { get; }

    /// <summary>σ², the variance of the noise in each dimension, > 0.</summary>
    public double NoiseVariance { get; }

    /// <summary>k, the number of factors.</summary>
    public int Factors => (int)_variances.shape[0];

    /// <summary>D, the columns of the data.</summary>
    public int Dimensions => (int)Mean.shape[0];

    /// <summary>The maximum-likelihood model with k factors. The caller disposes the result.</summary>
    /// <param name="pca">PCA of the data to fit to.</param>
    /// <param name="k">Factors, 0 … Rank − 1: some variance has to be left for the noise.</param>
    public static ProbabilisticPca Fit(Pca pca, int k)
    {
        ArgumentNullException.ThrowIfNull(pca);
        Require.Range(k, 0, pca.Rank - 1, nameof(k), $"factors (below the rank of the data, {pca.Rank})");

        // \sigma^2_{ML} = \frac{1}{D-k} \sum_{j>k} \lambda_j
        var noise = pca.DiscardedVariance(k) / (pca.Dimensions - k);
        return WithNoise(pca, k, noise);
    }

    /// <summary>The best loadings for a noise variance that is not the maximum-likelihood one.</summary>
    /// <param name="pca">PCA of the data to fit to.</param>
    /// <param name="k">Factors, 0 … Rank.</param>
    /// <param name="noiseVariance">σ² > 0. Directions with λ ≤ σ² get no loading: they collapse.</param>
    public static ProbabilisticPca WithNoise(Pca pca, int k, double noiseVariance)
    {
        ArgumentNullException.ThrowIfNull(pca);
        Require.Positive(noiseVariance, nameof(noiseVariance));
        using var directions = pca.Directions(k);
        var variances = tensor(pca.Eigenvalues.Take(k).Select(l => Math.Max(l, noiseVariance)).ToArray(), [k], ScalarType.Float64);
        return new(pca.Mean.clone().DetachFromDisposeScope(), directions.clone().DetachFromDisposeScope(), variances.DetachFromDisposeScope(), noiseVariance);
    }

    /// <summary>\(\ln p(x)\) of each row.</summary>
    /// <param name="x">[N, D].</param>
    /// <returns>[N] float64, nats.</returns>
    public Tensor LogLikelihood(Tensor x)
    {
        Require.Matrix(x, nameof(x), Dimensions);
        using var scope = NewDisposeScope();

        // \ln\det(WW^\top+\sigma^2 I) = \sum_{j\le k}\ln\lambda_j + (D-k)\ln\sigma^2
        var logDeterminant = _variances.log().sum().item<double>() + (Dimensions - Factors) * Math.Log(NoiseVariance);
        var constant = Dimensions * Math.Log(2 * Math.PI) + logDeterminant;
        return Rows.Map(x, rows =>
        {
            // (x-\mu)^\top C^{-1} (x-\mu) = \sum_{j\le k} z_j^2/\lambda_j + \frac{\|x-\mu\|^2 - \|z\|^2}{\sigma^2}
            var centred = rows - Mean; // [n, D]
            var z = centred.matmul(_directions); // [n, k]
            var dropped = (centred - z.matmul(_directions.t())).square().sum([1]) / NoiseVariance; // [n]
            var kept = (z.square() / _variances).sum([1]); // [n]
            return (kept + dropped + constant) * -0.5;
        }).MoveToOuterDisposeScope();
    }

    /// <summary>The mean log-likelihood of the rows, in nats.</summary>
    public double MeanLogLikelihood(Tensor x)
    {
        using var each = LogLikelihood(x);
        return each.mean().item<double>();
    }

    /// <summary>New rows from the model: draw z, map it, add noise.</summary>
    /// <param name="n">How many, ≥ 1.</param>
    /// <param name="generator">Source of randomness.</param>
    /// <param name="withNoise">False gives the means \(Wz+\mu\), which look better as pictures.</param>
    /// <returns>[n, D] float64.</returns>
    public Tensor Sample(int n, Generator generator, bool withNoise = true)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        Require.Generator(generator);
        using var scope = NewDisposeScope();
        var z = randn([n, Factors], ScalarType.Float64, generator: generator); // [n, k]
        var means = z.matmul(Loadings.t()) + Mean; // [n, D]
        if (!withNoise) return means.MoveToOuterDisposeScope();
        var epsilon = randn([n, Dimensions], ScalarType.Float64, generator: generator);
        return (means + epsilon * Math.Sqrt(NoiseVariance)).MoveToOuterDisposeScope();
    }

    /// <summary>
    /// \(z \mid x \sim N(M^{-1}W^\top(x-\mu),\ \sigma^2 M^{-1})\) with \(M = W^\top W + \sigma^2 I\).
    /// </summary>
    /// <param name="x">[N, D].</param>
    public GaussianPosterior Posterior(Tensor x)
    {
        Require.Matrix(x, nameof(x), Dimensions);
        using var scope = NewDisposeScope();
        var m = Loadings.t().matmul(Loadings) + eye(Factors, dtype: ScalarType.Float64) * NoiseVariance; // [k, k]
        var inverse = linalg.inv(m);
        var mean = Rows.Map(x, rows => (rows - Mean).matmul(Loadings).matmul(inverse)); // M is symmetric
        return new(mean.MoveToOuterDisposeScope(), (inverse * NoiseVariance).MoveToOuterDisposeScope());
    }

    /// <summary>The covariance of the data under the model, \(WW^\top + \sigma^2 I\): [D, D] float64.</summary>
    public Tensor Covariance()
    {
        using var scope = NewDisposeScope();
        return (Loadings.matmul(Loadings.t()) + eye(Dimensions, dtype: ScalarType.Float64) * NoiseVariance).MoveToOuterDisposeScope();
    }

    /// <summary>Frees the memory of the parameters.</summary>
    public void Dispose()
    {
        Mean.Dispose();
        Loadings.Dispose();
        _directions.Dispose();
        _variances.Dispose();
    }
}

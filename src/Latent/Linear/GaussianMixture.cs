using static TorchSharp.torch;

namespace Latent.Linear;

/// <summary>
/// A mixture of Gaussians, \(p(x) = \sum_c \pi_c\, N(x;\ \mu_c, \Sigma_c)\), fitted by expectation–maximisation (Dempster, Laird &amp; Rubin
/// 1977) from k-means. Meant for few dimensions: the covariances are full.
/// </summary>
public sealed class GaussianMixture : IDisposable
{
    private GaussianMixture(Tensor weights, Tensor means, Tensor covariances, double[] history)
    {
        (Weights, Means, Covariances, MeanLogLikelihoods) = (weights, means, covariances, history);
    }

    /// <summary>π: [C] float64, summing to 1.</summary>
    public Tensor Weights { get; }

    /// <summary>μ: [C, D] float64.</summary>
    public Tensor Means { get; }

    /// <summary>Σ: [C, D, D] float64.</summary>
    public Tensor Covariances { get; }

    /// <summary>The mean log-likelihood of the data fitted to, in nats, after each iteration: it never falls.</summary>
    public IReadOnlyList<double> MeanLogLikelihoods { get; }

    /// <summary>Fits to the rows. The caller disposes the result.</summary>
    /// <param name="x">[N, D], finite.</param>
    /// <param name="components">C, 1 … N.</param>
    /// <param name="generator">Source of the start.</param>
    /// <param name="iterations">At most, ≥ 1; stops when the mean log-likelihood gains less than 1e-9.</param>
    /// <param name="floor">Added to the variances, ≥ 0, in units of the mean variance of the data: keeps a component from collapsing onto a point.</param>
    public static GaussianMixture Fit(Tensor x, int components, Generator generator, int iterations = 200, double floor = 1e-6)
    {
        Require.Matrix(x, nameof(x));
        ArgumentOutOfRangeException.ThrowIfLessThan(iterations, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(floor);
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        var data = x.to_type(ScalarType.Float64); // [N, D]
        using var start = KMeans.Fit(data, components, generator);
        var ridge = eye(data.shape[1], dtype: ScalarType.Float64) * (data.var(0, unbiased: false).mean().item<double>() * floor);
        var (weights, means, covariances) = Maximise(data, eye(components, dtype: ScalarType.Float64).index_select(0, start.Labels), ridge);
        var history = new List<double>();
        while (history.Count < iterations)
        {
            using var step = NewDisposeScope();
            var joint = LogJoint(data, weights, means, covariances); // [N, C]
            var logLikelihood = joint.logsumexp(1, keepdim: true); // [N, 1]
            history.Add(logLikelihood.mean().item<double>());
            if (history.Count > 1 && history[^1] - history[^2] < 1e-9) break;
            var next = Maximise(data, (joint - logLikelihood).exp(), ridge);
            weights = next.Weights.MoveToOuterDisposeScope();
            means = next.Means.MoveToOuterDisposeScope();
            covariances = next.Covariances.MoveToOuterDisposeScope();
        }

        return new(weights.DetachFromDisposeScope(), means.DetachFromDisposeScope(), covariances.DetachFromDisposeScope(), [.. history]);
    }

    /// <summary>\(\ln p(x)\) of each row: [N] float64, nats.</summary>
    public Tensor LogLikelihood(Tensor x)
    {
        Require.Matrix(x, nameof(x), Means.shape[1]);
        using var scope = NewDisposeScope();
        return LogJoint(x.to_type(ScalarType.Float64), Weights, Means, Covariances).logsumexp(1).MoveToOuterDisposeScope();
    }

    /// <summary>The responsibilities \(p(c \mid x)\): [N, C] float64, rows summing to 1.</summary>
    public Tensor Responsibilities(Tensor x)
    {
        Require.Matrix(x, nameof(x), Means.shape[1]);
        using var scope = NewDisposeScope();
        var joint = LogJoint(x.to_type(ScalarType.Float64), Weights, Means, Covariances); // [N, C]
        return (joint - joint.logsumexp(1, keepdim: true)).exp().MoveToOuterDisposeScope();
    }

    /// <summary>New rows from the mixture: [n, D] float64.</summary>
    public Tensor Sample(int n, Generator generator)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        Require.Generator(generator);
        using var scope = NewDisposeScope();
        var drawn = rand([n, 1], ScalarType.Float64, generator: generator); // [n, 1]
        var component = drawn.gt(Weights.cumsum(0)).sum([1]).clamp_max(Weights.shape[0] - 1); // [n]
        var epsilon = randn([n, Means.shape[1], 1], ScalarType.Float64, generator: generator);
        var roots = linalg.cholesky(Covariances).index_select(0, component); // [n, D, D]
        return (Means.index_select(0, component) + roots.matmul(epsilon).squeeze(2)).MoveToOuterDisposeScope();
    }

    /// <summary>Frees the memory of the parameters.</summary>
    public void Dispose()
    {
        Weights.Dispose();
        Means.Dispose();
        Covariances.Dispose();
    }

    // \ln \pi_c N(x; \mu_c, \Sigma_c) = \ln\pi_c - \tfrac12 (D\ln 2\pi + \ln\det\Sigma_c + \|L_c^{-1}(x-\mu_c)\|^2),\quad \Sigma_c = L_c L_c^\top
    private static Tensor LogJoint(Tensor x, Tensor weights, Tensor means, Tensor covariances)
    {
        var roots = linalg.cholesky(covariances); // [C, D, D]
        var centred = (x.unsqueeze(0) - means.unsqueeze(1)).transpose(1, 2); // [C, D, N]
        var whitened = linalg.inv(roots).matmul(centred); // [C, D, N]
        var logDeterminants = roots.diagonal(0, 1, 2).log().sum([1]) * 2; // [C]
        var constant = weights.log() - (logDeterminants + x.shape[1] * Math.Log(2 * Math.PI)) * 0.5; // [C]
        return constant - whitened.square().sum([1]).t() * 0.5; // [N, C]
    }

    // \pi_c = N_c/N,\quad \mu_c = \tfrac1{N_c}\sum_n r_{nc} x_n,\quad \Sigma_c = \tfrac1{N_c}\sum_n r_{nc}(x_n-\mu_c)(x_n-\mu_c)^\top
    private static (Tensor Weights, Tensor Means, Tensor Covariances) Maximise(Tensor x, Tensor responsibilities, Tensor ridge)
    {
        var counts = responsibilities.sum([0]).clamp_min(1e-300); // [C]
        var means = responsibilities.t().matmul(x) / counts.unsqueeze(1); // [C, D]
        var centred = x.unsqueeze(0) - means.unsqueeze(1); // [C, N, D]
        var weighted = centred * responsibilities.t().unsqueeze(2); // [C, N, D]
        var covariances = weighted.transpose(1, 2).matmul(centred) / counts.reshape(-1, 1, 1) + ridge; // [C, D, D]
        return (counts / x.shape[0], means, covariances);
    }
}

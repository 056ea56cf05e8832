using Latent.Linear;
using static TorchSharp.torch;

namespace Latent.Identities;

public static partial class LinearIdentities
{
    /// <summary>What a singular value decomposition is: orthonormal columns, and the product gives the matrix back.</summary>
    /// <param name="a">[N, D].</param>
    public static Derivation SvdDefinition(Tensor a)
    {
        var residuals = new Lazy<(double U, double V, double Product, double Scale)>(() =>
        {
            using var scope = NewDisposeScope();
            using var svd = Svd.Compute(a);
            var identity = eye(svd.S.shape[0], dtype: ScalarType.Float64);
            return (
                (svd.U.t().matmul(svd.U) - identity).abs().max().item<double>(),
                (svd.V.t().matmul(svd.V) - identity).abs().max().item<double>(),
                (svd.Reconstruct() - a.to_type(ScalarType.Float64)).abs().max().item<double>(),
                svd.S[0].item<double>());
        });
        return new("The singular value decomposition",
        [
            new("left vectors are orthonormal", @"\max|U^\top U - I| = 0", Cheng, () => Evaluation.Vanishes(residuals.Value.U)),
            new("right vectors are orthonormal", @"\max|V^\top V - I| = 0", Cheng, () => Evaluation.Vanishes(residuals.Value.V)),
            new("the factors give the matrix back", @"\max|UDV^\top - A| = 0", Cheng,
                () => Evaluation.Vanishes(residuals.Value.Product, residuals.Value.Scale)),
        ]);
    }

    /// <summary>Singular values of the centred data and eigenvalues of the covariance: \(\sigma_i^2 = K\lambda_i\), K the number of rows.</summary>
    /// <param name="x">[K, D].</param>
    /// <param name="i">Which, from 1.</param>
    public static Derivation SingularValuesAndEigenvalues(Tensor x, int i = 1)
    {
        Require.Matrix(x, nameof(x));
        Require.Range(i, 1, (int)Math.Min(x.shape[0], x.shape[1]), nameof(i), "singular values");
        var values = new Lazy<(double Sigma, double Lambda)>(() =>
        {
            using var scope = NewDisposeScope();
            using var pca = Pca.Fit(x);
            var centred = x.to_type(ScalarType.Float64) - pca.Mean;
            return (linalg.svdvals(centred)[i - 1].item<double>(), pca.Eigenvalues[i - 1]);
        });
        var k = x.shape[0];
        return new("Singular values and eigenvalues",
        [
            new($"σ² = Kλ for value {i}", $@"\sigma_{{{i}}}^2 = K\lambda_{{{i}}}", Cheng,
                () => Evaluation.Exact(values.Value.Sigma * values.Value.Sigma, k * values.Value.Lambda)),
            Identity.AsPrinted("σ = √λ", $@"\sigma_{{{i}}} = \sqrt{{\lambda_{{{i}}}}}", Cheng,
                "“singular values are just square root of eigenvalues” drops the 1/K of the covariance C = XXᵀ/K",
                () => Evaluation.Exact(values.Value.Sigma, Math.Sqrt(values.Value.Lambda))),
        ]);
    }

    /// <summary>
    /// The error of PCA by the trace, line by line: from \(\|A-\hat A\|_F^2\) of the centred data A to the discarded squared singular
    /// values.
    /// </summary>
    /// <param name="x">[K, D].</param>
    /// <param name="k">Components kept.</param>
    public static Derivation TraceChain(Tensor x, int k)
    {
        Require.Matrix(x, nameof(x));
        var lines = new Lazy<(double[] Values, double Total)>(() => TraceLines(x, k));
        Identity Line(int at, string name, string latex) => new(name, latex, Cheng, 
            () => Evaluation.Exact(lines.Value.Values[at], lines.Value.Values[at + 1], scale: lines.Value.Total));
        return new("The error as a trace",
        [
            Line(0, "a Frobenius norm is a trace", @"\sum_{ni}(A-\hat A)_{ni}^2 = \operatorname{tr}\,(A-\hat A)^\top(A-\hat A)"),
            Line(1, "insert A = UDVᵀ and Â = UD̂Vᵀ",
                @"\operatorname{tr}\,(A-\hat A)^\top(A-\hat A) = \operatorname{tr}\,V(D-\hat D)\,U^\top U\,(D-\hat D)V^\top"),
            Line(2, "UᵀU = I", @"\operatorname{tr}\,V(D-\hat D)\,U^\top U\,(D-\hat D)V^\top = \operatorname{tr}\,V(D-\hat D)^2V^\top"),
            Line(3, "a trace is cyclic", @"\operatorname{tr}\,V(D-\hat D)^2V^\top = \operatorname{tr}\,(D-\hat D)^2\,V^\top V"),
            Line(4, "VᵀV = I", @"\operatorname{tr}\,(D-\hat D)^2\,V^\top V = \operatorname{tr}\,(D-\hat D)^2"),
            Line(5, "D̂ keeps the first k", @"\operatorname{tr}\,(D-\hat D)^2 = \sum_{j>k}\sigma_j^2"),
            Line(6, "σ² = Kλ", @"\sum_{j>k}\sigma_j^2 = K\sum_{j>k}\lambda_j"),
        ]);
    }

    // the two sides of each line, one after the other, and ‖A‖², which rounding is relative to
    private static (double[] Values, double Total) TraceLines(Tensor x, int k)
    {
        using var scope = NewDisposeScope();
        using var pca = Pca.Fit(x);
        var a = x.to_type(ScalarType.Float64) - pca.Mean; // [K, D]
        using var svd = Svd.Compute(a);
        var rank = (int)svd.S.shape[0];
        Require.Range(k, 0, rank, nameof(k), "components");
        var kept = arange(rank, ScalarType.Int64).lt(k).to_type(ScalarType.Float64); // [R]
        var rest = diag(svd.S - svd.S * kept); // D − D̂: [R, R]
        var error = a - svd.Reconstruct(k); // [K, D]
        var (u, v) = (svd.U, svd.V);
        double[] values =
        [
            error.square().sum().item<double>(),
            error.t().matmul(error).trace().item<double>(),
            v.matmul(rest).matmul(u.t().matmul(u)).matmul(rest).matmul(v.t()).trace().item<double>(),
            v.matmul(rest.matmul(rest)).matmul(v.t()).trace().item<double>(),
            rest.matmul(rest).matmul(v.t().matmul(v)).trace().item<double>(),
            rest.matmul(rest).trace().item<double>(),
            svd.S.narrow(0, k, rank - k).square().sum().item<double>(),
            pca.DiscardedVariance(Math.Min(k, pca.Rank)) * x.shape[0],
        ];
        return (values, a.square().sum().item<double>());
    }
}

using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace Latent.Linear;

/// <summary>A curve with a lower and an upper edge.</summary>
/// <param name="X">Where.</param>
/// <param name="Mean">The fitted mean.</param>
/// <param name="Low">Lower edge.</param>
/// <param name="High">Upper edge.</param>
public sealed record Band(IReadOnlyList<double> X, double[] Mean, double[] Low, double[] High);

/// <summary>
/// Polynomial regression with an error model: \(y = \beta_0 + \beta_1 x + \dots + \beta_d x^d + \epsilon\),
/// \(\epsilon \sim N(0, \sigma^2)\). The error model is what turns a line through points into likelihoods, bands, and a way to compare
/// models.
/// </summary>
/// <remarks>
/// Maximum likelihood is least squares, whatever σ is. x is scaled to [−1, 1] inside, so that high degrees stay well conditioned.
/// </remarks>
public sealed class LinearRegression
{
    private readonly Vector<double> _beta; // [P], of the scaled x
    private readonly Matrix<double> _rInverse; // [P, P], (XᵀX)⁻¹ = R⁻¹R⁻ᵀ
    private readonly (double Centre, double Half) _scale;

    private LinearRegression(Vector<double> beta, Matrix<double> rInverse, (double, double) scale, double squares, int n)
    {
        (_beta, _rInverse, _scale, SquaredResiduals, N) = (beta, rInverse, scale, squares, n);
    }

    /// <summary>d, the degree of the polynomial.</summary>
    public int Degree => _beta.Count - 1;

    /// <summary>N, the points fitted to.</summary>
    public int N { get; }

    /// <summary>\(\sum_n (y_n - \hat y_n)^2\).</summary>
    public double SquaredResiduals { get; }

    /// <summary>The maximum-likelihood variance of the errors, \(\hat\sigma^2 = \tfrac1N \sum_n (y_n-\hat y_n)^2\).</summary>
    public double Variance => SquaredResiduals / N;

    /// <summary>The unbiased variance of the errors: divided by N − d − 1, the degrees of freedom.</summary>
    public double UnbiasedVariance => SquaredResiduals / (N - Degree - 1);

    /// <summary>The log-likelihood of all the points fitted to, at the maximum: \(-\tfrac N2(\ln 2\pi\hat\sigma^2 + 1)\), in nats.</summary>
    public double LogLikelihoodAtMaximum => -0.5 * N * (Math.Log(2 * Math.PI * Variance) + 1);

    /// <summary>Akaike's criterion \(2p - 2\ln L\), p = d + 2 parameters (σ² counts). Lower is better.</summary>
    public double Aic => 2 * (Degree + 2) - 2 * LogLikelihoodAtMaximum;

    /// <summary>Schwarz's criterion \(p\ln N - 2\ln L\), p = d + 2. Lower is better.</summary>
    public double Bic => (Degree + 2) * Math.Log(N) - 2 * LogLikelihoodAtMaximum;

    /// <summary>β₀, …, β_d of the polynomial in x itself.</summary>
    public double[] Coefficients
    {
        get
        {
            // expand \sum_j b_j ((x-c)/h)^j by Horner's rule on polynomials
            var result = new double[Degree + 1];
            for (var j = Degree; j >= 0; j--)
            {
                for (var i = Degree; i >= 0; i--) result[i] = ((i > 0 ? result[i - 1] : 0) - _scale.Centre * result[i]) / _scale.Half;
                result[0] += _beta[j];
            }

            return result;
        }
    }

    /// <summary>Fits by maximum likelihood.</summary>
    /// <param name="x">N places, finite.</param>
    /// <param name="y">N values, finite.</param>
    /// <param name="degree">d ≥ 0; at least d + 2 points at d + 1 distinct places are needed.</param>
    public static LinearRegression Fit(IReadOnlyList<double> x, IReadOnlyList<double> y, int degree = 1)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        ArgumentOutOfRangeException.ThrowIfNegative(degree);
        if (x.Count != y.Count) throw new ArgumentException($"Expected {x.Count} values, one for each x, given {y.Count}.", nameof(y));
        if (x.Count < degree + 2 || x.Distinct().Count() < degree + 1)
        {
            throw new ArgumentException($"Degree {degree} needs {degree + 2} points at {degree + 1} distinct places, given {x.Count} at {x.Distinct().Count()}.", nameof(x));
        }

        if (!x.All(double.IsFinite)) throw new ArgumentException("Expected finite numbers, given NaN or an infinity.", nameof(x));
        if (!y.All(double.IsFinite)) throw new ArgumentException("Expected finite numbers, given NaN or an infinity.", nameof(y));

        double low = x.Min(), high = x.Max();
        var scale = ((low + high) / 2, high > low ? (high - low) / 2 : 1);
        var design = Matrix<double>.Build.Dense(x.Count, degree + 1, (i, j) => Power(x[i], j, scale)); // [N, P]
        var qr = design.QR(MathNet.Numerics.LinearAlgebra.Factorization.QRMethod.Thin);
        var values = Vector<double>.Build.DenseOfEnumerable(y);
        var beta = qr.Solve(values); // \hat\beta = R^{-1}Q^\top y
        var residuals = values - design * beta;
        return new(beta, qr.R.Inverse(), scale, residuals.DotProduct(residuals), x.Count);
    }

    /// <summary>Fits each degree 0 … <paramref name="highest"/>, to compare them by likelihood, AIC and BIC.</summary>
    public static IReadOnlyList<LinearRegression> FitDegrees(IReadOnlyList<double> x, IReadOnlyList<double> y, int highest) =>
        [.. Enumerable.Range(0, highest + 1).Select(degree => Fit(x, y, degree))];

    /// <summary>The fitted mean at x.</summary>
    public double Predict(double x) => Terms(x).DotProduct(_beta);

    /// <summary>
    /// The log-likelihood of one point under the fitted model: \(-\tfrac12\ln 2\pi\sigma^2 - (y-\hat y)^2/2\sigma^2\), nats.
    /// </summary>
    public double LogLikelihood(double x, double y)
    {
        var residual = y - Predict(x);
        return -0.5 * Math.Log(2 * Math.PI * Variance) - residual * residual / (2 * Variance);
    }

    /// <summary>Where the mean lies with the given probability: \(\hat y \pm t\,s\sqrt{x^\top(X^\top X)^{-1}x}\).</summary>
    /// <param name="x">Where.</param>
    /// <param name="level">In (0, 1).</param>
    public Band ConfidenceBand(IReadOnlyList<double> x, double level = 0.95) => BandAt(x, level, 0);

    /// <summary>Where a new point lies with the given probability: \(\hat y \pm t\,s\sqrt{1+x^\top(X^\top X)^{-1}x}\).</summary>
    /// <inheritdoc cref="ConfidenceBand"/>
    public Band PredictionBand(IReadOnlyList<double> x, double level = 0.95) => BandAt(x, level, 1);

    private static double Power(double x, int exponent, (double Centre, double Half) scale) => Math.Pow((x - scale.Centre) / scale.Half, exponent);

    private Vector<double> Terms(double x) => Vector<double>.Build.Dense(Degree + 1, j => Power(x, j, _scale)); // [P]

    private Band BandAt(IReadOnlyList<double> x, double level, double ownNoise)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (!(level > 0 && level < 1)) throw new ArgumentOutOfRangeException(nameof(level), level, "Expected a level in (0, 1).");
        var t = StudentT.InvCDF(0, 1, N - Degree - 1, (1 + level) / 2);
        double[] mean = [.. x.Select(Predict)];
        double[] half = [.. x.Select(at =>
        {
            var leverage = Terms(at) * _rInverse; // x^\top R^{-1}, whose square is x^\top (X^\top X)^{-1} x
            return t * Math.Sqrt(UnbiasedVariance * (ownNoise + leverage.DotProduct(leverage)));
        })];
        return new([.. x], mean, [.. mean.Zip(half, (m, h) => m - h)], [.. mean.Zip(half, (m, h) => m + h)]);
    }
}

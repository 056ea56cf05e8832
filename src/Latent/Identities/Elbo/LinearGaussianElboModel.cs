using Latent.Variational;
using MathNet.Numerics.LinearAlgebra;

namespace Latent.Identities.Elbo;

/// <summary>
/// The linear Gaussian model, z ~ N(0, I), x | z ~ N(Wz + b, σ²I), with a Gaussian q of any covariance: every log density is a quadratic form
/// in z, so all expectations have closed forms. The evidence is N(x; b, WWᵀ + σ²I); the posterior comes from its precision I + WᵀW/σ².
/// </summary>
public sealed class LinearGaussianElboModel : ITightElboModel
{
    private readonly Matrix<double> _w;
    private readonly Vector<double> _b, _x;
    private readonly double _variance;
    private readonly GaussianVector _q;

    /// <summary>The model, an observation and q.</summary>
    /// <param name="w">W: [D, k].</param>
    /// <param name="b">b: [D].</param>
    /// <param name="variance">σ² > 0.</param>
    /// <param name="x">The observation: [D].</param>
    /// <param name="q">q(z | x), of dimension k.</param>
    public LinearGaussianElboModel(Matrix<double> w, Vector<double> b, double variance, Vector<double> x, GaussianVector q)
    {
        ArgumentNullException.ThrowIfNull(w);
        ArgumentNullException.ThrowIfNull(b);
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(q);
        Require.Positive(variance, nameof(variance));
        if (b.Count != w.RowCount || x.Count != w.RowCount) throw new ArgumentException($"Expected b and x with {w.RowCount} entries, as W has rows; given {b.Count} and {x.Count}.", nameof(x));
        if (q.Mean.Count != w.ColumnCount) throw new ArgumentException($"Expected q of dimension {w.ColumnCount}, as W has columns; given {q.Mean.Count}.", nameof(q));
        (_w, _b, _variance, _x, _q) = (w, b, variance, x, q);
    }

    /// <inheritdoc/>
    public string Name => $"linear Gaussian, {_w.ColumnCount} latent, {_w.RowCount} observed";

    /// <inheritdoc/>
    public Method Method => Method.Exact;

    /// <inheritdoc/>
    public Quantity LogEvidence => Quantity.Exact(
        new GaussianVector(_b, _w * _w.Transpose() + _variance * Matrix<double>.Build.DenseIdentity(_w.RowCount)).LogDensity(_x));

    /// <summary>The posterior p(z | x).</summary>
    public GaussianVector Posterior
    {
        get
        {
            var covariance = (Matrix<double>.Build.DenseIdentity(_w.ColumnCount) + _w.TransposeThisAndMultiply(_w) / _variance).Inverse();
            return new(covariance * _w.TransposeThisAndMultiply(_x - _b) / _variance, covariance);
        }
    }

    private GaussianVector Prior => GaussianVector.Standard(_w.ColumnCount);

    /// <inheritdoc/>
    public IElboModel AtPosterior() => new LinearGaussianElboModel(_w, _b, _variance, _x, Posterior);

    /// <inheritdoc/>
    public Quantity ExpectedLog(IReadOnlyList<Ratio> ratios)
    {
        ArgumentNullException.ThrowIfNull(ratios);
        return Quantity.Exact(Times(QuadraticForm.Constant(0, _w.ColumnCount), ratios).ExpectationUnder(_q));
    }

    /// <inheritdoc/>
    public Quantity LogExpected(IReadOnlyList<Ratio> ratios)
    {
        ArgumentNullException.ThrowIfNull(ratios);
        return Quantity.Exact(Times(Form(Density.Approximation), ratios).LogIntegral());
    }

    /// <inheritdoc/>
    public Quantity Divergence(Density other) => Quantity.Exact(other switch
    {
        Density.Prior => _q.DivergenceFrom(Prior),
        Density.Posterior => _q.DivergenceFrom(Posterior),
        _ => throw new ArgumentOutOfRangeException(nameof(other), other, "Expected the prior or the posterior."),
    });

    private QuadraticForm Times(QuadraticForm start, IReadOnlyList<Ratio> ratios) => ratios.Aggregate(start, (form, ratio) =>
    {
        if (ratio.Numerator is { } above) form += Form(above);
        return ratio.Denominator is { } below ? form - Form(below) : form;
    });

    private QuadraticForm Form(Density density) => density switch
    {
        Density.Prior => QuadraticForm.LogDensity(Prior),
        Density.Likelihood => Likelihood,
        Density.Joint => QuadraticForm.LogDensity(Prior) + Likelihood,
        Density.Posterior => QuadraticForm.LogDensity(Posterior),
        Density.Approximation => QuadraticForm.LogDensity(_q),
        Density.Evidence => QuadraticForm.Constant(LogEvidence.Value, _w.ColumnCount),
        _ => throw new ArgumentOutOfRangeException(nameof(density), density, "Expected one of the six densities."),
    };

    // ln N(x; Wz + b, σ²I), completed as a form in z: −½(D ln 2πσ² + ‖x−b‖²/σ²) + zᵀWᵀ(x−b)/σ² − ½ zᵀ(WᵀW/σ²)z
    private QuadraticForm Likelihood
    {
        get
        {
            var centred = _x - _b;
            return new(
                -0.5 * (_x.Count * Math.Log(2 * Math.PI * _variance) + centred.DotProduct(centred) / _variance),
                _w.TransposeThisAndMultiply(centred) / _variance,
                _w.TransposeThisAndMultiply(_w) / _variance);
        }
    }
}

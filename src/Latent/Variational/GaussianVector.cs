using MathNet.Numerics.LinearAlgebra;

namespace Latent.Variational;

/// <summary>A normal distribution of several variables.</summary>
/// <param name="Mean">m: [k].</param>
/// <param name="Covariance">S: [k, k], symmetric and positive definite.</param>
public sealed record GaussianVector(Vector<double> Mean, Matrix<double> Covariance)
{
    /// <summary>N(0, I).</summary>
    public static GaussianVector Standard(int dimensions) =>
        new(Vector<double>.Build.Dense(dimensions), Matrix<double>.Build.DenseIdentity(dimensions));

    /// <summary>ln |S|.</summary>
    public double LogDeterminant => Covariance.Cholesky().DeterminantLn;

    /// <summary>The log density at a point, in nats.</summary>
    public double LogDensity(Vector<double> z)
    {
        var centred = z - Mean;
        return -0.5 * (Mean.Count * Math.Log(2 * Math.PI) + LogDeterminant + centred.DotProduct(Covariance.Cholesky().Solve(centred)));
    }

    /// <summary>
    /// \(\mathrm{KL}(N_1\|N_2) = \tfrac12\bigl(\operatorname{tr} S_2^{-1}S_1 + (m_2-m_1)^\top S_2^{-1}(m_2-m_1) - k + \ln|S_2|/|S_1|\bigr)\), in nats.
    /// </summary>
    public double DivergenceFrom(GaussianVector other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var root = other.Covariance.Cholesky();
        var apart = other.Mean - Mean;
        return 0.5 * (root.Solve(Covariance).Trace() + apart.DotProduct(root.Solve(apart)) - Mean.Count + root.DeterminantLn - LogDeterminant);
    }
}

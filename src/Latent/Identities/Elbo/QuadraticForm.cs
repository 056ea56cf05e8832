using Latent.Variational;
using MathNet.Numerics.LinearAlgebra;

namespace Latent.Identities.Elbo;

/// <summary>The function \(c + g^\top z - \tfrac12 z^\top H z\): the log of a Gaussian density in z, or of a product of some.</summary>
/// <param name="Offset">c.</param>
/// <param name="Slope">g: [k].</param>
/// <param name="Curvature">H: [k, k], symmetric.</param>
internal sealed record QuadraticForm(double Offset, Vector<double> Slope, Matrix<double> Curvature)
{
    public static QuadraticForm Constant(double value, int dimensions) =>
        new(value, Vector<double>.Build.Dense(dimensions), Matrix<double>.Build.Dense(dimensions, dimensions));

    public static QuadraticForm LogDensity(GaussianVector gaussian)
    {
        var precision = gaussian.Covariance.Inverse();
        var slope = precision * gaussian.Mean;
        return new(
            -0.5 * (gaussian.Mean.Count * Math.Log(2 * Math.PI) + gaussian.LogDeterminant + gaussian.Mean.DotProduct(slope)), slope, precision);
    }

    public static QuadraticForm operator +(QuadraticForm a, QuadraticForm b) => new(a.Offset + b.Offset, a.Slope + b.Slope, a.Curvature + b.Curvature);

    public static QuadraticForm operator -(QuadraticForm a, QuadraticForm b) => new(a.Offset - b.Offset, a.Slope - b.Slope, a.Curvature - b.Curvature);

    /// <summary>\(c + g^\top m - \tfrac12(m^\top H m + \operatorname{tr} HS)\).</summary>
    public double ExpectationUnder(GaussianVector q) =>
        Offset + Slope.DotProduct(q.Mean) - 0.5 * (q.Mean.DotProduct(Curvature * q.Mean) + (Curvature * q.Covariance).Trace());

    /// <summary>\(\ln\int e^{\dots}dz = c + \tfrac12 g^\top H^{-1} g + \tfrac k2\ln 2\pi - \tfrac12\ln|H|\); H positive definite.</summary>
    public double LogIntegral()
    {
        var root = Curvature.Cholesky();
        return Offset + 0.5 * (Slope.DotProduct(root.Solve(Slope)) + Slope.Count * Math.Log(2 * Math.PI) - root.DeterminantLn);
    }
}

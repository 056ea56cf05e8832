using Latent.Identities.Elbo;
using Latent.Variational;
using MathNet.Numerics.LinearAlgebra;

namespace Latent.Tests.Identities.Elbo;

/// <summary>A model of each kind, small, with a q that is not the posterior.</summary>
internal static class ElboModels
{
    public static DiscreteElboModel Discrete { get; } = new(
        new[,] { { 0.10, 0.05, 0.15 }, { 0.02, 0.20, 0.08 }, { 0.15, 0.05, 0.20 } }, x: 1, q: [0.5, 0.2, 0.3]);

    /// <summary>x = 0.8 seen through the decoder N(tanh(1.5 z − 0.3) + 0.2 z, 0.4²).</summary>
    public static ScalarElboModel Scalar { get; } = new(
        z => new Gaussian(Math.Tanh(1.5 * z - 0.3) + 0.2 * z, 0.16).LogDensity(0.8), new Gaussian(0.6, 0.3));

    public static LinearGaussianElboModel Linear { get; } = new(
        Matrix<double>.Build.DenseOfArray(new[,] { { 1.0, 0.2 }, { -0.5, 0.7 }, { 0.3, 1.1 }, { 0.0, -0.4 } }),
        Vector<double>.Build.DenseOfArray([0.1, -0.2, 0.3, 0.5]),
        variance: 0.3,
        Vector<double>.Build.DenseOfArray([0.9, 0.1, -0.6, 0.2]),
        new(Vector<double>.Build.DenseOfArray([0.4, -0.3]), Matrix<double>.Build.DenseOfArray(new[,] { { 0.5, 0.1 }, { 0.1, 0.4 } })));

    public static IReadOnlyList<IElboModel> All => [Discrete, Scalar, Linear];
}

using static TorchSharp.torch;

namespace Latent.Linear;

/// <summary>
/// Linear reductions other than PCA's, to see that none does better: projections on random directions, on chosen
/// pixels, and on any other subspace.
/// </summary>
public static class Projections
{
    /// <summary>A subspace of uniformly random orientation: the orthonormalised columns of a Gaussian matrix.</summary>
    /// <param name="dimensions">D ≥ 1.</param>
    /// <param name="k">Directions, 1 … D.</param>
    /// <param name="generator">Source of randomness.</param>
    /// <returns>[D, k] float64, orthonormal columns.</returns>
    public static Tensor Random(int dimensions, int k, Generator generator)
    {
        Require.Range(k, 1, dimensions, nameof(k), "directions");
        Require.Generator(generator);
        using var scope = NewDisposeScope();
        var gaussian = randn([dimensions, k], ScalarType.Float64, generator: generator);
        return linalg.qr(gaussian).Q.contiguous().MoveToOuterDisposeScope();
    }

    /// <summary>The directions of single coordinates, such as chosen pixels.</summary>
    /// <param name="dimensions">D ≥ 1.</param>
    /// <param name="chosen">Distinct coordinates, each 0 … D − 1.</param>
    /// <returns>[D, k] float64, columns of the identity.</returns>
    public static Tensor Coordinates(int dimensions, IEnumerable<int> chosen)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        int[] at = [.. chosen];
        if (at.Length == 0 || at.Distinct().Count() != at.Length)
        {
            throw new ArgumentException($"Expected distinct coordinates, at least one, given {at.Length} with {at.Distinct().Count()} distinct.", nameof(chosen));
        }

        var values = new double[dimensions * at.Length];
        for (var j = 0; j < at.Length; j++)
        {
            values[Require.Range(at[j], 0, dimensions - 1, nameof(chosen), "coordinates") * at.Length + j] = 1;
        }

        return tensor(values, [dimensions, at.Length], ScalarType.Float64);
    }

    /// <summary>The k coordinates of largest variance: the best choice of k pixels when the others are set to their mean.</summary>
    public static Tensor MostVaryingCoordinates(SecondMoments moments, int k)
    {
        ArgumentNullException.ThrowIfNull(moments);
        using var diagonal = moments.Covariance.diagonal().contiguous();
        var variances = diagonal.data<double>().ToArray();
        var order = Enumerable.Range(0, variances.Length).OrderByDescending(i => variances[i]).ThenBy(i => i);
        return Coordinates(variances.Length, order.Take(Require.Range(k, 1, variances.Length, nameof(k), "coordinates")));
    }

    /// <summary>
    /// The mean squared error of projecting on the span of orthonormal columns Q, with the mean on the dropped directions:
    /// \(\operatorname{tr} C - \operatorname{tr} Q^\top C Q\).
    /// </summary>
    /// <param name="moments">Mean and covariance of the data.</param>
    /// <param name="directions">[D, k] float64, orthonormal columns.</param>
    public static double Error(SecondMoments moments, Tensor directions)
    {
        ArgumentNullException.ThrowIfNull(moments);
        Require.Matrix(directions, nameof(directions));
        using var scope = NewDisposeScope();
        var q = directions.to_type(ScalarType.Float64); // [D, k]
        var off = q.t().matmul(q) - eye(q.shape[1], dtype: ScalarType.Float64);
        if (off.abs().max().item<double>() > 1e-8) throw new ArgumentException("Expected orthonormal columns.", nameof(directions));
        var kept = q.mul(moments.Covariance.matmul(q)).sum();
        return (moments.Covariance.trace() - kept).item<double>();
    }
}

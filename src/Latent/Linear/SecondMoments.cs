using static TorchSharp.torch;

namespace Latent.Linear;

/// <summary>
/// Mean and covariance of the rows of a data matrix, in float64. They are all that PCA, probabilistic PCA and a linear
/// autoencoder ever need to know of the data.
/// </summary>
/// <param name="Mean">[D] float64.</param>
/// <param name="Covariance">[D, D] float64, normalised by N (not N − 1): the average of (x−μ)(x−μ)ᵀ.</param>
/// <param name="SampleSize">N, the number of rows.</param>
public sealed record SecondMoments(Tensor Mean, Tensor Covariance, long SampleSize) : IDisposable
{
    private const int ColumnBlocks = 4;

    /// <summary>Mean and covariance of the rows of <paramref name="x"/>. The caller disposes the result.</summary>
    /// <param name="x">[N, D] float32 or float64, finite, N ≥ 1.</param>
    /// <exception cref="ArgumentException">Not a matrix, or an entry is NaN or infinite.</exception>
    public static SecondMoments Of(Tensor x)
    {
        Require.Matrix(x, nameof(x));
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        var (mean, covariance) = Sparse(x) ?? Dense(x);
        if (!covariance.isfinite().all().item<bool>()) throw Require.NotFinite(x, nameof(x));
        return new(mean.DetachFromDisposeScope(), covariance.DetachFromDisposeScope(), x.shape[0]);
    }

    /// <summary>Frees the memory of mean and covariance.</summary>
    public void Dispose()
    {
        Mean.Dispose();
        Covariance.Dispose();
    }

    // C = \frac1N \sum_n (x_n-\mu)(x_n-\mu)^\top
    private static (Tensor Mean, Tensor Covariance) Dense(Tensor x)
    {
        var mean = x.mean([0], type: ScalarType.Float64); // [D]
        return (mean, Symmetric(UpperGram(x, mean)).div_(x.shape[0]));
    }

    // C = \frac1N \sum_n x_n x_n^\top - \mu\mu^\top, unless x has too few zeros or a column's mean is so far from 0 that too much cancels
    private static (Tensor Mean, Tensor Covariance)? Sparse(Tensor x)
    {
        if (SparseGram.Density(x) > SparseGram.WorthwhileDensity) return null;
        var (gram, sums) = SparseGram.Of(x); // [D, D], [D]
        var mean = sums / x.shape[0];
        var covariance = Symmetric(gram).div_(x.shape[0]).sub_(outer(mean, mean));
        var cancelled = covariance.diagonal().lt(mean.square() * 1e-3);
        return cancelled.any().item<bool>() ? null : (mean, covariance);
    }

    private static Tensor UpperGram(Tensor x, Tensor shift)
    {
        long n = x.shape[0], d = x.shape[1];
        var sum = zeros([d, d], ScalarType.Float64); // [D, D], the upper triangle is filled
        var size = Rows.PerChunk(d);
        for (long start = 0; start < n; start += size)
        {
            using var step = NewDisposeScope();
            var rows = x.narrow(0, start, Math.Min(size, n - start)).to_type(ScalarType.Float64);
            AddUpperGram(sum, rows - shift);
        }

        return sum;
    }

    private static Tensor Symmetric(Tensor upper) => upper.triu() + upper.triu(1).t();

    /// <summary>
    /// Adds yᵀy to the upper triangle of <paramref name="sum"/>, one block of columns after the other: of the D² products
    /// only those on and right of the diagonal blocks are computed.
    /// </summary>
    private static void AddUpperGram(Tensor sum, Tensor y)
    {
        var d = y.shape[1];
        for (long block = 0; block < ColumnBlocks; block++)
        {
            long from = d * block / ColumnBlocks, to = d * (block + 1) / ColumnBlocks;
            if (from == to) continue;
            var left = y.narrow(1, from, to - from); // [n, b]
            var right = y.narrow(1, from, d - from); // [n, D − from]
            sum.narrow(0, from, to - from).narrow(1, from, d - from).addmm_(left.t(), right, beta: 1, alpha: 1);
        }
    }
}

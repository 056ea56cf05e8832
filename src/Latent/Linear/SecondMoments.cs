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
    private const int ChunkRows = 4096;
    private const int ColumnBlocks = 4;

    /// <summary>Mean and covariance of the rows of <paramref name="x"/>. The caller disposes the result.</summary>
    /// <param name="x">[N, D] float32 or float64, finite, N ≥ 1.</param>
    /// <exception cref="ArgumentException">Not a matrix, or an entry is NaN or infinite.</exception>
    public static SecondMoments Of(Tensor x)
    {
        Require.Matrix(x, nameof(x));
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        var n = x.shape[0];

        var mean = x.mean([0], type: ScalarType.Float64); // [D]
        if (!mean.isfinite().all().item<bool>()) throw Require.NotFinite(x, nameof(x));

        // C = \frac1N \sum_n (x_n-\mu)(x_n-\mu)^\top
        var covariance = Symmetric(UpperGram(x, mean)).div_(n); // [D, D]
        return new(mean.DetachFromDisposeScope(), covariance.DetachFromDisposeScope(), n);
    }

    /// <summary>Frees the memory of mean and covariance.</summary>
    public void Dispose()
    {
        Mean.Dispose();
        Covariance.Dispose();
    }

    private static Tensor UpperGram(Tensor x, Tensor shift)
    {
        long n = x.shape[0], d = x.shape[1];
        var sum = zeros([d, d], ScalarType.Float64); // [D, D], the upper triangle is filled
        for (long start = 0; start < n; start += ChunkRows)
        {
            using var step = NewDisposeScope();
            var rows = x.narrow(0, start, Math.Min(ChunkRows, n - start)).to_type(ScalarType.Float64);
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
            sum.narrow(0, from, to - from).narrow(1, from, d - from).addmm_(left.t(), right);
        }
    }
}

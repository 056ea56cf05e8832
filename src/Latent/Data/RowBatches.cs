using static TorchSharp.torch;

namespace Latent.Data;

/// <summary>The rows of a matrix in batches.</summary>
public static class RowBatches
{
    /// <summary>
    /// The rows in batches, the last one perhaps smaller. Each batch is made when it is asked for and belongs to the dispose scope of
    /// that moment.
    /// </summary>
    /// <param name="rows">[N, D], N ≥ 1.</param>
    /// <param name="size">Rows a batch, ≥ 1.</param>
    /// <param name="generator">Shuffles the rows first; null keeps their order (and shares their memory).</param>
    public static IEnumerable<Tensor> Batches(this Tensor rows, int size, Generator? generator = null)
    {
        Require.Matrix(rows, nameof(rows));
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        return Each();

        IEnumerable<Tensor> Each()
        {
            var n = rows.shape[0];
            using var order = generator is null ? null : randperm(n, ScalarType.Int64, generator: generator).DetachFromDisposeScope();
            for (long start = 0; start < n; start += size)
            {
                var count = Math.Min(size, n - start);
                yield return order is null ? rows.narrow(0, start, count) : rows.index_select(0, order.narrow(0, start, count));
            }
        }
    }

    /// <summary>Applies <paramref name="map"/> to the rows batch by batch, without gradients, and puts the results below each other: memory stays flat.</summary>
    /// <param name="rows">[N, D], N ≥ 1.</param>
    /// <param name="map">[n, D] → [n, …].</param>
    /// <param name="size">Rows a batch, ≥ 1.</param>
    public static Tensor MapRows(this Tensor rows, Func<Tensor, Tensor> map, int size = 1000)
    {
        ArgumentNullException.ThrowIfNull(map);
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        var parts = new List<Tensor>();
        using var source = rows.Batches(size).GetEnumerator();
        while (true)
        {
            using var step = NewDisposeScope();
            if (!source.MoveNext()) break;
            parts.Add(map(source.Current).MoveToOuterDisposeScope());
        }

        return (parts.Count == 1 ? parts[0] : cat([.. parts], 0)).MoveToOuterDisposeScope();
    }
}

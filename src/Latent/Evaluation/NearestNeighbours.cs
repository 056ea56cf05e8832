using Latent.Data;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Evaluation;

/// <summary>What near means.</summary>
public enum Distance
{
    /// <summary>\(\|a-b\|\).</summary>
    Euclid,

    /// <summary>\(1 - a^\top b/\|a\|\|b\|\): only directions count.</summary>
    Cosine,
}

/// <summary>Retrieval: the items that are nearest to a query, by any description of both.</summary>
public static class NearestNeighbours
{
    /// <summary>Positions of the k nearest items of each query, nearest first: [Q, k] int64.</summary>
    /// <param name="queries">[Q, D].</param>
    /// <param name="items">[N, D].</param>
    /// <param name="k">1 … N.</param>
    /// <param name="distance">What near means.</param>
    public static Tensor Of(Tensor queries, Tensor items, int k, Distance distance = Distance.Euclid)
    {
        Require.Matrix(items, nameof(items));
        Require.Matrix(queries, nameof(queries), items.shape[1]);
        Require.Range(k, 1, (int)Math.Min(items.shape[0], int.MaxValue), nameof(k), "neighbours");
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        var all = distance == Distance.Cosine ? functional.normalize(items, 2, 1) : items; // [N, D]
        var squares = all.square().sum([1]); // [N]
        return queries.MapRows(rows =>
        {
            var q = distance == Distance.Cosine ? functional.normalize(rows, 2, 1) : rows;
            // ‖q − a‖² less the part that is the same for all items
            var (_, nearest) = (squares - 2 * q.matmul(all.t())).topk(k, 1, largest: false, sorted: true);
            return nearest;
        }, 500).MoveToOuterDisposeScope();
    }

    /// <summary>How many of the neighbours have the query's class: the mean over queries of a fraction in [0, 1].</summary>
    /// <param name="neighbours">[Q, k] int64.</param>
    /// <param name="queryLabels">[Q] int64.</param>
    /// <param name="itemLabels">[N] int64.</param>
    public static Estimate Precision(Tensor neighbours, Tensor queryLabels, Tensor itemLabels)
    {
        ArgumentNullException.ThrowIfNull(neighbours);
        ArgumentNullException.ThrowIfNull(queryLabels);
        ArgumentNullException.ThrowIfNull(itemLabels);
        if (neighbours.dim() != 2 || queryLabels.dim() != 1 || queryLabels.shape[0] != neighbours.shape[0])
            throw new ArgumentException($"Expected one label for each of the {neighbours.shape[0]} queries, given [{string.Join(", ", queryLabels.shape)}].", nameof(queryLabels));
        using var scope = NewDisposeScope();
        var found = itemLabels.index_select(0, neighbours.reshape(-1)).reshape(neighbours.shape); // [Q, k]
        return Estimate.Mean(found.eq(queryLabels.unsqueeze(1)).to_type(ScalarType.Float64).mean([1]));
    }
}

using static TorchSharp.torch;

namespace Latent.Linear;

/// <summary>A tall matrix worked through in chunks of rows, so that memory stays flat.</summary>
internal static class Rows
{
    private const int ChunkRows = 8192;

    /// <summary>Applies <paramref name="map"/> to chunks of rows in float64 and puts the results below each other.</summary>
    public static Tensor Map(Tensor x, Func<Tensor, Tensor> map)
    {
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        var parts = new List<Tensor>();
        for (long start = 0; start < x.shape[0]; start += ChunkRows)
        {
            using var step = NewDisposeScope();
            var rows = x.narrow(0, start, Math.Min(ChunkRows, x.shape[0] - start)).to_type(ScalarType.Float64);
            parts.Add(map(rows).MoveToOuterDisposeScope());
        }

        return (parts.Count == 1 ? parts[0] : cat(parts.ToArray(), 0)).MoveToOuterDisposeScope();
    }
}

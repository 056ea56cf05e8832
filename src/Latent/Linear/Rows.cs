using Latent.Data;
using static TorchSharp.torch;

namespace Latent.Linear;

/// <summary>A tall matrix worked through in chunks of rows, so that memory stays flat.</summary>
internal static class Rows
{
    // below glibc's largest threshold for handing memory back to the system at once, which costs a page fault for each page
    private const long ChunkBytes = 8 << 20;

    /// <summary>How many rows of some columns make a chunk of float64.</summary>
    public static long PerChunk(long columns) => Math.Max(64, ChunkBytes / (sizeof(double) * Math.Max(1, columns)));

    /// <summary>Applies <paramref name="map"/> to chunks of rows in float64 and puts the results below each other.</summary>
    public static Tensor Map(Tensor x, Func<Tensor, Tensor> map) =>
        x.MapRows(rows => map(rows.to_type(ScalarType.Float64)), (int)PerChunk(x.shape[1]));
}

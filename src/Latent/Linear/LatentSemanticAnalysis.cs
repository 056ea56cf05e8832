using static TorchSharp.torch;

namespace Latent.Linear;

/// <summary>
/// Latent semantic analysis (Deerwester et al. 1990): documents described by the first right singular vectors of the document-word matrix, which is PCA
/// without taking off the mean.
/// </summary>
public sealed class LatentSemanticAnalysis : IDisposable
{
    private LatentSemanticAnalysis(Tensor directions) => Directions = directions;

    /// <summary>The singular vectors as columns: [V, k] float64.</summary>
    public Tensor Directions { get; }

    /// <summary>Fits to weighted word counts. The caller disposes the result.</summary>
    /// <param name="x">[N, V], as by <see cref="Data.Documents.TfIdf"/>.</param>
    /// <param name="k">1 … V.</param>
    public static LatentSemanticAnalysis Fit(Tensor x, int k)
    {
        Require.Matrix(x, nameof(x));
        Require.Range(k, 1, (int)x.shape[1], nameof(k), "dimensions");
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        var (_, vectors) = linalg.eigh(x.t().matmul(x).to_type(ScalarType.Float64)); // ascending
        return new(Pca.WithFixedSigns(vectors.flip(1).narrow(1, 0, k)).DetachFromDisposeScope());
    }

    /// <summary>Codes of documents: [N, V] → [N, k] float64.</summary>
    public Tensor Encode(Tensor x)
    {
        Require.Matrix(x, nameof(x), Directions.shape[0]);
        return Rows.Map(x, rows => rows.matmul(Directions));
    }

    /// <summary>Frees the memory of the directions.</summary>
    public void Dispose() => Directions.Dispose();
}

using static TorchSharp.torch;

namespace Latent.Data;

/// <summary>Documents as bags of words: how often each word of a vocabulary stands in each of them.</summary>
/// <param name="Counts">[N, V] float32, ≥ 0.</param>
/// <param name="Labels">[N] int64: the topic.</param>
/// <param name="Vocabulary">The V words.</param>
/// <param name="Topics">Names of the topics, by label.</param>
/// <param name="Titles">A title for each document.</param>
public sealed record Documents(
    Tensor Counts, Tensor Labels, IReadOnlyList<string> Vocabulary, IReadOnlyList<string> Topics, IReadOnlyList<string> Titles) : IDisposable
{
    /// <summary>N.</summary>
    public int Count => (int)Counts.shape[0];

    /// <summary>Which words stand in each document: [N, V], 0 or 1.</summary>
    public Tensor Presence() => Counts.gt(0).to_type(ScalarType.Float32);

    /// <summary>
    /// Weights by rareness, \((1+\ln n)\ln(N/N_w)\) for a word that stands n times in the document and in \(N_w\) of the N, rows scaled to length 1
    /// (Salton &amp; Buckley 1988).
    /// </summary>
    public Tensor TfIdf()
    {
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        var there = Presence();
        var rareness = (Count / there.sum([0]).clamp_min(1)).log(); // [V]
        var weights = (1 + Counts.clamp_min(1).log()) * there * rareness;
        return nn.functional.normalize(weights, 2, 1).MoveToOuterDisposeScope();
    }

    /// <summary>Frees the memory of counts and labels.</summary>
    public void Dispose()
    {
        Counts.Dispose();
        Labels.Dispose();
    }
}

using static TorchSharp.torch;

namespace Latent.Linear;

/// <summary>A critical point of the linear autoencoder's loss: the code keeps one subset of the principal directions.</summary>
/// <param name="Kept">Which principal directions are kept, from 0 (most variance).</param>
/// <param name="Encoder">W₁ = U_Iᵀ: [k, D] float64.</param>
/// <param name="Decoder">W₂ = U_I: [D, k] float64.</param>
/// <param name="Loss">\(\operatorname{tr} C - \sum_{i\in I}\lambda_i\).</param>
public sealed record CriticalPoint(IReadOnlyList<int> Kept, Tensor Encoder, Tensor Decoder, double Loss)
{
    /// <summary>Whether the directions kept are those of most variance: the only minimum; every other point is a saddle.</summary>
    public bool IsMinimum => Kept.Order().SequenceEqual(Enumerable.Range(0, Kept.Count));
}

/// <summary>
/// The loss \(L(W_1,W_2) = \operatorname{tr}\,(I-W_2W_1)\,C\,(I-W_2W_1)^\top\) and its critical points (Baldi &amp; Hornik 1989): every one
/// projects on a span of eigenvectors; the only minimum keeps the first k, the others are saddles with a way down.
/// </summary>
public sealed class LinearLandscape
{
    private readonly SecondMoments _moments;
    private readonly Pca _pca;

    /// <summary>The landscape over some data.</summary>
    /// <param name="moments">Mean and covariance of the data.</param>
    /// <param name="pca">PCA of the same data.</param>
    public LinearLandscape(SecondMoments moments, Pca pca)
    {
        ArgumentNullException.ThrowIfNull(moments);
        ArgumentNullException.ThrowIfNull(pca);
        if (moments.Mean.shape[0] != pca.Dimensions) throw new ArgumentException($"Expected PCA of {moments.Mean.shape[0]} dimensions, given {pca.Dimensions}.", nameof(pca));
        (_moments, _pca) = (moments, pca);
    }

    /// <summary>The critical point that keeps some principal directions.</summary>
    /// <param name="kept">Distinct, each 0 … Rank − 1.</param>
    public CriticalPoint At(params int[] kept)
    {
        ArgumentNullException.ThrowIfNull(kept);
        if (kept.Length == 0 || kept.Distinct().Count() != kept.Length) throw new ArgumentException("Expected distinct directions, at least one.", nameof(kept));
        foreach (var i in kept) Require.Range(i, 0, _pca.Rank - 1, nameof(kept), "directions");
        using var index = tensor(kept.Select(i => (long)i).ToArray(), ScalarType.Int64);
        var decoder = _pca.Components.index_select(1, index); // [D, k]
        return new(kept, decoder.t(), decoder, _pca.TotalVariance - kept.Sum(i => _pca.Eigenvalues[i]));
    }

    /// <summary>L(W₁, W₂), a scalar that gradients flow through.</summary>
    /// <param name="encoder">W₁: [k, D] float64.</param>
    /// <param name="decoder">W₂: [D, k] float64.</param>
    public Tensor Loss(Tensor encoder, Tensor decoder)
    {
        Require.Matrix(encoder, nameof(encoder), _pca.Dimensions);
        Require.Matrix(decoder, nameof(decoder), encoder.shape[0]);
        // \operatorname{tr} C - 2\operatorname{tr} W_1 C W_2 + \operatorname{tr} W_2^\top W_2\, W_1 C W_1^\top
        var ec = encoder.matmul(_moments.Covariance); // [k, D]
        return _moments.Covariance.trace() - ec.mul(decoder.t()).sum() * 2
            + decoder.t().matmul(decoder).mul(ec.matmul(encoder.t())).sum();
    }

    /// <summary>\(\|\nabla L\|\) over both matrices, by autograd: 0 at a critical point.</summary>
    public double GradientNorm(Tensor encoder, Tensor decoder)
    {
        ArgumentNullException.ThrowIfNull(encoder);
        ArgumentNullException.ThrowIfNull(decoder);
        using var scope = NewDisposeScope();
        var (w1, w2) = (encoder.detach().clone().requires_grad_(), decoder.detach().clone().requires_grad_());
        Loss(w1, w2).backward();
        return (w1.grad!.square().sum() + w2.grad!.square().sum()).sqrt().item<double>();
    }

    /// <summary>
    /// The loss on the way from a critical point that turns the kept direction i towards the direction j that is not kept:
    /// \(u_i \to u_i + t\,u_j\) in both matrices. It is \(L(0) - (\lambda_j-\lambda_i)\,t^2 + \lambda_j t^4\).
    /// </summary>
    /// <param name="point">Where the way starts.</param>
    /// <param name="from">i, one of the directions kept.</param>
    /// <param name="to">j, a direction not kept.</param>
    /// <param name="t">How far.</param>
    public double LossTowards(CriticalPoint point, int from, int to, double t)
    {
        ArgumentNullException.ThrowIfNull(point);
        var column = point.Kept.ToList().IndexOf(from);
        if (column < 0) throw new ArgumentException($"Expected one of the directions kept, {string.Join(", ", point.Kept)}, given {from}.", nameof(from));
        if (point.Kept.Contains(to)) throw new ArgumentException($"Expected a direction that is not kept, given {to}.", nameof(to));
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        var decoder = point.Decoder.clone();
        decoder.select(1, column).add_(_pca.Components.select(1, to) * t);
        return Loss(decoder.t(), decoder).item<double>();
    }

    /// <summary>
    /// The steepest way down from a saddle: the kept direction of least variance is turned towards the one of most variance that
    /// is not kept. Null at the minimum.
    /// </summary>
    /// <returns>The directions and the curvature \(-2(\lambda_j-\lambda_i) &lt; 0\) of the loss along the way.</returns>
    public (int From, int To, double Curvature)? WayDown(CriticalPoint point)
    {
        ArgumentNullException.ThrowIfNull(point);
        var from = point.Kept.Max();
        var to = Enumerable.Range(0, _pca.Rank).First(j => !point.Kept.Contains(j));
        return to < from ? (from, to, -2 * (_pca.Eigenvalues[to] - _pca.Eigenvalues[from])) : null;
    }
}

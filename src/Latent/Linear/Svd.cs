using static TorchSharp.torch;

namespace Latent.Linear;

/// <summary>
/// The singular value decomposition \(A = U D V^\top\) with \(U^\top U = V^\top V = I\) and
/// \(D = \mathrm{diag}(s_1 \ge s_2 \ge \dots \ge 0)\): rotate, scale, rotate.
/// </summary>
/// <param name="U">[N, R] float64, orthonormal columns.</param>
/// <param name="S">[R] float64, descending, ≥ 0; R = min(N, D).</param>
/// <param name="V">[D, R] float64, orthonormal columns.</param>
public sealed record Svd(Tensor U, Tensor S, Tensor V) : IDisposable
{
    /// <summary>From how many times more rows than columns a QR decomposition comes first.</summary>
    private const int Tall = 8;

    /// <summary>
    /// Decomposes a matrix by LAPACK; a tall one (N ≥ 8·D) through its QR decomposition, so that only the D×D triangle is decomposed.
    /// Both are backward stable: unlike through AᵀA, small singular values and their vectors stay accurate.
    /// </summary>
    /// <param name="a">[N, D] float32 or float64, finite.</param>
    /// <exception cref="ArgumentException">Not a matrix, or an entry is NaN or infinite.</exception>
    public static Svd Compute(Tensor a)
    {
        Require.Matrix(a, nameof(a));
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        if (!a.isfinite().all().item<bool>()) throw Require.NotFinite(a, nameof(a));
        var (u, s, v) = a.shape[0] >= Tall * a.shape[1] ? ThroughQr(a) : Direct(a);

        // the sign of a pair (u, v) is free: make the largest entry of v positive
        var signs = v.gather(0, v.abs().argmax(0).unsqueeze(0)).sign(); // [1, R]
        return new((u * signs).DetachFromDisposeScope(), s.contiguous().DetachFromDisposeScope(), (v * signs).DetachFromDisposeScope());
    }

    /// <summary>\(U D V^\top\), from the first k singular values when k is given.</summary>
    /// <returns>[N, D] float64.</returns>
    public Tensor Reconstruct(int? k = null)
    {
        using var scope = NewDisposeScope();
        var kept = Require.Range(k ?? (int)S.shape[0], 0, (int)S.shape[0], nameof(k), "singular values");
        return (U.narrow(1, 0, kept) * S.narrow(0, 0, kept)).matmul(V.narrow(1, 0, kept).t()).MoveToOuterDisposeScope();
    }

    /// <summary>Frees the memory of the three factors.</summary>
    public void Dispose()
    {
        U.Dispose();
        S.Dispose();
        V.Dispose();
    }

    private static (Tensor U, Tensor S, Tensor V) Direct(Tensor a)
    {
        var (u, s, vh) = linalg.svd(a.to_type(ScalarType.Float64), fullMatrices: false);
        return (u, s, vh.t());
    }

    private static (Tensor U, Tensor S, Tensor V) ThroughQr(Tensor a)
    {
        // A = QR,\quad R = U_R D V^\top,\quad U = Q U_R
        var (q, r) = linalg.qr(a.to_type(ScalarType.Float64)); // [N, D], [D, D]
        var (u, s, v) = Direct(r);
        return (q.matmul(u), s, v);
    }
}

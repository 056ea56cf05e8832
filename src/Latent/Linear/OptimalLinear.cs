using static TorchSharp.torch;

namespace Latent.Linear;

/// <summary>
/// The best linear decoder for given codes, and the best codes for a given linear decoder. The second is linear in x:
/// \(h = Tx\) with \(T = (W^\top W)^{-1}W^\top\), so no encoder, however deep, beats a linear one before a linear decoder.
/// </summary>
public static class OptimalLinear
{
    /// <summary>The decoder W that minimises \(\sum_n \|x_n - W h_n\|^2\): \(W = X^\top H (H^\top H)^{-1}\).</summary>
    /// <param name="x">[N, D].</param>
    /// <param name="h">[N, k], independent columns. For a decoder with a bias append a column of ones.</param>
    /// <returns>[D, k] float64.</returns>
    public static Tensor Decoder(Tensor x, Tensor h)
    {
        Require.Matrix(x, nameof(x));
        Require.Matrix(h, nameof(h));
        if (x.shape[0] != h.shape[0]) throw new ArgumentException($"Expected a code for each of {x.shape[0]} rows, given {h.shape[0]}.", nameof(h));
        using var scope = NewDisposeScope();
        var codes = h.to_type(ScalarType.Float64); // [N, k]
        var data = x.to_type(ScalarType.Float64); // [N, D]
        return linalg.solve(codes.t().matmul(codes), codes.t().matmul(data)).t().contiguous().MoveToOuterDisposeScope();
    }

    /// <summary>The encoder \(T = (W^\top W)^{-1} W^\top\) that gives each x its best code.</summary>
    /// <param name="w">A decoder, [D, k], independent columns.</param>
    /// <returns>[k, D] float64.</returns>
    public static Tensor Encoder(Tensor w)
    {
        Require.Matrix(w, nameof(w));
        using var scope = NewDisposeScope();
        var decoder = w.to_type(ScalarType.Float64); // [D, k]
        return linalg.solve(decoder.t().matmul(decoder), decoder.t()).MoveToOuterDisposeScope();
    }
}

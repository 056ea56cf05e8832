using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using static TorchSharp.torch;

namespace Latent.Variational;

/// <summary>
/// \(\sum_d x_d l_d - \ln(1+e^{l_d})\) of many rows in one pass over memory, without gradients. With \(\ln(1+e^l) = \max(l,0) + \ln(1+e^{-|l|})\) the last terms are multiplied up, each lying in
/// 1 … 2, so that a hundred of them take one logarithm.
/// </summary>
internal static class BernoulliSums
{
    private const int Factors = 100; // 2¹⁰⁰ is a float

    /// <summary>Whether <see cref="Of"/> takes these: float32, contiguous, and no gradient asked for.</summary>
    public static bool Fits(Tensor logits, Tensor x) =>
        logits.dtype == ScalarType.Float32 && x.dtype == ScalarType.Float32 && logits.is_contiguous() && x.is_contiguous()
        && !(is_grad_enabled() && (logits.requires_grad || x.requires_grad));

    /// <summary>[N, k, D], [N, D] → [N, k].</summary>
    public static Tensor Of(Tensor logits, Tensor x)
    {
        var (k, d) = (logits.shape[1], (int)logits.shape[2]);
        var sums = new float[logits.shape[0] * k];
        var parts = Math.Min(get_num_threads(), sums.Length);
        Parallel.For(0, parts, part =>
        {
            var all = MemoryMarshal.Cast<byte, float>(logits.bytes);
            var pixels = MemoryMarshal.Cast<byte, float>(x.bytes);
            for (var row = (long)sums.Length * part / parts; row < (long)sums.Length * (part + 1) / parts; row++)
                sums[row] = Row(all.Slice((int)(row * d), d), pixels.Slice((int)(row / k * d), d));
        });
        return tensor(sums, [logits.shape[0], k]);
    }

    private static float Row(ReadOnlySpan<float> logits, ReadOnlySpan<float> x)
    {
        var l = MemoryMarshal.Cast<float, Vector256<float>>(logits);
        var p = MemoryMarshal.Cast<float, Vector256<float>>(x);
        var (sum, product) = (Vector256<float>.Zero, Vector256<float>.One);
        for (var i = 0; i < l.Length; i++)
        {
            sum += p[i] * l[i] - Vector256.Max(l[i], Vector256<float>.Zero);
            product *= Vector256<float>.One + Vector256.Exp(-Vector256.Abs(l[i]));
            if (i % Factors != Factors - 1) continue;
            sum -= Vector256.Log(product);
            product = Vector256<float>.One;
        }

        var total = Vector256.Sum(sum - Vector256.Log(product));
        for (var i = l.Length * Vector256<float>.Count; i < logits.Length; i++)
            total += x[i] * logits[i] - MathF.Max(logits[i], 0) - MathF.Log(1 + MathF.Exp(-MathF.Abs(logits[i])));
        return total;
    }
}

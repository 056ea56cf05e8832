using static TorchSharp.torch;

namespace Latent.Linear;

/// <summary>
/// The angles between two subspaces (Jordan 1875; Björck &amp; Golub 1973): 0° for every shared direction, and the largest one says
/// how far the subspaces are from being the same.
/// </summary>
public static class PrincipalAngles
{
    /// <summary>The principal angles between the spans of the columns, in degrees, ascending.</summary>
    /// <param name="a">[D, k], independent columns; they need not be orthonormal.</param>
    /// <param name="b">[D, m], independent columns.</param>
    /// <returns>min(k, m) angles in [0, 90].</returns>
    public static double[] Degrees(Tensor a, Tensor b)
    {
        Require.Matrix(a, nameof(a));
        Require.Matrix(b, nameof(b));
        if (a.shape[0] != b.shape[0])
        {
            throw new ArgumentException($"Expected columns of {a.shape[0]} entries as in {nameof(a)}, given {b.shape[0]}.", nameof(b));
        }

        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        var (left, right) = a.shape[1] <= b.shape[1] ? (Basis(b), Basis(a)) : (Basis(a), Basis(b));

        // \cos\theta_i = \sigma_i(Q_a^\top Q_b), \sin\theta_i = \sigma_i(Q_b - Q_a Q_a^\top Q_b): the sine is exact for small angles
        var overlap = left.t().matmul(right); // [k, m]
        var cosines = linalg.svdvals(overlap).data<double>().ToArray(); // descending
        var sines = linalg.svdvals(right - left.matmul(overlap)).data<double>().ToArray().Reverse().ToArray(); // ascending
        return [.. cosines.Zip(sines, (c, s) => Math.Atan2(s, c) * 180 / Math.PI)];
    }

    /// <summary>The largest principal angle, in degrees.</summary>
    /// <inheritdoc cref="Degrees"/>
    public static double Largest(Tensor a, Tensor b) => Degrees(a, b)[^1];

    private static Tensor Basis(Tensor columns) => linalg.qr(columns.detach().to_type(ScalarType.Float64)).Q;
}

using static TorchSharp.torch;

namespace Latent.Linear;

/// <summary>
/// A sigmoid encoder with a linear decoder comes as near to PCA as one likes, but never arrives: with
/// \(h = \sigma(\varepsilon U_k^\top(x-\mu))\) and \(\hat x = \mu + \tfrac{4}{\varepsilon} U_k (h-\tfrac12)\) the codes stay in the
/// linear middle of the sigmoid, \(\sigma(a) = \tfrac12 + \tfrac a4 - \tfrac{a^3}{48} + \dots\), and the error tends to PCA's as ε → 0.
/// </summary>
/// <param name="Pca">PCA of the training data.</param>
/// <param name="Components">k.</param>
public sealed record SigmoidLimit(Pca Pca, int Components)
{
    /// <summary>Codes \(h = \sigma(\varepsilon U_k^\top(x-\mu))\): [N, k] float64 in (0, 1).</summary>
    /// <param name="x">[N, D].</param>
    /// <param name="epsilon">ε > 0.</param>
    public Tensor Encode(Tensor x, double epsilon)
    {
        Require.Positive(epsilon, nameof(epsilon));
        using var z = Pca.Encode(x, Components); // [N, k]
        using var scaled = z * epsilon;
        return scaled.sigmoid();
    }

    /// <summary>Reconstructions \(\hat x = \mu + \tfrac4\varepsilon U_k (h-\tfrac12)\): [N, D] float64.</summary>
    /// <param name="h">[N, k].</param>
    /// <param name="epsilon">ε > 0.</param>
    public Tensor Decode(Tensor h, double epsilon)
    {
        Require.Matrix(h, nameof(h), Components);
        Require.Positive(epsilon, nameof(epsilon));
        using var centred = h - 0.5;
        using var z = centred * (4 / epsilon);
        return Pca.Decode(z);
    }

    /// <summary>The mean over rows of \(\|x-\hat x\|^2\).</summary>
    public double Error(Tensor x, double epsilon)
    {
        Require.Matrix(x, nameof(x), Pca.Dimensions);
        Require.Positive(epsilon, nameof(epsilon));
        using var each = Rows.Map(x, rows => (rows - Decode(Encode(rows, epsilon), epsilon)).square().sum([1]));
        return each.mean().item<double>();
    }

    /// <summary>The error for several ε, in their order.</summary>
    public IReadOnlyList<(double Epsilon, double Error)> Table(Tensor x, params double[] epsilons)
    {
        ArgumentNullException.ThrowIfNull(epsilons);
        return [.. epsilons.Select(e => (e, Error(x, e)))];
    }
}

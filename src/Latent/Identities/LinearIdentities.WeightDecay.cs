using Latent.Linear;
using static TorchSharp.torch;

namespace Latent.Identities;

public static partial class LinearIdentities
{
    private const string Kunin = "Kunin et al. 2019, PMLR 97";

    /// <summary>With weight decay the minimum has W₁ = W₂ᵀ, and its singular values name the eigenvalues.</summary>
    /// <param name="pca">PCA of the data.</param>
    /// <param name="moments">Mean and covariance of the same data.</param>
    /// <param name="k">Entries of the code, 1 … Rank.</param>
    /// <param name="penalty">λ > 0, below the k-th eigenvalue, so that no direction vanishes.</param>
    /// <exception cref="ArgumentOutOfRangeException">A direction would vanish.</exception>
    public static Derivation WeightDecayMinimum(Pca pca, SecondMoments moments, int k, double penalty)
    {
        ArgumentNullException.ThrowIfNull(pca);
        var kept = pca.Eigenvalues.Take(Require.Range(k, 1, pca.Rank, nameof(k), "codes")).ToArray();
        if (!(penalty > 0 && penalty < kept[^1]))
            throw new ArgumentOutOfRangeException(nameof(penalty), penalty, $"Expected a penalty in (0, {kept[^1]:G4}), below eigenvalue {k}.");
        var landscape = new LinearLandscape(moments, pca);
        var model = new RegularizedLinearAutoencoder(penalty);
        var decoder = new Lazy<Tensor>(() => model.ClosedForm(pca, k)); // [D, k]
        return new($"The minimum with weight decay λ = {penalty}",
        [
            new("the gradient vanishes", @"\nabla\bigl[L + \lambda(\|W_1\|^2 + \|W_2\|^2)\bigr] = 0,\ W_1 = W_2^\top", Kunin,
                () => Evaluation.Vanishes(GradientNorm(model, landscape, decoder.Value), pca.TotalVariance)),
            new("what it costs", @"L + \lambda(\|W_1\|^2 + \|W_2\|^2) = \sum_{j>k}\lambda_j + \sum_{i\le k}\bigl(2\lambda - \lambda^2/\lambda_i\bigr)", Kunin, () =>
            {
                using var scope = NewDisposeScope();
                var total = model.Loss(landscape, decoder.Value.t(), decoder.Value).Total.item<double>();
                return Evaluation.Exact(total, pca.DiscardedVariance(k) + kept.Sum(l => 2 * penalty - penalty * penalty / l));
            }),
            new("a singular value names its eigenvalue", @"\lambda_1 = \lambda / (1 - s_1^2)", Kunin,
                () => Evaluation.Exact(model.Recover(decoder.Value).Eigenvalues[0], kept[0])),
        ]);
    }

    private static double GradientNorm(RegularizedLinearAutoencoder model, LinearLandscape landscape, Tensor minimum)
    {
        using var scope = NewDisposeScope();
        var (encoder, decoder) = (minimum.t().contiguous().requires_grad_(), minimum.clone().requires_grad_());
        model.Loss(landscape, encoder, decoder).Total.backward();
        return (encoder.grad!.square().sum() + decoder.grad!.square().sum()).sqrt().item<double>();
    }
}

using Latent.Linear;
using static TorchSharp.torch;

namespace Latent.Identities;

/// <summary>
/// The equations of the lectures on PCA, the singular value decomposition, linear autoencoders and Gaussian likelihoods, to be run
/// on data. Each method gives a derivation; nothing is computed before it is checked.
/// </summary>
public static partial class LinearIdentities
{
    private const string Cheng = "Cheng 2018, Generative Models";

    /// <summary>On the directions that PCA drops, the reconstruction is the mean; forgetting it costs exactly the mean's part there.</summary>
    /// <param name="pca">Fitted to <paramref name="x"/>.</param>
    /// <param name="x">[N, D], the data fitted to.</param>
    /// <param name="k">Components kept, 0 … Rank.</param>
    public static Derivation MeanOnDroppedDirections(Pca pca, Tensor x, int k)
    {
        ArgumentNullException.ThrowIfNull(pca);
        var withMean = new Lazy<double>(() => pca.ReconstructionError(x, k));
        var withZero = new Lazy<double>(() => pca.ReconstructionError(x, k, Dropped.Zero));
        return new("PCA puts the mean on the dropped directions",
        [
            new("with the mean, the error is the discarded variance",
                @"\tfrac1N\sum_n \| x_n - \mu - U_kU_k^\top(x_n-\mu) \|^2 = \sum_{j>k}\lambda_j", Cheng,
                () => Evaluation.Exact(withMean.Value, pca.DiscardedVariance(k))),
            new("with zero, the mean's part is added",
                @"\tfrac1N\sum_n \| x_n - U_kU_k^\top x_n \|^2 = \sum_{j>k}\lambda_j + \| (I-U_kU_k^\top)\mu \|^2", Cheng,
                () => Evaluation.Exact(withZero.Value, pca.DiscardedVariance(k) + DroppedMean(pca, k))),
            Identity.AsPrinted("with zero, as if the mean did not matter",
                @"\tfrac1N\sum_n \| x_n - U_kU_k^\top x_n \|^2 = \sum_{j>k}\lambda_j", "a common slip",
                "the data have to be centred, or the mean added on the dropped directions",
                () => Evaluation.Exact(withZero.Value, pca.DiscardedVariance(k))),
        ]);
    }

    /// <summary>The training error of PCA is the sum of the discarded eigenvalues, for each k.</summary>
    /// <param name="pca">Fitted to <paramref name="x"/>.</param>
    /// <param name="x">[N, D], the data fitted to.</param>
    /// <param name="ks">Numbers of components, each 0 … Rank.</param>
    public static Derivation ErrorIsDiscardedVariance(Pca pca, Tensor x, params int[] ks)
    {
        ArgumentNullException.ThrowIfNull(pca);
        ArgumentNullException.ThrowIfNull(ks);
        var errors = new Lazy<double[]>(() => pca.ReconstructionErrors(x, ks));
        return new("The error of PCA is the discarded variance",
        [
            .. ks.Select((k, i) => new Identity($"k = {k}", $@"\tfrac1N\sum_n \|x_n-\hat x_n\|^2 = \sum_{{j>{k}}}\lambda_j", Cheng,
                () => Evaluation.Exact(errors.Value[i], pca.DiscardedVariance(k), scale: pca.TotalVariance))),
        ]);
    }

    /// <summary>No other k directions leave a smaller error than the principal ones: random directions, pixels, and small turns of PCA.</summary>
    /// <param name="pca">PCA of the data.</param>
    /// <param name="moments">Mean and covariance of the same data.</param>
    /// <param name="k">Directions, 1 … Rank.</param>
    /// <param name="generator">Source of the random directions.</param>
    /// <param name="trials">Random subspaces and random turns tried, ≥ 1.</param>
    public static Derivation Optimality(Pca pca, SecondMoments moments, int k, Generator generator, int trials = 20)
    {
        ArgumentNullException.ThrowIfNull(pca);
        ArgumentNullException.ThrowIfNull(moments);
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        const string bound = @"\sum_{j>k}\lambda_j \le \operatorname{tr} C - \operatorname{tr} Q^\top C Q";
        double ErrorOf(Func<Tensor> make)
        {
            using var directions = make();
            return Projections.Error(moments, directions);
        }

        Identity Row(string name, Func<double> least) =>
            new(name, bound, "Ky Fan 1949", () => Evaluation.AtMost(pca.DiscardedVariance(k), least()));
        return new("PCA is the best of all linear reductions",
        [
            new("PCA itself reaches the bound", @"\operatorname{tr} C - \operatorname{tr} U_k^\top C U_k = \sum_{j>k}\lambda_j", Cheng,
                () => Evaluation.Exact(ErrorOf(() => pca.Directions(k).clone()), pca.DiscardedVariance(k))),
            Row($"best of {trials} random subspaces",
                () => Enumerable.Range(0, trials).Min(_ => ErrorOf(() => Projections.Random(pca.Dimensions, k, generator)))),
            Row("the k most varying pixels", () => ErrorOf(() => Projections.MostVaryingCoordinates(moments, k))),
            Row($"best of {trials} small turns of PCA",
                () => Enumerable.Range(0, trials).Min(_ => ErrorOf(() => Turned(pca, k, generator)))),
        ]);
    }

    private static double DroppedMean(Pca pca, int k)
    {
        using var scope = NewDisposeScope();
        var kept = pca.Directions(k).t().matmul(pca.Mean); // [k]
        return (pca.Mean - pca.Directions(k).matmul(kept)).square().sum().item<double>();
    }

    private static Tensor Turned(Pca pca, int k, Generator generator)
    {
        using var scope = NewDisposeScope();
        var noise = randn([pca.Dimensions, k], ScalarType.Float64, generator: generator) * 1e-3;
        return linalg.qr(pca.Directions(k) + noise).Q.contiguous().MoveToOuterDisposeScope();
    }
}

using Latent.Linear;
using static TorchSharp.torch;

namespace Latent.Identities;

public static partial class LinearIdentities
{
    private const string BaldiHornik = "Baldi & Hornik 1989, Neural Networks 2:53";

    /// <summary>A linear autoencoder at its optimum has PCA's loss, in any basis of the code.</summary>
    /// <param name="pca">PCA of the data.</param>
    /// <param name="moments">Mean and covariance of the same data.</param>
    /// <param name="k">Entries of the code, 1 … Rank.</param>
    /// <param name="generator">Source of the change of basis.</param>
    public static Derivation AutoencoderOptimum(Pca pca, SecondMoments moments, int k, Generator generator)
    {
        var landscape = new LinearLandscape(moments, pca);
        var optimum = new Lazy<CriticalPoint>(() => landscape.At([.. Enumerable.Range(0, k)]));
        return new("A linear autoencoder at its optimum is PCA",
        [
            new("loss of W₁ = U_kᵀ, W₂ = U_k", @"L(U_k^\top, U_k) = \sum_{j>k}\lambda_j", BaldiHornik, () =>
            {
                using var loss = landscape.Loss(optimum.Value.Encoder, optimum.Value.Decoder);
                return Evaluation.Exact(loss.item<double>(), pca.DiscardedVariance(k));
            }),
            new("any invertible A changes nothing", @"L(A^{-1}U_k^\top, U_kA) = L(U_k^\top, U_k)", BaldiHornik, () =>
            {
                using var scope = NewDisposeScope();
                var a = randn([k, k], ScalarType.Float64, generator: generator) + eye(k, dtype: ScalarType.Float64) * (2 * Math.Sqrt(k));
                var changed = landscape.Loss(linalg.solve(a, optimum.Value.Encoder), optimum.Value.Decoder.matmul(a));
                return Evaluation.Exact(changed.item<double>(), landscape.Loss(optimum.Value.Encoder, optimum.Value.Decoder).item<double>());
            }),
            new("the gradient vanishes", @"\|\nabla L(U_k^\top, U_k)\| = 0", BaldiHornik,
                () => Evaluation.Vanishes(landscape.GradientNorm(optimum.Value.Encoder, optimum.Value.Decoder), pca.TotalVariance)),
        ]);
    }

    /// <summary>A trained linear autoencoder against PCA: its loss is no less, and near; its subspace is the same.</summary>
    /// <param name="model">Trained, without activation.</param>
    /// <param name="pca">PCA of the training data.</param>
    /// <param name="x">[N, D], the training data.</param>
    /// <param name="relative">How near the loss must come; it is trained, not solved for.</param>
    /// <param name="degrees">How large the largest principal angle may be.</param>
    public static Derivation TrainedAutoencoder(LinearAutoencoder model, Pca pca, Tensor x, double relative = 0.005, double degrees = 2)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(pca);
        var error = new Lazy<double>(() => model.Error(x));
        var k = model.EncoderWeights[^1].shape[0];
        return new("A trained linear autoencoder is PCA",
        [
            new("no linear decoder does better", @"\sum_{j>k}\lambda_j \le L", BaldiHornik,
                () => Evaluation.AtMost(pca.DiscardedVariance((int)k), error.Value, relative: 1e-6)),
            new($"the same error, within {relative:P1}", @"L = \sum_{j>k}\lambda_j", BaldiHornik,
                () => Evaluation.Exact(error.Value, pca.DiscardedVariance((int)k), relative)),
            new($"the same subspace, within {degrees}°", @"\theta_{\max}(W_2, U_k) = 0", BaldiHornik, () =>
            {
                using var decoder = model.DecoderMatrix();
                using var directions = pca.Directions((int)k);
                return Evaluation.Vanishes(PrincipalAngles.Largest(decoder, directions), scale: degrees, relative: 1);
            }),
        ]);
    }

    /// <summary>Critical points keep a subset of the principal directions; all but the first k are saddles.</summary>
    /// <param name="pca">PCA of the data.</param>
    /// <param name="moments">Mean and covariance of the same data.</param>
    /// <param name="kept">The directions kept at the saddle, from 0; not the first ones.</param>
    public static Derivation SaddlePoint(Pca pca, SecondMoments moments, params int[] kept)
    {
        const double t = 0.1;
        var landscape = new LinearLandscape(moments, pca);
        var point = landscape.At(kept);
        var (from, to, curvature) = landscape.WayDown(point)
            ?? throw new ArgumentException("Expected directions other than the first ones: those are the minimum.", nameof(kept));
        var subset = string.Join(", ", kept.Select(i => i + 1));
        return new($"The saddle that keeps directions {subset}",
        [
            new("the gradient vanishes", @"\|\nabla L(U_I^\top, U_I)\| = 0", BaldiHornik,
                () => Evaluation.Vanishes(landscape.GradientNorm(point.Encoder, point.Decoder), pca.TotalVariance)),
            new("its loss", $@"L = \operatorname{{tr}} C - \sum_{{i\in\{{{subset}\}}}}\lambda_i", BaldiHornik, () =>
            {
                using var loss = landscape.Loss(point.Encoder, point.Decoder);
                return Evaluation.Exact(loss.item<double>(), point.Loss);
            }),
            new($"the way down from direction {from + 1} to {to + 1}",
                @"L(t) = L(0) - (\lambda_j-\lambda_i)\,t^2 + \lambda_j\,t^4,\ t = 0.1", BaldiHornik,
                () => Evaluation.Exact(landscape.LossTowards(point, from, to, t),
                    point.Loss + 0.5 * curvature * t * t + pca.Eigenvalues[to] * Math.Pow(t, 4))),
            new("it does go down", @"L(t) \le L(0)", BaldiHornik,
                () => Evaluation.AtMost(landscape.LossTowards(point, from, to, t), point.Loss)),
        ]);
    }

    /// <summary>For a linear decoder W the best code is linear in x, whatever other code is tried.</summary>
    /// <param name="x">[N, D].</param>
    /// <param name="w">Decoder: [D, k], independent columns.</param>
    /// <param name="h">Codes of some nonlinear encoder: [N, k].</param>
    public static Derivation OptimalEncoderIsLinear(Tensor x, Tensor w, Tensor h)
    {
        var terms = new Lazy<(double Any, double Best, double Excess)>(() =>
        {
            using var scope = NewDisposeScope();
            using var gradients = no_grad();
            var (data, decoder, codes) = (x.to_type(ScalarType.Float64), w.to_type(ScalarType.Float64), h.to_type(ScalarType.Float64));
            var best = data.matmul(OptimalLinear.Encoder(decoder).t()); // Tx: [N, k]
            double Mean(Tensor difference) => difference.square().sum([1]).mean().item<double>();
            return (Mean(data - codes.matmul(decoder.t())), Mean(data - best.matmul(decoder.t())), Mean((codes - best).matmul(decoder.t())));
        });
        return new("Before a linear decoder the best encoder is linear",
        [
            new("Pythagoras, with T = (WᵀW)⁻¹Wᵀ", @"\overline{\|x-Wh\|^2} = \overline{\|x-WTx\|^2} + \overline{\|W(h-Tx)\|^2}", Cheng,
                () => Evaluation.Exact(terms.Value.Any, terms.Value.Best + terms.Value.Excess)),
            new("so no code beats h = Tx", @"\overline{\|x-WTx\|^2} \le \overline{\|x-Wh\|^2}", Cheng,
                () => Evaluation.AtMost(terms.Value.Best, terms.Value.Any)),
        ]);
    }

    /// <summary>A sigmoid encoder with a linear decoder reaches PCA in the limit only.</summary>
    /// <param name="pca">PCA of the data.</param>
    /// <param name="x">[N, D], the data fitted to.</param>
    /// <param name="k">Entries of the code.</param>
    public static Derivation SigmoidIsPcaInTheLimit(Pca pca, Tensor x, int k)
    {
        ArgumentNullException.ThrowIfNull(pca);
        var limit = new SigmoidLimit(pca, k);
        var atOne = new Lazy<double>(() => limit.Error(x, 1));
        return new("A sigmoid encoder is PCA only in the limit",
        [
            Identity.AsPrinted("“just equivalent to PCA”", @"L_{\varepsilon=1} = \sum_{j>k}\lambda_j", Cheng,
                "the infimum is PCA's error, but no finite weights attain it", () => Evaluation.Exact(atOne.Value, pca.DiscardedVariance(k))),
            new("never below PCA", @"\sum_{j>k}\lambda_j \le L_{\varepsilon=1}", Cheng,
                () => Evaluation.AtMost(pca.DiscardedVariance(k), atOne.Value)),
            // the cubic term of the sigmoid leaves \varepsilon^4/144 \sum_j E z_j^6 in the error: at 0.002 below 1e-9 of it
            new("as near as one likes, ε = 0.002", @"\lim_{\varepsilon\to0} L_\varepsilon = \sum_{j>k}\lambda_j", Cheng,
                () => Evaluation.Exact(limit.Error(x, 0.002), pca.DiscardedVariance(k), relative: 1e-8)),
        ]);
    }

    /// <summary>An overcomplete linear network copies its input with loss exactly 0.</summary>
    /// <param name="x">[N, D].</param>
    /// <param name="code">Entries of the code, ≥ D.</param>
    public static Derivation OvercompleteCopies(Tensor x, int code)
    {
        Require.Matrix(x, nameof(x));
        return new("An overcomplete code copies",
        [
            new($"inclusion into {code} entries, then projection", @"\overline{\|x - W_2W_1x\|^2} = 0,\ W_1 = \tbinom{I}{0},\ W_2 = (I\ 0)", Cheng, () =>
            {
                using var network = Overcomplete.Copy((int)x.shape[1], code, x.dtype);
                return new Evaluation(network.Error(x), 0, 0, 0, Method.Exact);
            }),
        ]);
    }

    /// <summary>What a bias is for: with b₁ = −W₁μ, b₂ = μ a network projects as PCA does, without bias it forgets the mean.</summary>
    /// <param name="pca">PCA of the training data.</param>
    /// <param name="x">[N, D], any data.</param>
    /// <param name="k">Entries of the code, 1 … Rank.</param>
    public static Derivation BiasIsTheMean(Pca pca, Tensor x, int k)
    {
        ArgumentNullException.ThrowIfNull(pca);
        LinearAutoencoder Make(bool bias)
        {
            using var generator = new Generator(0);
            using var gradients = no_grad();
            using var directions = pca.Directions(k);
            var network = new LinearAutoencoder(new(pca.Dimensions, [k], Bias: bias, Precision: ScalarType.Float64), generator);
            network.EncoderWeights[0].copy_(directions.t());
            network.DecoderWeights[0].copy_(directions);
            if (bias) network.StartAtMean(pca.Mean);
            return network;
        }

        double Loss(bool bias)
        {
            using var network = Make(bias);
            return network.Error(x);
        }

        return new("The bias carries the mean",
        [
            new("with bias the loss is PCA's", @"L(b_1=-U_k^\top\mu,\ b_2=\mu) = \overline{\|x-\mu-U_kU_k^\top(x-\mu)\|^2}", Cheng,
                () => Evaluation.Exact(Loss(true), pca.ReconstructionError(x, k))),
            new("without bias the mean's dropped part stays in", @"L(b=0) = L(b) + \|P\mu\|^2 + 2\,\mu^\top P\,\overline{(x-\mu)},\ P = I-U_kU_k^\top", Cheng,
                () => Evaluation.Exact(Loss(false), pca.ReconstructionError(x, k) + DroppedMean(pca, k) + 2 * MeanAlongDroppedMean(pca, x, k))),
        ]);
    }

    // \mu^\top P\,\overline{(x-\mu)}, which is 0 for the data fitted to
    private static double MeanAlongDroppedMean(Pca pca, Tensor x, int k)
    {
        using var scope = NewDisposeScope();
        var dropped = pca.Mean - pca.Directions(k).matmul(pca.Directions(k).t().matmul(pca.Mean)); // Pμ: [D]
        return (dropped * (x.mean([0], type: ScalarType.Float64) - pca.Mean)).sum().item<double>();
    }
}

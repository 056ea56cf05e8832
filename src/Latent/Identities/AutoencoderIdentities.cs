using Latent.Autoencoders;
using Latent.Data;
using Latent.Evaluation;
using static TorchSharp.torch;

namespace Latent.Identities;

/// <summary>What holds of autoencoders, with numbers.</summary>
public static class AutoencoderIdentities
{
    private const string Vincent = "Vincent et al. 2008, ICML";
    private const string Bengio = "Bengio et al. 2007, NIPS";
    private const string Hinton = "Hinton & Salakhutdinov 2006, Science 313:504";

    /// <summary>What cross-entropy is: the entropy of the pixels, which no network changes, and a divergence.</summary>
    /// <param name="model">With a sigmoid output.</param>
    /// <param name="x">[N, D] in [0, 1], float64 for tight tolerances.</param>
    public static Derivation CrossEntropy(Autoencoder model, Tensor x)
    {
        ArgumentNullException.ThrowIfNull(model);
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        var target = x.to_type(ScalarType.Float64);
        var logits = model.Decoder.call(model.Encode(x)).to_type(ScalarType.Float64);
        var output = logits.sigmoid();
        double Mean(Tensor rows) => rows.mean().item<double>();
        var cross = Mean(ReconstructionKind.CrossEntropy.Errors(logits, Activation.Sigmoid, target));
        var entropy = Mean(Reconstructions.Entropies(target));
        // x ln(x/x̂) + (1−x) ln((1−x)/(1−x̂)), with 0 ln 0 = 0
        Tensor Part(Tensor p, Tensor q) => xlogy(p, p) - xlogy(p, q);
        var divergence = Mean((Part(target, output) + Part(1 - target, 1 - output)).sum([1]));
        var squared = Mean((target - output).square().sum([1]));
        return new("Cross-entropy of grey pixels",
        [
            new("entropy and divergence", @"L_H(x,\hat x) = H(x) + \mathrm{KL}(\mathcal B_x\,\|\,\mathcal B_{\hat x})", Vincent, () => Evaluation.Exact(cross, entropy + divergence)),
            new("so it has a floor above zero", @"H(x) \le L_H(x,\hat x)", Vincent, () => Evaluation.AtMost(entropy, cross)),
            new("and bounds the squared error (Pinsker)", @"2\|x-\hat x\|^2 \le \mathrm{KL}(\mathcal B_x\,\|\,\mathcal B_{\hat x})", "Pinsker's inequality", () => Evaluation.AtMost(2 * squared, divergence)),
        ]);
    }

    /// <summary>A code of one number that names the image: a training error of zero, and nothing learnt.</summary>
    /// <param name="memoriser">Built by <see cref="Memoriser.Of"/> from <paramref name="x"/>.</param>
    /// <param name="x">The images stored: [N, D] float64.</param>
    public static Derivation Memorised(Autoencoder memoriser, Tensor x)
    {
        ArgumentNullException.ThrowIfNull(memoriser);
        var n = x.shape[0];
        return new("A code of one number is enough to copy a training set",
        [
            new("the codes are the numbers of the images", @"\{f(x_i)\} = \{1, \dots, N\}", "universal approximation by ReLU", () =>
            {
                using var scope = NewDisposeScope();
                var (sorted, _) = memoriser.Codes(x).squeeze(1).sort(0);
                return Evaluation.Vanishes((sorted - arange(1, n + 1, ScalarType.Float64)).abs().max().item<double>(), scale: n);
            }),
            new("the training error is zero", @"\tfrac1N\sum_i\|x_i - g(f(x_i))\|^2 = 0", "universal approximation by ReLU",
                () => Evaluation.Vanishes(memoriser.SquaredError(x), scale: x.square().sum().item<double>() / n)),
        ]);
    }

    /// <summary>The sparsity penalty is a divergence.</summary>
    /// <param name="codes">[N, k] in (0, 1).</param>
    /// <param name="target">ρ in (0, 1).</param>
    public static Derivation SparsityPenalty(Tensor codes, double target)
    {
        var penalty = Sparsity.Kl(target, 1);
        return new("The sparsity penalty",
        [
            new("never below zero", @"0 \le \sum_j \mathrm{KL}(\rho\,\|\,\hat\rho_j)", "Ng 2011, CS294A notes", () =>
            {
                using var value = penalty(codes.to_type(ScalarType.Float64)).Value;
                return Evaluation.AtMost(0, value.item<double>());
            }),
            new("zero when every unit is on as often as asked", @"\hat\rho_j = \rho\ \Rightarrow\ \Omega = 0", "Ng 2011, CS294A notes", () =>
            {
                using var value = penalty(full([4, 7], target, ScalarType.Float64)).Value;
                return Evaluation.Vanishes(value.item<double>());
            }),
        ]);
    }

    /// <summary>The cosine transform turns pictures, it does not stretch them: errors of coefficients are errors of pixels.</summary>
    /// <param name="images">Any; the transform is in float32.</param>
    public static Derivation CosineTransform(LabelledImages images)
    {
        ArgumentNullException.ThrowIfNull(images);
        const string source = "Ahmed, Natarajan & Rao 1974, IEEE Trans. Comput. C-23:90";
        var dct = TransformCodec.Dct(images.Height, images.Width);
        double Squares(Tensor rows) => rows.square().sum([1]).mean([0], type: ScalarType.Float64).item<double>();
        return new("The discrete cosine transform is a rotation",
        [
            new("lengths are kept (Parseval)", @"\|Cx\|^2 = \|x\|^2", source, () =>
            {
                using var scope = NewDisposeScope();
                return Evaluation.Exact(Squares(dct.Analyse(images.Images)), Squares(images.Images), relative: 1e-5);
            }),
            new("and it can be undone", @"\|C^\top Cx - x\|^2 = 0", source, () =>
            {
                using var scope = NewDisposeScope();
                return Evaluation.Vanishes(Squares(dct.Synthesise(dct.Analyse(images.Images)) - images.Images), scale: Squares(images.Images));
            }),
        ]);
    }

    /// <summary>Unrolling loses nothing: up and down through the layers is what the network computes before any fine-tuning.</summary>
    /// <param name="layers">Pretrained.</param>
    /// <param name="deep">Unrolled from them, not yet trained.</param>
    /// <param name="x">[N, D].</param>
    public static Derivation Unrolled(PretrainedLayers layers, Autoencoder deep, Tensor x)
    {
        ArgumentNullException.ThrowIfNull(layers);
        ArgumentNullException.ThrowIfNull(deep);
        return new("The unrolled network",
        [
            new("reconstructs as the layers do, up and down", @"\hat x = g_1(g_2(\dots f_2(f_1(x))))", Hinton, () =>
            {
                using var scope = NewDisposeScope();
                return Evaluation.Vanishes((layers.Decode(layers.Encode(x)) - deep.Reconstruct(x)).abs().max().to_type(ScalarType.Float64).item<double>(), relative: x.dtype == ScalarType.Float64 ? 1e-9 : 1e-5);
            }),
            new("and tied weights remain two sets that start equal", @"W^{\mathrm{down}}_l = (W^{\mathrm{up}}_l)^\top", Bengio, () =>
            {
                using var scope = NewDisposeScope();
                return Evaluation.Vanishes(layers.Layers.Max(l => (l.Up.Weight.t() - l.Down.Weight).abs().max().to_type(ScalarType.Float64).item<double>()));
            }),
        ]);
    }
}

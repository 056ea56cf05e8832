using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests.Nn;

// Every loss with every reduction.
internal static partial class ModuleCases
{
    private static IEnumerable<ModuleCase> Losses() => Enum.GetValues<Reduction>().SelectMany(Losses);

    private static IEnumerable<ModuleCase> Losses(Reduction r)
    {
        var classes = tensor([0.5, 1, 2, 3], float64).DetachFromDisposeScope();
        var columns = tensor([0.5, 1, 2], float64).DetachFromDisposeScope();
        (string Name, Func<Module> Make)[] losses =
        [
            ("mse", () => MSELoss(r)),
            ("l1", () => L1Loss(r)),
            ("smooth_l1", () => SmoothL1Loss(r, beta: 0.5)),
            ("huber", () => HuberLoss(0.7, r)),
            ("kl_div", () => KLDivLoss(log_target: false, r)),
            ("kl_div_log", () => KLDivLoss(reduction: r)),
            ("bce", () => BCELoss(reduction: r)),
            ("bce_weighted", () => BCELoss(columns, r)),
            ("bce_logits", () => BCEWithLogitsLoss(columns, r, tensor([1, 3, 0.2], float64))),
            ("cross_entropy", () => CrossEntropyLoss(reduction: r)),
            ("cross_entropy_full", () => CrossEntropyLoss(classes, ignore_index: 1, r, label_smoothing: 0.2)),
            ("cross_entropy_soft", () => CrossEntropyLoss(reduction: r)),
            ("nll", () => NLLLoss(classes, r)),
            ("poisson_nll", () => PoissonNLLLoss(full: true, reduction: r)),
            ("poisson_nll_rate", () => PoissonNLLLoss(log_input: false, reduction: r)),
            ("gaussian_nll", () => GaussianNLLLoss(full: true, reduction: r)),
            ("gaussian_nll_rows", () => GaussianNLLLoss(reduction: r)),
            ("hinge_embedding", () => HingeEmbeddingLoss(0.8, r)),
            ("soft_margin", () => SoftMarginLoss(r)),
            ("multi_label_margin", () => MultiLabelMarginLoss(r)),
            ("multi_label_soft_margin", () => MultiLabelSoftMarginLoss(columns, r)),
            ("multi_margin", () => MultiMarginLoss(2, 0.7, classes, r)),
            ("cosine_embedding", () => CosineEmbeddingLoss(0.1, r)),
            ("margin_ranking", () => MarginRankingLoss(0.3, r)),
            ("triplet_margin", () => TripletMarginLoss(0.9, swap: true, reduction: r)),
            ("triplet_distance", () => TripletMarginWithDistanceLoss((x, y) => 1 - functional.cosine_similarity(x, y), swap: true, reduction: r)),
        ];
        var suffix = "_" + r.ToString().ToLowerInvariant();
        return losses.Select(loss => new ModuleCase(loss.Name + suffix, loss.Make)).Append(new(
            "ctc" + suffix, () => CTCLoss(zero_infinity: true, reduction: r),
            (m, x) => [((Modules.CTCLoss)m).call(x[0].log_softmax(2), x[1], x[2], x[3])]));
    }
}

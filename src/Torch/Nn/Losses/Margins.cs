using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>x where the label is 1, what is missing to margin where it is −1.</summary>
    /// <param name="margin">The margin.</param>
    /// <param name="reduction">What becomes of the losses of elements.</param>
    public sealed class HingeEmbeddingLoss(double margin = 0.0, nn.Reduction reduction = nn.Reduction.Mean)
        : Loss<Tensor, Tensor, Tensor>(reduction)
    {
        /// <summary>The margin.</summary>
        public double margin { get; } = margin;

        /// <inheritdoc/>
        public override Tensor forward(Tensor input, Tensor target) =>
            nn.functional.hinge_embedding_loss(input, target, margin, reduction);
    }

    /// <summary>What is missing to margin between the input that should rank higher and the other; labels 1 or −1.</summary>
    /// <param name="margin">The margin.</param>
    /// <param name="reduction">What becomes of the losses of elements.</param>
    public sealed class MarginRankingLoss(double margin = 0.0, nn.Reduction reduction = nn.Reduction.Mean)
        : Loss<Tensor, Tensor, Tensor, Tensor>(reduction)
    {
        /// <summary>The margin.</summary>
        public double margin { get; } = margin;

        /// <inheritdoc/>
        public override Tensor forward(Tensor input1, Tensor input2, Tensor target) =>
            nn.functional.margin_ranking_loss(input1, input2, target, margin, reduction);
    }

    /// <summary>What is missing to 1 between the scores of the classes of each row's list, ended by −1, and the others.</summary>
    /// <param name="reduction">What becomes of the losses of elements.</param>
    public sealed class MultiLabelMarginLoss(nn.Reduction reduction = nn.Reduction.Mean)
        : Loss<Tensor, Tensor, Tensor>(reduction)
    {
        /// <inheritdoc/>
        public override Tensor forward(Tensor input, Tensor target) =>
            nn.functional.multi_label_margin_loss(input, target, reduction);
    }

    /// <summary>The mean over classes of the binary cross-entropy of log odds.</summary>
    /// <param name="weight">Weights, or null for equal ones.</param>
    /// <param name="reduction">What becomes of the losses of elements.</param>
    public sealed class MultiLabelSoftMarginLoss(Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean)
        : WeightedLoss<Tensor, Tensor, Tensor>(weight, reduction)
    {
        /// <inheritdoc/>
        public override Tensor forward(Tensor input, Tensor target) =>
            nn.functional.multilabel_soft_margin_loss(input, target, weight, reduction);
    }

    /// <summary>What is missing to margin between the score of each row's class and the others, to the power p (1 or 2).</summary>
    /// <param name="p">The exponent, or which norm.</param>
    /// <param name="margin">The margin.</param>
    /// <param name="weight">Weights, or null for equal ones.</param>
    /// <param name="reduction">What becomes of the losses of elements.</param>
    public sealed class MultiMarginLoss(int p = 1, double margin = 1.0, Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean)
        : WeightedLoss<Tensor, Tensor, Tensor>(weight, reduction)
    {
        /// <summary>The exponent, or which norm.</summary>
        public int p { get; } = p;

        /// <summary>The margin.</summary>
        public double margin { get; } = margin;

        /// <inheritdoc/>
        public override Tensor forward(Tensor input, Tensor target) =>
            nn.functional.multi_margin_loss(input, target, p, margin, weight, reduction);
    }

    /// <summary>log(1 + e^(−label · x)), labels 1 or −1.</summary>
    /// <param name="reduction">What becomes of the losses of elements.</param>
    public sealed class SoftMarginLoss(nn.Reduction reduction = nn.Reduction.Mean)
        : Loss<Tensor, Tensor, Tensor>(reduction)
    {
        /// <inheritdoc/>
        public override Tensor forward(Tensor input, Tensor target) =>
            nn.functional.soft_margin_loss(input, target, reduction);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>x where the label is 1, what is missing to margin where it is −1.</summary>
            public static HingeEmbeddingLoss HingeEmbeddingLoss(double margin = 1.0, Reduction reduction = Reduction.Mean) =>
                new(margin, reduction);

            /// <summary>What is missing to margin between the input that should rank higher and the other; labels 1 or −1.</summary>
            public static MarginRankingLoss MarginRankingLoss(double margin = 0.0, Reduction reduction = Reduction.Mean) =>
                new(margin, reduction);

            /// <summary>What is missing to 1 between the scores of the classes of each row's list, ended by −1, and the others.</summary>
            public static MultiLabelMarginLoss MultiLabelMarginLoss(Reduction reduction = Reduction.Mean) =>
                new(reduction);

            /// <summary>The mean over classes of the binary cross-entropy of log odds.</summary>
            public static MultiLabelSoftMarginLoss MultiLabelSoftMarginLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                new(weight, reduction);

            /// <summary>What is missing to margin between the score of each row's class and the others, to the power p (1 or 2).</summary>
            public static MultiMarginLoss MultiMarginLoss(
                int p = 1, double margin = 1.0, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                new(p, margin, weight, reduction);

            /// <summary>log(1 + e^(−label · x)), labels 1 or −1.</summary>
            public static SoftMarginLoss SoftMarginLoss(Reduction reduction = Reduction.Mean) =>
                new(reduction);
        }
    }
}

using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Squared differences.</summary>
    /// <param name="reduction">What becomes of the losses of elements.</param>
    public sealed class MSELoss(nn.Reduction reduction = nn.Reduction.Mean)
        : Loss<Tensor, Tensor, Tensor>(reduction)
    {
        /// <inheritdoc/>
        public override Tensor forward(Tensor input, Tensor target) =>
            nn.functional.mse_loss(input, target, reduction);
    }

    /// <summary>Absolute differences.</summary>
    /// <param name="reduction">What becomes of the losses of elements.</param>
    public sealed class L1Loss(nn.Reduction reduction = nn.Reduction.Mean)
        : Loss<Tensor, Tensor, Tensor>(reduction)
    {
        /// <inheritdoc/>
        public override Tensor forward(Tensor input, Tensor target) =>
            nn.functional.l1_loss(input, target, reduction);
    }

    /// <summary>Squared below beta, absolute above.</summary>
    /// <param name="reduction">What becomes of the losses of elements.</param>
    /// <param name="beta">Where squares become linear.</param>
    public sealed class SmoothL1Loss(nn.Reduction reduction = nn.Reduction.Mean, double beta = 1.0)
        : Loss<Tensor, Tensor, Tensor>(reduction)
    {
        /// <summary>Where squares become linear.</summary>
        public double beta { get; } = beta;

        /// <inheritdoc/>
        public override Tensor forward(Tensor input, Tensor target) =>
            nn.functional.smooth_l1_loss(input, target, reduction, beta);
    }

    /// <summary>Half squared below delta, linear above.</summary>
    /// <param name="delta">Where squares become linear.</param>
    /// <param name="reduction">What becomes of the losses of elements.</param>
    public sealed class HuberLoss(double delta = 1.0, nn.Reduction reduction = nn.Reduction.Mean)
        : Loss<Tensor, Tensor, Tensor>(reduction)
    {
        /// <summary>Where squares become linear.</summary>
        public double delta { get; } = delta;

        /// <inheritdoc/>
        public override Tensor forward(Tensor input, Tensor target) =>
            nn.functional.huber_loss(input, target, delta, reduction);
    }

    /// <summary>1 − cosine of pairs labelled 1; the cosine above margin of pairs labelled −1.</summary>
    /// <param name="margin">The margin.</param>
    /// <param name="reduction">What becomes of the losses of elements.</param>
    public sealed class CosineEmbeddingLoss(double margin = 0.0, nn.Reduction reduction = nn.Reduction.Mean)
        : Loss<Tensor, Tensor, Tensor, Tensor>(reduction)
    {
        /// <summary>The margin.</summary>
        public double margin { get; } = margin;

        /// <inheritdoc/>
        public override Tensor forward(Tensor input1, Tensor input2, Tensor target) =>
            nn.functional.cosine_embedding_loss(input1, input2, target, margin, reduction);
    }

    /// <summary>How much nearer than margin the negative example is to the anchor than the positive one, by the p-norm.</summary>
    /// <param name="margin">The margin.</param>
    /// <param name="p">The exponent, or which norm.</param>
    /// <param name="eps">What keeps logs and divisions finite.</param>
    /// <param name="swap">Whether the positive example may take the anchor's place.</param>
    /// <param name="reduction">What becomes of the losses of elements.</param>
    public sealed class TripletMarginLoss(double margin = 1.0, long p = 2, double eps = 1e-06, bool swap = false, nn.Reduction reduction = nn.Reduction.Mean)
        : Loss<Tensor, Tensor, Tensor, Tensor>(reduction)
    {
        /// <summary>The margin.</summary>
        public double margin { get; } = margin;

        /// <summary>The exponent, or which norm.</summary>
        public long p { get; } = p;

        /// <summary>What keeps logs and divisions finite.</summary>
        public double eps { get; } = eps;

        /// <summary>Whether the positive example may take the anchor's place.</summary>
        public bool swap { get; } = swap;

        /// <inheritdoc/>
        public override Tensor forward(Tensor anchor, Tensor positive, Tensor negative) =>
            nn.functional.triplet_margin_loss(anchor, positive, negative, margin, p, eps, swap, reduction);
    }

    /// <summary>How much nearer than margin the negative example is to the anchor than the positive one, by a given distance.</summary>
    /// <param name="distance">The distance of two tensors' rows.</param>
    /// <param name="margin">The margin.</param>
    /// <param name="swap">Whether the positive example may take the anchor's place.</param>
    /// <param name="reduction">What becomes of the losses of elements.</param>
    public sealed class TripletMarginWithDistanceLoss(Func<Tensor, Tensor, Tensor>? distance = null, double margin = 1.0, bool swap = false, nn.Reduction reduction = nn.Reduction.Mean)
        : Loss<Tensor, Tensor, Tensor, Tensor>(reduction)
    {
        /// <summary>The distance of two tensors' rows.</summary>
        public Func<Tensor, Tensor, Tensor>? distance { get; } = distance;

        /// <summary>The margin.</summary>
        public double margin { get; } = margin;

        /// <summary>Whether the positive example may take the anchor's place.</summary>
        public bool swap { get; } = swap;

        /// <inheritdoc/>
        public override Tensor forward(Tensor anchor, Tensor positive, Tensor negative) =>
            nn.functional.triplet_margin_with_distance_loss(anchor, positive, negative, distance, margin, swap, reduction);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Squared differences.</summary>
            public static MSELoss MSELoss(Reduction reduction = Reduction.Mean) =>
                new(reduction);

            /// <summary>Absolute differences.</summary>
            public static L1Loss L1Loss(Reduction reduction = Reduction.Mean) =>
                new(reduction);

            /// <summary>Squared below beta, absolute above.</summary>
            public static SmoothL1Loss SmoothL1Loss(Reduction reduction = Reduction.Mean, double beta = 1.0) =>
                new(reduction, beta);

            /// <summary>Half squared below delta, linear above.</summary>
            public static HuberLoss HuberLoss(double delta = 1.0, Reduction reduction = Reduction.Mean) =>
                new(delta, reduction);

            /// <summary>1 − cosine of pairs labelled 1; the cosine above margin of pairs labelled −1.</summary>
            public static CosineEmbeddingLoss CosineEmbeddingLoss(double margin = 0.0, Reduction reduction = Reduction.Mean) =>
                new(margin, reduction);

            /// <summary>How much nearer than margin the negative example is to the anchor than the positive one, by the p-norm.</summary>
            public static TripletMarginLoss TripletMarginLoss(
                double margin = 1.0, long p = 2, double eps = 1e-06, bool swap = false, Reduction reduction = Reduction.Mean) =>
                new(margin, p, eps, swap, reduction);

            /// <summary>How much nearer than margin the negative example is to the anchor than the positive one, by a given distance.</summary>
            public static TripletMarginWithDistanceLoss TripletMarginWithDistanceLoss(
                Func<Tensor, Tensor, Tensor>? distance = null, double margin = 1.0, bool swap = false, Reduction reduction = Reduction.Mean) =>
                new(distance, margin, swap, reduction);
        }
    }
}

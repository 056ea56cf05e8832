using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What a loss makes of the losses of its elements.</summary>
        public enum Reduction : long
        {
            /// <summary>Nothing: one loss for each.</summary>
            None = 0,
            /// <summary>Their mean.</summary>
            Mean = 1,
            /// <summary>Their sum.</summary>
            Sum = 2,
        }

        public static partial class functional
        {
            /// <summary>Squared differences.</summary>
            public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                Mse.Call(input, Alike(input, target), (long)reduction);

            /// <summary>Absolute differences.</summary>
            public static Tensor l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                L1.Call(input, Alike(input, target), (long)reduction);

            /// <summary>Squared below beta, absolute above.</summary>
            public static Tensor smooth_l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean, double beta = 1.0) => beta >= 0
                ? SmoothL1.Call(input, Alike(input, target), (long)reduction, beta)
                : throw new ArgumentOutOfRangeException(nameof(beta), beta, $"beta must not be negative, but is {beta}.");

            /// <summary>Half squared below delta, linear above.</summary>
            public static Tensor huber_loss(Tensor input, Tensor target, double delta = 1.0, Reduction reduction = Reduction.Mean) => delta > 0
                ? Huber.Call(input, Alike(input, target), (long)reduction, delta)
                : throw new ArgumentOutOfRangeException(nameof(delta), delta, $"delta must be positive, but is {delta}.");

            /// <summary>1 − cosine of pairs [N, D] labelled 1; the cosine above margin of pairs labelled −1.</summary>
            public static Tensor cosine_embedding_loss(
                Tensor input1, Tensor input2, Tensor target, double margin = 0.0, Reduction reduction = Reduction.Mean) =>
                CosineEmbedding.Call(input1, Alike(input1, input2, nameof(input2)), target, margin, (long)reduction);

            /// <summary>x where the label is 1, what is missing to margin where it is −1.</summary>
            public static Tensor hinge_embedding_loss(Tensor input, Tensor target, double margin = 0.0, Reduction reduction = Reduction.Mean) =>
                HingeEmbedding.Call(input, Alike(input, target), margin, (long)reduction);

            /// <summary>What is missing to margin between the input that should rank higher and the other; labels 1 or −1.</summary>
            public static Tensor margin_ranking_loss(
                Tensor input1, Tensor input2, Tensor target, double margin = 0.0, Reduction reduction = Reduction.Mean) =>
                MarginRanking.Call(input1, Alike(input1, input2, nameof(input2)), Alike(input1, target), margin, (long)reduction);

            /// <summary>What is missing to 1 between the scores of the classes of each row's list, ended by −1, and the others.</summary>
            public static Tensor multi_label_margin_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                MultiLabelMargin.Call(input, Alike(input, target), (long)reduction);

            /// <summary>The mean over classes of the binary cross-entropy of log odds.</summary>
            public static Tensor multilabel_soft_margin_loss(
                Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean)
            {
                using var scope = NewDisposeScope();
                var losses = binary_cross_entropy_with_logits(input, target, weight, Reduction.None);
                return scope.MoveToOuter(Reduced(losses.mean([losses.ndim - 1]), reduction));
            }

            /// <summary>What is missing to margin between the score of each row's class and the others, to the power p.</summary>
            /// <exception cref="ArgumentException">p is neither 1 nor 2, or the classes do not fit.</exception>
            public static Tensor multi_margin_loss(
                Tensor input, Tensor target, int p = 1, double margin = 1.0, Tensor? weight = null, Reduction reduction = Reduction.Mean) => p is 1 or 2
                ? MultiMargin.Call(input, Classes(input, target, weight), (long)p, margin, weight, (long)reduction)
                : throw new ArgumentOutOfRangeException(nameof(p), p, $"p must be 1 or 2, not {p}.");

            /// <summary>log(1 + e^(−label · x)), labels 1 or −1.</summary>
            public static Tensor soft_margin_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                SoftMargin.Call(input, Alike(input, target), (long)reduction);

            /// <summary>How much nearer than margin the negative example is to the anchor than the positive one, by the p-norm.</summary>
            public static Tensor triplet_margin_loss(
                Tensor anchor, Tensor positive, Tensor negative, double margin = 1.0, long p = 2, double eps = 1e-06, bool swap = false,
                Reduction reduction = Reduction.Mean) =>
                TripletMargin.Call(
                    anchor, Alike(anchor, positive, nameof(positive)), Alike(anchor, negative, nameof(negative)), margin, (double)p, eps, swap,
                    (long)reduction);

            /// <summary>How much nearer than margin the negative example is to the anchor than the positive one, by a given distance.</summary>
            public static Tensor triplet_margin_with_distance_loss(
                Tensor anchor, Tensor positive, Tensor negative, Func<Tensor, Tensor, Tensor>? distance = null, double margin = 1.0, bool swap = false,
                Reduction reduction = Reduction.Mean)
            {
                Alike(anchor, positive, nameof(positive));
                Alike(anchor, negative, nameof(negative));
                distance ??= (x, y) => pairwise_distance(x, y);
                using var scope = NewDisposeScope();
                var far = distance(anchor, negative);
                if (swap)
                    far = minimum(far, distance(positive, negative));
                return scope.MoveToOuter(Reduced((distance(anchor, positive) - far + margin).clamp_min(0), reduction));
            }

            private static readonly Operator Mse = new("mse_loss"), L1 = new("l1_loss"), SmoothL1 = new("smooth_l1_loss");
            private static readonly Operator Huber = new("huber_loss"), CosineEmbedding = new("cosine_embedding_loss");
            private static readonly Operator HingeEmbedding = new("hinge_embedding_loss"), MarginRanking = new("margin_ranking_loss");
            private static readonly Operator MultiLabelMargin = new("multilabel_margin_loss"), MultiMargin = new("multi_margin_loss");
            private static readonly Operator SoftMargin = new("soft_margin_loss"), TripletMargin = new("triplet_margin_loss");
        }
    }
}

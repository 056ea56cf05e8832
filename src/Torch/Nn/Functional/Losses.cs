using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What a loss makes of the losses of its elements.</summary>
        public enum Reduction
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
            public static Tensor smooth_l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean, double beta = 1.0) =>
                SmoothL1.Call(input, Alike(input, target), (long)reduction, beta);
            /// <summary>Half squared below delta, linear above.</summary>
            public static Tensor huber_loss(Tensor input, Tensor target, double delta = 1.0, Reduction reduction = Reduction.Mean) =>
                Huber.Call(input, Alike(input, target), (long)reduction, delta);
            /// <summary>target · (log target − input), input being log probabilities.</summary>
            public static Tensor kl_div(Tensor input, Tensor target, bool log_target = true, Reduction reduction = Reduction.Mean) =>
                KlDiv.Call(input, target, (long)reduction, log_target);
            /// <summary>−t log p − (1 − t) log(1 − p) of probabilities p, in nats; logs are cut at −100.</summary>
            public static Tensor binary_cross_entropy(
                Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                Bce.Call(input, Alike(input, target), weight, (long)reduction);
            /// <summary>Binary cross-entropy of log odds, in nats.</summary>
            public static Tensor binary_cross_entropy_with_logits(
                Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null) =>
                BceLogits.Call(input, Alike(input, target), weight, pos_weights, (long)reduction);
            /// <summary>Cross-entropy of unnormalised log probabilities [N, C, …] with classes [N, …] or probabilities [N, C, …], in nats.</summary>
            public static Tensor cross_entropy(
                Tensor input,
                Tensor target,
                Tensor? weight = null,
                long ignore_index = -100,
                Reduction reduction = Reduction.Mean,
                double label_smoothing = 0.0) =>
                CrossEntropy.Call(input, target, weight, (long)reduction, ignore_index, label_smoothing);
            /// <summary>Minus the log probability [N, C, …] of the given classes [N, …], in nats.</summary>
            public static Tensor nll_loss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                Nll.Call(input, target, weight, (long)reduction);
            /// <summary>Minus the log density of a normal distribution with means input and variances var, without constants unless full.</summary>
            public static Tensor gaussian_nll_loss(
                Tensor input, Tensor target, Tensor variance, bool full = false, float eps = 1e-6f, Reduction reduction = Reduction.Mean)
            {
                using var scope = NewDisposeScope();
                var spread = variance.clamp_min(eps);
                var loss = 0.5 * (spread.log() + (input - target).square() / spread);
                if (full)
                    loss += 0.5 * Math.Log(2 * Math.PI);
                return scope.MoveToOuter(reduction switch { Reduction.Mean => loss.mean(), Reduction.Sum => loss.sum(), _ => loss });
            }

            /// <summary>A target of the input's shape: unequal shapes would broadcast, which is a mistake in nearly all losses.</summary>
            private static Tensor Alike(Tensor input, Tensor target)
            {
                ArgumentNullException.ThrowIfNull(input);
                ArgumentNullException.ThrowIfNull(target);
                return input.shape.AsSpan().SequenceEqual(target.shape)
                    ? target
                    : throw new ArgumentException($"The target has shape {target.Shaped()}; expected the input's, {input.Shaped()}.", nameof(target));
            }

            private static readonly Operator Mse = new("mse_loss"), L1 = new("l1_loss"), SmoothL1 = new("smooth_l1_loss");
            private static readonly Operator Huber = new("huber_loss"), KlDiv = new("kl_div"), Bce = new("binary_cross_entropy");
            private static readonly Operator BceLogits = new("binary_cross_entropy_with_logits"), CrossEntropy = new("cross_entropy_loss");
            private static readonly Operator Nll = new("nll_loss_nd");
        }
    }
}

using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Binary cross-entropy of probabilities: −t log p − (1 − t) log(1 − p), in nats; logs are cut at −100.</summary>
    /// <param name="weight">Weights, or null for equal ones.</param>
    /// <param name="reduction">What becomes of the losses of elements.</param>
    public sealed class BCELoss(Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean)
        : WeightedLoss<Tensor, Tensor, Tensor>(weight, reduction)
    {
        /// <inheritdoc/>
        public override Tensor forward(Tensor input, Tensor target) =>
            nn.functional.binary_cross_entropy(input, target, weight, reduction);
    }

    /// <summary>Binary cross-entropy of log odds, in nats.</summary>
    /// <param name="weight">Weights, or null for equal ones.</param>
    /// <param name="reduction">What becomes of the losses of elements.</param>
    /// <param name="pos_weights">Weights of positive examples, or null.</param>
    public sealed class BCEWithLogitsLoss(Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean, Tensor? pos_weights = null)
        : WeightedLoss<Tensor, Tensor, Tensor>(weight, reduction)
    {
        /// <summary>Weights of positive examples, or null.</summary>
        public Tensor? pos_weights { get; } = pos_weights;

        /// <inheritdoc/>
        public override Tensor forward(Tensor input, Tensor target) =>
            nn.functional.binary_cross_entropy_with_logits(input, target, weight, reduction, pos_weights);
    }

    /// <summary>Cross-entropy of unnormalised log probabilities [N, C, …] with classes [N, …] or probabilities [N, C, …], in nats.</summary>
    /// <param name="weight">Weights, or null for equal ones.</param>
    /// <param name="ignore_index">Targets of this class do not count; null means −100.</param>
    /// <param name="reduction">What becomes of the losses of elements.</param>
    /// <param name="label_smoothing">How much of the target is spread over all classes, 0 to 1.</param>
    public sealed class CrossEntropyLoss(Tensor? weight = null, long? ignore_index = null, nn.Reduction reduction = nn.Reduction.Mean, double label_smoothing = 0.0)
        : WeightedLoss<Tensor, Tensor, Tensor>(weight, reduction)
    {
        /// <summary>Targets of this class do not count; null means −100.</summary>
        public long? ignore_index { get; } = ignore_index;

        /// <summary>How much of the target is spread over all classes, 0 to 1.</summary>
        public double label_smoothing { get; } = label_smoothing;

        /// <inheritdoc/>
        public override Tensor forward(Tensor input, Tensor target) =>
            nn.functional.cross_entropy(input, target, weight, ignore_index ?? -100, reduction, label_smoothing);
    }

    /// <summary>Minus the log probability [N, C, …] of the given classes [N, …], in nats.</summary>
    /// <param name="weight">Weights, or null for equal ones.</param>
    /// <param name="reduction">What becomes of the losses of elements.</param>
    public sealed class NLLLoss(Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean)
        : WeightedLoss<Tensor, Tensor, Tensor>(weight, reduction)
    {
        /// <inheritdoc/>
        public override Tensor forward(Tensor input, Tensor target) =>
            nn.functional.nll_loss(input, target, weight, reduction);
    }

    /// <summary>target · (log target − input), input being log probabilities, in nats.</summary>
    /// <param name="log_target">Whether the target is a log probability.</param>
    /// <param name="reduction">What becomes of the losses of elements.</param>
    public sealed class KLDivLoss(bool log_target = true, nn.Reduction reduction = nn.Reduction.Mean)
        : Loss<Tensor, Tensor, Tensor>(reduction)
    {
        /// <summary>Whether the target is a log probability.</summary>
        public bool log_target { get; } = log_target;

        /// <inheritdoc/>
        public override Tensor forward(Tensor input, Tensor target) =>
            nn.functional.kl_div(input, target, log_target, reduction);
    }

    /// <summary>Minus the log probability of counts under a Poisson distribution, without the term of the counts' factorials unless full.</summary>
    /// <param name="log_input">Whether the input is a log rate.</param>
    /// <param name="full">Whether terms that do not depend on the input are added.</param>
    /// <param name="eps">What keeps logs and divisions finite.</param>
    /// <param name="reduction">What becomes of the losses of elements.</param>
    public sealed class PoissonNLLLoss(bool log_input = true, bool full = false, float eps = 1e-8f, nn.Reduction reduction = nn.Reduction.Mean)
        : Loss<Tensor, Tensor, Tensor>(reduction)
    {
        /// <summary>Whether the input is a log rate.</summary>
        public bool log_input { get; } = log_input;

        /// <summary>Whether terms that do not depend on the input are added.</summary>
        public bool full { get; } = full;

        /// <summary>What keeps logs and divisions finite.</summary>
        public float eps { get; } = eps;

        /// <inheritdoc/>
        public override Tensor forward(Tensor input, Tensor target) =>
            nn.functional.poisson_nll_loss(input, target, log_input, full, eps, reduction);
    }

    /// <summary>Minus the log density of a normal distribution with means input and variances variance, without constants unless full.</summary>
    /// <param name="full">Whether terms that do not depend on the input are added.</param>
    /// <param name="eps">What keeps logs and divisions finite.</param>
    /// <param name="reduction">What becomes of the losses of elements.</param>
    public sealed class GaussianNLLLoss(bool full = false, float eps = 1e-8f, nn.Reduction reduction = nn.Reduction.Mean)
        : Loss<Tensor, Tensor, Tensor, Tensor>(reduction)
    {
        /// <summary>Whether terms that do not depend on the input are added.</summary>
        public bool full { get; } = full;

        /// <summary>What keeps logs and divisions finite.</summary>
        public float eps { get; } = eps;

        /// <inheritdoc/>
        public override Tensor forward(Tensor input, Tensor target, Tensor variance) =>
            nn.functional.gaussian_nll_loss(input, target, variance, full, eps, reduction);
    }

    /// <summary>Minus the log probability of label sequences under all alignments (Graves et al. 2006): log probabilities [T, N, C], labels [N, S] or one list, lengths [N].</summary>
    /// <param name="blank">The class that means nothing.</param>
    /// <param name="zero_infinity">Whether infinite losses become 0.</param>
    /// <param name="reduction">What becomes of the losses of elements.</param>
    public sealed class CTCLoss(long blank = 0, bool zero_infinity = false, nn.Reduction reduction = nn.Reduction.Mean)
        : Loss<Tensor, Tensor, Tensor, Tensor, Tensor>(reduction)
    {
        /// <summary>The class that means nothing.</summary>
        public long blank { get; } = blank;

        /// <summary>Whether infinite losses become 0.</summary>
        public bool zero_infinity { get; } = zero_infinity;

        /// <inheritdoc/>
        public override Tensor forward(Tensor log_probs, Tensor targets, Tensor input_lengths, Tensor target_lengths) =>
            nn.functional.ctc_loss(log_probs, targets, input_lengths, target_lengths, blank, zero_infinity, reduction);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Binary cross-entropy of probabilities: −t log p − (1 − t) log(1 − p), in nats; logs are cut at −100.</summary>
            public static BCELoss BCELoss(Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                new(weight, reduction);

            /// <summary>Binary cross-entropy of log odds, in nats.</summary>
            public static BCEWithLogitsLoss BCEWithLogitsLoss(
                Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null) =>
                new(weight, reduction, pos_weights);

            /// <summary>Cross-entropy of unnormalised log probabilities [N, C, …] with classes [N, …] or probabilities [N, C, …], in nats.</summary>
            public static CrossEntropyLoss CrossEntropyLoss(Tensor? weight = null, long? ignore_index = null, Reduction reduction = Reduction.Mean) =>
                new(weight, ignore_index, reduction);

            /// <summary>Cross-entropy with a part of each class's probability spread evenly over all classes.</summary>
            /// <param name="weight">A weight for each class, or null.</param>
            /// <param name="ignore_index">The class that does not count, or null.</param>
            /// <param name="reduction">How the losses of the examples become one.</param>
            /// <param name="label_smoothing">The part that is spread, in [0, 1].</param>
            public static CrossEntropyLoss CrossEntropyLoss(Tensor? weight, long? ignore_index, Reduction reduction, double label_smoothing) =>
                new(weight, ignore_index, reduction, label_smoothing);

            /// <summary>Minus the log probability [N, C, …] of the given classes [N, …], in nats.</summary>
            public static NLLLoss NLLLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                new(weight, reduction);

            /// <summary>target · (log target − input), input being log probabilities, in nats.</summary>
            public static KLDivLoss KLDivLoss(bool log_target = true, Reduction reduction = Reduction.Mean) =>
                new(log_target, reduction);

            /// <summary>Minus the log probability of counts under a Poisson distribution, without the term of the counts' factorials unless full.</summary>
            public static PoissonNLLLoss PoissonNLLLoss(
                bool log_input = true, bool full = false, float eps = 1e-8f, Reduction reduction = Reduction.Mean) =>
                new(log_input, full, eps, reduction);

            /// <summary>Minus the log density of a normal distribution with means input and variances variance, without constants unless full.</summary>
            public static GaussianNLLLoss GaussianNLLLoss(bool full = false, float eps = 1e-8f, Reduction reduction = Reduction.Mean) =>
                new(full, eps, reduction);

            /// <summary>Minus the log probability of label sequences under all alignments (Graves et al. 2006): log probabilities [T, N, C], labels [N, S] or one list, lengths [N].</summary>
            public static CTCLoss CTCLoss(long blank = 0, bool zero_infinity = false, Reduction reduction = Reduction.Mean) =>
                new(blank, zero_infinity, reduction);
        }
    }
}

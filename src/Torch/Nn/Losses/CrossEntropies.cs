using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Binary cross-entropy of probabilities: −t log p − (1 − t) log(1 − p), in nats.</summary>
    public sealed class BCELoss : nn.Module<Tensor, Tensor, Tensor>
    {
        private readonly Tensor? _weight;
        private readonly nn.Reduction _reduction;

        internal BCELoss(Tensor? weight, nn.Reduction reduction) : base(nameof(BCELoss)) => (_weight, _reduction) = (weight, reduction);

        /// <inheritdoc/>
        public override Tensor forward(Tensor input, Tensor target) =>
            nn.functional.binary_cross_entropy(input, target, _weight, _reduction);
    }

    /// <summary>Binary cross-entropy of log odds, in nats.</summary>
    public sealed class BCEWithLogitsLoss : nn.Module<Tensor, Tensor, Tensor>
    {
        private readonly Tensor? _weight, _positive;
        private readonly nn.Reduction _reduction;

        internal BCEWithLogitsLoss(Tensor? weight, nn.Reduction reduction, Tensor? positive) : base(nameof(BCEWithLogitsLoss)) =>
            (_weight, _reduction, _positive) = (weight, reduction, positive);

        /// <inheritdoc/>
        public override Tensor forward(Tensor input, Tensor target) =>
            nn.functional.binary_cross_entropy_with_logits(input, target, _weight, _reduction, _positive);
    }

    /// <summary>Cross-entropy of unnormalised log probabilities [N, C, …] with classes [N, …] or probabilities [N, C, …], in nats.</summary>
    public sealed class CrossEntropyLoss : nn.Module<Tensor, Tensor, Tensor>
    {
        private readonly Tensor? _weight;
        private readonly long _ignored;
        private readonly nn.Reduction _reduction;

        internal CrossEntropyLoss(Tensor? weight, long ignored, nn.Reduction reduction) : base(nameof(CrossEntropyLoss)) =>
            (_weight, _ignored, _reduction) = (weight, ignored, reduction);

        /// <inheritdoc/>
        public override Tensor forward(Tensor input, Tensor target) =>
            nn.functional.cross_entropy(input, target, _weight, _ignored, _reduction);
    }

    /// <summary>Minus the log probability [N, C, …] of the given classes [N, …], in nats.</summary>
    public sealed class NLLLoss : nn.Module<Tensor, Tensor, Tensor>
    {
        private readonly Tensor? _weight;
        private readonly nn.Reduction _reduction;

        internal NLLLoss(Tensor? weight, nn.Reduction reduction) : base(nameof(NLLLoss)) => (_weight, _reduction) = (weight, reduction);

        /// <inheritdoc/>
        public override Tensor forward(Tensor input, Tensor target) => nn.functional.nll_loss(input, target, _weight, _reduction);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Binary cross-entropy of probabilities, in nats.</summary>
            public static BCELoss BCELoss(Tensor? weight = null, Reduction reduction = Reduction.Mean) => new(weight, reduction);

            /// <summary>Binary cross-entropy of log odds, in nats.</summary>
            public static BCEWithLogitsLoss BCEWithLogitsLoss(
                Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null) => new(weight, reduction, pos_weights);

            /// <summary>Cross-entropy of unnormalised log probabilities with classes or probabilities, in nats.</summary>
            public static CrossEntropyLoss CrossEntropyLoss(
                Tensor? weight = null, long? ignore_index = null, Reduction reduction = Reduction.Mean) =>
                new(weight, ignore_index ?? -100, reduction);

            /// <summary>Minus the log probability of the given classes, in nats.</summary>
            public static NLLLoss NLLLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean) => new(weight, reduction);
        }
    }
}

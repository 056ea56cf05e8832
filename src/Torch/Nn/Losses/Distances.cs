using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The mean (or sum) of squared differences.</summary>
    public sealed class MSELoss : nn.Module<Tensor, Tensor, Tensor>
    {
        private readonly nn.Reduction _reduction;

        internal MSELoss(nn.Reduction reduction) : base(nameof(MSELoss)) => _reduction = reduction;

        /// <inheritdoc/>
        public override Tensor forward(Tensor input, Tensor target) => nn.functional.mse_loss(input, target, _reduction);
    }

    /// <summary>The mean (or sum) of absolute differences.</summary>
    public sealed class L1Loss : nn.Module<Tensor, Tensor, Tensor>
    {
        private readonly nn.Reduction _reduction;

        internal L1Loss(nn.Reduction reduction) : base(nameof(L1Loss)) => _reduction = reduction;

        /// <inheritdoc/>
        public override Tensor forward(Tensor input, Tensor target) => nn.functional.l1_loss(input, target, _reduction);
    }

    /// <summary>Squared below beta, absolute above.</summary>
    public sealed class SmoothL1Loss : nn.Module<Tensor, Tensor, Tensor>
    {
        private readonly nn.Reduction _reduction;
        private readonly double _beta;

        internal SmoothL1Loss(nn.Reduction reduction, double beta) : base(nameof(SmoothL1Loss)) => (_reduction, _beta) = (reduction, beta);

        /// <inheritdoc/>
        public override Tensor forward(Tensor input, Tensor target) => nn.functional.smooth_l1_loss(input, target, _reduction, _beta);
    }

    /// <summary>Half squared below delta, linear above.</summary>
    public sealed class HuberLoss : nn.Module<Tensor, Tensor, Tensor>
    {
        private readonly nn.Reduction _reduction;
        private readonly double _delta;

        internal HuberLoss(double delta, nn.Reduction reduction) : base(nameof(HuberLoss)) => (_reduction, _delta) = (reduction, delta);

        /// <inheritdoc/>
        public override Tensor forward(Tensor input, Tensor target) => nn.functional.huber_loss(input, target, _delta, _reduction);
    }

    /// <summary>Σ target · (log target − input), input being log probabilities.</summary>
    public sealed class KLDivLoss : nn.Module<Tensor, Tensor, Tensor>
    {
        private readonly nn.Reduction _reduction;
        private readonly bool _logTarget;

        internal KLDivLoss(bool log_target, nn.Reduction reduction) : base(nameof(KLDivLoss)) => (_reduction, _logTarget) = (reduction, log_target);

        /// <inheritdoc/>
        public override Tensor forward(Tensor input, Tensor target) => nn.functional.kl_div(input, target, _logTarget, _reduction);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>The mean (or sum) of squared differences.</summary>
            public static MSELoss MSELoss(Reduction reduction = Reduction.Mean) => new(reduction);

            /// <summary>The mean (or sum) of absolute differences.</summary>
            public static L1Loss L1Loss(Reduction reduction = Reduction.Mean) => new(reduction);

            /// <summary>Squared below beta, absolute above.</summary>
            public static SmoothL1Loss SmoothL1Loss(Reduction reduction = Reduction.Mean, double beta = 1.0) => new(reduction, beta);

            /// <summary>Half squared below delta, linear above.</summary>
            public static HuberLoss HuberLoss(double delta = 1.0, Reduction reduction = Reduction.Mean) => new(delta, reduction);

            /// <summary>Σ target · (log target − input), input being log probabilities.</summary>
            public static KLDivLoss KLDivLoss(bool log_target = false, Reduction reduction = Reduction.Mean) => new(log_target, reduction);
        }
    }
}

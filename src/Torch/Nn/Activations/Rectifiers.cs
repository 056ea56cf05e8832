using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>max(x, 0).</summary>
    public sealed class ReLU : nn.Module<Tensor, Tensor>
    {
        private readonly bool _inplace;

        internal ReLU(bool inplace) : base(nameof(ReLU)) => _inplace = inplace;

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.relu(input, _inplace);
    }

    /// <summary>min(max(x, 0), 6).</summary>
    public sealed class ReLU6 : nn.Module<Tensor, Tensor>
    {
        private readonly bool _inplace;

        internal ReLU6(bool inplace) : base(nameof(ReLU6)) => _inplace = inplace;

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.relu6(input, _inplace);
    }

    /// <summary>x above 0, negative_slope · x below.</summary>
    public sealed class LeakyReLU : nn.Module<Tensor, Tensor>
    {
        private readonly double _negativeSlope;
        private readonly bool _inplace;

        internal LeakyReLU(double negative_slope, bool inplace) : base(nameof(LeakyReLU)) =>
            (_negativeSlope, _inplace) = (negative_slope, inplace);

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.leaky_relu(input, _negativeSlope, _inplace);
    }

    /// <summary>x above 0, alpha · (e^x − 1) below.</summary>
    public sealed class ELU : nn.Module<Tensor, Tensor>
    {
        private readonly double _alpha;
        private readonly bool _inplace;

        internal ELU(double alpha, bool inplace) : base(nameof(ELU)) =>
            (_alpha, _inplace) = (alpha, inplace);

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.elu(input, _alpha, _inplace);
    }

    /// <summary>ELU with the scale that keeps mean 0 and variance 1.</summary>
    public sealed class SELU : nn.Module<Tensor, Tensor>
    {
        private readonly bool _inplace;

        internal SELU(bool inplace) : base(nameof(SELU)) => _inplace = inplace;

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.selu(input, _inplace);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>max(x, 0).</summary>
            public static ReLU ReLU(bool inplace = false) => new(inplace);

            /// <summary>min(max(x, 0), 6).</summary>
            public static ReLU6 ReLU6(bool inplace = false) => new(inplace);

            /// <summary>x above 0, negative_slope · x below.</summary>
            public static LeakyReLU LeakyReLU(double negative_slope = 0.01, bool inplace = false) => new(negative_slope, inplace);

            /// <summary>x above 0, alpha · (e^x − 1) below.</summary>
            public static ELU ELU(double alpha = 1.0, bool inplace = false) => new(alpha, inplace);

            /// <summary>ELU with the scale that keeps mean 0 and variance 1.</summary>
            public static SELU SELU(bool inplace = false) => new(inplace);
        }
    }
}

using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>x · sigmoid(x).</summary>
    public sealed class SiLU : nn.Module<Tensor, Tensor>
    {
        private readonly bool _inplace;

        internal SiLU(bool inplace) : base(nameof(SiLU)) => _inplace = inplace;

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.silu(input, _inplace);
    }

    /// <summary>x · tanh(softplus(x)).</summary>
    public sealed class Mish : nn.Module<Tensor, Tensor>
    {
        private readonly bool _inplace;

        internal Mish(bool inplace) : base(nameof(Mish)) => _inplace = inplace;

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.mish(input, _inplace);
    }

    /// <summary>x · Φ(x), Φ the normal distribution function.</summary>
    public sealed class GELU : nn.Module<Tensor, Tensor>
    {
        internal GELU() : base(nameof(GELU))
        {
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.gelu(input);
    }

    /// <summary>log(1 + e^(beta x)) / beta; linear above threshold.</summary>
    public sealed class Softplus : nn.Module<Tensor, Tensor>
    {
        private readonly double _beta;
        private readonly double _threshold;

        internal Softplus(double beta, double threshold) : base(nameof(Softplus)) =>
            (_beta, _threshold) = (beta, threshold);

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.softplus(input, _beta, _threshold);
    }

    /// <summary>x / (1 + |x|).</summary>
    public sealed class Softsign : nn.Module<Tensor, Tensor>
    {
        internal Softsign() : base(nameof(Softsign))
        {
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.softsign(input);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>x · sigmoid(x).</summary>
            public static SiLU SiLU(bool inplace = false) => new(inplace);

            /// <summary>x · tanh(softplus(x)).</summary>
            public static Mish Mish(bool inplace = false) => new(inplace);

            /// <summary>x · Φ(x), Φ the normal distribution function.</summary>
            public static GELU GELU() => new();

            /// <summary>log(1 + e^(beta x)) / beta; linear above threshold.</summary>
            public static Softplus Softplus(double beta = 1.0, double threshold = 20.0) => new(beta, threshold);

            /// <summary>x / (1 + |x|).</summary>
            public static Softsign Softsign() => new();
        }
    }
}

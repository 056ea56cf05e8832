using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>x · sigmoid(x).</summary>
    public sealed class SiLU : nn.Module<Tensor, Tensor>
    {
        internal SiLU(bool inplace) : base(nameof(SiLU)) => this.inplace = inplace;

        /// <summary>Whether the input is overwritten.</summary>
        public bool inplace { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.silu(input, inplace);
    }

    /// <summary>x · tanh(softplus(x)).</summary>
    public sealed class Mish : nn.Module<Tensor, Tensor>
    {
        internal Mish(bool inplace) : base(nameof(Mish)) => this.inplace = inplace;

        /// <summary>Whether the input is overwritten.</summary>
        public bool inplace { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.mish(input, inplace);
    }

    /// <summary>x · Φ(x), Φ the normal distribution function.</summary>
    public sealed class GELU : nn.Module<Tensor, Tensor>
    {
        internal GELU(bool inplace) : base(nameof(GELU)) => this.inplace = inplace;

        /// <summary>Whether the input is overwritten.</summary>
        public bool inplace { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.gelu(input, inplace);
    }

    /// <summary>log(1 + e^(beta x)) / beta; linear where beta x is above threshold.</summary>
    public sealed class Softplus : nn.Module<Tensor, Tensor>
    {
        internal Softplus(double beta, double threshold) : base(nameof(Softplus)) =>
            (this.beta, this.threshold) = (beta, threshold);

        /// <summary>How sharp the bend is.</summary>
        public double beta { get; set; }

        /// <summary>Where it changes.</summary>
        public double threshold { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.softplus(input, beta, threshold);
    }

    /// <summary>x / (1 + |x|).</summary>
    public sealed class Softsign : nn.Module<Tensor, Tensor>
    {
        internal Softsign(bool inplace) : base(nameof(Softsign)) => this.inplace = inplace;

        /// <summary>Whether the input is overwritten.</summary>
        public bool inplace { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.softsign(input, inplace);
    }

    /// <summary>x · hardsigmoid(x).</summary>
    public sealed class Hardswish : nn.Module<Tensor, Tensor>
    {
        internal Hardswish(bool inplace) : base(nameof(Hardswish)) => this.inplace = inplace;

        /// <summary>Whether the input is overwritten.</summary>
        public bool inplace { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.hardswish(input, inplace);
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
            public static GELU GELU() => new(false);

            /// <summary>x · Φ(x), Φ the normal distribution function.</summary>
            public static GELU GELU(bool inplace) => new(inplace);

            /// <summary>log(1 + e^(beta x)) / beta; linear where beta x is above threshold.</summary>
            public static Softplus Softplus(double beta = 1.0, double threshold = 20.0) => new(beta, threshold);

            /// <summary>x / (1 + |x|).</summary>
            public static Softsign Softsign() => new(false);

            /// <summary>x / (1 + |x|).</summary>
            public static Softsign Softsign(bool inplace) => new(inplace);

            /// <summary>x · hardsigmoid(x).</summary>
            public static Hardswish Hardswish(bool inplace = false) => new(inplace);
        }
    }
}

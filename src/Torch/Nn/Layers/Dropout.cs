using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Each element becomes 0 with probability p while training; the others are divided by 1 − p.</summary>
    public sealed class Dropout : nn.Module<Tensor, Tensor>
    {
        private readonly double _p;
        private readonly bool _inplace;

        internal Dropout(double p, bool inplace) : base(nameof(Dropout)) => (_p, _inplace) = (nn.functional.Probability(p), inplace);

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.dropout(input, _p, training, _inplace);
    }

    /// <summary>Whole channels become 0 with probability p while training; the others are divided by 1 − p.</summary>
    public sealed class Dropout2d : nn.Module<Tensor, Tensor>
    {
        private readonly double _p;
        private readonly bool _inplace;

        internal Dropout2d(double p, bool inplace) : base(nameof(Dropout2d)) => (_p, _inplace) = (nn.functional.Probability(p), inplace);

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.dropout2d(input, _p, training, _inplace);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Each element becomes 0 with probability p while training; the others are divided by 1 − p.</summary>
            public static Dropout Dropout(double p = 0.5, bool inplace = false) => new(p, inplace);

            /// <summary>Whole channels become 0 with probability p while training; the others are divided by 1 − p.</summary>
            public static Dropout2d Dropout2d(double p = 0.5, bool inplace = false) => new(p, inplace);
        }
    }
}

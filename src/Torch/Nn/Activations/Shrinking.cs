using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>x, but 0 between −lambda and lambda.</summary>
    public sealed class Hardshrink : nn.Module<Tensor, Tensor>
    {
        internal Hardshrink(double lambda) : base(nameof(Hardshrink)) => this.lambda = lambda;

        /// <summary>Half the width of the part that becomes 0.</summary>
        public double lambda { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.hardshrink(tensor, lambda);
    }

    /// <summary>x moved towards 0 by lambda, 0 between −lambda and lambda.</summary>
    public sealed class Softshrink : nn.Module<Tensor, Tensor>
    {
        internal Softshrink(double lambda) : base(nameof(Softshrink)) => this.lambda = lambda;

        /// <summary>Half the width of the part that becomes 0.</summary>
        public double lambda { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.softshrink(tensor, lambda);
    }

    /// <summary>x − tanh x.</summary>
    public sealed class Tanhshrink : nn.Module<Tensor, Tensor>
    {
        internal Tanhshrink(bool inplace) : base(nameof(Tanhshrink)) => this.inplace = inplace;

        /// <summary>Whether the input is overwritten.</summary>
        public bool inplace { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => inplace ? tensor.sub_(tensor.tanh()) : nn.functional.tanhshrink(tensor);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>x, but 0 between −lambda and lambda.</summary>
            public static Hardshrink Hardshrink(double lambda = 0.5) => new(lambda);

            /// <summary>x moved towards 0 by lambda, 0 between −lambda and lambda.</summary>
            public static Softshrink Softshrink(double lambda = 0.5) => new(lambda);

            /// <summary>x − tanh x.</summary>
            public static Tanhshrink Tanhshrink() => new(false);

            /// <summary>x − tanh x.</summary>
            /// <param name="inplace">Whether the input is overwritten.</param>
            public static Tanhshrink Tanhshrink(bool inplace = false) => new(inplace);
        }
    }
}

using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>e^x divided by its sum along dim.</summary>
    public sealed class Softmax : nn.Module<Tensor, Tensor>
    {
        internal Softmax(long dim) : base(nameof(Softmax)) => this.dim = dim;

        /// <summary>The dimension.</summary>
        public long dim { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.softmax(tensor, dim);
    }

    /// <summary>The log of softmax along dim.</summary>
    public sealed class LogSoftmax : nn.Module<Tensor, Tensor>
    {
        internal LogSoftmax(long dim) : base(nameof(LogSoftmax)) => this.dim = dim;

        /// <summary>The dimension.</summary>
        public long dim { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.log_softmax(tensor, dim);
    }

    /// <summary>e^−x divided by its sum along dim.</summary>
    public sealed class Softmin : nn.Module<Tensor, Tensor>
    {
        internal Softmin(long dim) : base(nameof(Softmin)) => this.dim = dim;

        /// <summary>The dimension.</summary>
        public long dim { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.softmin(tensor, dim);
    }

    /// <summary>Softmax over channels at each place of [N, C, H, W] or [C, H, W].</summary>
    public sealed class Softmax2d : nn.Module<Tensor, Tensor>
    {
        internal Softmax2d() : base(nameof(Softmax2d))
        {
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.softmax2d(tensor);
    }

    /// <summary>The first half along dim times the sigmoid of the second.</summary>
    public sealed class GLU : nn.Module<Tensor, Tensor>
    {
        internal GLU(long dim) : base(nameof(GLU)) => this.dim = dim;

        /// <summary>The dimension.</summary>
        public long dim { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.glu(tensor, dim);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>e^x divided by its sum along dim.</summary>
            public static Softmax Softmax(long dim) => new(dim);

            /// <summary>The log of softmax along dim.</summary>
            public static LogSoftmax LogSoftmax(long dim) => new(dim);

            /// <summary>e^−x divided by its sum along dim.</summary>
            public static Softmin Softmin(long dim) => new(dim);

            /// <summary>Softmax over channels at each place of [N, C, H, W] or [C, H, W].</summary>
            public static Softmax2d Softmax2d() => new();

            /// <summary>The first half along dim times the sigmoid of the second.</summary>
            public static GLU GLU(long dim = -1) => new(dim);
        }
    }
}

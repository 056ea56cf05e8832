using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>1 / (1 + e^−x).</summary>
    public sealed class Sigmoid : nn.Module<Tensor, Tensor>
    {
        internal Sigmoid() : base(nameof(Sigmoid))
        {
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => input.sigmoid();
    }

    /// <summary>log(1 / (1 + e^−x)).</summary>
    public sealed class LogSigmoid : nn.Module<Tensor, Tensor>
    {
        internal LogSigmoid() : base(nameof(LogSigmoid))
        {
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.logsigmoid(input);
    }

    /// <summary>The hyperbolic tangent.</summary>
    public sealed class Tanh : nn.Module<Tensor, Tensor>
    {
        internal Tanh() : base(nameof(Tanh))
        {
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => input.tanh();
    }

    /// <summary>x cut to [min_val, max_val].</summary>
    public sealed class Hardtanh : nn.Module<Tensor, Tensor>
    {
        private readonly double _minVal;
        private readonly double _maxVal;
        private readonly bool _inplace;

        internal Hardtanh(double min_val, double max_val, bool inplace) : base(nameof(Hardtanh)) =>
            (_minVal, _maxVal, _inplace) = (min_val, max_val, inplace);

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.hardtanh(input, _minVal, _maxVal, _inplace);
    }

    /// <summary>e^x divided by its sum along dim.</summary>
    public sealed class Softmax : nn.Module<Tensor, Tensor>
    {
        private readonly long _dim;

        internal Softmax(long dim) : base(nameof(Softmax)) => _dim = dim;

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.softmax(input, _dim);
    }

    /// <summary>The log of softmax along dim.</summary>
    public sealed class LogSoftmax : nn.Module<Tensor, Tensor>
    {
        private readonly long _dim;

        internal LogSoftmax(long dim) : base(nameof(LogSoftmax)) => _dim = dim;

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.log_softmax(input, _dim);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>1 / (1 + e^−x).</summary>
            public static Sigmoid Sigmoid() => new();

            /// <summary>log(1 / (1 + e^−x)).</summary>
            public static LogSigmoid LogSigmoid() => new();

            /// <summary>The hyperbolic tangent.</summary>
            public static Tanh Tanh() => new();

            /// <summary>x cut to [min_val, max_val].</summary>
            public static Hardtanh Hardtanh(double min_val = -1.0, double max_val = 1.0, bool inplace = false) => new(min_val, max_val, inplace);

            /// <summary>e^x divided by its sum along dim.</summary>
            public static Softmax Softmax(long dim) => new(dim);

            /// <summary>The log of softmax along dim.</summary>
            public static LogSoftmax LogSoftmax(long dim) => new(dim);
        }
    }
}

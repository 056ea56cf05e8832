using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>e^x divided by its sum along <paramref name="dim"/>.</summary>
    public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => input.softmax(dim, dtype);
    /// <summary>The log of softmax along <paramref name="dim"/>.</summary>
    public static Tensor log_softmax(Tensor input, long dim, ScalarType? dtype = null) => input.log_softmax(dim, dtype);

    public partial class Tensor
    {
        /// <summary>e^x divided by its sum along <paramref name="dim"/>.</summary>
        public Tensor softmax(long dim, ScalarType? dtype = null) => Softmax.Call(this, Dimension(dim, ndim), dtype);
        /// <summary>The log of softmax along <paramref name="dim"/>.</summary>
        public Tensor log_softmax(long dim, ScalarType? dtype = null) => LogSoftmax.Call(this, Dimension(dim, ndim), dtype);

        private static readonly Operator Softmax = new("softmax.int"), LogSoftmax = new("log_softmax.int");
    }

    public static partial class nn
    {
        /// <summary>The layers and losses as functions.</summary>
        public static partial class functional
        {
            /// <summary>max(x, 0).</summary>
            public static Tensor relu(Tensor input, bool inplace = false) => inplace ? input.relu_() : input.relu();
            /// <summary>min(max(x, 0), 6).</summary>
            public static Tensor relu6(Tensor input, bool inplace = false) => hardtanh(input, 0, 6, inplace);
            /// <summary>x above 0, negative_slope · x below.</summary>
            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) =>
                (inplace ? LeakyRelu_ : LeakyRelu).Call(input, negative_slope);
            /// <summary>x above 0, alpha · (e^x − 1) below.</summary>
            public static Tensor elu(Tensor input, double alpha = 1.0, bool inplace = false) => (inplace ? Elu_ : Elu).Call(input, alpha);
            /// <summary>ELU with the scale that keeps mean 0 and variance 1.</summary>
            public static Tensor selu(Tensor input, bool inplace = false) => (inplace ? Selu_ : Selu).Call(input);
            /// <summary>x · sigmoid(x).</summary>
            public static Tensor silu(Tensor input, bool inplace = false) => (inplace ? Silu_ : Silu).Call(input);
            /// <summary>x · tanh(softplus(x)).</summary>
            public static Tensor mish(Tensor input, bool inplace = false) => (inplace ? Mish_ : Mish).Call(input);
            /// <summary>x · Φ(x), Φ the normal distribution function.</summary>
            public static Tensor gelu(Tensor input) => Gelu.Call(input);
            /// <summary>1 / (1 + e^−x).</summary>
            public static Tensor sigmoid(Tensor input) => input.sigmoid();
            /// <summary>log(1 / (1 + e^−x)).</summary>
            public static Tensor logsigmoid(Tensor input) => LogSigmoid.Call(input);
            /// <summary>The hyperbolic tangent.</summary>
            public static Tensor tanh(Tensor input) => input.tanh();
            /// <summary>x cut to [min_val, max_val].</summary>
            public static Tensor hardtanh(Tensor input, double min_val = -1.0, double max_val = 1.0, bool inplace = false) =>
                (inplace ? Hardtanh_ : Hardtanh).Call(input, min_val, max_val);
            /// <summary>log(1 + e^(beta x)) / beta; linear above threshold.</summary>
            public static Tensor softplus(Tensor input, double beta = 1.0, double threshold = 20.0) => Softplus.Call(input, beta, threshold);
            /// <summary>x / (1 + |x|).</summary>
            public static Tensor softsign(Tensor input)
            {
                using var size = input.abs();
                using var divisor = size.add(1);
                return input.div(divisor);
            }

            /// <summary>e^x divided by its sum along <paramref name="dim"/>.</summary>
            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => input.softmax(dim, dtype);
            /// <summary>The log of softmax along <paramref name="dim"/>.</summary>
            public static Tensor log_softmax(Tensor input, long dim, ScalarType? dtype = null) => input.log_softmax(dim, dtype);

            private static readonly Operator LeakyRelu = new("leaky_relu"), LeakyRelu_ = new("leaky_relu_"), Elu = new("elu");
            private static readonly Operator Elu_ = new("elu_"), Selu = new("selu"), Selu_ = new("selu_"), Silu = new("silu");
            private static readonly Operator Silu_ = new("silu_"), Mish = new("mish"), Mish_ = new("mish_"), Gelu = new("gelu");
            private static readonly Operator LogSigmoid = new("log_sigmoid"), Hardtanh = new("hardtanh"), Hardtanh_ = new("hardtanh_");
            private static readonly Operator Softplus = new("softplus");
        }
    }
}

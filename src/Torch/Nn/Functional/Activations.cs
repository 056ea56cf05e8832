using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>The layers and losses as functions.</summary>
        public static partial class functional
        {
            /// <summary>max(x, 0).</summary>
            public static Tensor relu(Tensor x, bool inplace = false) => inplace ? Given(x).relu_().alias() : Given(x).relu();
            /// <summary>min(max(x, 0), 6).</summary>
            public static Tensor relu6(Tensor x, bool inplace = false) => hardtanh(x, 0, 6, inplace);
            /// <summary>x above 0, negative_slope · x below.</summary>
            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) =>
                (inplace ? LeakyRelu_ : LeakyRelu).Call(input, negative_slope);
            /// <summary>x above 0, weight · x below, with one weight or one for each channel.</summary>
            /// <exception cref="ArgumentException">The weights are neither one nor as many as the channels.</exception>
            public static Tensor prelu(Tensor input, Tensor weight)
            {
                ArgumentNullException.ThrowIfNull(input);
                ArgumentNullException.ThrowIfNull(weight);
                if (weight.numel() is var n && n != 1 && (input.ndim < 2 || input.size(1) != n))
                    throw new ArgumentException($"{n} slopes do not fit the channels of shape {input.Shaped()}.", nameof(weight));
                return Prelu.Call(input, weight);
            }

            /// <summary>x above 0; below, x times the mean of lower and upper; the module draws the slope while training.</summary>
            /// <exception cref="ArgumentException">lower exceeds upper.</exception>
            public static Tensor rrelu(Tensor x, double lower = 1.0 / 8, double upper = 1.0 / 3, bool inplace = false) => Rrelu(x, lower, upper, inplace, false);

            internal static Tensor Rrelu(Tensor x, double lower, double upper, bool inplace, bool training) =>
                lower <= upper
                    ? (inplace ? RRelu_ : RRelu).Call(x, lower, upper, training)
                    : throw new ArgumentException($"lower must not exceed upper ({upper}), but is {lower}.", nameof(lower));

            /// <summary>x above 0, alpha · (e^x − 1) below.</summary>
            public static Tensor elu(Tensor x, double alpha, bool inplace = false) => (inplace ? Elu_ : Elu).Call(x, alpha);
            /// <summary>x above 0, alpha · (e^(x / alpha) − 1) below.</summary>
            public static Tensor celu(Tensor x, double alpha, bool inplace = false) => alpha != 0
                ? (inplace ? Celu_ : Celu).Call(x, alpha)
                : throw new ArgumentOutOfRangeException(nameof(alpha), "alpha must not be 0.");
            /// <summary>ELU with the scale that keeps mean 0 and variance 1.</summary>
            public static Tensor selu(Tensor x, bool inplace = false) => (inplace ? Selu_ : Selu).Call(x);
            /// <summary>x above threshold, value elsewhere.</summary>
            public static Tensor threshold(Tensor x, double threshold, double value, bool inplace = false) =>
                (inplace ? Threshold_ : Threshold).Call(x, threshold, value);
            /// <summary>x · sigmoid(x).</summary>
            public static Tensor silu(Tensor x, bool inplace = false) => (inplace ? Silu_ : Silu).Call(x);
            /// <summary>x · tanh(softplus(x)).</summary>
            public static Tensor mish(Tensor x, bool inplace = false) => (inplace ? Mish_ : Mish).Call(x);
            /// <summary>x · Φ(x), Φ the normal distribution function.</summary>
            public static Tensor gelu(Tensor x) => Gelu.Call(x);
            /// <inheritdoc cref="gelu(Tensor)"/>
            public static Tensor gelu(Tensor x, bool inplace) => (inplace ? Gelu_ : Gelu).Call(x);
            /// <summary>x · Φ(x), Φ the normal distribution function or its approximation by a hyperbolic tangent.</summary>
            public static Tensor gelu(Tensor x, Modules.GELU.Approximate approximate, bool inplace = false) =>
                (inplace ? Gelu_ : Gelu).Call(x, approximate.ToString());
            /// <summary>1 / (1 + e^−x).</summary>
            public static Tensor sigmoid(Tensor x) => Given(x).sigmoid();
            /// <inheritdoc cref="sigmoid(Tensor)"/>
            public static Tensor sigmoid(Tensor x, bool inplace) => inplace ? Given(x).sigmoid_().alias() : Given(x).sigmoid();
            /// <summary>log(1 / (1 + e^−x)).</summary>
            public static Tensor logsigmoid(Tensor x) => LogSigmoid.Call(x);
            /// <summary>x / 6 + 1/2, cut to [0, 1].</summary>
            public static Tensor hardsigmoid(Tensor input, bool inplace = false) => (inplace ? Hardsigmoid_ : Hardsigmoid).Call(input);
            /// <summary>x · hardsigmoid(x).</summary>
            public static Tensor hardswish(Tensor input, bool inplace = false) => (inplace ? Hardswish_ : Hardswish).Call(input);
            /// <summary>The hyperbolic tangent.</summary>
            public static Tensor tanh(Tensor x, bool inplace = false) => inplace ? Given(x).tanh_().alias() : Given(x).tanh();
            /// <summary>x cut to [min_val, max_val].</summary>
            public static Tensor hardtanh(Tensor x, double min_val = -1.0, double max_val = 1.0, bool inplace = false) => min_val <= max_val
                ? (inplace ? Hardtanh_ : Hardtanh).Call(x, min_val, max_val)
                : throw new ArgumentException($"min_val must not exceed max_val ({max_val}), but is {min_val}.", nameof(min_val));
            /// <summary>x, but 0 between −lambda and lambda.</summary>
            public static Tensor hardshrink(Tensor x, double lambda = 0.5) => Hardshrink.Call(x, lambda);
            /// <summary>x moved towards 0 by lambda, 0 between −lambda and lambda.</summary>
            public static Tensor softshrink(Tensor x, double lambda = 0.5) => lambda >= 0
                ? Softshrink.Call(x, lambda)
                : throw new ArgumentOutOfRangeException(nameof(lambda), lambda, $"lambda must not be negative, but is {lambda}.");
            /// <summary>x − tanh x.</summary>
            public static Tensor tanhshrink(Tensor x, bool inplace = false)
            {
                using var squashed = Given(x).tanh();
                return inplace ? x.sub_(squashed).alias() : x.sub(squashed);
            }

            /// <summary>log(1 + e^(beta x)) / beta; linear where beta x is above threshold.</summary>
            public static Tensor softplus(Tensor x, double beta = 1.0, double threshold = 20.0) => Softplus.Call(x, beta, threshold);
            /// <summary>x / (1 + |x|).</summary>
            public static Tensor softsign(Tensor x, bool inplace = false)
            {
                using var size = Given(x).abs();
                using var divisor = size.add(1);
                return inplace ? x.div_(divisor).alias() : x.div(divisor);
            }

            private static readonly Operator LeakyRelu = new("leaky_relu"), LeakyRelu_ = new("leaky_relu_"), Prelu = new("prelu");
            private static readonly Operator RRelu = new("rrelu"), RRelu_ = new("rrelu_"), Elu = new("elu"), Elu_ = new("elu_");
            private static readonly Operator Celu = new("celu"), Celu_ = new("celu_"), Selu = new("selu"), Selu_ = new("selu_");
            private static readonly Operator Threshold = new("threshold"), Threshold_ = new("threshold_"), Silu = new("silu"), Silu_ = new("silu_");
            private static readonly Operator Mish = new("mish"), Mish_ = new("mish_"), Gelu = new("gelu"), Gelu_ = new("gelu_");
            private static readonly Operator LogSigmoid = new("log_sigmoid"), Hardsigmoid = new("hardsigmoid"), Hardsigmoid_ = new("hardsigmoid_");
            private static readonly Operator Hardswish = new("hardswish"), Hardswish_ = new("hardswish_"), Hardtanh = new("hardtanh");
            private static readonly Operator Hardtanh_ = new("hardtanh_"), Hardshrink = new("hardshrink"), Softshrink = new("softshrink");
            private static readonly Operator Softplus = new("softplus");
        }
    }
}

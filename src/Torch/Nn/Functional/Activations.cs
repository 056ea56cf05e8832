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
            public static Tensor relu(Tensor input, bool inplace = false) => inplace ? input.relu_().alias() : input.relu();
            /// <summary>min(max(x, 0), 6).</summary>
            public static Tensor relu6(Tensor input, bool inplace = false) => hardtanh(input, 0, 6, inplace);
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

            /// <summary>x above 0; below, x times a slope drawn from [lower, upper] while training, their mean otherwise.</summary>
            /// <exception cref="ArgumentException">lower exceeds upper.</exception>
            public static Tensor rrelu(Tensor input, double lower = 1.0 / 8, double upper = 1.0 / 3, bool inplace = false, bool training = false) =>
                lower <= upper
                    ? (inplace ? RRelu_ : RRelu).Call(input, lower, upper, training)
                    : throw new ArgumentException($"lower must not exceed upper ({upper}), but is {lower}.", nameof(lower));

            /// <summary>x above 0, alpha · (e^x − 1) below.</summary>
            public static Tensor elu(Tensor input, double alpha = 1.0, bool inplace = false) => (inplace ? Elu_ : Elu).Call(input, alpha);
            /// <summary>x above 0, alpha · (e^(x / alpha) − 1) below.</summary>
            public static Tensor celu(Tensor input, double alpha = 1.0, bool inplace = false) => alpha != 0
                ? (inplace ? Celu_ : Celu).Call(input, alpha)
                : throw new ArgumentOutOfRangeException(nameof(alpha), "alpha must not be 0.");
            /// <summary>ELU with the scale that keeps mean 0 and variance 1.</summary>
            public static Tensor selu(Tensor input, bool inplace = false) => (inplace ? Selu_ : Selu).Call(input);
            /// <summary>x above threshold, value elsewhere.</summary>
            public static Tensor threshold(Tensor x, double threshold, double value, bool inplace = false) =>
                (inplace ? Threshold_ : Threshold).Call(x, threshold, value);
            /// <summary>x · sigmoid(x).</summary>
            public static Tensor silu(Tensor input, bool inplace = false) => (inplace ? Silu_ : Silu).Call(input);
            /// <summary>x · tanh(softplus(x)).</summary>
            public static Tensor mish(Tensor input, bool inplace = false) => (inplace ? Mish_ : Mish).Call(input);
            /// <summary>x · Φ(x), Φ the normal distribution function.</summary>
            public static Tensor gelu(Tensor input, bool inplace = false) => (inplace ? Gelu_ : Gelu).Call(input);
            /// <summary>1 / (1 + e^−x).</summary>
            public static Tensor sigmoid(Tensor input, bool inplace = false) => inplace ? input.sigmoid_().alias() : input.sigmoid();
            /// <summary>log(1 / (1 + e^−x)).</summary>
            public static Tensor logsigmoid(Tensor input) => LogSigmoid.Call(input);
            /// <summary>x / 6 + 1/2, cut to [0, 1].</summary>
            public static Tensor hardsigmoid(Tensor input, bool inplace = false) => (inplace ? Hardsigmoid_ : Hardsigmoid).Call(input);
            /// <summary>x · hardsigmoid(x).</summary>
            public static Tensor hardswish(Tensor input, bool inplace = false) => (inplace ? Hardswish_ : Hardswish).Call(input);
            /// <summary>The hyperbolic tangent.</summary>
            public static Tensor tanh(Tensor input, bool inplace = false) => inplace ? input.tanh_().alias() : input.tanh();
            /// <summary>x cut to [min_val, max_val].</summary>
            public static Tensor hardtanh(Tensor input, double min_val = -1.0, double max_val = 1.0, bool inplace = false) => min_val <= max_val
                ? (inplace ? Hardtanh_ : Hardtanh).Call(input, min_val, max_val)
                : throw new ArgumentException($"min_val must not exceed max_val ({max_val}), but is {min_val}.", nameof(min_val));
            /// <summary>x, but 0 between −lambda and lambda.</summary>
            public static Tensor hardshrink(Tensor x, double lambda = 0.5) => Hardshrink.Call(x, lambda);
            /// <summary>x moved towards 0 by lambda, 0 between −lambda and lambda.</summary>
            public static Tensor softshrink(Tensor x, double lambda = 0.5) => lambda >= 0
                ? Softshrink.Call(x, lambda)
                : throw new ArgumentOutOfRangeException(nameof(lambda), lambda, $"lambda must not be negative, but is {lambda}.");
            /// <summary>x − tanh x.</summary>
            public static Tensor tanhshrink(Tensor input)
            {
                using var squashed = input.tanh();
                return input.sub(squashed);
            }

            /// <summary>log(1 + e^(beta x)) / beta; linear where beta x is above threshold.</summary>
            public static Tensor softplus(Tensor input, double beta = 1.0, double threshold = 20.0) => Softplus.Call(input, beta, threshold);
            /// <summary>x / (1 + |x|).</summary>
            public static Tensor softsign(Tensor input, bool inplace = false)
            {
                using var size = input.abs();
                using var divisor = size.add(1);
                return inplace ? input.div_(divisor).alias() : input.div(divisor);
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

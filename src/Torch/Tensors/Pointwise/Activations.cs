using TorchSharp.Interop;

namespace TorchSharp;

// Activation functions as members of tensors; torch.nn.functional has them as functions.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>max(x, 0).</summary>
        public Tensor relu() => Relu.Call(this);
        /// <summary>max(x, 0). Overwrites the tensor.</summary>
        public Tensor relu_() => Relu_.CallInPlace(this);
        /// <summary>min(max(x, 0), 6).</summary>
        public Tensor relu6() => Relu6.Call(this);
        /// <summary>min(max(x, 0), 6). Overwrites the tensor.</summary>
        public Tensor relu6_() => Relu6_.CallInPlace(this);
        /// <summary>Scaled exponential linear units (Klambauer et al. 2017).</summary>
        public Tensor selu() => Selu.Call(this);
        /// <summary>Scaled exponential linear units (Klambauer et al. 2017). Overwrites the tensor.</summary>
        public Tensor selu_() => Selu_.CallInPlace(this);
        /// <summary>x / (1 + e^−x).</summary>
        public Tensor silu() => Silu.Call(this);
        /// <summary>x / (1 + e^−x). Overwrites the tensor.</summary>
        public Tensor silu_() => Silu_.CallInPlace(this);
        /// <summary>min(max(x + 3, 0), 6) / 6.</summary>
        public Tensor hardsigmoid() => Hardsigmoid.Call(this);
        /// <summary>min(max(x + 3, 0), 6) / 6. Overwrites the tensor.</summary>
        public Tensor hardsigmoid_() => Hardsigmoid_.CallInPlace(this);
        /// <summary>x · min(max(x + 3, 0), 6) / 6.</summary>
        public Tensor hardswish() => Hardswish.Call(this);
        /// <summary>x · min(max(x + 3, 0), 6) / 6. Overwrites the tensor.</summary>
        public Tensor hardswish_() => Hardswish_.CallInPlace(this);
        /// <summary>−log(1 + e^−x).</summary>
        public Tensor log_sigmoid() => LogSigmoid.Call(this);
        /// <summary>x Φ(x), with the normal distribution function Φ.</summary>
        public Tensor gelu() => Gelu.Call(this);
        /// <summary>x · Φ(x), Φ the normal distribution function or its approximation.</summary>
        public Tensor gelu(Modules.GELU.Approximate approximate) => nn.functional.gelu(this, approximate);
        /// <inheritdoc cref="gelu()"/>
        public Tensor gelu_() => Gelu_.CallInPlace(this);
        /// <summary>x above 0, alpha (e^x − 1) below.</summary>
        public Tensor elu(double alpha = 1) => elu(alpha, 1.0, 1.0);
        /// <inheritdoc cref="elu(double)"/>
        public Tensor elu_(double alpha = 1) => elu_(alpha, 1.0, 1.0);
        /// <summary>scale · x above 0, scale · alpha (e^(input_scale x) − 1) below.</summary>
        public Tensor elu(Scalar alpha, Scalar scale, Scalar input_scale) => Elu.Call(this, alpha, scale, input_scale);
        /// <inheritdoc cref="elu(Scalar, Scalar, Scalar)"/>
        public Tensor elu_(Scalar alpha, Scalar scale, Scalar input_scale) => Elu_.CallInPlace(this, alpha, scale, input_scale);
        /// <summary>x above 0, e^x − 1 below.</summary>
        public Tensor celu() => celu(1.0);
        /// <inheritdoc cref="celu()"/>
        public Tensor celu_() => celu_(1.0);
        /// <summary>x above 0, alpha (e^(x / alpha) − 1) below.</summary>
        public Tensor celu(Scalar alpha) => Celu.Call(this, alpha);
        /// <inheritdoc cref="celu(Scalar)"/>
        public Tensor celu_(Scalar alpha) => Celu_.CallInPlace(this, alpha);
        /// <summary>x above 0, negative_slope · x below.</summary>
        public Tensor leaky_relu(Scalar negative_slope) => LeakyRelu.Call(this, negative_slope);
        /// <inheritdoc cref="leaky_relu(Scalar)"/>
        public Tensor leaky_relu_(Scalar negative_slope) => LeakyRelu_.CallInPlace(this, negative_slope);
        /// <summary>x above 0, x times the mean slope below: what randomised rectifiers do when not training.</summary>
        public Tensor rrelu(double lower = 1.0 / 8.0, double upper = 1.0 / 3.0) => Rrelu.Call(this, lower, upper);
        /// <inheritdoc cref="rrelu(double, double)"/>
        public Tensor rrelu_(double lower = 1.0 / 8.0, double upper = 1.0 / 3.0) => Rrelu_.CallInPlace(this, lower, upper);
        /// <summary>x above 0, learned slope · x below.</summary>
        /// <param name="target">The slope, or one for each channel (dimension 1).</param>
        public Tensor prelu(Tensor target) => Prelu.Call(this, target);
        /// <summary>x limited to [min, max].</summary>
        public Tensor hardtanh(Scalar min, Scalar max) => Hardtanh.Call(this, min, max);
        /// <inheritdoc cref="hardtanh(Scalar, Scalar)"/>
        public Tensor hardtanh_(Scalar min, Scalar max) => Hardtanh_.CallInPlace(this, min, max);
        /// <summary>x above the threshold, value below.</summary>
        public Tensor threshold(Scalar threshold, Scalar value) => Threshold.Call(this, threshold, value);
        /// <inheritdoc cref="threshold(Scalar, Scalar)"/>
        public Tensor threshold_(Scalar threshold, Scalar value) => Threshold_.CallInPlace(this, threshold, value);
        /// <summary>log(1 + e^(beta x)) / beta; x itself where beta x exceeds the threshold.</summary>
        public Tensor softplus(double beta = 1, double threshold = 20) => Softplus.Call(this, beta, threshold);
        /// <summary>The first half along a dimension times the sigmoid of the second.</summary>
        public Tensor glu(long dim = -1) => Glu.Call(this, Dimension(dim, ndim));
        /// <summary>Channels (dimension 1) in groups, rearranged so that each new group has one of each.</summary>
        public Tensor channel_shuffle(long groups) => ChannelShuffle.Call(this, groups);

        private static readonly Operator Relu = new("relu"), Relu_ = new("relu_"), Relu6 = new("relu6"), Relu6_ = new("relu6_");
        private static readonly Operator Selu = new("selu"), Selu_ = new("selu_"), Silu = new("silu"), Silu_ = new("silu_");
        private static readonly Operator Hardsigmoid = new("hardsigmoid"), Hardsigmoid_ = new("hardsigmoid_");
        private static readonly Operator Hardswish = new("hardswish"), Hardswish_ = new("hardswish_");
        private static readonly Operator LogSigmoid = new("log_sigmoid"), Gelu = new("gelu"), Gelu_ = new("gelu_");
        private static readonly Operator Elu = new("elu"), Elu_ = new("elu_"), Celu = new("celu"), Celu_ = new("celu_");
        private static readonly Operator LeakyRelu = new("leaky_relu"), LeakyRelu_ = new("leaky_relu_"), Rrelu = new("rrelu");
        private static readonly Operator Rrelu_ = new("rrelu_"), Prelu = new("prelu"), Hardtanh = new("hardtanh");
        private static readonly Operator Hardtanh_ = new("hardtanh_"), Threshold = new("threshold");
        private static readonly Operator Threshold_ = new("threshold_"), Softplus = new("softplus"), Glu = new("glu");
        private static readonly Operator ChannelShuffle = new("channel_shuffle");
    }


}

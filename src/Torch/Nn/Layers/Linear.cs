using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>y = x Aᵀ + b over the last dimension: [*, in_features] → [*, out_features].</summary>
    public sealed class Linear : nn.Module<Tensor, Tensor>
    {
        internal Linear(long inputSize, long outputSize, bool hasBias, Device? device, ScalarType? dtype) : base(nameof(Linear))
        {
            (in_features, out_features) = (AtLeast(inputSize, 0), AtLeast(outputSize, 0));
            weight = new(empty([out_features, in_features], dtype, device));
            bias = hasBias ? new(empty([out_features], dtype, device)) : null;
            nn.init.kaiming_uniform_(weight, a: Math.Sqrt(5));
            if (bias is not null)
                nn.init.uniform_(bias, -nn.init.FanBound(weight), nn.init.FanBound(weight));
            RegisterComponents();
        }

        /// <summary>A, of shape [out_features, in_features].</summary>
        public Parameter weight;

        /// <summary>b, of shape [out_features], or null.</summary>
        public Parameter? bias;

        /// <summary>The size of the input's last dimension.</summary>
        public long in_features { get; }

        /// <summary>The size of the output's last dimension.</summary>
        public long out_features { get; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.linear(input, weight, bias);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>y = x Aᵀ + b, from <paramref name="inputSize"/> to <paramref name="outputSize"/> numbers.</summary>
            public static Linear Linear(
                long inputSize, long outputSize, bool hasBias = true, Device? device = null, ScalarType? dtype = null) =>
                new(inputSize, outputSize, hasBias, device, dtype);
        }
    }
}

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
            if (hasBias)
                bias = new(empty([out_features], dtype, device));
            reset_parameters();
        }

        internal Linear(Parameter weight, Parameter? bias) : base(nameof(Linear))
        {
            Expect.Dimensions(weight, [2], nameof(Linear));
            (out_features, in_features) = (weight.size(0), weight.size(1));
            (this.weight, this.bias) = (weight, bias);
        }

        /// <summary>A, of shape [out_features, in_features].</summary>
        public Parameter weight { get; set => field = Replaced(field, value); }

        /// <summary>b, of shape [out_features], or null.</summary>
        public Parameter? bias { get; set => field = Replaced(field, value); }

        /// <summary>The size of the input's last dimension.</summary>
        public long in_features { get; }

        /// <summary>The size of the output's last dimension.</summary>
        public long out_features { get; }

        /// <summary>Draws A and b anew: uniform in ±1 / √in_features.</summary>
        public void reset_parameters()
        {
            nn.init.kaiming_uniform_(weight, a: Math.Sqrt(5));
            if (bias is not null)
                nn.init.uniform_(bias, -nn.init.FanBound(weight), nn.init.FanBound(weight));
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor)
        {
            Expect.Size(tensor, -1, in_features, GetName());
            return nn.functional.linear(Expect.Type(tensor, weight, GetName()), weight, bias);
        }
    }

    /// <summary>yₖ = x₁ᵀ Aₖ x₂ + bₖ over the last dimensions: [*, in1], [*, in2] → [*, out].</summary>
    public sealed class Bilinear : nn.Module<Tensor, Tensor, Tensor>
    {
        internal Bilinear(long in1, long in2, long outputs, bool hasBias, Device? device, ScalarType? dtype) : base(nameof(Bilinear))
        {
            (in1_features, in2_features) = (AtLeast(in1, 1, "in1Features"), AtLeast(in2, 1, "in2Features"));
            out_features = AtLeast(outputs, 1, "outputSize");
            weight = new(empty([outputs, in1, in2], dtype, device));
            if (hasBias)
                bias = new(empty([outputs], dtype, device));
            var bound = 1 / Math.Sqrt(in1);
            nn.init.uniform_(weight, -bound, bound);
            if (bias is not null)
                nn.init.uniform_(bias, -bound, bound);
        }

        /// <summary>The matrices A, of shape [out, in1, in2].</summary>
        public Parameter weight { get; set => field = Replaced(field, value); }

        /// <summary>b, of shape [out], or null.</summary>
        public Parameter? bias { get; set => field = Replaced(field, value); }

        /// <summary>The size of the first input's last dimension.</summary>
        public long in1_features { get; }

        /// <summary>The size of the second input's last dimension.</summary>
        public long in2_features { get; }

        /// <summary>The size of the output's last dimension.</summary>
        public long out_features { get; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input1, Tensor input2)
        {
            Expect.Size(input1, -1, in1_features, GetName());
            Expect.Size(input2, -1, in2_features, GetName());
            return nn.functional.bilinear(Expect.Type(input1, weight, GetName()), Expect.Type(input2, weight, GetName()), weight, bias);
        }
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

            /// <summary>y = x Aᵀ + b with A of shape [outputs, inputs] and b of shape [outputs] or null; the module owns both from now on.</summary>
            /// <exception cref="ArgumentException">A is no matrix.</exception>
            public static Linear Linear(Parameter weight, Parameter? bias = null) => new(weight, bias);

            /// <summary>yₖ = x₁ᵀ Aₖ x₂ + bₖ.</summary>
            public static Bilinear Bilinear(
                long in1_features, long in2_features, long out_features, bool hasBias = true, Device? device = null, ScalarType? dtype = null) =>
                new(in1_features, in2_features, out_features, hasBias, device, dtype);
        }
    }
}

using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Each example normalised over its last dimensions.</summary>
    public sealed class LayerNorm : nn.Module<Tensor, Tensor>
    {
        internal LayerNorm(long[] shape, double eps, bool affine, bool hasBias, Device? device, ScalarType? dtype) : base(nameof(LayerNorm))
        {
            ArgumentNullException.ThrowIfNull(shape, nameof(normalized_shape));
            if (shape.Length == 0)
                throw Expect.Fault("At least one dimension must be normalised.", nameof(normalized_shape));
            normalized_shape = Expect.Sizes(shape, shape.Length, 1, nameof(normalized_shape));
            (this.eps, elementwise_affine) = (eps, affine);
            if (!affine)
                return;
            weight = new(ones(shape, dtype, device));
            if (hasBias)
                bias = new(zeros(shape, dtype, device));
        }

        /// <summary>The scale of each place, or null.</summary>
        public Parameter? weight { get; set => field = Replaced(field, value); }

        /// <summary>The shift of each place, or null.</summary>
        public Parameter? bias { get; set => field = Replaced(field, value); }

        /// <summary>The sizes of the dimensions that are normalised.</summary>
        public long[] normalized_shape { get; }
        /// <summary>What is added to variances.</summary>
        public double eps { get; set; }

        /// <summary>Whether scale and shift are learned.</summary>
        public bool elementwise_affine { get; }

        /// <summary>Sets the scale to 1 and the shift to 0.</summary>
        public void reset_parameters()
        {
            using var silent = no_grad();
            weight?.fill_(1);
            bias?.zero_();
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor)
        {
            ArgumentNullException.ThrowIfNull(tensor);
            var count = normalized_shape.Length;
            if (tensor.ndim < count || !tensor.shape.AsSpan()[^count..].SequenceEqual(normalized_shape))
                throw new ArgumentException(
                    $"LayerNorm expects a shape that ends in [{string.Join(", ", normalized_shape)}], not {tensor.Shaped()}.", nameof(tensor));
            return nn.functional.layer_norm(weight is null ? tensor : Expect.Type(tensor, weight, GetName()), normalized_shape, weight, bias, eps);
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Each example normalised over its last dimensions, which have the given sizes.</summary>
            public static LayerNorm LayerNorm(
                long[] normalized_shape, double eps = 1e-05, bool elementwise_affine = true, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(normalized_shape, eps, elementwise_affine, bias, device, dtype);

            /// <summary>Each example normalised over its last dimension.</summary>
            public static LayerNorm LayerNorm(
                long normalized_shape, double eps = 1e-05, bool elementwise_affine = true, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new([normalized_shape], eps, elementwise_affine, bias, device, dtype);
        }
    }
}

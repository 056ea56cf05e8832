using TorchSharp.Interop;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The transposes of convolutions, which make their input larger.</summary>
    public abstract class ConvolutionTranspose : Convolution
    {
        private protected ConvolutionTranspose(string name, long inputs, long outputs, Window window, Device? device, ScalarType? dtype)
            : base(name, inputs, outputs, window with { Transposed = true }, device, dtype)
        {
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => forward(input, null);

        /// <summary>Computes the result, of a given size where strides allow several.</summary>
        /// <param name="input">[N, in, *], or the same without N.</param>
        /// <param name="output_size">The sizes of the result, with or without N and channels; null takes <see cref="Convolution.output_padding"/>.</param>
        /// <exception cref="ArgumentException">No padding of the output gives that size.</exception>
        public Tensor forward(Tensor input, long[]? output_size)
        {
            Checked(input);
            var more = output_size is null ? output_padding : Missing(input, output_size);
            return nn.functional.TransposedConvolutions[kernel_size.Length - 1].Call(input, weight, bias, stride, padding, more, groups, dilation);
        }

        /// <summary>Runs the module for a result of a given size.</summary>
        public Tensor call(Tensor input, long[]? output_size) => output_size is null ? call(input) : forward(input, output_size);

        private long[] Missing(Tensor input, long[] wanted)
        {
            var dims = kernel_size.Length;
            if (wanted.Length != dims && wanted.Length != input.ndim)
                throw Expect.Fault($"The size needs {dims} or {input.ndim} numbers, not {wanted.Length}.", "output_size");
            var sizes = input.shape[^dims..];
            var missing = new long[dims];
            for (var i = 0; i < dims; i++)
            {
                var least = (sizes[i] - 1) * stride[i] - 2 * padding![i] + dilation[i] * (kernel_size[i] - 1) + 1;
                missing[i] = wanted[^(dims - i)] - least;
                if (missing[i] < 0 || missing[i] >= stride[i])
                    throw Expect.Fault(
                        $"Size {wanted[^(dims - i)]} is out of reach: dimension {i} can have {least} to {least + stride[i] - 1}.", "output_size");
            }

            return missing;
        }
    }

    /// <summary>The transpose of a convolution, which makes sequences larger: [N, in, L] → [N, out, L′].</summary>
    public sealed class ConvTranspose1d : ConvolutionTranspose
    {
        internal ConvTranspose1d(long inputs, long outputs, Window window, Device? device, ScalarType? dtype)
            : base(nameof(ConvTranspose1d), inputs, outputs, window, device, dtype)
        {
        }
    }

    /// <summary>The transpose of a convolution, which makes pictures larger: [N, in, H, W] → [N, out, H′, W′].</summary>
    public sealed class ConvTranspose2d : ConvolutionTranspose
    {
        internal ConvTranspose2d(long inputs, long outputs, Window window, Device? device, ScalarType? dtype)
            : base(nameof(ConvTranspose2d), inputs, outputs, window, device, dtype)
        {
        }
    }

    /// <summary>The transpose of a convolution, which makes volumes larger: [N, in, D, H, W] → [N, out, D′, H′, W′].</summary>
    public sealed class ConvTranspose3d : ConvolutionTranspose
    {
        internal ConvTranspose3d(long inputs, long outputs, Window window, Device? device, ScalarType? dtype)
            : base(nameof(ConvTranspose3d), inputs, outputs, window, device, dtype)
        {
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>The transpose of a convolution, which makes sequences larger: [N, in, L] → [N, out, L′].</summary>
            public static ConvTranspose1d ConvTranspose1d(
                long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long output_padding = 0, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null,
                ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels,
                    new([kernel_size], [stride], [padding], [dilation], groups, bias, padding_mode)
                    {
                        OutputPadding = [output_padding],
                    },
                    device, dtype);

            /// <summary>The transpose of a convolution, which makes pictures larger: [N, in, H, W] → [N, out, H′, W′].</summary>
            public static ConvTranspose2d ConvTranspose2d(
                long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long output_padding = 0, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null,
                ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels,
                    new([kernel_size, kernel_size], [stride, stride], [padding, padding], [dilation, dilation], groups, bias, padding_mode)
                    {
                        OutputPadding = [output_padding, output_padding],
                    },
                    device, dtype);

            /// <summary>The transpose of a convolution, which makes pictures larger: [N, in, H, W] → [N, out, H′, W′].</summary>
            public static ConvTranspose2d ConvTranspose2d(
                long in_channels, long out_channels, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null,
                (long, long)? output_padding = null, (long, long)? dilation = null,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null,
                ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels,
                    new([kernel_size.Item1, kernel_size.Item2], Each(stride, 1), Each(padding, 0), Each(dilation, 1), groups, bias, padding_mode)
                    {
                        OutputPadding = Each(output_padding, 0),
                    },
                    device, dtype);

            /// <summary>The transpose of a convolution, which makes volumes larger: [N, in, D, H, W] → [N, out, D′, H′, W′].</summary>
            public static ConvTranspose3d ConvTranspose3d(
                long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long output_padding = 0, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null,
                ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels,
                    new([kernel_size, kernel_size, kernel_size], [stride, stride, stride], [padding, padding, padding], [dilation, dilation, dilation], groups, bias, padding_mode)
                    {
                        OutputPadding = [output_padding, output_padding, output_padding],
                    },
                    device, dtype);

            /// <summary>The transpose of a convolution, which makes volumes larger: [N, in, D, H, W] → [N, out, D′, H′, W′].</summary>
            public static ConvTranspose3d ConvTranspose3d(
                long in_channels, long out_channels, (long, long, long) kernel_size, (long, long, long)? stride = null, (long, long, long)? padding = null,
                (long, long, long)? output_padding = null, (long, long, long)? dilation = null,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null,
                ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels,
                    new([kernel_size.Item1, kernel_size.Item2, kernel_size.Item3], Each(stride, 1), Each(padding, 0), Each(dilation, 1), groups, bias, padding_mode)
                    {
                        OutputPadding = Each(output_padding, 0),
                    },
                    device, dtype);
        }
    }
}

using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>What convolutions share: weight, bias, and how the window moves.</summary>
    public abstract class Convolution : nn.Module<Tensor, Tensor>
    {
        private protected readonly long[] _stride, _padding, _dilation;
        private protected readonly long _groups;
        private readonly PaddingModes _mode;

        private protected Convolution(
            string name, long[] weightShape, long outputs, long[] stride, long[] padding, long[] dilation, long groups, PaddingModes mode, bool hasBias,
            Device? device, ScalarType? dtype) : base(name)
        {
            (_stride, _padding, _dilation, _groups, _mode) = (stride, padding, dilation, groups, mode);
            weight = new(empty(weightShape, dtype, device));
            bias = hasBias ? new(empty([outputs], dtype, device)) : null;
            nn.init.kaiming_uniform_(weight, a: Math.Sqrt(5));
            if (bias is not null)
                nn.init.uniform_(bias, -nn.init.FanBound(weight), nn.init.FanBound(weight));
            RegisterComponents();
        }

        /// <summary>The windows: [out, in / groups, *size], of a transposed convolution [in, out / groups, *size].</summary>
        public Parameter weight;

        /// <summary>What is added to each channel, or null.</summary>
        public Parameter? bias;

        /// <summary>The input padded by the mode, and the padding that is left to do.</summary>
        private protected (Tensor Input, long[] Padding) Padded(Tensor input)
        {
            if (_mode is PaddingModes.Zeros or PaddingModes.Constant)
                return (input, _padding);
            long[] sides = [.. _padding.Reverse().SelectMany(p => new[] { p, p })];
            return (nn.functional.pad(input, sides, _mode), new long[_padding.Length]);
        }

        private protected static long Divided(long channels, long groups) => AtLeast(groups, 1) is var g && channels % g == 0
            ? channels / g
            : throw new ArgumentException($"{channels} channels do not divide into {groups} groups.", nameof(groups));
    }

    /// <summary>Windows that move over pictures: [N, in, H, W] → [N, out, H′, W′].</summary>
    public sealed class Conv2d : Convolution
    {
        internal Conv2d(
            long inputs, long outputs, (long, long) kernel, (long, long) stride, (long, long) padding, (long, long) dilation, PaddingModes mode, long groups,
            bool hasBias, Device? device, ScalarType? dtype)
            : base(
                nameof(Conv2d), [outputs, Divided(inputs, groups), kernel.Item1, kernel.Item2], outputs, [stride.Item1, stride.Item2],
                [padding.Item1, padding.Item2], [dilation.Item1, dilation.Item2], groups, mode, hasBias, device, dtype)
        {
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input)
        {
            var (padded, padding) = Padded(input);
            var result = nn.functional.conv2d(padded, weight, bias, _stride, padding, _dilation, _groups);
            if (!ReferenceEquals(padded, input))
                padded.Dispose();
            return result;
        }
    }

    /// <summary>Windows that move over sequences: [N, in, L] → [N, out, L′].</summary>
    public sealed class Conv1d : Convolution
    {
        internal Conv1d(
            long inputs, long outputs, long kernel, long stride, long padding, long dilation, PaddingModes mode, long groups, bool hasBias, Device? device,
            ScalarType? dtype)
            : base(
                nameof(Conv1d), [outputs, Divided(inputs, groups), kernel], outputs, [stride], [padding], [dilation], groups, mode, hasBias, device, dtype)
        {
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input)
        {
            var (padded, padding) = Padded(input);
            var result = nn.functional.conv1d(padded, weight, bias, _stride[0], padding[0], _dilation[0], _groups);
            if (!ReferenceEquals(padded, input))
                padded.Dispose();
            return result;
        }
    }

    /// <summary>The transpose of a convolution, which makes pictures larger: [N, in, H, W] → [N, out, H′, W′].</summary>
    public sealed class ConvTranspose2d : Convolution
    {
        private readonly long[] _outputPadding;

        internal ConvTranspose2d(
            long inputs, long outputs, (long, long) kernel, (long, long) stride, (long, long) padding, (long, long) outputPadding, (long, long) dilation,
            long groups, bool hasBias, Device? device, ScalarType? dtype)
            : base(
                nameof(ConvTranspose2d), [inputs, Divided(outputs, groups), kernel.Item1, kernel.Item2], outputs, [stride.Item1, stride.Item2],
                [padding.Item1, padding.Item2], [dilation.Item1, dilation.Item2], groups, PaddingModes.Zeros, hasBias, device, dtype) =>
            _outputPadding = [outputPadding.Item1, outputPadding.Item2];

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) =>
            nn.functional.conv_transpose2d(input, weight, bias, _stride, _padding, _outputPadding, _dilation, _groups);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Windows that move over pictures: [N, in, H, W] → [N, out, H′, W′].</summary>
            /// <param name="in_channels">Channels of the input.</param>
            /// <param name="out_channels">Channels of the output.</param>
            /// <param name="kernel_size">Height and width of the window.</param>
            /// <param name="stride">How far the window moves.</param>
            /// <param name="padding">Width of the border added on all sides.</param>
            /// <param name="dilation">Distance of the window's places.</param>
            /// <param name="padding_mode">What the border holds.</param>
            /// <param name="groups">Into how many groups channels are divided that do not see each other.</param>
            /// <param name="bias">Whether to add a number to each channel.</param>
            public static Conv2d Conv2d(
                long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels, (kernel_size, kernel_size), (stride, stride), (padding, padding), (dilation, dilation), padding_mode, groups,
                    bias, device, dtype);

            /// <inheritdoc cref="Conv2d(long, long, long, long, long, long, PaddingModes, long, bool, Device, ScalarType?)"/>
            public static Conv2d Conv2d(
                long in_channels, long out_channels, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null,
                (long, long)? dilation = null, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null,
                ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels, kernel_size, stride ?? (1, 1), padding ?? (0, 0), dilation ?? (1, 1), padding_mode, groups, bias, device, dtype);

            /// <summary>Windows that move over sequences: [N, in, L] → [N, out, L′].</summary>
            public static Conv1d Conv1d(
                long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(in_channels, out_channels, kernel_size, stride, padding, dilation, padding_mode, groups, bias, device, dtype);

            /// <summary>The transpose of a convolution, which makes pictures larger: [N, in, H, W] → [N, out, H′, W′].</summary>
            public static ConvTranspose2d ConvTranspose2d(
                long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long output_padding = 0, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                ConvTranspose2d(
                    in_channels, out_channels, (kernel_size, kernel_size), (stride, stride), (padding, padding), (output_padding, output_padding),
                    (dilation, dilation), padding_mode, groups, bias, device, dtype);

            /// <inheritdoc cref="ConvTranspose2d(long, long, long, long, long, long, long, PaddingModes, long, bool, Device, ScalarType?)"/>
            public static ConvTranspose2d ConvTranspose2d(
                long in_channels, long out_channels, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null,
                (long, long)? output_padding = null, (long, long)? dilation = null, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1,
                bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                padding_mode == PaddingModes.Zeros
                    ? new(
                        in_channels, out_channels, kernel_size, stride ?? (1, 1), padding ?? (0, 0), output_padding ?? (0, 0), dilation ?? (1, 1), groups, bias,
                        device, dtype)
                    : throw new ArgumentException($"A transposed convolution pads with zeros only, not by {padding_mode}.", nameof(padding_mode));
        }
    }
}

using static TorchSharp.torch;

namespace TorchSharp
{
    /// <summary>How much padding a convolution adds by itself.</summary>
    public enum Padding
    {
        /// <summary>None.</summary>
        Valid = 0,
        /// <summary>As much as keeps the size; strides must be 1.</summary>
        Same = 1,
    }
}

namespace TorchSharp.Modules
{
    /// <summary>What convolutions share: weight, bias, and how the window moves.</summary>
    public abstract class Convolution : nn.Module<Tensor, Tensor>
    {
        private protected Convolution(string name, long inputs, long outputs, Window window, Device? device, ScalarType? dtype) : base(name)
        {
            var perGroup = (
                In: Expect.Divides(inputs, window.Groups, nameof(in_channels), nameof(groups)),
                Out: Expect.Divides(outputs, window.Groups, nameof(out_channels), nameof(groups)));
            (in_channels, out_channels, groups) = (inputs, outputs, window.Groups);
            var dims = window.Kernel.Length;
            kernel_size = Expect.Sizes(window.Kernel, dims, 1, nameof(kernel_size));
            stride = Expect.Sizes(window.Stride, dims, 1, nameof(stride));
            dilation = Expect.Sizes(window.Dilation, dims, 1, nameof(dilation));
            output_padding = Expect.Sizes(window.OutputPadding, dims, 0, nameof(output_padding));
            padding = window.PaddingType is null ? Expect.Sizes(window.Padding, dims, 0, nameof(padding)) : null;
            (padding_type, padding_mode, transposed) = (window.PaddingType, window.Mode, window.Transposed);
            if (padding_type == Padding.Same && stride.Any(s => s != 1))
                throw Expect.Fault($"Padding.Same needs strides of 1, not [{string.Join(", ", stride)}].", nameof(stride));
            if (transposed && padding_mode != PaddingModes.Zeros)
                throw Expect.Fault($"A transposed convolution pads with zeros only, not by {padding_mode}.", nameof(padding_mode));
            weight = new(empty(transposed ? [inputs, perGroup.Out, .. kernel_size] : [outputs, perGroup.In, .. kernel_size], dtype, device));
            if (window.HasBias)
                bias = new(empty([outputs], dtype, device));
            reset_parameters();
        }

        /// <summary>The windows: [out, in / groups, *size], of a transposed convolution [in, out / groups, *size].</summary>
        public Parameter weight { get; set => field = Replaced(field, value); }

        /// <summary>What is added to each channel, or null.</summary>
        public Parameter? bias { get; set => field = Replaced(field, value); }

        /// <summary>Channels of the input.</summary>
        public long in_channels { get; }
        /// <summary>Channels of the output.</summary>
        public long out_channels { get; }
        /// <summary>Whether this is the transpose of a convolution.</summary>
        public bool transposed { get; }
        /// <summary>The padding by name, or null.</summary>
        public Padding? padding_type { get; }
        /// <summary>The width of the border added on both sides of each dimension, or null where it has a name.</summary>
        public long[]? padding { get; }
        /// <summary>Where the border's values come from.</summary>
        public PaddingModes padding_mode { get; }
        /// <summary>Groups of channels that do not mix.</summary>
        public long groups { get; }
        /// <summary>The size of the window.</summary>
        public long[] kernel_size { get; }
        /// <summary>How far the window moves.</summary>
        public long[] stride { get; }
        /// <summary>The distance of the window's places.</summary>
        public long[] dilation { get; }
        /// <summary>What a transposed convolution adds at one side of each dimension.</summary>
        public long[] output_padding { get; }

        /// <summary>Draws weight and bias anew: uniform in ±1 / √fan in.</summary>
        public void reset_parameters()
        {
            nn.init.kaiming_uniform_(weight, a: Math.Sqrt(5));
            if (bias is not null)
                nn.init.uniform_(bias, -nn.init.FanBound(weight), nn.init.FanBound(weight));
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input)
        {
            Checked(input);
            var dims = kernel_size.Length;
            if (padding_mode is PaddingModes.Zeros or PaddingModes.Constant)
                return padding is not null
                    ? nn.functional.Convolutions[dims - 1].Call(input, weight, bias, stride, padding, dilation, groups)
                    : nn.functional.NamedConvolutions[dims - 1].Call(input, weight, bias, stride, padding_type.ToString()!.ToLowerInvariant(), dilation, groups);
            using var padded = nn.functional.pad(input, Border(), padding_mode);
            return nn.functional.Convolutions[dims - 1].Call(padded, weight, bias, stride, new long[dims], dilation, groups);
        }

        private protected Tensor Checked(Tensor input)
        {
            var dims = kernel_size.Length;
            Expect.Dimensions(input, [dims + 1, dims + 2], GetName());
            Expect.Size(input, -1 - dims, in_channels, GetName());
            return Expect.Type(input, weight, GetName());
        }

        /// <summary>The border before and after each dimension, the last first.</summary>
        private long[] Border() => padding is not null
            ? [.. padding.Reverse().SelectMany(p => new[] { p, p })]
            : [.. kernel_size.Select((k, i) => padding_type == Padding.Same ? dilation[i] * (k - 1) : 0).Reverse().SelectMany(p => new[] { p / 2, p - p / 2 })];
    }

    /// <summary>How a window moves over the input.</summary>
    internal sealed record Window(
        long[] Kernel, long[] Stride, long[] Padding, long[] Dilation, long Groups, bool HasBias, PaddingModes Mode = PaddingModes.Zeros)
    {
        internal Padding? PaddingType { get; init; }
        internal bool Transposed { get; init; }
        internal long[] OutputPadding { get; init; } = new long[Kernel.Length];
    }
}

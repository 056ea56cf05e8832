using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Windows that move over sequences: [N, in, L] → [N, out, L′], or the same without N.</summary>
    public sealed class Conv1d : Convolution
    {
        internal Conv1d(long inputs, long outputs, Window window, Device? device, ScalarType? dtype)
            : base(nameof(Conv1d), inputs, outputs, window, device, dtype)
        {
        }
    }

    /// <summary>Windows that move over pictures: [N, in, H, W] → [N, out, H′, W′], or the same without N.</summary>
    public sealed class Conv2d : Convolution
    {
        internal Conv2d(long inputs, long outputs, Window window, Device? device, ScalarType? dtype)
            : base(nameof(Conv2d), inputs, outputs, window, device, dtype)
        {
        }
    }

    /// <summary>Windows that move over volumes: [N, in, D, H, W] → [N, out, D′, H′, W′], or the same without N.</summary>
    public sealed class Conv3d : Convolution
    {
        internal Conv3d(long inputs, long outputs, Window window, Device? device, ScalarType? dtype)
            : base(nameof(Conv3d), inputs, outputs, window, device, dtype)
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
            /// <summary>Windows that move over sequences: [N, in, L] → [N, out, L′], or the same without N.</summary>
            /// <param name="in_channels">Channels of the input.</param>
            /// <param name="out_channels">Channels of the output.</param>
            /// <param name="kernel_size">The size of the window.</param>
            /// <param name="stride">How far the window moves.</param>
            /// <param name="padding">The width of the border added on both sides.</param>
            /// <param name="dilation">The distance of the window's places.</param>
            /// <param name="padding_mode">Where the border's values come from.</param>
            /// <param name="groups">Groups of channels that do not mix.</param>
            /// <param name="bias">Whether to add a number to each channel.</param>
            /// <param name="device">Where the parameters are.</param>
            /// <param name="dtype">Their type.</param>
            /// <exception cref="ArgumentException">A size is too small, or the groups do not divide the channels.</exception>
            public static Conv1d Conv1d(
                long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null,
                ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels,
                    new([kernel_size], [stride], [padding], [dilation], groups, bias, padding_mode), device, dtype);

            /// <inheritdoc cref="Conv1d(long, long, long, long, long, long, PaddingModes, long, bool, Device, ScalarType?)"/>
            public static Conv1d Conv1d(
                long in_channels, long out_channels, long kernel_size, Padding padding, long stride = 1, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null,
                ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels,
                    new([kernel_size], [stride], [0], [dilation], groups, bias, padding_mode) { PaddingType = padding }, device,
                    dtype);

            /// <summary>Windows that move over pictures: [N, in, H, W] → [N, out, H′, W′], or the same without N.</summary>
            /// <param name="in_channels">Channels of the input.</param>
            /// <param name="out_channels">Channels of the output.</param>
            /// <param name="kernel_size">The size of the window.</param>
            /// <param name="stride">How far the window moves.</param>
            /// <param name="padding">The width of the border added on both sides.</param>
            /// <param name="dilation">The distance of the window's places.</param>
            /// <param name="padding_mode">Where the border's values come from.</param>
            /// <param name="groups">Groups of channels that do not mix.</param>
            /// <param name="bias">Whether to add a number to each channel.</param>
            /// <param name="device">Where the parameters are.</param>
            /// <param name="dtype">Their type.</param>
            /// <exception cref="ArgumentException">A size is too small, or the groups do not divide the channels.</exception>
            public static Conv2d Conv2d(
                long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null,
                ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels,
                    new([kernel_size, kernel_size], [stride, stride], [padding, padding], [dilation, dilation], groups, bias, padding_mode), device, dtype);

            /// <inheritdoc cref="Conv2d(long, long, long, long, long, long, PaddingModes, long, bool, Device, ScalarType?)"/>
            public static Conv2d Conv2d(
                long in_channels, long out_channels, long kernel_size, Padding padding, long stride = 1, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null,
                ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels,
                    new([kernel_size, kernel_size], [stride, stride], [0, 0], [dilation, dilation], groups, bias, padding_mode) { PaddingType = padding }, device,
                    dtype);

            /// <summary>Windows that move over pictures: [N, in, H, W] → [N, out, H′, W′], or the same without N.</summary>
            /// <inheritdoc cref="Conv2d(long, long, long, long, long, long, PaddingModes, long, bool, Device, ScalarType?)"/>
            public static Conv2d Conv2d(
                long in_channels, long out_channels, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, (long, long)? dilation = null,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null,
                ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels,
                    new([kernel_size.Item1, kernel_size.Item2], Each(stride, 1), Each(padding, 0), Each(dilation, 1), groups, bias, padding_mode), device, dtype);

            /// <inheritdoc cref="Conv2d(long, long, long, long, long, long, PaddingModes, long, bool, Device, ScalarType?)"/>
            public static Conv2d Conv2d(
                long in_channels, long out_channels, (long, long) kernel_size, Padding padding, (long, long)? stride = null, (long, long)? dilation = null,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null,
                ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels,
                    new([kernel_size.Item1, kernel_size.Item2], Each(stride, 1), [0, 0], Each(dilation, 1), groups, bias, padding_mode) { PaddingType = padding }, device,
                    dtype);

            /// <summary>Windows that move over volumes: [N, in, D, H, W] → [N, out, D′, H′, W′], or the same without N.</summary>
            /// <param name="in_channels">Channels of the input.</param>
            /// <param name="out_channels">Channels of the output.</param>
            /// <param name="kernel_size">The size of the window.</param>
            /// <param name="stride">How far the window moves.</param>
            /// <param name="padding">The width of the border added on both sides.</param>
            /// <param name="dilation">The distance of the window's places.</param>
            /// <param name="padding_mode">Where the border's values come from.</param>
            /// <param name="groups">Groups of channels that do not mix.</param>
            /// <param name="bias">Whether to add a number to each channel.</param>
            /// <param name="device">Where the parameters are.</param>
            /// <param name="dtype">Their type.</param>
            /// <exception cref="ArgumentException">A size is too small, or the groups do not divide the channels.</exception>
            public static Conv3d Conv3d(
                long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null,
                ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels,
                    new([kernel_size, kernel_size, kernel_size], [stride, stride, stride], [padding, padding, padding], [dilation, dilation, dilation], groups, bias, padding_mode), device, dtype);

            /// <inheritdoc cref="Conv3d(long, long, long, long, long, long, PaddingModes, long, bool, Device, ScalarType?)"/>
            public static Conv3d Conv3d(
                long in_channels, long out_channels, long kernel_size, Padding padding, long stride = 1, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null,
                ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels,
                    new([kernel_size, kernel_size, kernel_size], [stride, stride, stride], [0, 0, 0], [dilation, dilation, dilation], groups, bias, padding_mode) { PaddingType = padding }, device,
                    dtype);

            /// <summary>Windows that move over volumes: [N, in, D, H, W] → [N, out, D′, H′, W′], or the same without N.</summary>
            /// <inheritdoc cref="Conv3d(long, long, long, long, long, long, PaddingModes, long, bool, Device, ScalarType?)"/>
            public static Conv3d Conv3d(
                long in_channels, long out_channels, (long, long, long) kernel_size, (long, long, long)? stride = null, (long, long, long)? padding = null, (long, long, long)? dilation = null,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null,
                ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels,
                    new([kernel_size.Item1, kernel_size.Item2, kernel_size.Item3], Each(stride, 1), Each(padding, 0), Each(dilation, 1), groups, bias, padding_mode), device, dtype);

            /// <inheritdoc cref="Conv3d(long, long, long, long, long, long, PaddingModes, long, bool, Device, ScalarType?)"/>
            public static Conv3d Conv3d(
                long in_channels, long out_channels, (long, long, long) kernel_size, Padding padding, (long, long, long)? stride = null, (long, long, long)? dilation = null,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null,
                ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels,
                    new([kernel_size.Item1, kernel_size.Item2, kernel_size.Item3], Each(stride, 1), [0, 0, 0], Each(dilation, 1), groups, bias, padding_mode) { PaddingType = padding }, device,
                    dtype);

            private static long[] Each((long, long)? pair, long otherwise) =>
                pair is var (a, b) ? [a, b] : [otherwise, otherwise];

            private static long[] Each((long, long, long)? triple, long otherwise) =>
                triple is var (a, b, c) ? [a, b, c] : [otherwise, otherwise, otherwise];
        }
    }
}

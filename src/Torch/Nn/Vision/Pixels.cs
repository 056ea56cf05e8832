using TorchSharp.Interop;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Channels become pixels: [*, C r², H, W] → [*, C, H r, W r].</summary>
    public sealed class PixelShuffle : nn.Module<Tensor, Tensor>
    {
        internal PixelShuffle(long factor) : base(nameof(PixelShuffle)) => upscale_factor = AtLeast(factor, 1, nameof(upscale_factor));

        /// <summary>The factor r.</summary>
        public long upscale_factor { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.pixel_shuffle(input, upscale_factor);
    }

    /// <summary>Pixels become channels: [*, C, H r, W r] → [*, C r², H, W].</summary>
    public sealed class PixelUnshuffle : nn.Module<Tensor, Tensor>
    {
        internal PixelUnshuffle(long factor) : base(nameof(PixelUnshuffle)) => downscale_factor = AtLeast(factor, 1, nameof(downscale_factor));

        /// <summary>The factor r.</summary>
        public long downscale_factor { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.pixel_unshuffle(input, downscale_factor);
    }

    /// <summary>Channels of groups take turns: [*, g n, H, W] read as [g, n], transposed.</summary>
    public sealed class ChannelShuffle : nn.Module<Tensor, Tensor>
    {
        internal ChannelShuffle(long groups) : base(nameof(ChannelShuffle)) => this.groups = AtLeast(groups, 1);

        /// <summary>The number of groups.</summary>
        public long groups { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.channel_shuffle(tensor, groups);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Channels become pixels: [*, C r², H, W] → [*, C, H r, W r].</summary>
            public static PixelShuffle PixelShuffle(long upscale_factor) => new(upscale_factor);

            /// <summary>Pixels become channels: [*, C, H r, W r] → [*, C r², H, W].</summary>
            public static PixelUnshuffle PixelUnshuffle(long downscale_factor) => new(downscale_factor);

            /// <summary>Channels of groups take turns: [*, g n, H, W] read as [g, n], transposed.</summary>
            public static ChannelShuffle ChannelShuffle(long groups) => new(groups);

            public static partial class functional
            {
                private static readonly Operator Shuffle = new("pixel_shuffle"), Unshuffle = new("pixel_unshuffle");

                /// <summary>Channels become pixels: [*, C r², H, W] → [*, C, H r, W r].</summary>
                /// <exception cref="ArgumentException">The channels do not divide by r².</exception>
                public static Tensor pixel_shuffle(Tensor input, long upscale_factor)
                {
                    Divides(input, -3, AtLeast(upscale_factor, 1) * upscale_factor, nameof(upscale_factor));
                    return Shuffle.Call(input, upscale_factor);
                }

                /// <summary>Pixels become channels: [*, C, H r, W r] → [*, C r², H, W].</summary>
                /// <exception cref="ArgumentException">Height or width do not divide by r.</exception>
                public static Tensor pixel_unshuffle(Tensor input, long downscale_factor)
                {
                    Divides(input, -2, downscale_factor, nameof(downscale_factor));
                    Divides(input, -1, downscale_factor, nameof(downscale_factor));
                    return Unshuffle.Call(input, downscale_factor);
                }

                /// <summary>Channels of groups take turns.</summary>
                /// <exception cref="ArgumentException">The channels do not divide by the groups.</exception>
                public static Tensor channel_shuffle(Tensor input, long groups)
                {
                    Divides(input, 1, groups, nameof(groups));
                    // libtorch's own operator has no derivative.
                    using var scope = NewDisposeScope();
                    var shape = input.shape;
                    var grouped = input.reshape([shape[0], groups, shape[1] / groups, .. shape[2..]]).transpose(1, 2);
                    return scope.MoveToOuter(grouped.reshape(shape));
                }

                private static void Divides(Tensor x, int dim, long parts, string name)
                {
                    ArgumentNullException.ThrowIfNull(x);
                    AtLeast(parts, 1, name);
                    if (x.ndim < 3 || x.size(dim) % parts != 0)
                        throw new ArgumentException($"Dimension {dim} of shape {x.Shaped()} does not divide by {parts}.", name);
                }
            }
        }
    }
}

using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>What paddings share: how wide the border is, and where its values come from.</summary>
    public abstract class PadBase : nn.Module<Tensor, Tensor>
    {
        private readonly PaddingModes _mode;

        private protected PadBase(string name, PaddingModes mode, double value, long[] padding) : base(name) =>
            (_mode, this.value, this.padding) = (mode, value, padding);

        /// <summary>The width of the border before and after each dimension, the last first. Negative widths cut off.</summary>
        public long[] padding { get; set; }

        /// <summary>The value, where it is constant.</summary>
        public double value { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input)
        {
            var dims = padding.Length / 2;
            return nn.functional.pad(Expect.Dimensions(input, [dims + 1, dims + 2], GetName()), padding, _mode, value);
        }
    }

    /// <summary>A border of one value. Of [N, C, L], or the same without N.</summary>
    public sealed class ConstantPad1d : PadBase
    {
        internal ConstantPad1d(double value, params long[] padding) : base(nameof(ConstantPad1d), PaddingModes.Constant, value, padding)
        {
        }
    }

    /// <summary>A border of one value. Of [N, C, H, W], or the same without N.</summary>
    public sealed class ConstantPad2d : PadBase
    {
        internal ConstantPad2d(double value, params long[] padding) : base(nameof(ConstantPad2d), PaddingModes.Constant, value, padding)
        {
        }
    }

    /// <summary>A border of one value. Of [N, C, D, H, W], or the same without N.</summary>
    public sealed class ConstantPad3d : PadBase
    {
        internal ConstantPad3d(double value, params long[] padding) : base(nameof(ConstantPad3d), PaddingModes.Constant, value, padding)
        {
        }
    }

    /// <summary>A border mirrored at the edge, which is not repeated. Of [N, C, L], or the same without N.</summary>
    public sealed class ReflectionPad1d : PadBase
    {
        internal ReflectionPad1d(params long[] padding) : base(nameof(ReflectionPad1d), PaddingModes.Reflect, 0, padding)
        {
        }
    }

    /// <summary>A border mirrored at the edge, which is not repeated. Of [N, C, H, W], or the same without N.</summary>
    public sealed class ReflectionPad2d : PadBase
    {
        internal ReflectionPad2d(params long[] padding) : base(nameof(ReflectionPad2d), PaddingModes.Reflect, 0, padding)
        {
        }
    }

    /// <summary>A border mirrored at the edge, which is not repeated. Of [N, C, D, H, W], or the same without N.</summary>
    public sealed class ReflectionPad3d : PadBase
    {
        internal ReflectionPad3d(params long[] padding) : base(nameof(ReflectionPad3d), PaddingModes.Reflect, 0, padding)
        {
        }
    }

    /// <summary>The edge repeated. Of [N, C, L], or the same without N.</summary>
    public sealed class ReplicationPad1d : PadBase
    {
        internal ReplicationPad1d(params long[] padding) : base(nameof(ReplicationPad1d), PaddingModes.Replicate, 0, padding)
        {
        }
    }

    /// <summary>The edge repeated. Of [N, C, H, W], or the same without N.</summary>
    public sealed class ReplicationPad2d : PadBase
    {
        internal ReplicationPad2d(params long[] padding) : base(nameof(ReplicationPad2d), PaddingModes.Replicate, 0, padding)
        {
        }
    }

    /// <summary>The edge repeated. Of [N, C, D, H, W], or the same without N.</summary>
    public sealed class ReplicationPad3d : PadBase
    {
        internal ReplicationPad3d(params long[] padding) : base(nameof(ReplicationPad3d), PaddingModes.Replicate, 0, padding)
        {
        }
    }

    /// <summary>A border of zeros. Of [N, C, H, W], or the same without N.</summary>
    public sealed class ZeroPad2d : PadBase
    {
        internal ZeroPad2d(params long[] padding) : base(nameof(ZeroPad2d), PaddingModes.Constant, 0, padding)
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
            /// <summary>A border of one value.</summary>
            public static ConstantPad1d ConstantPad1d(long padding, double value) => new(value, padding, padding);

            /// <summary>A border of one value. Widths are (left, right).</summary>
            public static ConstantPad1d ConstantPad1d((long, long) padding, double value) =>
                new(value, padding.Item1, padding.Item2);

            /// <summary>A border of one value.</summary>
            public static ConstantPad2d ConstantPad2d(long padding, double value) => new(value, padding, padding, padding, padding);

            /// <summary>A border of one value. Widths are (left, right, top, bottom).</summary>
            public static ConstantPad2d ConstantPad2d((long, long, long, long) padding, double value) =>
                new(value, padding.Item1, padding.Item2, padding.Item3, padding.Item4);

            /// <summary>A border of one value.</summary>
            public static ConstantPad3d ConstantPad3d(long padding, double value) => new(value, padding, padding, padding, padding, padding, padding);

            /// <summary>A border of one value. Widths are (left, right, top, bottom, front, back).</summary>
            public static ConstantPad3d ConstantPad3d((long, long, long, long, long, long) padding, double value) =>
                new(value, padding.Item1, padding.Item2, padding.Item3, padding.Item4, padding.Item5, padding.Item6);

            /// <summary>A border mirrored at the edge, which is not repeated.</summary>
            public static ReflectionPad1d ReflectionPad1d(long padding) => new(padding, padding);

            /// <summary>A border mirrored at the edge, which is not repeated. Widths are (left, right).</summary>
            public static ReflectionPad1d ReflectionPad1d((long, long) padding) =>
                new(padding.Item1, padding.Item2);

            /// <summary>A border mirrored at the edge, which is not repeated.</summary>
            public static ReflectionPad2d ReflectionPad2d(long padding) => new(padding, padding, padding, padding);

            /// <summary>A border mirrored at the edge, which is not repeated. Widths are (left, right, top, bottom).</summary>
            public static ReflectionPad2d ReflectionPad2d((long, long, long, long) padding) =>
                new(padding.Item1, padding.Item2, padding.Item3, padding.Item4);

            /// <summary>A border mirrored at the edge, which is not repeated.</summary>
            public static ReflectionPad3d ReflectionPad3d(long padding) => new(padding, padding, padding, padding, padding, padding);

            /// <summary>A border mirrored at the edge, which is not repeated. Widths are (left, right, top, bottom, front, back).</summary>
            public static ReflectionPad3d ReflectionPad3d((long, long, long, long, long, long) padding) =>
                new(padding.Item1, padding.Item2, padding.Item3, padding.Item4, padding.Item5, padding.Item6);

            /// <summary>The edge repeated.</summary>
            public static ReplicationPad1d ReplicationPad1d(long padding) => new(padding, padding);

            /// <summary>The edge repeated. Widths are (left, right).</summary>
            public static ReplicationPad1d ReplicationPad1d((long, long) padding) =>
                new(padding.Item1, padding.Item2);

            /// <summary>The edge repeated.</summary>
            public static ReplicationPad2d ReplicationPad2d(long padding) => new(padding, padding, padding, padding);

            /// <summary>The edge repeated. Widths are (left, right, top, bottom).</summary>
            public static ReplicationPad2d ReplicationPad2d((long, long, long, long) padding) =>
                new(padding.Item1, padding.Item2, padding.Item3, padding.Item4);

            /// <summary>The edge repeated.</summary>
            public static ReplicationPad3d ReplicationPad3d(long padding) => new(padding, padding, padding, padding, padding, padding);

            /// <summary>The edge repeated. Widths are (left, right, top, bottom, front, back).</summary>
            public static ReplicationPad3d ReplicationPad3d((long, long, long, long, long, long) padding) =>
                new(padding.Item1, padding.Item2, padding.Item3, padding.Item4, padding.Item5, padding.Item6);

            /// <summary>A border of zeros.</summary>
            public static ZeroPad2d ZeroPad2d(long padding) => new(padding, padding, padding, padding);

            /// <summary>A border of zeros. Widths are (left, right, top, bottom).</summary>
            public static ZeroPad2d ZeroPad2d((long, long, long, long) padding) =>
                new(padding.Item1, padding.Item2, padding.Item3, padding.Item4);
        }
    }
}

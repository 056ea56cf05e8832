using TorchSharp.Interop;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Windows as columns: [N, C, H, W] → [N, C·kernel, windows].</summary>
    public sealed class Unfold : nn.Module<Tensor, Tensor>
    {
        internal Unfold((long, long) kernel, (long, long)? dilation, (long, long)? padding, (long, long)? stride) : base(nameof(Unfold)) =>
            (kernel_size, this.dilation, this.padding, this.stride) = (kernel, dilation ?? (1, 1), padding ?? (0, 0), stride ?? (1, 1));

        /// <summary>Height and width of the window.</summary>
        public (long, long) kernel_size { get; set; }
        /// <summary>The distance of the window's places.</summary>
        public (long, long) dilation { get; set; }
        /// <summary>The width of the border of zeros.</summary>
        public (long, long) padding { get; set; }
        /// <summary>How far the window moves.</summary>
        public (long, long) stride { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.unfold(tensor, kernel_size, dilation, padding, stride);
    }

    /// <summary>Columns added up as windows of a picture: [N, C·kernel, windows] → [N, C, H, W].</summary>
    public sealed class Fold : nn.Module<Tensor, Tensor>
    {
        internal Fold((long, long) size, (long, long) kernel, (long, long)? dilation, (long, long)? padding, (long, long)? stride) : base(nameof(Fold)) =>
            (output_size, kernel_size, this.dilation, this.padding, this.stride) =
            (size, kernel, dilation ?? (1, 1), padding ?? (0, 0), stride ?? (1, 1));

        /// <summary>Height and width of the picture.</summary>
        public (long, long) output_size { get; set; }
        /// <summary>Height and width of the window.</summary>
        public (long, long) kernel_size { get; set; }
        /// <summary>The distance of the window's places.</summary>
        public (long, long) dilation { get; set; }
        /// <summary>The width of the border that is cut off.</summary>
        public (long, long) padding { get; set; }
        /// <summary>How far the window moves.</summary>
        public (long, long) stride { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.fold(tensor, output_size, kernel_size, dilation, padding, stride);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Windows as columns: [N, C, H, W] → [N, C·kernel, windows].</summary>
            public static Unfold Unfold(long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
                new((kernel_size, kernel_size), (dilation, dilation), (padding, padding), (stride, stride));

            /// <inheritdoc cref="Unfold(long, long, long, long)"/>
            public static Unfold Unfold(
                (long, long) kernel_size, (long, long)? dilation = null, (long, long)? padding = null, (long, long)? stride = null) =>
                new(kernel_size, dilation, padding, stride);

            /// <summary>Columns added up as windows of a picture: [N, C·kernel, windows] → [N, C, H, W].</summary>
            public static Fold Fold(long output_size, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
                new((output_size, output_size), (kernel_size, kernel_size), (dilation, dilation), (padding, padding), (stride, stride));

            /// <inheritdoc cref="Fold(long, long, long, long, long)"/>
            public static Fold Fold(
                (long, long) output_size, (long, long) kernel_size, (long, long)? dilation = null, (long, long)? padding = null,
                (long, long)? stride = null) =>
                new(output_size, kernel_size, dilation, padding, stride);

            public static partial class functional
            {
                private static readonly Operator ToColumns = new("im2col"), FromColumns = new("col2im");

                /// <summary>Windows as columns: [N, C, H, W] → [N, C·kernel, windows].</summary>
                public static Tensor unfold(Tensor input, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
                    unfold(input, (kernel_size, kernel_size), (dilation, dilation), (padding, padding), (stride, stride));

                /// <inheritdoc cref="unfold(Tensor, long, long, long, long)"/>
                public static Tensor unfold(
                    Tensor input, (long, long) kernel_size, (long, long)? dilation = null, (long, long)? padding = null, (long, long)? stride = null) =>
                    ToColumns.Call(
                        Expect.Dimensions(input, [3, 4], nameof(unfold)), Two(kernel_size, 1), Two(dilation ?? (1, 1), 1), Two(padding ?? (0, 0), 0),
                        Two(stride ?? (1, 1), 1));

                /// <summary>Columns added up as windows of a picture: [N, C·kernel, windows] → [N, C, H, W].</summary>
                public static Tensor fold(Tensor input, long output_size, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
                    fold(input, (output_size, output_size), (kernel_size, kernel_size), (dilation, dilation), (padding, padding), (stride, stride));

                /// <inheritdoc cref="fold(Tensor, long, long, long, long, long)"/>
                public static Tensor fold(
                    Tensor input, (long, long) output_size, (long, long) kernel_size, (long, long)? dilation = null, (long, long)? padding = null,
                    (long, long)? stride = null) =>
                    FromColumns.Call(
                        Expect.Dimensions(input, [2, 3], nameof(fold)), Two(output_size, 1), Two(kernel_size, 1), Two(dilation ?? (1, 1), 1),
                        Two(padding ?? (0, 0), 0), Two(stride ?? (1, 1), 1));

                private static long[] Two(
                    (long, long) pair, long least, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(pair))] string name = "") =>
                    [Expect.Extent(pair.Item1, least, name), Expect.Extent(pair.Item2, least, name)];
            }
        }
    }
}

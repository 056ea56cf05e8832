using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Puts elements back where a max pooling found them, zeros elsewhere: [N, C, L].</summary>
    public sealed class MaxUnpool1d : nn.Module<Tensor, Tensor, long[]?, Tensor>
    {
        internal MaxUnpool1d(long[] kernel, long[]? stride, long[]? padding) : base(nameof(MaxUnpool1d))
        {
            kernel_size = Expect.Sizes(kernel, 1, 1, nameof(kernel_size));
            this.stride = Expect.Sizes(stride ?? kernel, 1, 1, nameof(stride));
            this.padding = Expect.Sizes(padding ?? new long[1], 1, 0, nameof(padding));
        }

        /// <summary>The size of the pooling's window.</summary>
        public long[] kernel_size { get; set; }
        /// <summary>How far the pooling's window moved.</summary>
        public long[] stride { get; set; }
        /// <summary>The width of the pooling's border.</summary>
        public long[] padding { get; set; }

        /// <summary>Puts elements back.</summary>
        /// <param name="tensor">The greatest elements.</param>
        /// <param name="indices">Where they were, from <c>forward_with_indices</c> of a pooling.</param>
        /// <param name="output_size">The size of the pooling's input; null takes the least that the windows allow.</param>
        public override Tensor forward(Tensor tensor, Tensor indices, long[]? output_size = null) =>
            nn.functional.Unpooled(tensor, indices, 1, output_size, kernel_size, stride, padding);

        /// <inheritdoc cref="forward(Tensor, Tensor, long[])"/>
        public new Tensor call(Tensor tensor, Tensor indices, long[]? output_size = null) => base.call(tensor, indices, output_size);
    }

    /// <summary>Puts elements back where a max pooling found them, zeros elsewhere: [N, C, H, W].</summary>
    public sealed class MaxUnpool2d : nn.Module<Tensor, Tensor, long[]?, Tensor>
    {
        internal MaxUnpool2d(long[] kernel, long[]? stride, long[]? padding) : base(nameof(MaxUnpool2d))
        {
            kernel_size = Expect.Sizes(kernel, 2, 1, nameof(kernel_size));
            this.stride = Expect.Sizes(stride ?? kernel, 2, 1, nameof(stride));
            this.padding = Expect.Sizes(padding ?? new long[2], 2, 0, nameof(padding));
        }

        /// <summary>The size of the pooling's window.</summary>
        public long[] kernel_size { get; set; }
        /// <summary>How far the pooling's window moved.</summary>
        public long[] stride { get; set; }
        /// <summary>The width of the pooling's border.</summary>
        public long[] padding { get; set; }

        /// <summary>Puts elements back.</summary>
        /// <param name="tensor">The greatest elements.</param>
        /// <param name="indices">Where they were, from <c>forward_with_indices</c> of a pooling.</param>
        /// <param name="output_size">The size of the pooling's input; null takes the least that the windows allow.</param>
        public override Tensor forward(Tensor tensor, Tensor indices, long[]? output_size = null) =>
            nn.functional.Unpooled(tensor, indices, 2, output_size, kernel_size, stride, padding);

        /// <inheritdoc cref="forward(Tensor, Tensor, long[])"/>
        public new Tensor call(Tensor tensor, Tensor indices, long[]? output_size = null) => base.call(tensor, indices, output_size);
    }

    /// <summary>Puts elements back where a max pooling found them, zeros elsewhere: [N, C, D, H, W].</summary>
    public sealed class MaxUnpool3d : nn.Module<Tensor, Tensor, long[]?, Tensor>
    {
        internal MaxUnpool3d(long[] kernel, long[]? stride, long[]? padding) : base(nameof(MaxUnpool3d))
        {
            kernel_size = Expect.Sizes(kernel, 3, 1, nameof(kernel_size));
            this.stride = Expect.Sizes(stride ?? kernel, 3, 1, nameof(stride));
            this.padding = Expect.Sizes(padding ?? new long[3], 3, 0, nameof(padding));
        }

        /// <summary>The size of the pooling's window.</summary>
        public long[] kernel_size { get; set; }
        /// <summary>How far the pooling's window moved.</summary>
        public long[] stride { get; set; }
        /// <summary>The width of the pooling's border.</summary>
        public long[] padding { get; set; }

        /// <summary>Puts elements back.</summary>
        /// <param name="tensor">The greatest elements.</param>
        /// <param name="indices">Where they were, from <c>forward_with_indices</c> of a pooling.</param>
        /// <param name="output_size">The size of the pooling's input; null takes the least that the windows allow.</param>
        public override Tensor forward(Tensor tensor, Tensor indices, long[]? output_size = null) =>
            nn.functional.Unpooled(tensor, indices, 3, output_size, kernel_size, stride, padding);

        /// <inheritdoc cref="forward(Tensor, Tensor, long[])"/>
        public new Tensor call(Tensor tensor, Tensor indices, long[]? output_size = null) => base.call(tensor, indices, output_size);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Puts elements back where a max pooling of this window found them, zeros elsewhere.</summary>
            public static MaxUnpool1d MaxUnpool1d(long kernel_size, long? stride = null, long? padding = null) =>
                new([kernel_size], One(stride), One(padding));

            /// <summary>Puts elements back where a max pooling of this window found them, zeros elsewhere.</summary>
            public static MaxUnpool2d MaxUnpool2d(long kernel_size, long? stride = null, long? padding = null) =>
                new([kernel_size, kernel_size], Twice(stride), Twice(padding));

            /// <inheritdoc cref="MaxUnpool2d(long, long?, long?)"/>
            public static MaxUnpool2d MaxUnpool2d((long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null) =>
                new([kernel_size.Item1, kernel_size.Item2], Both(stride), Both(padding));

            /// <inheritdoc cref="MaxUnpool2d(long, long?, long?)"/>
            public static MaxUnpool2d MaxUnpool2d(long[] kernel_size, long[]? stride = null, long[]? padding = null) =>
                new(kernel_size, stride, padding);

            /// <summary>Puts elements back where a max pooling of this window found them, zeros elsewhere.</summary>
            public static MaxUnpool3d MaxUnpool3d(long kernel_size, long? stride = null, long? padding = null) =>
                new([kernel_size, kernel_size, kernel_size], Thrice(stride), Thrice(padding));

            /// <inheritdoc cref="MaxUnpool3d(long, long?, long?)"/>
            public static MaxUnpool3d MaxUnpool3d((long, long, long) kernel_size, (long, long, long)? stride = null, (long, long, long)? padding = null) =>
                new([kernel_size.Item1, kernel_size.Item2, kernel_size.Item3], All(stride), All(padding));

            /// <inheritdoc cref="MaxUnpool3d(long, long?, long?)"/>
            public static MaxUnpool3d MaxUnpool3d(long[] kernel_size, long[]? stride = null, long[]? padding = null) =>
                new(kernel_size, stride, padding);
        }
    }
}

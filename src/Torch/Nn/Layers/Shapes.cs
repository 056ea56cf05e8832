using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Gives back its input.</summary>
    public sealed class Identity : nn.Module<Tensor, Tensor>
    {
        internal Identity() : base(nameof(Identity))
        {
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => Given(tensor).alias();
    }

    /// <summary>Dimensions start to end become one.</summary>
    public sealed class Flatten : nn.Module<Tensor, Tensor>
    {
        internal Flatten(long start, long end) : base(nameof(Flatten)) => (start_dim, end_dim) = (start, end);

        /// <summary>The first of the dimensions that become one.</summary>
        public long start_dim { get; set; }

        /// <summary>The last of them.</summary>
        public long end_dim { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => Given(input).flatten(start_dim, end_dim);
    }

    /// <summary>One dimension becomes several.</summary>
    public sealed class Unflatten : nn.Module<Tensor, Tensor>
    {
        internal Unflatten(long dim, long[] sizes) : base(nameof(Unflatten))
        {
            ArgumentNullException.ThrowIfNull(sizes, nameof(unflattened_size));
            (this.dim, unflattened_size) = (dim, sizes);
        }

        /// <summary>The dimension that becomes several.</summary>
        public long dim { get; set; }

        /// <summary>Their sizes.</summary>
        public long[] unflattened_size { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => Given(tensor).unflatten(dim, unflattened_size);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Gives back its input.</summary>
            public static Identity Identity() => new();

            /// <summary>Dimensions start_dim to end_dim become one; the first dimension, the batch, stays unless told otherwise.</summary>
            public static Flatten Flatten(long start_dim = 1, long end_dim = -1) => new(start_dim, end_dim);

            /// <summary>One dimension becomes several.</summary>
            public static Unflatten Unflatten(long dim, long[] unflattened_size) => new(dim, unflattened_size);
        }
    }
}

using TorchSharp.Interop;

namespace TorchSharp;

// Other shapes of the same elements. Results share memory with their source wherever libtorch can.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The same memory in another shape; one size may be −1.</summary>
        public Tensor view(params long[] shape) => View.Call(this, Fitting(shape));
        /// <summary>The shape of <paramref name="other"/>, in the same memory.</summary>
        public Tensor view_as(Tensor other) => View.Call(this, other.shape);
        /// <summary>The same elements in another shape, copied if need be; one size may be −1.</summary>
        public Tensor reshape(params long[] shape) => Reshape.Call(this, Fitting(shape));
        /// <summary>Dimensions start_dim to end_dim become one.</summary>
        public Tensor flatten(long start_dim = 0, long end_dim = -1) =>
            Flatten.Call(this, Dimension(start_dim, ndim, nameof(start_dim)), Dimension(end_dim, ndim, nameof(end_dim)));
        /// <summary>One dimension becomes several.</summary>
        public Tensor unflatten(long dim, params long[] sizes)
        {
            var old = shape;
            var d = Dimension(dim, old.Length);
            return view([.. old[..d], .. sizes, .. old[(d + 1)..]]);
        }

        /// <summary>One dimension, all elements in row-major order.</summary>
        public Tensor ravel() => flatten();
        /// <summary>Without dimensions of size 1, or without dimension <paramref name="dim"/> if it is one.</summary>
        public Tensor squeeze(long? dim = null) => dim is { } d ? SqueezeDim.Call(this, Dimension(d, ndim)) : Squeeze.Call(this);
        /// <summary>With a new dimension of size 1 before <paramref name="dim"/>.</summary>
        public Tensor unsqueeze(long dim) => Unsqueeze.Call(this, Dimension(dim, ndim + 1));
        /// <summary>Two dimensions swapped.</summary>
        public Tensor transpose(long dim0, long dim1) =>
            Transpose.Call(this, Dimension(dim0, ndim, nameof(dim0)), Dimension(dim1, ndim, nameof(dim1)));
        /// <inheritdoc cref="transpose(long, long)"/>
        public Tensor swapaxes(long dim0, long dim1) => transpose(dim0, dim1);
        /// <summary>The transpose of a matrix.</summary>
        public Tensor t() => TransposeMatrix.Call(this);
        /// <summary>All dimensions in reverse order.</summary>
        public Tensor T => NumpyT.Call(this);
        /// <summary>The last two dimensions swapped.</summary>
        public Tensor mT => transpose(-2, -1);
        /// <summary>The dimensions in another order.</summary>
        public Tensor permute(params long[] permutation) => Permute.Call(this, permutation);
        /// <summary>Dimensions moved to other places; the others keep their order.</summary>
        public Tensor movedim(long[] source, long[] destination) => Movedim.Call(this, source, destination);
        /// <inheritdoc cref="movedim(long[], long[])"/>
        public Tensor moveaxis(long[] source, long[] destination) => movedim(source, destination);
        /// <summary>Dimensions of size 1 repeated without copying; −1 keeps a size.</summary>
        public Tensor expand(params long[] sizes) => Expand.Call(this, sizes);
        /// <summary>Expanded to the shape of <paramref name="other"/>.</summary>
        public Tensor expand_as(Tensor other) => Expand.Call(this, other.shape);
        /// <summary>Broadcast to a shape, without copying.</summary>
        public Tensor broadcast_to(params long[] shape) => Expand.Call(this, shape);
        /// <summary>The whole tensor repeated along each dimension.</summary>
        public Tensor repeat(params long[] sizes) => Repeat.Call(this, sizes);
        /// <summary>The whole tensor repeated along each dimension.</summary>
        public Tensor tile(params long[] reps) => Tile.Call(this, reps);
        /// <summary>Each element repeated, along a dimension or flattened.</summary>
        public Tensor repeat_interleave(long repeats, long? dim = null, long? output_size = null) =>
            RepeatInterleave.Call(this, repeats, dim, output_size);
        /// <summary>Each element repeated its own number of times, along a dimension or flattened.</summary>
        public Tensor repeat_interleave(Tensor repeats, long? dim = null, long? output_size = null) =>
            RepeatInterleaveTensor.Call(this, repeats, dim, output_size);
        /// <summary><paramref name="length"/> elements along a dimension from <paramref name="start"/> on.</summary>
        public Tensor narrow(long dim, long start, long length) => Narrow.Call(this, Dimension(dim, ndim), start, length);
        /// <summary>Every <paramref name="step"/>-th element along a dimension from start up to, not including, finish.</summary>
        public Tensor slice(long dim, long start, long finish, long step) => Slice.Call(this, Dimension(dim, ndim), start, finish, step);
        /// <summary>The part at one place of a dimension, which disappears.</summary>
        public Tensor select(long dim, long index)
        {
            var d = Dimension(dim, ndim);
            return Select.Call(this, d, Place(index, size(d)));
        }

        /// <summary>Windows of <paramref name="size"/> elements along a dimension, as a new last dimension.</summary>
        public Tensor unfold(long dimension, long size, long step) => Unfold.Call(this, Dimension(dimension, ndim), size, step);
        /// <summary>Reversed along dimensions.</summary>
        public Tensor flip(params long[] dims) => Flip.Call(this, Checked(dims));
        /// <summary>Shifted along dimensions; what leaves on one side enters on the other.</summary>
        public Tensor roll(long shifts, long dims) => Roll.Call(this, new[] { shifts }, new[] { dims });
        /// <inheritdoc cref="roll(long, long)"/>
        public Tensor roll(long[] shifts, long[] dims) => Roll.Call(this, shifts, dims);
        /// <summary>A view with given sizes, strides and offset in elements.</summary>
        public Tensor as_strided(long[] size, long[] strides, long? storageOffset = null) => AsStrided.Call(this, size, strides, storageOffset);

        private static long Place(long index, long size) => index >= -size && index < size
            ? index
            : throw new ArgumentOutOfRangeException(nameof(index), index, $"A dimension of size {size} takes index from {-size} to {size - 1}, not {index}.");

        /// <summary>Checks that a shape holds as many elements as this tensor has.</summary>
        private long[] Fitting(long[] shape)
        {
            ArgumentNullException.ThrowIfNull(shape);
            long known = 1, open = 0;
            foreach (var size in shape)
            {
                if (size < -1)
                    throw new ArgumentException($"A size is negative in [{string.Join(", ", shape)}].", nameof(shape));
                if (size == -1)
                    open++;
                else
                    known *= size;
            }

            var have = numel();
            var fits = open switch { 0 => known == have, 1 => known > 0 ? have % known == 0 : have == 0, _ => false };
            return fits ? shape : throw new ArgumentException(
                $"The shape [{string.Join(", ", shape)}] does not fit a tensor of {have} elements (shape [{string.Join(", ", this.shape)}]).",
                nameof(shape));
        }

        private static readonly Operator View = new("view"), Reshape = new("reshape"), Flatten = new("flatten.using_ints");
        private static readonly Operator Squeeze = new("squeeze"), SqueezeDim = new("squeeze.dim"), Unsqueeze = new("unsqueeze");
        private static readonly Operator Transpose = new("transpose.int"), TransposeMatrix = new("t"), NumpyT = new("numpy_T");
        private static readonly Operator Permute = new("permute"), Movedim = new("movedim.intlist");
        private static readonly Operator Expand = new("expand"), Repeat = new("repeat"), Tile = new("tile");
        private static readonly Operator RepeatInterleave = new("repeat_interleave.self_int");
        private static readonly Operator RepeatInterleaveTensor = new("repeat_interleave.self_Tensor");
        private static readonly Operator Narrow = new("narrow"), Slice = new("slice.Tensor"), Select = new("select.int");
        private static readonly Operator Unfold = new("unfold"), Flip = new("flip"), Roll = new("roll"), AsStrided = new("as_strided");
    }
}

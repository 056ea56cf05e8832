using TorchSharp.Interop;

namespace TorchSharp;

// Tensors taken apart: views of parts.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary><paramref name="length"/> elements along a dimension from <paramref name="start"/> on.</summary>
        public Tensor narrow(long dim, long start, long length) => Narrow.Call(this, Dimension(dim, ndim), start, AtLeast(length, 0));
        /// <summary>Every <paramref name="step"/>-th element along a dimension from start up to, not including, finish.</summary>
        public Tensor slice(long dim, long start, long finish, long step) =>
            Slice.Call(this, Dimension(dim, ndim), start, finish, AtLeast(step, 1));
        /// <summary>The part at one place of a dimension, which disappears.</summary>
        public Tensor select(long dim, long index)
        {
            var d = Dimension(dim, ndim);
            return Select.Call(this, d, Place(index, size(d)));
        }

        /// <summary>Windows of <paramref name="size"/> elements along a dimension, as a new last dimension.</summary>
        public Tensor unfold(long dimension, long size, long step) =>
            Unfold.Call(this, Dimension(dimension, ndim, nameof(dimension)), AtLeast(size, 0), AtLeast(step, 1));
        /// <summary>The parts at each place of a dimension, which disappears.</summary>
        public Tensor[] unbind(long dimension = 0L) => Unbind.CallList(this, Dimension(dimension, ndim, nameof(dimension)));
        /// <summary>At most <paramref name="chunks"/> parts along a dimension.</summary>
        public Tensor[] chunk(long chunks, long dim = 0L) => Chunk.CallList(this, AtLeast(chunks, 1), Dimension(dim, ndim));
        /// <summary>Parts of one size (the last may be smaller) along a dimension.</summary>
        public Tensor[] split(long size, int dim = 0) => SplitSize.CallList(this, AtLeast(size, 1), Dimension(dim, ndim));
        /// <summary>Parts of given sizes along a dimension.</summary>
        public Tensor[] split(ReadOnlySpan<long> sizes, long dim = 0) =>
            SplitSizes.CallList(this, Sizes(sizes.ToArray(), nameof(sizes)), Dimension(dim, ndim));
        /// <inheritdoc cref="split(ReadOnlySpan{long}, long)"/>
        public Tensor[] split(long[] sizes, long dim = 0) => SplitSizes.CallList(this, Sizes(sizes, nameof(sizes)), Dimension(dim, ndim));
        /// <summary>Parts of given sizes along the first dimension.</summary>
        public Tensor[] split(params long[] sizes) => split(sizes, 0L);
        /// <summary>As equal parts as can be along a dimension.</summary>
        public Tensor[] tensor_split(long size, long dim = 0L) => TensorSplit.CallList(this, AtLeast(size, 1), Dimension(dim, ndim));
        /// <summary>Parts along a dimension, divided before the given places.</summary>
        public Tensor[] tensor_split(long[] sizes, long dim = 0L) => TensorSplitAt.CallList(this, sizes, Dimension(dim, ndim));
        /// <summary>As many parts as a number says, or parts divided before the places in a vector.</summary>
        public Tensor[] tensor_split(Tensor indices, long dim = 0L) => TensorSplitTensor.CallList(this, indices, Dimension(dim, ndim));
        /// <summary>Equal parts along the first dimension.</summary>
        public Tensor[] vsplit(long size) => Equally(size, 0);
        /// <summary>Parts along the first dimension, divided before the given places.</summary>
        public Tensor[] vsplit(params long[] sizes) => tensor_split(sizes, 0);
        /// <inheritdoc cref="vsplit(long[])"/>
        public Tensor[] vsplit(Tensor indices) => tensor_split(indices, 0);
        /// <summary>Equal parts along the second dimension.</summary>
        public Tensor[] hsplit(long size) => Equally(size, ndim == 1 ? 0 : 1);
        /// <summary>Parts along the second dimension, divided before the given places.</summary>
        public Tensor[] hsplit(params long[] sizes) => tensor_split(sizes, ndim == 1 ? 0 : 1);
        /// <inheritdoc cref="hsplit(long[])"/>
        public Tensor[] hsplit(Tensor indices) => tensor_split(indices, ndim == 1 ? 0 : 1);
        /// <summary>Equal parts along the third dimension.</summary>
        public Tensor[] dsplit(long size) => Equally(size, 2);
        /// <summary>Parts along the third dimension, divided before the given places.</summary>
        public Tensor[] dsplit(params long[] sizes) => tensor_split(sizes, 2);
        /// <inheritdoc cref="dsplit(long[])"/>
        public Tensor[] dsplit(Tensor indices) => tensor_split(indices, 2);
        /// <inheritdoc cref="dsplit(long[])"/>
        public Tensor[] dsplit((long, long) indices_or_sections) => dsplit([indices_or_sections.Item1, indices_or_sections.Item2]);
        /// <inheritdoc cref="dsplit(long[])"/>
        public Tensor[] dsplit((long, long, long) indices_or_sections) =>
            dsplit([indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3]);
        /// <inheritdoc cref="dsplit(long[])"/>
        public Tensor[] dsplit((long, long, long, long) indices_or_sections) =>
            dsplit([indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3, indices_or_sections.Item4]);

        private Tensor[] Equally(long size, int dim)
        {
            var whole = this.size(Dimension(dim, ndim));
            return whole % AtLeast(size, 1) == 0
                ? tensor_split(size, dim)
                : throw new ArgumentException($"Dimension {dim} of size {whole} has no {size} equal parts.", nameof(size));
        }

        private static long Place(long index, long size) => index >= -size && index < size
            ? index
            : throw new ArgumentOutOfRangeException(nameof(index), index, $"A dimension of size {size} takes index from {-size} to {size - 1}, not {index}.");

        private static readonly Operator Narrow = new("narrow"), Slice = new("slice.Tensor"), Select = new("select.int"), Unfold = new("unfold");
        private static readonly Operator SplitSize = new("split.Tensor"), SplitSizes = new("split_with_sizes"), Chunk = new("chunk");
        private static readonly Operator TensorSplit = new("tensor_split.sections"), TensorSplitAt = new("tensor_split.indices");
        private static readonly Operator TensorSplitTensor = new("tensor_split.tensor_indices_or_sections"), Unbind = new("unbind.int");
    }

    /// <summary><paramref name="length"/> elements along a dimension from <paramref name="start"/> on.</summary>
    public static Tensor narrow(Tensor input, long dim, long start, long length) => Given(input).narrow(dim, start, length);
    /// <summary>The part at one place of a dimension, which disappears.</summary>
    public static Tensor select(Tensor input, long dim, long index) => Given(input).select(dim, index);
    /// <summary>The parts at each place of a dimension, which disappears.</summary>
    public static Tensor[] unbind(Tensor tensor, int dim = 0) => Given(tensor).unbind(dim);
    /// <inheritdoc cref="unbind(Tensor, int)"/>
    public static Tensor[] unbind(Tensor input, long dim = 0L) => Given(input).unbind(dim);
    /// <summary>At most <paramref name="chunks"/> parts along a dimension.</summary>
    public static Tensor[] chunk(Tensor input, long chunks, long dim = 0L) => Given(input).chunk(chunks, dim);
    /// <summary>Parts of given sizes along a dimension.</summary>
    public static Tensor[] split(Tensor tensor, long[] split_size_or_sections, long dim = 0L) => Given(tensor).split(split_size_or_sections, dim);
    /// <summary>As equal parts as can be along a dimension.</summary>
    public static Tensor[] tensor_split(Tensor input, long indices_or_sections, long dim = 0L) => Given(input).tensor_split(indices_or_sections, dim);
    /// <summary>Parts along a dimension, divided before the given places.</summary>
    public static Tensor[] tensor_split(Tensor input, long[] indices_or_sections, long dim = 0L) => Given(input).tensor_split(indices_or_sections, dim);
    /// <summary>As many parts as a number says, or parts divided before the places in a vector.</summary>
    public static Tensor[] tensor_split(Tensor input, Tensor indices_or_sections, long dim = 0L) => Given(input).tensor_split(indices_or_sections, dim);
    /// <summary>Parts along the first dimension, divided before the given places.</summary>
    public static Tensor[] vsplit(Tensor input, long[] indices_or_sections) => Given(input).vsplit(indices_or_sections);
    /// <summary>Equal parts along the second dimension.</summary>
    public static Tensor[] hsplit(Tensor input, long indices_or_sections) => Given(input).hsplit(indices_or_sections);
    /// <summary>Parts along the second dimension, divided before the given places.</summary>
    public static Tensor[] hsplit(Tensor input, long[] indices_or_sections) => Given(input).hsplit(indices_or_sections);
    /// <summary>Parts along the second dimension, divided before the given places.</summary>
    public static Tensor[] hsplit(Tensor input, Tensor indices_or_sections) => Given(input).hsplit(indices_or_sections);
    /// <summary>Equal parts along the third dimension.</summary>
    public static Tensor[] dsplit(Tensor input, long size) => Given(input).dsplit(size);
    /// <summary>Parts along the third dimension, divided before the given places.</summary>
    public static Tensor[] dsplit(Tensor input, long[] indices_or_sections) => Given(input).dsplit(indices_or_sections);
    /// <summary>Parts along the third dimension, divided before the given places.</summary>
    public static Tensor[] dsplit(Tensor input, Tensor indices_or_sections) => Given(input).dsplit(indices_or_sections);
    /// <summary>Parts along the second dimension, divided before the given places.</summary>
    public static Tensor[] hsplit(Tensor input, (long, long) indices_or_sections) =>
        Given(input).hsplit([indices_or_sections.Item1, indices_or_sections.Item2]);
    /// <summary>Parts along the second dimension, divided before the given places.</summary>
    public static Tensor[] hsplit(Tensor input, (long, long, long) indices_or_sections) =>
        Given(input).hsplit([indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3]);
    /// <summary>Parts along the second dimension, divided before the given places.</summary>
    public static Tensor[] hsplit(Tensor input, (long, long, long, long) indices_or_sections) =>
        Given(input).hsplit([indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3, indices_or_sections.Item4]);
    /// <summary>Parts along the third dimension, divided before the given places.</summary>
    public static Tensor[] dsplit(Tensor input, (long, long) indices_or_sections) =>
        Given(input).dsplit([indices_or_sections.Item1, indices_or_sections.Item2]);
    /// <summary>Parts along the third dimension, divided before the given places.</summary>
    public static Tensor[] dsplit(Tensor input, (long, long, long) indices_or_sections) =>
        Given(input).dsplit([indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3]);
    /// <summary>Parts along the third dimension, divided before the given places.</summary>
    public static Tensor[] dsplit(Tensor input, (long, long, long, long) indices_or_sections) =>
        Given(input).dsplit([indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3, indices_or_sections.Item4]);
}

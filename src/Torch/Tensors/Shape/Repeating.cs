using TorchSharp.Interop;

namespace TorchSharp;

// Elements repeated, with and without copies, and common shapes.
public static partial class torch
{
    private static readonly Operator BroadcastTensors = new("broadcast_tensors");

    /// <summary>All expanded to their common shape.</summary>
    public static IList<Tensor> broadcast_tensors(params Tensor[] tensors) => BroadcastTensors.CallList(Several(tensors));
    /// <summary>The shape that shapes have in common: from the last dimension on, sizes are equal or one of them is 1.</summary>
    /// <exception cref="ArgumentException">The shapes have none in common.</exception>
    public static Size broadcast_shapes(params long[][] shapes)
    {
        ArgumentNullException.ThrowIfNull(shapes);
        var common = new long[shapes.Select(s => s.Length).DefaultIfEmpty().Max()];
        Array.Fill(common, 1);
        foreach (var shape in shapes)
            for (var back = 1; back <= shape.Length; back++)
            {
                ref var size = ref common[^back];
                if (size == 1)
                    size = shape[^back];
                else if (shape[^back] != 1 && shape[^back] != size)
                    throw new ArgumentException(
                        $"The shapes {string.Join(", ", shapes.Select(s => $"[{string.Join(", ", s)}]"))} have no common shape.", nameof(shapes));
            }

        return new(common);
    }

    /// <summary>Broadcast to a shape, without copying.</summary>
    public static Tensor broadcast_to(Tensor input, params long[] shape) => Given(input).broadcast_to(shape);
    /// <summary>The whole tensor repeated along each dimension.</summary>
    public static Tensor tile(Tensor input, long[] dims) => Given(input).tile(dims);
    /// <summary>Each element repeated, along a dimension or flattened.</summary>
    public static Tensor repeat_interleave(Tensor input, long repeats, long? dim = null, long? output_size = null) =>
        Given(input).repeat_interleave(repeats, dim, output_size);
    /// <summary>Each element repeated its own number of times, along a dimension or flattened.</summary>
    public static Tensor repeat_interleave(Tensor input, Tensor repeats, long? dim = null, long? output_size = null) =>
        Given(input).repeat_interleave(repeats, dim, output_size);

    public partial class Tensor
    {
        /// <summary>Dimensions of size 1 repeated without copying; −1 keeps a size.</summary>
        public Tensor expand(ReadOnlySpan<long> sizes, bool isImplicit = false) => Expand.Call(this, sizes.ToArray(), isImplicit);
        /// <inheritdoc cref="expand(ReadOnlySpan{long}, bool)"/>
        public Tensor expand(long[] sizes, bool isImplicit = false) => Expand.Call(this, sizes, isImplicit);
        /// <inheritdoc cref="expand(ReadOnlySpan{long}, bool)"/>
        public Tensor expand(Size sizes, bool isImplicit = false) => Expand.Call(this, sizes.Shape, isImplicit);
        /// <inheritdoc cref="expand(ReadOnlySpan{long}, bool)"/>
        public Tensor expand(params long[] sizes) => Expand.Call(this, sizes);
        /// <summary>Expanded to the shape of <paramref name="other"/>.</summary>
        public Tensor expand_as(Tensor other) => Expand.Call(this, Given(other).shape);
        /// <summary>Broadcast to a shape, without copying.</summary>
        public Tensor broadcast_to(params long[] shape) => Expand.Call(this, shape);
        /// <summary>The whole tensor repeated along each dimension.</summary>
        public Tensor repeat(params long[] sizes) => Repeat.Call(this, Sizes(sizes));
        /// <summary>The whole tensor repeated along each dimension.</summary>
        public Tensor tile(long[] reps) => Tile.Call(this, Sizes(reps));
        /// <summary>Each element repeated, along a dimension or flattened.</summary>
        public Tensor repeat_interleave(long repeats, long? dim = null, long? output_size = null) =>
            RepeatInterleave.Call(this, AtLeast(repeats, 0), Dimension(dim), output_size);
        /// <summary>Each element repeated its own number of times, along a dimension or flattened.</summary>
        public Tensor repeat_interleave(Tensor repeats, long? dim = null, long? output_size = null) =>
            RepeatInterleaveTensor.Call(this, repeats, Dimension(dim), output_size);

        /// <summary>The non-negative number of a dimension, or null for none.</summary>
        private long? Dimension(long? dim) => dim is { } d ? Dimension(d, ndim) : null;

        private static readonly Operator Expand = new("expand"), Repeat = new("repeat"), Tile = new("tile");
        private static readonly Operator RepeatInterleave = new("repeat_interleave.self_int");
        private static readonly Operator RepeatInterleaveTensor = new("repeat_interleave.self_Tensor");
    }
}

using TorchSharp.Interop;

namespace TorchSharp;

// Tensors put together and taken apart.
public static partial class torch
{
    private static readonly Operator Cat = new("cat"), Stack = new("stack"), WhereSelf = new("where.self"), WhereAll = new("where");
    private static readonly Operator WhereScalarOther = new("where.ScalarOther"), WhereScalarSelf = new("where.ScalarSelf");
    private static readonly Operator WhereScalars = new("where.Scalar"), Meshgrid = new("meshgrid.indexing");
    private static readonly Operator BroadcastTensors = new("broadcast_tensors"), CartesianProd = new("cartesian_prod");

    /// <summary>Joined along an existing dimension.</summary>
    public static Tensor cat(IList<Tensor> tensors, long dim = 0) => Cat.Call(Several(tensors), dim);
    /// <inheritdoc cref="cat"/>
    public static Tensor concat(IList<Tensor> tensors, long dim = 0) => cat(tensors, dim);
    /// <inheritdoc cref="cat"/>
    public static Tensor concatenate(IList<Tensor> tensors, long axis = 0) => cat(tensors, axis);
    /// <summary>Joined along a new dimension.</summary>
    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0) => Stack.Call(Several(tensors), dim);
    /// <summary>Joined as rows.</summary>
    public static Tensor vstack(IList<Tensor> tensors) => Vstack.Call(Several(tensors));
    /// <summary>Joined as columns.</summary>
    public static Tensor hstack(IList<Tensor> tensors) => Hstack.Call(Several(tensors));
    /// <summary>Of x where the condition holds, of y elsewhere.</summary>
    public static Tensor where(Tensor condition, Tensor x, Tensor y) => WhereSelf.Call(condition, x, y);
    /// <inheritdoc cref="where(Tensor, Tensor, Tensor)"/>
    public static Tensor where(Tensor condition, Tensor x, Scalar y) => WhereScalarOther.Call(condition, x, y);
    /// <inheritdoc cref="where(Tensor, Tensor, Tensor)"/>
    public static Tensor where(Tensor condition, Scalar x, Tensor y) => WhereScalarSelf.Call(condition, x, y);
    /// <inheritdoc cref="where(Tensor, Tensor, Tensor)"/>
    public static Tensor where(Tensor condition, Scalar x, Scalar y) => WhereScalars.Call(condition, x, y);
    /// <summary>The places where the condition holds, one tensor for each dimension.</summary>
    public static Tensor[] where(Tensor condition) => WhereAll.CallList(condition);
    /// <summary>The coordinates of a grid: for vectors of sizes n, m …, tensors of shape [n, m, …] ("ij") or [m, n, …] ("xy").</summary>
    public static Tensor[] meshgrid(IEnumerable<Tensor> tensors, string indexing = "ij") => Meshgrid.CallList(Several(tensors), indexing);
    /// <summary>All combinations of elements of vectors, one a row.</summary>
    public static Tensor cartesian_prod(params Tensor[] tensors) => CartesianProd.Call(Several(tensors));
    /// <summary>All expanded to their common shape.</summary>
    public static IList<Tensor> broadcast_tensors(params Tensor[] tensors) => BroadcastTensors.CallList(Several(tensors));
    /// <summary>Parts of given sizes along a dimension.</summary>
    public static Tensor[] split(Tensor tensor, long[] split_size_or_sections, long dim = 0) => tensor.split(split_size_or_sections, dim);
    /// <summary>Parts of one size (the last may be smaller) along a dimension.</summary>
    public static Tensor[] split(Tensor tensor, long split_size, long dim = 0) => tensor.split(split_size, dim);
    /// <summary>At most <paramref name="chunks"/> parts along a dimension.</summary>
    public static Tensor[] chunk(Tensor input, long chunks, long dim = 0) => input.chunk(chunks, dim);
    /// <summary>The parts at each place of a dimension, which disappears.</summary>
    public static Tensor[] unbind(Tensor input, int dim = 0) => input.unbind(dim);
    /// <summary>A matrix with a vector as (off-)diagonal, or the (off-)diagonal of a matrix.</summary>
    public static Tensor diag(Tensor input, long diagonal = 0) => input.diag(diagonal);
    /// <summary>Matrices with vectors as (off-)diagonals.</summary>
    public static Tensor diag_embed(Tensor input, long offset = 0L, long dim1 = -2L, long dim2 = -1L) => input.diag_embed(offset, dim1, dim2);
    /// <summary>The (off-)diagonals of matrices.</summary>
    public static Tensor diagonal(Tensor input, long offset = 0, long dim1 = 0, long dim2 = 1) => input.diagonal(offset, dim1, dim2);
    /// <summary>The lower triangle, 0 elsewhere.</summary>
    public static Tensor tril(Tensor input, long diagonal = 0) => input.tril(diagonal);
    /// <summary>The upper triangle, 0 elsewhere.</summary>
    public static Tensor triu(Tensor input, long diagonal = 0) => input.triu(diagonal);
    /// <summary>Where in a matrix the lower triangle is: rows and columns.</summary>
    public static Tensor tril_indices(long row, long col, long offset = 0L) => TrilIndices.Call(row, col, offset);
    /// <summary>Where in a matrix the upper triangle is: rows and columns.</summary>
    public static Tensor triu_indices(long row, long col, long offset = 0L) => TriuIndices.Call(row, col, offset);

    private static readonly Operator Vstack = new("vstack"), Hstack = new("hstack");
    private static readonly Operator TrilIndices = new("tril_indices"), TriuIndices = new("triu_indices");

    private static Tensor[] Several(IEnumerable<Tensor> tensors)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        var list = tensors as Tensor[] ?? tensors.ToArray();
        if (list.Length == 0)
            throw new ArgumentException("At least one tensor is needed.", nameof(tensors));
        var missing = Array.IndexOf(list, null);
        return missing < 0 ? list : throw new ArgumentException($"Tensor number {missing} of {list.Length} is null.", nameof(tensors));
    }

    public partial class Tensor
    {
        /// <summary>Parts of one size (the last may be smaller) along a dimension.</summary>
        public Tensor[] split(long size, long dim = 0) => SplitSize.CallList(this, AtLeast(size, 1), Dimension(dim, ndim));
        /// <summary>Parts of given sizes along a dimension.</summary>
        public Tensor[] split(long[] sizes, long dim = 0) => SplitSizes.CallList(this, sizes, Dimension(dim, ndim));
        /// <summary>At most <paramref name="chunks"/> parts along a dimension.</summary>
        public Tensor[] chunk(long chunks, long dim = 0) => Chunk.CallList(this, AtLeast(chunks, 1), Dimension(dim, ndim));
        /// <summary>The parts at each place of a dimension, which disappears.</summary>
        public Tensor[] unbind(int dim = 0) => Unbind.CallList(this, Dimension(dim, ndim));
        /// <summary>This where the condition holds, y elsewhere.</summary>
        public Tensor where(Tensor condition, Tensor y) => torch.where(condition, this, y);
        /// <summary>A matrix with a vector as (off-)diagonal, or the (off-)diagonal of a matrix.</summary>
        public Tensor diag(long diagonal = 0) => Diag.Call(this, diagonal);
        /// <summary>Matrices with vectors as (off-)diagonals.</summary>
        public Tensor diag_embed(long offset = 0L, long dim1 = -2L, long dim2 = -1L) => DiagEmbed.Call(this, offset, dim1, dim2);
        /// <summary>The (off-)diagonals of matrices.</summary>
        public Tensor diagonal(long offset = 0, long dim1 = 0, long dim2 = 1) => Diagonal.Call(this, offset, dim1, dim2);
        /// <summary>The lower triangle, 0 elsewhere.</summary>
        public Tensor tril(long diagonal = 0) => Tril.Call(this, diagonal);
        /// <summary>The upper triangle, 0 elsewhere.</summary>
        public Tensor triu(long diagonal = 0) => Triu.Call(this, diagonal);

        private static readonly Operator SplitSize = new("split.Tensor"), SplitSizes = new("split.sizes"), Chunk = new("chunk");
        private static readonly Operator Unbind = new("unbind.int"), Diag = new("diag"), DiagEmbed = new("diag_embed");
        private static readonly Operator Diagonal = new("diagonal"), Tril = new("tril"), Triu = new("triu");
    }
}

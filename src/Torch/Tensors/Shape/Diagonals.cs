using TorchSharp.Interop;

namespace TorchSharp;

// Diagonals and triangles, and parts replaced in copies.
public static partial class torch
{
    /// <summary>A matrix with a vector as (off-)diagonal, or the (off-)diagonal of a matrix.</summary>
    public static Tensor diag(Tensor input, long diagonal = 0) => Given(input).diag(diagonal);
    /// <summary>Matrices with vectors as (off-)diagonals.</summary>
    public static Tensor diag_embed(Tensor input, long offset = 0L, long dim1 = -2L, long dim2 = -1L) => Given(input).diag_embed(offset, dim1, dim2);
    /// <summary>A matrix with all elements, in row-major order, as (off-)diagonal.</summary>
    public static Tensor diagflat(Tensor input, long offset = 0) => Given(input).diagflat(offset);
    /// <summary>The (off-)diagonals of matrices.</summary>
    public static Tensor diagonal(Tensor input, long offset = 0, long dim1 = 0, long dim2 = 1) => Given(input).diagonal(offset, dim1, dim2);
    /// <summary>The lower triangle, 0 elsewhere.</summary>
    public static Tensor tril(Tensor input, long diagonal = 0) => Given(input).tril(diagonal);
    /// <summary>The upper triangle, 0 elsewhere.</summary>
    public static Tensor triu(Tensor input, long diagonal = 0L) => Given(input).triu(diagonal);
    /// <summary>Sets all but the lower triangle to 0.</summary>
    public static Tensor tril_(Tensor input, long diagonal = 0) => Given(input).tril_(diagonal);
    /// <summary>Sets all but the upper triangle to 0.</summary>
    public static Tensor triu_(Tensor input, long diagonal = 0L) => Given(input).triu_(diagonal);
    /// <summary>Where in a matrix the lower triangle is: rows and columns.</summary>
    public static Tensor tril_indices(long row, long col, long offset = 0L, ScalarType dtype = ScalarType.Int64, Device? device = null) =>
        TrilIndices.Call(AtLeast(row, 0), AtLeast(col, 0), offset, dtype, Value.None, Known(device));
    /// <summary>Where in a matrix the upper triangle is: rows and columns.</summary>
    public static Tensor triu_indices(long row, long col, long offset = 0L, ScalarType dtype = ScalarType.Int64, Device? device = null) =>
        TriuIndices.Call(AtLeast(row, 0), AtLeast(col, 0), offset, dtype, Value.None, Known(device));
    /// <summary>The powers of the elements of a vector as rows: N of them, from the highest down unless increasing.</summary>
    public static Tensor vander(Tensor x, long N = -1, bool increasing = false) => Given(x).vander(N, increasing);
    /// <summary>A copy with <paramref name="src"/> at a range of a dimension.</summary>
    public static Tensor slice_scatter(Tensor input, Tensor src, long dim = 0L, long? start = null, long? end = null, long step = 1L) =>
        Given(input).slice_scatter(src, dim, start, end, step);
    /// <summary>A copy with <paramref name="src"/> on a diagonal.</summary>
    public static Tensor diagonal_scatter(Tensor input, Tensor src, long offset = 0L, long dim1 = 0L, long dim2 = 1L) =>
        Given(input).diagonal_scatter(src, offset, dim1, dim2);
    /// <summary>A copy with <paramref name="src"/> at one place of a dimension.</summary>
    public static Tensor select_scatter(Tensor input, Tensor src, long dim, long index) => Given(input).select_scatter(src, dim, index);

    private static readonly Operator TrilIndices = new("tril_indices"), TriuIndices = new("triu_indices");

    public partial class Tensor
    {
        /// <summary>A matrix with a vector as (off-)diagonal, or the (off-)diagonal of a matrix.</summary>
        public Tensor diag(long diagonal = 0) => Diag.Call(this, diagonal);
        /// <summary>Matrices with vectors as (off-)diagonals.</summary>
        public Tensor diag_embed(long offset = 0L, long dim1 = -2L, long dim2 = -1L) => DiagEmbed.Call(this, offset, dim1, dim2);
        /// <summary>A matrix with all elements, in row-major order, as (off-)diagonal.</summary>
        public Tensor diagflat(long offset = 0) => Diagflat.Call(this, offset);
        /// <summary>The (off-)diagonals of matrices.</summary>
        public Tensor diagonal(long offset = 0L, long dim1 = 0L, long dim2 = 1L) =>
            Diagonal.Call(this, offset, Dimension(dim1, ndim, nameof(dim1)), Dimension(dim2, ndim, nameof(dim2)));
        /// <summary>The lower triangle, 0 elsewhere.</summary>
        public Tensor tril(long diagonal = 0) => Tril.Call(this, diagonal);
        /// <summary>Sets what is not in the lower triangle to 0.</summary>
        public Tensor tril_(long diagonal = 0) => Tril_.CallInPlace(this, diagonal);
        /// <summary>The upper triangle, 0 elsewhere.</summary>
        public Tensor triu(long diagonal = 0) => Triu.Call(this, diagonal);
        /// <summary>Sets what is not in the upper triangle to 0.</summary>
        public Tensor triu_(long diagonal = 0) => Triu_.CallInPlace(this, diagonal);
        /// <summary>The powers of the elements of a vector as rows: N of them, from the highest down unless increasing.</summary>
        public Tensor vander(long N = -1, bool increasing = false) => Vander.Call(this, N < 0 ? null : (long?)N, increasing);
        /// <summary>A copy with <paramref name="src"/> as (off-)diagonals.</summary>
        public Tensor diagonal_scatter(Tensor src, long offset = 0L, long dim1 = 0L, long dim2 = 1L) =>
            DiagonalScatter.Call(this, src, offset, Dimension(dim1, ndim, nameof(dim1)), Dimension(dim2, ndim, nameof(dim2)));
        /// <summary>A copy with <paramref name="src"/> at one place of a dimension.</summary>
        public Tensor select_scatter(Tensor src, long dim, long index)
        {
            var d = Dimension(dim, ndim);
            return SelectScatter.Call(this, src, d, Place(index, size(d)));
        }

        /// <summary>A copy with <paramref name="src"/> at every step-th place of a dimension, from start up to, not including, end.</summary>
        public Tensor slice_scatter(Tensor src, long dim = 0L, long? start = null, long? end = null, long step = 1L) =>
            SliceScatter.Call(this, src, Dimension(dim, ndim), start, end, AtLeast(step, 1));

        private static readonly Operator Diag = new("diag"), DiagEmbed = new("diag_embed"), Diagflat = new("diagflat");
        private static readonly Operator Diagonal = new("diagonal"), Tril = new("tril"), Tril_ = new("tril_"), Triu = new("triu"), Triu_ = new("triu_");
        private static readonly Operator Vander = new("vander"), DiagonalScatter = new("diagonal_scatter");
        private static readonly Operator SelectScatter = new("select_scatter"), SliceScatter = new("slice_scatter");
    }
}

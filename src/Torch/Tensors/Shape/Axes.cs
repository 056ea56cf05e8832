using TorchSharp.Interop;

namespace TorchSharp;

// The order of dimensions, and of the elements along them.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Two dimensions swapped.</summary>
        public Tensor transpose(long dim0, long dim1) =>
            Transpose.Call(this, Dimension(dim0, ndim, nameof(dim0)), Dimension(dim1, ndim, nameof(dim1)));
        /// <inheritdoc cref="transpose(long, long)"/>
        public Tensor transpose_(long dim0, long dim1) =>
            Transpose_.CallInPlace(this, Dimension(dim0, ndim, nameof(dim0)), Dimension(dim1, ndim, nameof(dim1)));
        /// <inheritdoc cref="transpose(long, long)"/>
        public Tensor swapaxes(long dim0, long dim1) => transpose(dim0, dim1);
        /// <inheritdoc cref="transpose(long, long)"/>
        public Tensor swapdims(long dim0, long dim1) => transpose(dim0, dim1);
        /// <summary>The transpose of a matrix.</summary>
        public Tensor t() => TransposeMatrix.Call(this);
        /// <summary>All dimensions in reverse order.</summary>
        public Tensor T => NumpyT.Call(this);
        /// <summary>The conjugate transpose of a matrix.</summary>
        public Tensor H => MatrixH.Call(this);
        /// <summary>The last two dimensions swapped.</summary>
        public Tensor mT => transpose(-2, -1);
        /// <summary>The last two dimensions swapped, of conjugate numbers.</summary>
        public Tensor mH => Adjoint.Call(this);
        /// <inheritdoc cref="mH"/>
        public Tensor adjoint() => Adjoint.Call(this);
        /// <summary>The dimensions in another order.</summary>
        public Tensor permute(params long[] permutation) => Permute.Call(this, Checked(permutation, nameof(permutation)));
        /// <inheritdoc cref="permute(long[])"/>
        public Tensor permute(IEnumerable<long> permutation) => permute([.. permutation]);
        /// <summary>Dimensions moved to other places; the others keep their order.</summary>
        public Tensor movedim(long[] source, long[] destination) =>
            Movedim.Call(this, Checked(source, nameof(source)), Checked(destination, nameof(destination)));
        /// <inheritdoc cref="movedim(long[], long[])"/>
        public Tensor moveaxis(long[] source, long[] destination) => movedim(source, destination);
        /// <summary>Reversed along dimensions.</summary>
        public Tensor flip(params long[] dims) => Flip.Call(this, Checked(dims, nameof(dims)));
        /// <summary>Reversed along the second dimension.</summary>
        public Tensor fliplr() => Fliplr.Call(this);
        /// <summary>Reversed along the first dimension.</summary>
        public Tensor flipud() => Flipud.Call(this);
        /// <summary>Turned by k right angles from the first towards the second of two dimensions (0 and 1 when not given).</summary>
        public Tensor rot90(long k = 1, (long, long)? dims = null)
        {
            var (from, to) = dims ?? (0, 1);
            return Rot90.Call(this, k, Checked([from, to], nameof(dims)));
        }

        /// <summary>Shifted along dimensions; what leaves on one side enters on the other. Without dimensions, flattened for it.</summary>
        public Tensor roll(ReadOnlySpan<long> shifts, ReadOnlySpan<long> dims = default) =>
            Roll.Call(this, shifts.ToArray(), Checked(dims, nameof(dims)));
        /// <inheritdoc cref="roll(ReadOnlySpan{long}, ReadOnlySpan{long})"/>
        public Tensor roll(long shifts, long? dims = null) => Roll.Call(this, new[] { shifts }, Checked(dims is { } d ? [d] : [], nameof(dims)));
        /// <inheritdoc cref="roll(ReadOnlySpan{long}, ReadOnlySpan{long})"/>
        public Tensor roll(long[] shifts, long[] dims) => roll(shifts.AsSpan(), dims.AsSpan());
        /// <summary>Shifted along the first dimension.</summary>
        public Tensor roll(long[] shifts) => roll(shifts.AsSpan(), [0]);
        /// <inheritdoc cref="roll(ReadOnlySpan{long}, ReadOnlySpan{long})"/>
        public Tensor roll((long, long) shifts, (long, long) dims) => roll([shifts.Item1, shifts.Item2], [dims.Item1, dims.Item2]);
        /// <inheritdoc cref="roll(ReadOnlySpan{long}, ReadOnlySpan{long})"/>
        public Tensor roll((long, long, long) shifts, (long, long, long) dims) =>
            roll([shifts.Item1, shifts.Item2, shifts.Item3], [dims.Item1, dims.Item2, dims.Item3]);

        private static readonly Operator Transpose = new("transpose.int"), Transpose_ = new("transpose_"), TransposeMatrix = new("t");
        private static readonly Operator NumpyT = new("numpy_T"), MatrixH = new("matrix_H"), Adjoint = new("adjoint");
        private static readonly Operator Permute = new("permute"), Movedim = new("movedim.intlist");
        private static readonly Operator Flip = new("flip"), Fliplr = new("fliplr"), Flipud = new("flipud"), Roll = new("roll"), Rot90 = new("rot90");
    }

    /// <summary>Two dimensions swapped.</summary>
    public static Tensor transpose(Tensor input, long dim0, long dim1) => Given(input).transpose(dim0, dim1);
    /// <inheritdoc cref="transpose(Tensor, long, long)"/>
    public static Tensor swapaxes(Tensor input, long axis0, long axis1) => Given(input).transpose(axis0, axis1);
    /// <inheritdoc cref="transpose(Tensor, long, long)"/>
    public static Tensor swapdims(Tensor input, long dim0, long dim1) => Given(input).transpose(dim0, dim1);
    /// <summary>The conjugate, transposed along the last two dimensions.</summary>
    public static Tensor adjoint(Tensor input) => Given(input).adjoint();
    /// <summary>The transpose of a matrix.</summary>
    public static Tensor t(Tensor input) => Given(input).t();
    /// <summary>The dimensions in another order.</summary>
    public static Tensor permute(Tensor input, params long[] permutation) => Given(input).permute(permutation);
    /// <summary>Dimensions moved to other places; the others keep their order.</summary>
    public static Tensor movedim(Tensor input, long[] source, long[] destination) => Given(input).movedim(source, destination);
    /// <inheritdoc cref="movedim(Tensor, long[], long[])"/>
    public static Tensor movedim(Tensor input, long source, long destination) => Given(input).movedim([source], [destination]);
    /// <inheritdoc cref="movedim(Tensor, long[], long[])"/>
    public static Tensor moveaxis(Tensor input, long[] source, long[] destination) => Given(input).movedim(source, destination);
    /// <inheritdoc cref="movedim(Tensor, long[], long[])"/>
    public static Tensor moveaxis(Tensor input, long source, long destination) => Given(input).movedim([source], [destination]);
    /// <summary>Reversed along dimensions.</summary>
    public static Tensor flip(Tensor input, params long[] dims) => Given(input).flip(dims);
    /// <summary>Reversed along the second dimension.</summary>
    public static Tensor fliplr(Tensor input) => Given(input).fliplr();
    /// <summary>Reversed along the first dimension.</summary>
    public static Tensor flipud(Tensor input) => Given(input).flipud();
    /// <summary>Turned by k right angles from the first towards the second of two dimensions (0 and 1 when not given).</summary>
    public static Tensor rot90(Tensor input, long k = 1, (long, long)? dims = null) => Given(input).rot90(k, dims);
    /// <summary>Shifted along dimensions; what leaves on one side enters on the other. Without dimensions, flattened for it.</summary>
    public static Tensor roll(Tensor input, ReadOnlySpan<long> shifts, ReadOnlySpan<long> dims = default) => Given(input).roll(shifts, dims);
    /// <inheritdoc cref="roll(Tensor, ReadOnlySpan{long}, ReadOnlySpan{long})"/>
    public static Tensor roll(Tensor input, long shifts, long? dims = null) => Given(input).roll(shifts, dims);
    /// <inheritdoc cref="roll(Tensor, ReadOnlySpan{long}, ReadOnlySpan{long})"/>
    public static Tensor roll(Tensor input, long[] shifts, long[] dims) => Given(input).roll(shifts, dims);
    /// <summary>Shifted along the first dimension.</summary>
    public static Tensor roll(Tensor input, long[] shifts) => Given(input).roll(shifts);
    /// <inheritdoc cref="roll(Tensor, ReadOnlySpan{long}, ReadOnlySpan{long})"/>
    public static Tensor roll(Tensor input, (long, long) shifts, (long, long) dims) => Given(input).roll(shifts, dims);
    /// <inheritdoc cref="roll(Tensor, ReadOnlySpan{long}, ReadOnlySpan{long})"/>
    public static Tensor roll(Tensor input, (long, long, long) shifts, (long, long, long) dims) => Given(input).roll(shifts, dims);
}

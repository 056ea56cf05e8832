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
        public Tensor view_as(Tensor other) => view(Given(other).shape);
        /// <summary>Pairs of real numbers, the last dimension of size 2, as complex numbers in the same memory.</summary>
        public Tensor view_as_complex() => ViewAsComplex.Call(this);
        /// <summary>Complex numbers as pairs of real numbers, a new last dimension of size 2, in the same memory.</summary>
        public Tensor view_as_real() => ViewAsReal.Call(this);
        /// <summary>The same elements in another shape, copied if need be; one size may be −1.</summary>
        public Tensor reshape(params long[] shape) => Reshape.Call(this, Fitting(shape));
        /// <summary>Dimensions start_dim to end_dim become one.</summary>
        public Tensor flatten(long start_dim = 0, long end_dim = -1) =>
            Flatten.Call(this, Dimension(start_dim, ndim, nameof(start_dim)), Dimension(end_dim, ndim, nameof(end_dim)));
        /// <summary>One dimension becomes several.</summary>
        public Tensor unflatten(long dim, params long[] sizes)
        {
            ArgumentNullException.ThrowIfNull(sizes);
            var old = shape;
            var d = Dimension(dim, old.Length);
            return view([.. old[..d], .. sizes, .. old[(d + 1)..]]);
        }

        /// <inheritdoc cref="unflatten(long, long[])"/>
        public Tensor unflatten(long dim, Size sizes) => unflatten(dim, sizes.Shape);
        /// <summary>One dimension, all elements in row-major order.</summary>
        public Tensor ravel() => Ravel.Call(this);
        /// <summary>Without dimensions of size 1, or without dimension <paramref name="dim"/> if it is one.</summary>
        public Tensor squeeze(long? dim = null) => dim is { } d ? SqueezeDim.Call(this, Dimension(d, ndim)) : Squeeze.Call(this);
        /// <inheritdoc cref="squeeze(long?)"/>
        public Tensor squeeze_(long? dim = null) =>
            dim is { } d ? SqueezeDim_.CallInPlace(this, Dimension(d, ndim)) : Squeeze_.CallInPlace(this);
        /// <summary>With a new dimension of size 1 before <paramref name="dim"/>.</summary>
        public Tensor unsqueeze(long dim) => Unsqueeze.Call(this, Dimension(dim, ndim + 1));
        /// <inheritdoc cref="unsqueeze(long)"/>
        public Tensor unsqueeze_(long dim) => Unsqueeze_.CallInPlace(this, Dimension(dim, ndim + 1));
        /// <summary>With at least one dimension.</summary>
        public Tensor atleast_1d() => Atleast1d.Call(this);
        /// <summary>With at least two dimensions; a vector becomes a row.</summary>
        public Tensor atleast_2d() => Atleast2d.Call(this);
        /// <summary>With at least three dimensions.</summary>
        public Tensor atleast_3d() => Atleast3d.Call(this);
        /// <summary>A view with given sizes, strides and offset in elements.</summary>
        public Tensor as_strided(long[] size, long[] strides, long storageOffset = 0L) => AsStrided.Call(this, Sizes(size), strides, storageOffset);

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

        private static readonly Operator View = new("view"), ViewAsComplex = new("view_as_complex"), ViewAsReal = new("view_as_real");
        private static readonly Operator Reshape = new("reshape"), Flatten = new("flatten.using_ints"), Ravel = new("ravel");
        private static readonly Operator Squeeze = new("squeeze"), SqueezeDim = new("squeeze.dim"), Unsqueeze = new("unsqueeze");
        private static readonly Operator Squeeze_ = new("squeeze_"), SqueezeDim_ = new("squeeze_.dim"), Unsqueeze_ = new("unsqueeze_");
        private static readonly Operator Atleast1d = new("atleast_1d"), Atleast2d = new("atleast_2d"), Atleast3d = new("atleast_3d");
        private static readonly Operator AsStrided = new("as_strided");
    }

    /// <summary>Pairs of real numbers, the last dimension of size 2, as complex numbers in the same memory.</summary>
    public static Tensor view_as_complex(Tensor input) => Given(input).view_as_complex();
    /// <summary>Complex numbers as pairs of real numbers, a new last dimension of size 2, in the same memory.</summary>
    public static Tensor view_as_real(Tensor input) => Given(input).view_as_real();
    /// <summary>The same elements in another shape, copied if need be; one size may be −1.</summary>
    public static Tensor reshape(Tensor input, params long[] shape) => Given(input).reshape(shape);
    /// <summary>Dimensions start_dim to end_dim become one.</summary>
    public static Tensor flatten(Tensor input, long start_dim = 0, long end_dim = -1) => Given(input).flatten(start_dim, end_dim);
    /// <summary>One dimension becomes several.</summary>
    public static Tensor unflatten(Tensor input, long dim, params long[] sizes) => Given(input).unflatten(dim, sizes);
    /// <inheritdoc cref="unflatten(Tensor, long, long[])"/>
    public static Tensor unflatten(Tensor input, long dim, Size sizes) => Given(input).unflatten(dim, sizes);
    /// <summary>One dimension, all elements in row-major order.</summary>
    public static Tensor ravel(Tensor input) => Given(input).ravel();
    /// <summary>Without dimensions of size 1, or without dimension <paramref name="dim"/> if it is one.</summary>
    public static Tensor squeeze(Tensor input, long? dim = null) => Given(input).squeeze(dim);
    /// <inheritdoc cref="squeeze(Tensor, long?)"/>
    public static Tensor squeeze_(Tensor input, long? dim = null) => Given(input).squeeze_(dim);
    /// <summary>With a new dimension of size 1 before <paramref name="dim"/>.</summary>
    public static Tensor unsqueeze(Tensor input, long dim) => Given(input).unsqueeze(dim);
    /// <inheritdoc cref="unsqueeze(Tensor, long)"/>
    public static Tensor unsqueeze_(Tensor input, long dim) => Given(input).unsqueeze_(dim);
    /// <summary>Each with at least one dimension.</summary>
    public static IEnumerable<Tensor> atleast_1d(params Tensor[] input) => Array.ConvertAll(Several(input), t => t.atleast_1d());
    /// <summary>Each with at least two dimensions; a vector becomes a row.</summary>
    public static IEnumerable<Tensor> atleast_2d(params Tensor[] input) => Array.ConvertAll(Several(input), t => t.atleast_2d());
    /// <summary>Each with at least three dimensions.</summary>
    public static IEnumerable<Tensor> atleast_3d(params Tensor[] input) => Array.ConvertAll(Several(input), t => t.atleast_3d());
}

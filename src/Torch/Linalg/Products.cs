using TorchSharp.Interop;

namespace TorchSharp;

// Products of vectors and matrices.
public static partial class torch
{
    private static readonly Operator Einsum = new("einsum"), Tensordot = new("tensordot");

    /// <summary>The product of vectors, matrices or batches of matrices.</summary>
    public static Tensor matmul(Tensor input, Tensor target) => Given(input).matmul(target);
    /// <summary>The product of two matrices.</summary>
    public static Tensor mm(Tensor input, Tensor target) => Given(input).mm(target);
    /// <summary>The product of two batches of matrices.</summary>
    public static Tensor bmm(Tensor input, Tensor batch2) => Given(input).bmm(batch2);
    /// <summary>The product of a matrix and a vector.</summary>
    public static Tensor mv(Tensor input, Tensor target) => Given(input).mv(target);
    /// <summary>The inner product of two vectors.</summary>
    public static Tensor dot(Tensor input, Tensor other) => Given(input).dot(other);
    /// <summary>The inner product of two vectors, the first conjugate.</summary>
    public static Tensor vdot(Tensor input, Tensor target) => Given(input).vdot(target);
    /// <summary>Sums of products along the last dimensions.</summary>
    public static Tensor inner(Tensor input, Tensor vec2) => Given(input).inner(vec2);
    /// <summary>The products of all pairs of elements of two vectors.</summary>
    public static Tensor outer(Tensor input, Tensor vec2) => Given(input).outer(vec2);
    /// <inheritdoc cref="outer"/>
    public static Tensor ger(Tensor input, Tensor vec2) => Given(input).outer(vec2);
    /// <summary>The Kronecker product.</summary>
    public static Tensor kron(Tensor input, Tensor other) => Given(input).kron(other);
    /// <summary>A product of matrices in the cheapest order.</summary>
    public static Tensor chain_matmul(params Tensor[] matrices) => linalg.multi_dot(matrices);
    /// <summary>Sums of products in Einstein's notation, for example <c>"ij,jk->ik"</c>.</summary>
    public static Tensor einsum(string equation, params Tensor[] tensors)
    {
        ArgumentNullException.ThrowIfNull(equation);
        return Einsum.Call(equation, Several(tensors));
    }

    /// <summary>The sum of products over the last dimensions of a and the first of b.</summary>
    public static Tensor tensordot(Tensor a, Tensor b, long dims = 2) => Given(a).tensordot(b, dims);
    /// <summary>The sum of products over the given dimensions of each.</summary>
    public static Tensor tensordot(Tensor a, Tensor b, long[] dims1, long[] dims2) => Given(a).tensordot(b, dims1, dims2);
    /// <summary>The sum of products over pairs of dimensions.</summary>
    public static Tensor tensordot(Tensor a, Tensor b, (long, long)[] dims) => Given(a).tensordot(b, dims);
    /// <summary>The trace of a matrix.</summary>
    public static Tensor trace(Tensor input) => Given(input).trace();

    public partial class Tensor
    {
        /// <summary>The product of vectors, matrices or batches of matrices.</summary>
        public Tensor matmul(Tensor target) => Matmul.Call(this, Given(target));
        /// <summary>The product of two matrices.</summary>
        public Tensor mm(Tensor target) => Mm.Call(this, target);
        /// <summary>The product of two batches of matrices.</summary>
        public Tensor bmm(Tensor batch2) => Bmm.Call(this, batch2);
        /// <summary>The product of a matrix and a vector.</summary>
        public Tensor mv(Tensor target) => Mv.Call(this, target);
        /// <summary>The inner product of two vectors.</summary>
        public Tensor dot(Tensor target) => Dot.Call(this, target);
        /// <summary>The inner product of two vectors, the first conjugate.</summary>
        public Tensor vdot(Tensor target) => Vdot.Call(this, target);
        /// <summary>Sums of products along the last dimensions.</summary>
        public Tensor inner(Tensor vec2) => Inner.Call(this, vec2);
        /// <summary>The products of all pairs of elements of two vectors.</summary>
        public Tensor outer(Tensor vec2) => Outer.Call(this, vec2);
        /// <inheritdoc cref="outer"/>
        public Tensor ger(Tensor vec2) => Outer.Call(this, vec2);
        /// <summary>The Kronecker product.</summary>
        public Tensor kron(Tensor other) => Kron.Call(this, other);
        /// <summary>The sum of products over the last dimensions of this and the first of b.</summary>
        public Tensor tensordot(Tensor b, long dims = 2) =>
            tensordot(b, [.. Enumerable.Range(0, (int)AtLeast(dims, 0)).Select(i => ndim - dims + i)], [.. Enumerable.Range(0, (int)dims).Select(i => (long)i)]);
        /// <summary>The sum of products over the given dimensions of each.</summary>
        public Tensor tensordot(Tensor b, long[] dims1, long[] dims2) => Tensordot.Call(this, b, Checked(dims1, nameof(dims1)), dims2);
        /// <summary>The sum of products over pairs of dimensions.</summary>
        public Tensor tensordot(Tensor b, (long, long)[] dims) => tensordot(b, [.. dims.Select(d => d.Item1)], [.. dims.Select(d => d.Item2)]);
        /// <summary>The trace of a matrix.</summary>
        public Tensor trace() => Trace.Call(this);

        private static readonly Operator Matmul = new("matmul"), Mm = new("mm"), Bmm = new("bmm"), Mv = new("mv"), Dot = new("dot");
        private static readonly Operator Vdot = new("vdot"), Inner = new("inner"), Outer = new("outer"), Kron = new("kron"), Trace = new("trace");
    }
}

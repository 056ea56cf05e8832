using TorchSharp.Interop;

namespace TorchSharp;

// Products of vectors and matrices.
public static partial class torch
{
    private static readonly Operator Einsum = new("einsum"), Tensordot = new("tensordot");

    /// <summary>The product of vectors, matrices or batches of matrices.</summary>
    public static Tensor matmul(Tensor input, Tensor target) => input.matmul(target);
    /// <summary>The product of two matrices.</summary>
    public static Tensor mm(Tensor input, Tensor target) => input.mm(target);
    /// <summary>The product of two batches of matrices.</summary>
    public static Tensor bmm(Tensor input, Tensor batch2) => input.bmm(batch2);
    /// <summary>The product of a matrix and a vector.</summary>
    public static Tensor mv(Tensor input, Tensor target) => input.mv(target);
    /// <summary>The inner product of two vectors.</summary>
    public static Tensor dot(Tensor input, Tensor target) => input.dot(target);
    /// <summary>The products of all pairs of elements of two vectors.</summary>
    public static Tensor outer(Tensor input, Tensor vec2) => input.outer(vec2);
    /// <summary>The Kronecker product.</summary>
    public static Tensor kron(Tensor input, Tensor other) => input.kron(other);
    /// <summary>beta · input + alpha · mat1 mat2.</summary>
    public static Tensor addmm(Tensor input, Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) =>
        input.addmm(mat1, mat2, beta, alpha);
    /// <summary>Sums of products in Einstein's notation, for example <c>"ij,jk->ik"</c>.</summary>
    public static Tensor einsum(string equation, params Tensor[] tensors) => Einsum.Call(equation, tensors);
    /// <summary>The sum of products over the given dimensions of each.</summary>
    public static Tensor tensordot(Tensor a, Tensor b, long[] dims1, long[] dims2) => Tensordot.Call(a, b, dims1, dims2);
    /// <summary>The trace of a matrix.</summary>
    public static Tensor trace(Tensor input) => input.trace();
    /// <summary>The cross product along a dimension of size 3.</summary>
    public static Tensor cross(Tensor input, Tensor other, long dim = 0L) => input.cross(other, dim);
    /// <summary>The determinant.</summary>
    public static Tensor det(Tensor input) => linalg.det(input);
    /// <summary>The determinant's sign and the log of its absolute value.</summary>
    public static (Tensor res, Tensor logabsdet) slogdet(Tensor A) => linalg.slogdet(A);
    /// <summary>The inverse of a matrix.</summary>
    public static Tensor inverse(Tensor input) => linalg.inv(input);
    /// <summary>The pseudoinverse.</summary>
    public static Tensor pinverse(Tensor input, double rcond = 1e-15, bool hermitian = false) => linalg.pinv(input, rcond: rcond, hermitian: hermitian);
    /// <summary>The lower Cholesky factor.</summary>
    public static Tensor cholesky(Tensor input) => linalg.cholesky(input);
    /// <summary>e to the power of a square matrix.</summary>
    public static Tensor matrix_exp(Tensor input) => linalg.matrix_exp(input);

    public partial class Tensor
    {
        /// <summary>The product of vectors, matrices or batches of matrices.</summary>
        public Tensor matmul(Tensor target) => Matmul.Call(this, target);
        /// <summary>The product of two matrices.</summary>
        public Tensor mm(Tensor target) => Mm.Call(this, target);
        /// <summary>The product of two batches of matrices.</summary>
        public Tensor bmm(Tensor batch2) => Bmm.Call(this, batch2);
        /// <summary>The product of a matrix and a vector.</summary>
        public Tensor mv(Tensor target) => Mv.Call(this, target);
        /// <summary>The inner product of two vectors.</summary>
        public Tensor dot(Tensor target) => Dot.Call(this, target);
        /// <summary>The products of all pairs of elements of two vectors.</summary>
        public Tensor outer(Tensor vec2) => Outer.Call(this, vec2);
        /// <summary>The Kronecker product.</summary>
        public Tensor kron(Tensor other) => Kron.Call(this, other);
        /// <summary>beta · this + alpha · mat1 mat2.</summary>
        public Tensor addmm(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) => Addmm.Call(this, mat1, mat2, (double)beta, (double)alpha);
        /// <summary>Becomes beta · this + alpha · mat1 mat2.</summary>
        public Tensor addmm_(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) => Addmm_.CallInPlace(this, mat1, mat2, (double)beta, (double)alpha);
        /// <summary>The trace of a matrix.</summary>
        public Tensor trace() => Trace.Call(this);
        /// <summary>The cross product along a dimension of size 3.</summary>
        public Tensor cross(Tensor other, long dim) => Cross.Call(this, other, Dimension(dim, ndim));
        /// <summary>The inverse of a matrix.</summary>
        public Tensor inverse() => linalg.inv(this);
        /// <summary>The determinant.</summary>
        public Tensor det() => linalg.det(this);
        /// <summary>The lower Cholesky factor.</summary>
        public Tensor cholesky() => linalg.cholesky(this);
        /// <summary>e to the power of a square matrix.</summary>
        public Tensor matrix_exp() => linalg.matrix_exp(this);
        /// <summary>A square matrix to an integer power.</summary>
        public Tensor matrix_power(int n) => MatrixPower.Call(this, n);

        private static readonly Operator Matmul = new("matmul"), Mm = new("mm"), Bmm = new("bmm"), Mv = new("mv"), Dot = new("dot");
        private static readonly Operator Outer = new("outer"), Kron = new("kron"), Addmm = new("addmm"), Addmm_ = new("addmm_");
        private static readonly Operator Trace = new("trace"), Cross = new("linalg_cross"), MatrixPower = new("matrix_power");
    }
}

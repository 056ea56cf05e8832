using TorchSharp.Interop;

namespace TorchSharp;

// What torch and tensors have of linear algebra besides products and torch.linalg.
public static partial class torch
{
    private static readonly Operator LuWithInfo = new("_lu_with_info"), LuSolve = new("lu_solve"), LuUnpack = new("lu_unpack");

    /// <summary>The cross product along a dimension of size 3.</summary>
    public static Tensor cross(Tensor input, Tensor other, long dim = 0L) => Given(input).cross(other, dim);
    /// <summary>The determinant.</summary>
    public static Tensor det(Tensor input) => linalg.det(input);
    /// <summary>The log of the determinant; NaN where that is negative.</summary>
    public static Tensor logdet(Tensor input) => Given(input).logdet();
    /// <summary>The determinant's sign and the log of its absolute value.</summary>
    public static (Tensor res, Tensor logabsdet) slogdet(Tensor A) => linalg.slogdet(A);
    /// <summary>The inverse of a matrix.</summary>
    public static Tensor inverse(Tensor input) => linalg.inv(input);
    /// <summary>The pseudoinverse; singular values below rcond · the largest count as 0.</summary>
    public static Tensor pinverse(Tensor input, double rcond = 1e-15, bool hermitian = false) => Given(input).pinverse(rcond, hermitian);
    /// <summary>The lower Cholesky factor.</summary>
    public static Tensor cholesky(Tensor input) => Given(input).cholesky();
    /// <summary>The inverse of the matrix that has this Cholesky factor.</summary>
    public static Tensor cholesky_inverse(Tensor input, bool upper = false) => Given(input).cholesky_inverse(upper);
    /// <summary>X with A X = input, for the A with the Cholesky factor <paramref name="input2"/>.</summary>
    public static Tensor cholesky_solve(Tensor input, Tensor input2, bool upper = false) => Given(input).cholesky_solve(input2, upper);
    /// <summary>e to the power of a square matrix.</summary>
    public static Tensor matrix_exp(Tensor input) => Given(input).matrix_exp();
    /// <summary>A square matrix to an integer power.</summary>
    public static Tensor matrix_power(Tensor input, int n) => Given(input).matrix_power(n);
    /// <summary>A QR decomposition as Householder reflections: R above, the reflections below the diagonal, and their factors.</summary>
    public static (Tensor a, Tensor tau) geqrf(Tensor input) => Given(input).geqrf();
    /// <summary>The first columns of a product of Householder reflections.</summary>
    public static Tensor orgqr(Tensor input, Tensor tau) => linalg.householder_product(input, tau);
    /// <summary>A product of Householder reflections times a matrix.</summary>
    public static Tensor ormqr(Tensor input, Tensor tau, Tensor other, bool left = true, bool transpose = false) =>
        Given(input).ormqr(tau, other, left, transpose);
    /// <summary>L and U of A = P L U in one matrix, the rows swapped, and where asked for, 0 or where it failed.</summary>
    public static (Tensor A_LU, Tensor? pivots, Tensor? infos) lu(Tensor A, bool pivot = true, bool get_infos = false)
    {
        var (factors, pivots, infos) = LuWithInfo.Call3(A, pivot, !get_infos);
        if (get_infos)
            return (factors, pivots, infos);
        infos.Dispose();
        return (factors, pivots, null);
    }

    /// <summary>X with A X = b, for A factored by <see cref="lu"/>.</summary>
    public static Tensor lu_solve(Tensor b, Tensor LU_data, Tensor LU_pivots) => LuSolve.Call(b, LU_data, LU_pivots);
    /// <summary>P, L and U of what <see cref="lu"/> gives; empty where not asked for.</summary>
    public static (Tensor P, Tensor? L, Tensor? U) lu_unpack(Tensor LU_data, Tensor LU_pivots, bool unpack_data = true, bool unpack_pivots = true) =>
        LuUnpack.Call3(LU_data, LU_pivots, unpack_data, unpack_pivots);

    public partial class Tensor
    {
        /// <summary>The cross product along a dimension of size 3.</summary>
        public Tensor cross(Tensor other, long dim) => Cross.Call(this, other, Dimension(dim, ndim));
        /// <summary>The inverse of a matrix.</summary>
        public Tensor inverse() => linalg.inv(this);
        /// <summary>The determinant.</summary>
        public Tensor det() => linalg.det(this);
        /// <summary>The log of the determinant; NaN where that is negative.</summary>
        public Tensor logdet() => Logdet.Call(this);
        /// <summary>The pseudoinverse; singular values below rcond · the largest count as 0.</summary>
        public Tensor pinverse(double rcond = 1e-15, bool hermitian = false) => Pinverse.Call(this, rcond, hermitian);
        /// <summary>The lower (or upper) Cholesky factor.</summary>
        public Tensor cholesky(bool upper = false) => Cholesky.Call(this, upper);
        /// <summary>The inverse of the matrix that has this Cholesky factor.</summary>
        public Tensor cholesky_inverse(bool upper = false) => CholeskyInverse.Call(this, upper);
        /// <summary>X with A X = this, for the A with the Cholesky factor <paramref name="input2"/>.</summary>
        public Tensor cholesky_solve(Tensor input2, bool upper = false) => CholeskySolve.Call(this, input2, upper);
        /// <summary>e to the power of a square matrix.</summary>
        public Tensor matrix_exp() => linalg.matrix_exp(this);
        /// <summary>A square matrix to an integer power.</summary>
        public Tensor matrix_power(int n) => MatrixPower.Call(this, n);
        /// <summary>A QR decomposition as Householder reflections: R above, the reflections below the diagonal, and their factors.</summary>
        public (Tensor a, Tensor tau) geqrf() => Geqrf.Call2(this);
        /// <summary>A product of Householder reflections times a matrix.</summary>
        public Tensor ormqr(Tensor tau, Tensor other, bool left = true, bool transpose = false) => Ormqr.Call(this, tau, other, left, transpose);

        private static readonly Operator Cross = new("linalg_cross"), MatrixPower = new("matrix_power"), Logdet = new("logdet");
        private static readonly Operator Pinverse = new("linalg_pinv"), Cholesky = new("cholesky"), CholeskyInverse = new("cholesky_inverse");
        private static readonly Operator CholeskySolve = new("cholesky_solve"), Geqrf = new("geqrf"), Ormqr = new("ormqr");
    }
}

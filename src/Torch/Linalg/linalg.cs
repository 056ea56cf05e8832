using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Linear algebra (LAPACK): matrices are the last two dimensions, the others are batches.</summary>
    public static partial class linalg
    {
        /// <summary>Eigenvalues (ascending) and orthonormal eigenvectors (columns) of a symmetric matrix.</summary>
        public static (Tensor, Tensor) eigh(Tensor input, char UPLO = 'L') => Eigh.Call2(Square(input), UPLO.ToString());
        /// <summary>Eigenvalues (ascending) of a symmetric matrix.</summary>
        public static Tensor eigvalsh(Tensor input, char UPLO = 'L') => Eigvalsh.Call(Square(input), UPLO.ToString());
        /// <summary>Complex eigenvalues and eigenvectors of a square matrix.</summary>
        public static (Tensor, Tensor) eig(Tensor input) => Eig.Call2(Square(input));
        /// <summary>Complex eigenvalues of a square matrix.</summary>
        public static Tensor eigvals(Tensor input) => Eigvals.Call(Square(input));
        /// <summary>The singular value decomposition A = U diag(S) Vh, S descending.</summary>
        public static (Tensor U, Tensor S, Tensor Vh) svd(Tensor input, bool fullMatrices = true) => Svd.Call3(Matrix(input), fullMatrices);
        /// <summary>The singular values, descending.</summary>
        public static Tensor svdvals(Tensor input) => Svdvals.Call(Matrix(input));
        /// <summary>How much of Q a QR decomposition computes.</summary>
        public enum QRMode
        {
            /// <summary>Q of min(m, n) columns.</summary>
            Reduced,
            /// <summary>Q square.</summary>
            Complete,
            /// <summary>R only.</summary>
            R,
        }

        /// <summary>A = Q R with orthonormal columns in Q and R upper triangular.</summary>
        public static (Tensor Q, Tensor R) qr(Tensor input, QRMode mode = QRMode.Reduced) =>
            Qr.Call2(Matrix(input), mode switch { QRMode.Complete => "complete", QRMode.R => "r", _ => "reduced" });
        /// <summary>The lower L with A = L Lᵀ, for a symmetric positive definite A.</summary>
        public static Tensor cholesky(Tensor input) => Cholesky.Call(Square(input));
        /// <summary>The lower L with A = L Lᵀ, and for each matrix 0 or where it failed.</summary>
        public static (Tensor L, Tensor info) cholesky_ex(Tensor input, bool check_errors = false) =>
            CholeskyEx.Call2(Square(input), false, check_errors);
        /// <summary>X with A X = B (or X A = B with left = false).</summary>
        public static Tensor solve(Tensor A, Tensor B, bool left = true) => Solve.Call(Square(A, nameof(A)), B, left);
        /// <summary>X with A X = B (or X A = B with left = false), and for each matrix 0 or where it failed.</summary>
        public static (Tensor result, Tensor info) solve_ex(Tensor A, Tensor B, bool left = true, bool check_errors = false) =>
            SolveEx.Call2(Square(A, nameof(A)), B, left, check_errors);
        /// <summary>X with A X = B for a triangular A.</summary>
        public static Tensor solve_triangular(Tensor A, Tensor B, bool upper, bool left = true, bool unitriangular = false, Tensor? @out = null) =>
            @out is null
                ? SolveTriangular.Call(Square(A, nameof(A)), B, upper, left, unitriangular)
                : SolveTriangularOut.Call(Square(A, nameof(A)), B, upper, left, unitriangular, @out);
        /// <summary>The inverse.</summary>
        public static Tensor inv(Tensor input) => Inv.Call(Square(input));
        /// <summary>The Moore–Penrose pseudoinverse; singular values below max(atol, rtol · the largest) count as 0.</summary>
        public static Tensor pinv(Tensor input, double? atol = null, double? rtol = null, bool hermitian = false) =>
            Pinv.Call(Matrix(input), atol, rtol, hermitian);
        /// <inheritdoc cref="pinv(Tensor, double?, double?, bool)"/>
        public static Tensor pinv(Tensor input, Tensor? atol, Tensor? rtol = null, bool hermitian = false) =>
            PinvTensor.Call(Matrix(input), atol, rtol, hermitian);
        /// <summary>The determinant's sign and the log of its absolute value.</summary>
        public static (Tensor res, Tensor logabsdet) slogdet(Tensor input) => Slogdet.Call2(Square(input));
        /// <summary>The determinant.</summary>
        public static Tensor det(Tensor input) => Det.Call(Square(input));
        /// <summary>How many singular values are not negligible.</summary>
        public static Tensor matrix_rank(Tensor input, double? atol = null, double? rtol = null, bool hermitian = false) =>
            MatrixRank.Call(Matrix(input), atol, rtol, hermitian);
        /// <inheritdoc cref="matrix_rank(Tensor, double?, double?, bool)"/>
        public static Tensor matrix_rank(Tensor input, Tensor? atol, Tensor? rtol = null, bool hermitian = false) =>
            MatrixRankTensor.Call(Matrix(input), atol, rtol, hermitian);
        /// <summary>A product of matrices in the cheapest order.</summary>
        public static Tensor multi_dot(IList<Tensor> tensors) =>
            Several(tensors) is var list && list.Length == 1 ? list[0].alias() : MultiDot.Call(list);
        /// <summary>The least-squares solution of A X = B, with residuals, rank and singular values as the method gives them.</summary>
        public static (Tensor Solution, Tensor Residuals, Tensor Rank, Tensor SingularValues) lstsq(Tensor input, Tensor other) =>
            Lstsq.Call4(Matrix(input), other);
        /// <inheritdoc cref="lstsq(Tensor, Tensor)"/>
        /// <param name="rcond">Singular values below this times the largest count as 0.</param>
        public static (Tensor Solution, Tensor Residuals, Tensor Rank, Tensor SingularValues) lstsq(Tensor input, Tensor other, double rcond) =>
            Lstsq.Call4(Matrix(input), other, rcond);
        /// <summary>e to the power of a square matrix.</summary>
        public static Tensor matrix_exp(Tensor input) => MatrixExp.Call(Square(input));
        /// <summary>The condition number in the 2-norm.</summary>
        public static Tensor cond(Tensor input) => Cond.Call(Matrix(input));
        /// <summary>The condition number in the p-norm: ±1, ±2, ±∞.</summary>
        public static Tensor cond(Tensor input, double p) => Cond.Call(Matrix(input), p);
        /// <inheritdoc cref="cond(Tensor, double)"/>
        public static Tensor cond(Tensor input, int p) => Cond.Call(Matrix(input), p);
        /// <summary>The condition number in a named norm: "fro" or "nuc".</summary>
        public static Tensor cond(Tensor input, string p) => CondNamed.Call(Matrix(input), p);

        /// <summary>A vector or matrix norm: 2 (Frobenius) unless an order is named ("fro", "nuc").</summary>
        public static Tensor norm(Tensor input, string ord, long[]? dims = null, bool keepdim = false) => NormNamed.Call(input, ord, dims, keepdim);
        /// <summary>A vector or matrix norm of a numeric order (for matrices ±1, ±2, ±∞).</summary>
        public static Tensor norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false) => Norm.Call(input, ord, dims, keepdim);
        /// <inheritdoc cref="norm(Tensor, double, long[], bool)"/>
        public static Tensor norm(Tensor input, int ord, long[]? dims = null, bool keepdim = false) => Norm.Call(input, ord, dims, keepdim);
        /// <summary>The root of the sum of squares, over all or over given dimensions.</summary>
        public static Tensor norm(Tensor input, long[]? dims = null, bool keepdim = false) => Norm.Call(input, Value.None, dims, keepdim);
        /// <summary>The norm of order <paramref name="ord"/> of all elements or along dimensions.</summary>
        public static Tensor vector_norm(Tensor input, double ord = 2d, long[]? dims = null, bool keepdim = false) =>
            VectorNorm.Call(input, ord, dims, keepdim);
        /// <summary>A matrix norm: "fro" or "nuc".</summary>
        public static Tensor matrix_norm(Tensor input, string ord = "fro", long[]? dims = null, bool keepdim = false) =>
            MatrixNormNamed.Call(Matrix(input), ord, dims ?? [-2, -1], keepdim);
        /// <summary>A matrix norm: ±1, ±2, ±∞.</summary>
        public static Tensor matrix_norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false) =>
            MatrixNorm.Call(Matrix(input), ord, dims ?? [-2, -1], keepdim);
        /// <summary>The inner product along a dimension.</summary>
        public static Tensor vecdot(Tensor x, Tensor y, long dim = -1, Tensor? @out = null) =>
            @out is null ? Vecdot.Call(x, y, dim) : VecdotOut.Call(x, y, dim, @out);

        private static Tensor Matrix(Tensor input, string name = "input")
        {
            ArgumentNullException.ThrowIfNull(input, name);
            return input.ndim >= 2 ? input : throw new ArgumentException($"Expected a matrix, not a tensor of shape {input.Shaped()}.", name);
        }

        private static Tensor Square(Tensor input, string name = "input")
        {
            Matrix(input, name);
            return input.size(-1) == input.size(-2)
                ? input
                : throw new ArgumentException($"Expected a square matrix, not a tensor of shape {input.Shaped()}.", name);
        }

        private static readonly Operator Eigh = new("linalg_eigh"), Eigvalsh = new("linalg_eigvalsh"), Eig = new("linalg_eig");
        private static readonly Operator Eigvals = new("linalg_eigvals"), Svd = new("linalg_svd"), Svdvals = new("linalg_svdvals");
        private static readonly Operator Qr = new("linalg_qr"), Cholesky = new("linalg_cholesky"), CholeskyEx = new("linalg_cholesky_ex");
        private static readonly Operator Solve = new("linalg_solve"), SolveEx = new("linalg_solve_ex"), SolveTriangular = new("linalg_solve_triangular"), SolveTriangularOut = new("linalg_solve_triangular.out"), Inv = new("linalg_inv");
        private static readonly Operator Pinv = new("linalg_pinv.atol_rtol_float"), Slogdet = new("linalg_slogdet"), Det = new("linalg_det");
        private static readonly Operator MatrixRank = new("linalg_matrix_rank.atol_rtol_float"), MultiDot = new("linalg_multi_dot");
        private static readonly Operator Lstsq = new("linalg_lstsq"), MatrixExp = new("linalg_matrix_exp");
        private static readonly Operator Cond = new("linalg_cond"), CondNamed = new("linalg_cond.p_str"), VecdotOut = new("linalg_vecdot.out");
        private static readonly Operator PinvTensor = new("linalg_pinv.atol_rtol_tensor"), MatrixRankTensor = new("linalg_matrix_rank.atol_rtol_tensor");
        private static readonly Operator Norm = new("linalg_norm"), NormNamed = new("linalg_norm.ord_str");
        private static readonly Operator VectorNorm = new("linalg_vector_norm"), Vecdot = new("linalg_vecdot");
        private static readonly Operator MatrixNorm = new("linalg_matrix_norm"), MatrixNormNamed = new("linalg_matrix_norm.str_ord");
    }
}

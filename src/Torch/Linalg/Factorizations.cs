using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Factorisations and what solves equations with them, and products of Householder reflections.
    public static partial class linalg
    {
        /// <summary>A = P L U with a permutation P, L lower triangular with 1 on the diagonal and U upper triangular.</summary>
        public static (Tensor P, Tensor L, Tensor U) lu(Tensor input, bool pivot = true) => Lu.Call3(Matrix(input), pivot);
        /// <summary>L and U of <see cref="lu"/> in one matrix, and the rows swapped.</summary>
        public static (Tensor LU, Tensor? Pivots) lu_factor(Tensor input, bool pivot = true) => LuFactor.Call2(Matrix(input), pivot);
        /// <summary>X with A X = B (or X A = B with left = false; of the adjoint of A), for A factored by <see cref="lu_factor"/>.</summary>
        public static Tensor lu_solve(Tensor LU, Tensor pivots, Tensor B, bool left = true, bool adjoint = false, Tensor? @out = null) =>
            @out is null ? LuSolve.Call(LU, pivots, B, left, adjoint) : LuSolveOut.Call(LU, pivots, B, left, adjoint, @out);
        /// <summary>A symmetric A = L D Lᵀ in one matrix, and the rows swapped.</summary>
        public static (Tensor LU, Tensor? Pivots) ldl_factor(Tensor input, bool hermitian = true) => LdlFactor.Call2(Square(input), hermitian);
        /// <summary>As <see cref="ldl_factor"/>, and for each matrix 0 or where it failed.</summary>
        public static (Tensor LU, Tensor? Pivots, Tensor? Info) ldl_factor_ex(Tensor input, bool hermitian = true, bool check_errors = false) =>
            LdlFactorEx.Call3(Square(input), hermitian, check_errors);
        /// <summary>X with A X = B, for A factored by <see cref="ldl_factor"/>.</summary>
        public static Tensor ldl_solve(Tensor LD, Tensor pivots, Tensor B, bool hermitian = false) => LdlSolve.Call(LD, pivots, B, hermitian);
        /// <summary>The inverse, and for each matrix 0 or where it failed.</summary>
        public static (Tensor L, Tensor info) inv_ex(Tensor input, bool check_errors = false) => InvEx.Call2(Square(input), check_errors);
        /// <summary>The first columns of a product of Householder reflections.</summary>
        public static Tensor householder_product(Tensor A, Tensor tau) => HouseholderProduct.Call(Matrix(A, nameof(A)), tau);
        /// <summary>The inverse of a tensor for <see cref="tensordot(Tensor, Tensor, long)"/> over its first <paramref name="ind"/> dimensions.</summary>
        public static Tensor tensorinv(Tensor input, long ind) => TensorInv.Call(input, AtLeast(ind, 1));
        /// <summary>X with tensordot(A, X) = B, after moving dimensions of A to the end.</summary>
        public static Tensor tensorsolve(Tensor A, Tensor B, long[] dims) => TensorSolve.Call(A, B, dims);
        /// <summary>The powers 0 … N − 1 of the elements of vectors as rows.</summary>
        public static Tensor vander(Tensor input, long? N = null) => VanderMatrix.Call(input, N);
        /// <summary>The cross product along a dimension of size 3.</summary>
        public static Tensor cross(Tensor input, Tensor other, long dim = -1) => CrossProduct.Call(input, other, dim);
        /// <summary>The (off-)diagonals of matrices.</summary>
        public static Tensor diagonal(Tensor input, int offset = 0, int dim1 = -2, int dim2 = -1) => Given(input).diagonal(offset, dim1, dim2);

        private static readonly Operator Lu = new("linalg_lu"), LuFactor = new("linalg_lu_factor"), LuSolve = new("linalg_lu_solve");
        private static readonly Operator LuSolveOut = new("linalg_lu_solve.out"), LdlFactor = new("linalg_ldl_factor");
        private static readonly Operator LdlFactorEx = new("linalg_ldl_factor_ex"), LdlSolve = new("linalg_ldl_solve"), InvEx = new("linalg_inv_ex");
        private static readonly Operator HouseholderProduct = new("linalg_householder_product"), TensorInv = new("linalg_tensorinv");
        private static readonly Operator TensorSolve = new("linalg_tensorsolve"), VanderMatrix = new("linalg_vander"), CrossProduct = new("linalg_cross");
    }
}

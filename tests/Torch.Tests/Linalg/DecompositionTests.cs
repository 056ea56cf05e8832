using MathNet.Numerics.LinearAlgebra;
using Xunit;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Linalg;

public class DecompositionTests
{
    private static readonly double[,] A =
    {
        { 4, 1, -2, 0.5 }, { 1, 3, 0.25, 1 }, { -2, 0.25, 5, -1 }, { 0.5, 1, -1, 2 },
    };

    private static double[] Values(Tensor t) => t.data<double>().ToArray();

    [Fact]
    public void Eigenvalues_agree_with_MathNet_and_vectors_diagonalise()
    {
        using var scope = NewDisposeScope();
        var a = tensor(A);
        var (values, vectors) = linalg.eigh(a);
        var expected = Matrix<double>.Build.DenseOfArray(A).Evd(Symmetricity.Symmetric).EigenValues.Select(z => z.Real).Order().ToArray();
        Assert.Equal(expected, Values(values), (x, y) => Math.Abs(x - y) < 1e-12);
        Assert.True(vectors.matmul(diag(values)).matmul(vectors.T).allclose(a, 1e-12, 1e-12));
        Assert.Equal(Values(values), Values(linalg.eigvalsh(a)), (x, y) => Math.Abs(x - y) < 1e-12);
    }

    [Fact]
    public void Singular_values_agree_with_MathNet_and_rebuild_the_matrix()
    {
        using var scope = NewDisposeScope();
        var a = tensor(A)[.., ..3];
        var (u, s, vh) = linalg.svd(a, fullMatrices: false);
        var expected = Matrix<double>.Build.DenseOfArray(A).SubMatrix(0, 4, 0, 3).Svd().S.ToArray();
        Assert.Equal(expected, Values(s), (x, y) => Math.Abs(x - y) < 1e-12);
        Assert.Equal([4, 3], u.shape);
        Assert.True(u.matmul(diag(s)).matmul(vh).allclose(a, 1e-12, 1e-12));
        Assert.True(linalg.svdvals(a).allclose(s));
    }

    [Fact]
    public void Qr_gives_orthonormal_columns_and_a_triangle()
    {
        using var scope = NewDisposeScope();
        var a = tensor(A);
        var (q, r) = linalg.qr(a);
        Assert.True(q.T.matmul(q).allclose(eye(4, dtype: float64), 1e-12, 1e-12));
        Assert.True(q.matmul(r).allclose(a, 1e-12, 1e-12));
        Assert.Equal(0, r.tril(-1).abs().max().ToDouble());
    }
}

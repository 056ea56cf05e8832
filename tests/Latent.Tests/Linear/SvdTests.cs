using Latent.Linear;
using static TorchSharp.torch;

namespace Latent.Tests.Linear;

public sealed class SvdTests
{
    [Theory]
    [InlineData(9, 7)] // LAPACK's algorithm
    [InlineData(7, 9)]
    [InlineData(200, 7)] // through QR
    public void It_agrees_with_MathNet_and_gives_the_matrix_back(int n, int d)
    {
        using var a = TestTensors.Correlated(n, d);
        using var svd = Svd.Compute(a);
        var expected = a.ToMathNet().Svd().S;
        Assert.Equal(Math.Min(n, d), svd.S.shape[0]);
        foreach (var (e, s) in expected.Zip(svd.S.Values())) Assert.Equal(e, s, 1e-9 * expected[0]);
        TestTensors.Near(a, svd.Reconstruct(), 1e-9);
        using var identity = eye(Math.Min(n, d), dtype: ScalarType.Float64);
        TestTensors.Near(identity, svd.U.t().matmul(svd.U), 1e-9);
        TestTensors.Near(identity, svd.V.t().matmul(svd.V), 1e-9);
    }

    [Fact]
    public void Both_ways_give_the_same_factors_with_the_same_signs()
    {
        using var tall = TestTensors.Correlated(80, 5);
        using var through = Svd.Compute(tall);
        using var direct = Svd.Compute(tall.narrow(0, 0, 80).t().contiguous()); // wide: LAPACK on the transpose
        TestTensors.Near(direct.S, through.S, 1e-9);
        TestTensors.Near(direct.U.abs(), through.V.abs(), 1e-9);
    }

    [Fact]
    public void Keeping_k_values_leaves_the_discarded_squares()
    {
        using var a = TestTensors.Correlated(30, 6);
        using var svd = Svd.Compute(a);
        using var error = (a - svd.Reconstruct(2)).square().sum();
        Assert.Equal(svd.S.Values().Skip(2).Sum(s => s * s), error.item<double>(), 1e-8);
        Assert.Throws<ArgumentOutOfRangeException>(() => svd.Reconstruct(7));
    }

    [Fact]
    public void A_rank_deficient_tall_matrix_keeps_orthonormal_factors()
    {
        using var a = TestTensors.Correlated(100, 3);
        using var twice = cat([a, a], 1);
        using var svd = Svd.Compute(twice);
        Assert.All(svd.S.Values().Skip(3), s => Assert.Equal(0, s, 1e-12 * svd.S.Values()[0]));
        using var identity = eye(6, dtype: ScalarType.Float64);
        TestTensors.Near(identity, svd.U.t().matmul(svd.U), 1e-12);
        TestTensors.Near(twice, svd.Reconstruct(), 1e-12);
    }

    [Fact]
    public void An_entry_that_is_not_finite_is_named()
    {
        using var a = TestTensors.Correlated(20, 4);
        a[3, 2] = tensor(double.NaN, ScalarType.Float64);
        var error = Assert.Throws<ArgumentException>(() => Svd.Compute(a));
        Assert.Contains("row 3, column 2", error.Message, StringComparison.Ordinal);
    }
}

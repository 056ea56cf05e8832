using Latent.Evaluation;
using Latent.Linear;
using MathNet.Numerics.LinearAlgebra;
using static TorchSharp.torch;

namespace Latent.Tests.Linear;

public sealed class PcaTests(MnistFixture mnist)
{
    private static readonly References Figures = References.Load();

    [Theory]
    [InlineData(0), InlineData(1), InlineData(2), InlineData(3), InlineData(5), InlineData(10), InlineData(18), InlineData(20)]
    [InlineData(30), InlineData(50), InlineData(64), InlineData(100), InlineData(150), InlineData(200)]
    public void Discarded_variance_of_mnist_is_the_computed_anchor(int k) =>
        Assert.Equal(Figures[$"mnist-pca-train-{k}"].Value, mnist.Pca.DiscardedVariance(k), 5e-4);

    [Theory]
    [InlineData(2), InlineData(10), InlineData(18), InlineData(30), InlineData(50), InlineData(100)]
    public void Test_error_of_mnist_is_the_computed_anchor(int k) =>
        Assert.Equal(Figures[$"mnist-pca-test-{k}"].Value, mnist.Pca.ReconstructionErrors(mnist.Test.Images, [k])[0], 5e-4);

    [Fact]
    public void Thirty_components_reproduce_Hinton_and_Salakhutdinov()
    {
        var error = mnist.Pca.ReconstructionError(mnist.Test.Images, 30);
        Assert.Equal(13.8663, error, 5e-4);
        Assert.Equal(Figures["hs2006-mnist-30-pca"].Value, Math.Round(error, 2));
    }

    [Fact]
    public void Training_error_is_the_discarded_variance()
    {
        int[] ks = [0, 1, 10, 30, 200, 712];
        var errors = mnist.Pca.ReconstructionErrors(mnist.Train.Images, ks);
        foreach (var (k, error) in ks.Zip(errors)) Assert.Equal(mnist.Pca.DiscardedVariance(k), error, 1e-9 * mnist.Pca.TotalVariance);
    }

    [Fact]
    public void Top_eigenvalues_rank_and_constant_pixels_of_mnist()
    {
        for (var i = 1; i <= 10; i++) Assert.Equal(Figures[$"mnist-eigenvalue-{i}"].Value, mnist.Pca.Eigenvalues[i - 1], 1e-6);
        Assert.Equal(712, mnist.Pca.Eigenvalues.Count(l => l > 1e-10));
        Assert.Equal(712, mnist.Pca.Rank);
        using var diagonal = mnist.Moments.Covariance.diagonal().contiguous();
        Assert.Equal(67, diagonal.Values().Count(v => v == 0));
    }

    [Fact]
    public void Two_fits_give_the_same_bits()
    {
        using var again = Pca.Fit(mnist.Train.Images);
        Assert.Equal(mnist.Pca.Eigenvalues, again.Eigenvalues);
        Assert.True(again.Components.Equals(mnist.Pca.Components));
    }

    [Fact]
    public void It_agrees_with_MathNet_on_small_data()
    {
        using var x = TestTensors.Correlated(200, 7);
        using var pca = Pca.Fit(x);
        var a = x.ToMathNet();
        var mean = a.ColumnSums() / 200;
        var centred = a - Matrix<double>.Build.Dense(200, 7, (_, j) => mean[j]);
        var evd = (centred.TransposeThisAndMultiply(centred) / 200).Evd(Symmetricity.Symmetric);
        var expected = evd.EigenValues.Select(v => v.Real).Reverse().ToArray();
        for (var j = 0; j < 7; j++)
        {
            Assert.Equal(mean[j], pca.Mean.Values()[j], 1e-12);
            Assert.Equal(expected[j], pca.Eigenvalues[j], 1e-9 * expected[0]);
            var vector = evd.EigenVectors.Column(6 - j);
            var ours = Vector<double>.Build.Dense(pca.Components.select(1, j).Values());
            Assert.Equal(1, Math.Abs(vector.DotProduct(ours)), 1e-9);
        }
    }

    [Fact]
    public void Each_component_has_its_largest_entry_positive()
    {
        using var x = TestTensors.Correlated(50, 6);
        using var pca = Pca.Fit(x);
        for (var j = 0; j < 6; j++) Assert.True(pca.Components.select(1, j).Values().MaxBy(Math.Abs) > 0);
    }

    [Fact]
    public void Decoding_codes_is_reconstructing_and_all_components_give_the_data_back()
    {
        using var x = TestTensors.Correlated(50, 6);
        using var pca = Pca.Fit(x);
        TestTensors.Near(pca.Reconstruct(x, 3), pca.Decode(pca.Encode(x, 3)), 1e-10);
        TestTensors.Near(x, pca.Reconstruct(x, 6), 1e-10);
        Assert.Equal([50, 0], pca.Encode(x, 0).shape);
        TestTensors.Near(pca.Mean, pca.Reconstruct(x, 0)[0], 1e-12);
    }

    [Fact]
    public void Errors_by_the_codes_agree_with_errors_by_reconstruction()
    {
        using var x = TestTensors.Correlated(50, 6);
        using var pca = Pca.Fit(x.narrow(0, 0, 30));
        int[] ks = [4, 0, 2];
        foreach (var (k, error) in ks.Zip(pca.ReconstructionErrors(x, ks))) Assert.Equal(pca.ReconstructionError(x, k), error, 1e-9);
    }

    [Fact]
    public void Zero_on_the_dropped_directions_costs_the_mean_there()
    {
        using var x = TestTensors.Correlated(50, 6);
        using var pca = Pca.Fit(x);
        using var dropped = pca.Mean - pca.Directions(2).matmul(pca.Directions(2).t().matmul(pca.Mean));
        var expected = pca.DiscardedVariance(2) + dropped.square().sum().item<double>();
        Assert.Equal(expected, pca.ReconstructionError(x, 2, Dropped.Zero), 1e-9);
    }

    [Fact]
    public void More_components_than_the_rank_are_refused_with_the_rank()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => mnist.Pca.ReconstructionError(mnist.Test.Images, 713));
        Assert.Equal("k", error.ParamName);
        Assert.Contains("712", error.Message, StringComparison.Ordinal);
        Assert.Contains("713", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => mnist.Pca.Encode(mnist.Test.Images, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => mnist.Pca.DiscardedVariance(713));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void An_entry_that_is_not_finite_is_named(double value)
    {
        using var x = TestTensors.Correlated(50, 6);
        x[17, 4] = tensor(value, ScalarType.Float64);
        var error = Assert.Throws<ArgumentException>(() => Pca.Fit(x));
        Assert.Equal("x", error.ParamName);
        Assert.Contains("row 17, column 4", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_of_other_dimensions_or_types_are_refused()
    {
        using var other = zeros([5, 783]);
        var error = Assert.Throws<ArgumentException>(() => mnist.Pca.Encode(other, 3));
        Assert.Contains("784", error.Message, StringComparison.Ordinal);
        Assert.Contains("5, 783", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Pca.Fit(zeros([10])));
        Assert.Throws<ArgumentException>(() => Pca.Fit(zeros([0, 10])));
        Assert.Throws<ArgumentException>(() => Pca.Fit(zeros([4, 4], ScalarType.Int64)));
        Assert.Throws<ArgumentNullException>(() => Pca.Fit((Tensor)null!));
    }

    [Fact]
    public void A_mean_far_from_zero_does_not_spoil_the_covariance()
    {
        using var x = TestTensors.Correlated(500, 5);
        using var far = x + 1e7;
        using var near = Pca.Fit(x);
        using var pca = Pca.Fit(far);
        for (var j = 0; j < 5; j++) Assert.Equal(near.Eigenvalues[j], pca.Eigenvalues[j], 1e-6 * near.Eigenvalues[0]);
    }
}

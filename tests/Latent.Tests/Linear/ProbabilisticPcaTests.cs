using Latent.Evaluation;
using Latent.Linear;
using MathNet.Numerics.LinearAlgebra;
using static TorchSharp.torch;

namespace Latent.Tests.Linear;

public sealed class ProbabilisticPcaTests(MnistFixture mnist)
{
    private static readonly References Figures = References.Load();

    [Theory]
    [InlineData(2), InlineData(5), InlineData(10), InlineData(20), InlineData(30), InlineData(50), InlineData(100)]
    public void Noise_and_likelihood_of_mnist_are_the_computed_anchors(int k)
    {
        using var model = ProbabilisticPca.Fit(mnist.Pca, k);
        Assert.Equal(Figures[$"mnist-ppca-variance-{k}"].Value, model.NoiseVariance, 1e-8);
        Assert.Equal(Figures[$"mnist-ppca-loglik-{k}"].Value, model.MeanLogLikelihood(mnist.Train.Images), 1e-3);
    }

    [Fact]
    public void The_density_is_that_of_the_full_covariance()
    {
        using var x = TestTensors.Correlated(60, 5);
        using var pca = Pca.Fit(x);
        using var model = ProbabilisticPca.Fit(pca, 2);
        var covariance = model.Covariance().ToMathNet();
        var (inverse, determinant) = (covariance.Inverse(), covariance.Determinant());
        var densities = model.LogLikelihood(x).Values();
        var rows = x.ToMathNet();
        var mean = Vector<double>.Build.Dense(model.Mean.Values());
        for (var n = 0; n < 60; n++)
        {
            var centred = rows.Row(n) - mean;
            var expected = -0.5 * (5 * Math.Log(2 * Math.PI) + Math.Log(determinant) + centred * inverse * centred);
            Assert.Equal(expected, densities[n], 1e-8);
        }
    }

    [Fact]
    public void The_closed_form_is_a_maximum()
    {
        using var x = TestTensors.Correlated(60, 5);
        using var pca = Pca.Fit(x);
        using var best = ProbabilisticPca.Fit(pca, 2);
        var maximum = best.MeanLogLikelihood(x);
        foreach (var factor in (double[])[0.8, 0.98, 1.02, 1.2])
        {
            using var other = ProbabilisticPca.WithNoise(pca, 2, best.NoiseVariance * factor);
            Assert.True(other.MeanLogLikelihood(x) < maximum);
        }
    }

    [Fact]
    public void Noise_above_an_eigenvalue_collapses_its_direction()
    {
        using var x = TestTensors.Correlated(60, 5);
        using var pca = Pca.Fit(x);
        using var model = ProbabilisticPca.WithNoise(pca, 3, (pca.Eigenvalues[1] + pca.Eigenvalues[2]) / 2);
        var lengths = model.Loadings.square().sum([0]).Values();
        Assert.True(lengths[1] > 0);
        Assert.Equal(0, lengths[2]);
    }

    [Fact]
    public void The_posterior_is_that_of_conditioning_the_joint_gaussian()
    {
        using var x = TestTensors.Correlated(60, 5);
        using var pca = Pca.Fit(x);
        using var model = ProbabilisticPca.Fit(pca, 2);
        using var posterior = model.Posterior(x);
        var (w, inverse) = (model.Loadings.ToMathNet(), model.Covariance().ToMathNet().Inverse());
        var covariance = Matrix<double>.Build.DenseIdentity(2) - w.Transpose() * inverse * w;
        Assert.Equal(0, (covariance - posterior.Covariance.ToMathNet()).L2Norm(), 1e-10);
        var first = x.ToMathNet().Row(0) - Vector<double>.Build.Dense(model.Mean.Values());
        Assert.Equal(0, (w.Transpose() * inverse * first - posterior.Mean.ToMathNet().Row(0)).L2Norm(), 1e-10);
    }

    [Fact]
    public void Samples_have_the_model_s_mean_and_covariance_and_follow_the_generator()
    {
        using var scope = NewDisposeScope();
        using var x = TestTensors.Correlated(60, 4);
        using var pca = Pca.Fit(x);
        using var model = ProbabilisticPca.Fit(pca, 2);
        var samples = model.Sample(200_000, new Generator(1));
        using var moments = SecondMoments.Of(samples);
        var scale = pca.Eigenvalues[0];
        Assert.True((moments.Covariance - model.Covariance()).abs().max().item<double>() < 0.02 * scale);
        Assert.True((moments.Mean - model.Mean).abs().max().item<double>() < 5 * Math.Sqrt(scale / 200_000));
        Assert.True(model.Sample(3, new Generator(7)).Equals(model.Sample(3, new Generator(7))));
        Assert.Equal([3, 4], model.Sample(3, new Generator(7), withNoise: false).shape);
    }

    [Fact]
    public void As_many_factors_as_the_rank_are_refused_for_want_of_noise() =>
        Assert.Contains("712", Assert.Throws<ArgumentOutOfRangeException>(() => ProbabilisticPca.Fit(mnist.Pca, 712)).Message, StringComparison.Ordinal);
}

using Latent.Linear;
using Latent.Variational;
using static TorchSharp.torch;

namespace Latent.Tests.Variational;

public sealed class LinearVaeTests(MnistFixture mnist)
{
    [Fact]
    public void The_bound_from_moments_is_the_mean_of_the_bounds()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(1);
        var x = TestTensors.Correlated(40, 5);
        var vae = new LinearVae(SecondMoments.Of(x), 2, generator, variance: 0.7);
        var (mean, w) = (x.mean([0]), vae.Decoder.detach());
        // One Gaussian integral an observation: E‖x − Wz − μ‖² = ‖x − Wm − μ‖² + tr WSWᵀ, with m = Wᵀ(x − μ) and S = I at the start.
        var code = (x - mean).matmul(w);
        var squared = (x - mean - code.matmul(w.t())).square().sum([1]) + w.square().sum();
        var reconstruction = 0.5 * (5 * Math.Log(2 * Math.PI * 0.7) + squared / 0.7);
        var divergence = GaussianKl.ToStandardNormal(code, zeros_like(code));
        var loss = vae.Loss(SecondMoments.Of(x));
        Assert.Equal(reconstruction.mean().item<double>(), loss.Reconstruction.item<double>(), 1e-9);
        Assert.Equal(divergence.mean().item<double>(), loss.Kl.item<double>(), 1e-9);
    }

    [Theory]
    [InlineData(2, 12.4277, 6), InlineData(10, 182.1547, 16), InlineData(30, 385.6530, 36)]
    public void Trained_it_reaches_the_likelihood_of_probabilistic_pca_on_mnist(int latent, double likelihood, int epochs)
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(1);
        var vae = new LinearVae(mnist.Moments, latent, generator);
        var bound = -vae.Train(mnist.Moments, generator, epochs).Last().Loss;
        Assert.InRange(bound, likelihood - 0.1, likelihood + 1e-3);
    }
}

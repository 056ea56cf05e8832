using Latent.Linear;
using Latent.Training;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Latent.Tests.Linear;

public sealed class RegularizedLinearAutoencoderTests(MnistFixture mnist)
{
    [Fact]
    public void The_closed_form_is_stationary_and_gives_pca_back()
    {
        using var scope = NewDisposeScope();
        var landscape = new LinearLandscape(mnist.Moments, mnist.Pca);
        var model = new RegularizedLinearAutoencoder(0.5);
        var decoder = model.ClosedForm(mnist.Pca, 6).requires_grad_();
        var encoder = decoder.detach().t().contiguous().requires_grad_();
        model.Loss(landscape, encoder, decoder).Total.backward();
        Assert.True(decoder.grad!.abs().max().item<double>() < 1e-12);
        Assert.True(encoder.grad!.abs().max().item<double>() < 1e-12);

        var (directions, eigenvalues) = model.Recover(decoder);
        TestTensors.Near(mnist.Pca.Directions(6).contiguous(), directions, 1e-9);
        for (var i = 0; i < 6; i++) Assert.Equal(mnist.Pca.Eigenvalues[i], eigenvalues[i], 1e-9);
    }

    [Fact]
    public void Training_finds_the_directions_where_plain_training_finds_the_subspace_only()
    {
        using var x = TestTensors.Correlated(300, 6);
        using var moments = SecondMoments.Of(x);
        using var pca = Pca.Fit(moments);
        var landscape = new LinearLandscape(moments, pca);
        double Worst(double penalty)
        {
            var model = new RegularizedLinearAutoencoder(penalty);
            using var generator = new Generator(4);
            Parameter Start(params long[] shape) => new(randn(shape, ScalarType.Float64, generator: generator));
            var (encoder, decoder) = (Start(2, 6), Start(6, 2));
            var optimiser = optim.SGD([encoder, decoder], 0.02 / pca.Eigenvalues[0], momentum: 0.95);
            for (var step = 0; step < 6000; step++)
            {
                using var scope = NewDisposeScope();
                optimiser.zero_grad();
                model.Loss(landscape, encoder, decoder).Total.backward();
                optimiser.step();
            }

            Assert.True(PrincipalAngles.Largest(decoder, pca.Directions(2)) < 1e-3);
            var (directions, _) = model.Recover(decoder);
            return Enumerable.Range(0, 2).Max(i => PrincipalAngles.Largest(directions.narrow(1, i, 1), pca.Components.narrow(1, i, 1)));
        }

        Assert.InRange(Worst(pca.Eigenvalues[1] / 2), 0, 0.01);
        Assert.InRange(Worst(1e-12), 1, 90);
    }

    [Fact]
    public void A_direction_below_the_penalty_vanishes()
    {
        var model = new RegularizedLinearAutoencoder((mnist.Pca.Eigenvalues[2] + mnist.Pca.Eigenvalues[3]) / 2);
        using var decoder = model.ClosedForm(mnist.Pca, 5);
        var lengths = decoder.square().sum([0]).Values();
        Assert.True(lengths[2] > 0);
        Assert.Equal([0, 0], lengths[3..]);
    }
}

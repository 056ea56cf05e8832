using Latent.Variational;
using MathNet.Numerics.Distributions;
using static TorchSharp.torch;

namespace Latent.Tests.Variational;

public sealed class LatentSpaceTests
{
    [Fact]
    public void A_line_has_its_ends_and_its_middle()
    {
        using var scope = NewDisposeScope();
        var (a, b) = (tensor(new[,] { { 1.0, 0 } }), tensor(new[,] { { 0.0, 3 } }));
        Assert.Equal([1, 0, 0.5, 1.5, 0, 3], LatentSpace.Linear(a, b, 3).Values());
    }

    [Fact]
    public void An_arc_keeps_the_length_and_turns_evenly()
    {
        using var scope = NewDisposeScope();
        var (a, b) = (tensor(new[,] { { 2.0, 0, 0 } }), tensor(new[,] { { 0, 1.2, 1.6 } }));
        var arc = LatentSpace.Spherical(a, b, 4);
        Assert.All(arc.norm(1).Values(), length => Assert.Equal(2, length, 1e-12));
        for (var i = 0; i < 3; i++) Assert.Equal(4 * Math.Cos(Math.PI / 6), (arc[i] * arc[i + 1]).sum().item<double>(), 1e-12);
        TestTensors.Near(a, arc[..1], 1e-12);
        TestTensors.Near(b, arc[3..], 1e-12);
        TestTensors.Near(LatentSpace.Linear(a, 2 * a, 3), LatentSpace.Spherical(a, 2 * a, 3), 1e-12); // no angle between: a line
        Assert.All(LatentSpace.Spherical(a, zeros_like(a), 3).Values(), v => Assert.True(double.IsFinite(v)));
    }

    [Fact]
    public void A_grid_of_the_plane_holds_equal_parts_of_the_prior()
    {
        using var scope = NewDisposeScope();
        var grid = LatentSpace.InverseNormalGrid(4).reshape(4, 4, 2);
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal((i + 0.5) / 4, Normal.CDF(0, 1, grid[0, i, 0].item<float>()), 1e-6);
            Assert.Equal(1 - (i + 0.5) / 4, Normal.CDF(0, 1, grid[i, 0, 1].item<float>()), 1e-6);
        }

        Assert.Equal([0f, 0f], LatentSpace.InverseNormalGrid(1).data<float>().ToArray());
    }

    [Fact]
    public void A_perturbation_moves_one_entry()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([1, -2, 3, 1, 5, 3], LatentSpace.Perturb(tensor(new[,] { { 1.0, 2, 3 } }), 1, [-2, 5]).Values());
        Assert.Throws<ArgumentOutOfRangeException>("dimension", () => LatentSpace.Perturb(zeros(1, 3), 3, [0]));
        Assert.Throws<ArgumentException>("to", () => LatentSpace.Linear(zeros(1, 2), zeros(2, 2), 3));
        Assert.Throws<ArgumentOutOfRangeException>("steps", () => LatentSpace.Spherical(zeros(1, 2), zeros(1, 2), 1));
    }

    [Fact]
    public void A_latent_is_active_when_its_mean_varies()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(1);
        var encoder = nn.Linear(2, 6, dtype: ScalarType.Float64);
        using (no_grad())
        {
            encoder.weight.zero_();
            encoder.weight[0, 0] = 1;
            encoder.weight[1, 1] = 0.05; // variance 0.0025 of its code: below the threshold
            encoder.bias!.zero_();
        }

        var vae = new GaussianVae(encoder, nn.Linear(3, 2, dtype: ScalarType.Float64), 3, new GaussianLikelihood(), ScalarType.Float64);
        var x = randn([20_000, 2], ScalarType.Float64, generator: generator);
        Assert.Equal(1, vae.ActiveUnits(x));
        var activity = vae.Activity(x).Values();
        Assert.Equal(1, activity[0], 0.05);
        Assert.Equal(0.0025, activity[1], 1e-4);
        Assert.Equal(0, activity[2]);
        var codes = vae.AggregatedPosterior(x, generator);
        Assert.Equal(2, codes.select(1, 0).var().item<double>(), 0.1); // variance of the means plus one
        Assert.Throws<ArgumentException>("x", () => vae.Activity(x[..1]));
    }
}

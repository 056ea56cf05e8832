using Latent.Training;
using Latent.Variational;
using MathNet.Numerics.Integration;
using static TorchSharp.torch;

namespace Latent.Tests.Variational;

/// <summary>Models with several stochastic layers.</summary>
public sealed class DeepModelsTests
{
    private static Tensor One => tensor(new[,] { { 1.0, 0, 1, 1 } });

    private static HierarchicalVae TwoLayers(Generator generator) =>
        new(new(4, [new(1, 5), new(1, 3)], Precision: ScalarType.Float64), generator);

    private static GaussianVae Deep(Generator generator) => DeepLatentGaussian.Create(new(4, [1, 1], 3, Precision: ScalarType.Float64), generator);

    [Fact]
    public void The_evidence_of_two_layers_is_what_quadrature_over_the_plane_finds()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(1);
        using var gradients = no_grad();
        var model = Deep(generator);
        // The evidence by a product rule over the prior's plane, all at once.
        var rule = new GaussLegendreRule(-8, 8, 64);
        var nodes = from a in Enumerable.Range(0, 64) from b in Enumerable.Range(0, 64) select (X: rule.GetAbscissa(a), Y: rule.GetAbscissa(b), W: rule.GetWeight(a) * rule.GetWeight(b));
        var z = tensor(nodes.SelectMany(n => new[] { n.X, n.Y }).ToArray(), [4096, 2]);
        var log = model.Likelihood.LogProbability(model.Decode(z), One.repeat(4096, 1)).Values();
        var evidence = Math.Log(nodes.Zip(log).Sum(p => p.First.W * Math.Exp(p.Second + Gaussian.Standard.LogDensity(p.First.X) + Gaussian.Standard.LogDensity(p.First.Y))));
        Assert.Equal(evidence, model.LogLikelihoods(One, 200_000, generator).item<double>(), 3e-3);
        Assert.True(-model.Loss(One.repeat(20_000, 1), generator).Total.item<double>() < evidence);
    }

    [Fact]
    public void The_weights_of_a_hierarchy_average_to_the_probabilities_of_all_pictures()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(2);
        var model = TwoLayers(generator);
        var all = tensor(Enumerable.Range(0, 16).SelectMany(i => Enumerable.Range(0, 4).Select(b => (double)(i >> b & 1))).ToArray(), [16, 4]);
        Assert.Equal(1, model.LogLikelihoods(all, 10_000, generator).exp().sum().item<double>(), 1e-2); // they sum to one
        // and are those of pictures drawn from the model
        var drawn = model.Generate(50_000, generator).mean([0]).Values();
        var expected = all.t().matmul(model.LogLikelihoods(all, 10_000, generator).exp().unsqueeze(1)).Values();
        Assert.All(drawn.Zip(expected), p => Assert.Equal(p.First, p.Second, 1e-2));
    }

    [Fact]
    public void The_loss_is_minus_the_mean_weight_of_one_sample_and_gradients_agree_with_differences()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(3);
        var model = TwoLayers(generator);
        var (x, epsilon) = (rand([3, 4], ScalarType.Float64, generator: generator).round(), randn([3, 2], ScalarType.Float64, generator: generator));
        Assert.Equal(-model.LogWeights(x, epsilon.unsqueeze(1)).mean().item<double>(), model.Loss(x, epsilon).Total.item<double>(), 1e-12);
        model.Loss(x, epsilon).Total.backward();
        foreach (var parameter in model.parameters())
            Assert.Equal(Differences.At(() => model.Loss(x, epsilon).Total.item<double>(), parameter), parameter.grad!.reshape(-1)[0].item<double>(), 1e-7);
        using var other = new Generator(7); // away from the kinks of its rectifiers, where differences mislead
        var deep = Deep(other);
        deep.Loss(x, epsilon).Total.backward();
        foreach (var parameter in deep.parameters())
            Assert.Equal(Differences.At(() => deep.Loss(x, epsilon).Total.item<double>(), parameter), parameter.grad!.reshape(-1)[0].item<double>(), 1e-7);
    }

    [Fact]
    public void Training_lowers_the_loss_and_the_same_seed_gives_the_same_bits()
    {
        double[] Train()
        {
            using var scope = NewDisposeScope();
            using var generator = new Generator(4);
            var model = TwoLayers(generator);
            var x = rand([50, 4], ScalarType.Float64, generator: generator).round();
            var optimiser = optim.Adam(model.parameters(), 0.01);
            var step = Fit.GradientStep(optimiser, (Tensor batch) => model.Loss(batch, randn([50, 2], ScalarType.Float64, generator: generator)), batch => batch.shape[0]);
            return Fit.Epochs(40, new TrainingState(model, optimiser, generator), _ => [x], step).ToHistory().Losses;
        }

        var losses = Train();
        Assert.True(losses[^1] < losses[0]);
        Assert.Equal(losses, Train());
    }

    [Fact]
    public void Wrong_shapes_are_refused()
    {
        using var generator = new Generator(5);
        Assert.Throws<ArgumentException>("options", () => new HierarchicalVae(new(4, [new(0, 3)]), generator));
        Assert.Throws<ArgumentException>("options", () => new HierarchicalVae(new(4, []), generator));
        Assert.Throws<ArgumentException>("options", () => DeepLatentGaussian.Create(new(4, [2, 0]), generator));
        using var model = TwoLayers(generator);
        Assert.Throws<ArgumentException>("epsilon", () => model.LogWeights(One, zeros([1, 3, 1], ScalarType.Float64)));
        Assert.Equal([1, 4], model.forward(One).shape);
        Assert.Equal([2, 4], model.Generate(2, generator).shape);
    }
}

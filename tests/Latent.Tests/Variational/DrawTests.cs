using Latent.Training;
using Latent.Variational;
using static TorchSharp.torch;

namespace Latent.Tests.Variational;

public sealed class DrawTests
{
    private static Draw Small(Generator generator, int? patch, int steps = 3) =>
        new(new(5, 4, steps, 6, 2, patch, patch, ScalarType.Float64), generator);

    [Fact]
    public void A_window_reads_and_writes_what_its_filters_say()
    {
        using var scope = NewDisposeScope();
        // Centre in the middle of 5×4, distance ½·4·¼ = … as large as the picture allows: rows 1, 3, 5 and columns.
        double[] parameters = [0, 0, -14, 0, Math.Log(2)];
        var attention = new DrawAttention(tensor(parameters, [1, 5]), 5, 5, 3);
        var picture = arange(0, 25, ScalarType.Int64).to_type(ScalarType.Float64).reshape(1, 25);
        // Narrow filters at pixels 1, 3 and 5 of each side, strength 2.
        Assert.Equal([0, 4, 8, 20, 24, 28, 40, 44, 48], attention.Read(picture).Values().Select(v => Math.Round(v, 9)));
        var written = attention.Write(ones([1, 9], ScalarType.Float64)).reshape(5, 5);
        Assert.Equal(0.5, written[2, 4].item<double>(), 1e-9);
        Assert.Equal(0, written[1, 1].item<double>(), 1e-9);
        var wide = new DrawAttention(tensor([0.3, -0.2, 0.5, -0.4, 0], [1, 5]), 5, 4, 3);
        TestTensors.Near(ones([1, 9], ScalarType.Float64), wide.Read(ones([1, 20], ScalarType.Float64)), 1e-9); // each filter sums to one
    }

    [Theory]
    [InlineData(null), InlineData(3)]
    public void The_sampled_bound_is_on_average_the_one_with_closed_divergences(int? patch)
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(1);
        using var gradients = no_grad();
        var draw = Small(generator, patch);
        var x = rand([1, 20], ScalarType.Float64, generator: generator).round();
        var noise = randn([1, 20_000, draw.Noise], ScalarType.Float64, generator: generator);
        var sampled = Latent.Evaluation.Estimate.Mean(draw.LogWeights(x, noise));
        var closed = -draw.Loss(x.expand(20_000, 20), noise.squeeze(0)).Total.item<double>();
        Assert.InRange((sampled.Value - closed) / sampled.StandardError, -4, 4);
        Assert.True(draw.LogLikelihoods(x, 20_000, generator).item<double>() > sampled.Value);
    }

    [Fact]
    public void The_probabilities_of_all_pictures_sum_to_one()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(2);
        var draw = new Draw(new(2, 2, 2, 4, 1, Precision: ScalarType.Float64), generator);
        var all = tensor(Enumerable.Range(0, 16).SelectMany(i => Enumerable.Range(0, 4).Select(b => (double)(i >> b & 1))).ToArray(), [16, 4]);
        Assert.Equal(1, draw.LogLikelihoods(all, 4_000, generator).exp().sum().item<double>(), 2e-2);
    }

    [Theory]
    [InlineData(null), InlineData(3)]
    public void Gradients_agree_with_differences(int? patch)
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(3);
        var draw = Small(generator, patch);
        var (x, epsilon) = (rand([2, 20], ScalarType.Float64, generator: generator).round(), randn([2, draw.Noise], ScalarType.Float64, generator: generator));
        draw.Loss(x, epsilon).Total.backward();
        foreach (var (name, parameter) in draw.named_parameters())
            Assert.Equal(Differences.At(() => draw.Loss(x, epsilon).Total.item<double>(), parameter, entry: 1), parameter.grad!.reshape(-1)[1].item<double>(), 1e-7);
    }

    [Fact]
    public void It_learns_and_its_canvases_are_pictures_that_build_on_each_other()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(4);
        var draw = Small(generator, patch: null);
        var x = (arange(0, 20, ScalarType.Int64) % 2).to_type(ScalarType.Float64).repeat(40, 1); // stripes
        var optimiser = optim.Adam(draw.parameters(), 0.03);
        var step = Fit.GradientStep(optimiser, (Tensor batch) => draw.Loss(batch, randn([40, draw.Noise], ScalarType.Float64, generator: generator)), batch => batch.shape[0]);
        var history = Fit.Epochs(60, new TrainingState(draw, optimiser, generator), _ => [x], step).ToHistory();
        Assert.True(history.Last.Loss < 0.5 * history.Losses[0], $"{history.Losses[0]} → {history.Last.Loss}");
        var canvases = draw.Canvases(30, generator);
        Assert.Equal(3, canvases.Count);
        var errors = canvases.Select(c => (c - x[..30]).abs().mean().item<double>()).ToArray();
        Assert.True(errors[2] < errors[1] && errors[1] < errors[0], string.Join(", ", errors)); // surer with each step
    }

    [Fact]
    public void Wrong_options_and_shapes_are_refused()
    {
        using var generator = new Generator(5);
        Assert.Throws<ArgumentException>("options", () => new Draw(new(Steps: 0), generator));
        Assert.Throws<ArgumentException>("options", () => new Draw(new(Read: 1), generator));
        using var draw = Small(generator, 2);
        Assert.Throws<ArgumentException>("x", () => draw.forward(zeros([1, 19], ScalarType.Float64)));
        Assert.Equal([1, 20], draw.forward(zeros([1, 20], ScalarType.Float64)).shape);
    }
}

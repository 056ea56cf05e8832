using Latent.Autoencoders;
using Latent.Training;
using static TorchSharp.torch;

namespace Latent.Tests.Autoencoders;

public sealed class PretrainedLayersTests
{
    private static Func<Tensor, PretrainedLayer> Trainer(int units, Generator generator, List<Tensor>? seen = null) => data =>
    {
        seen?.Add(data.clone().DetachFromDisposeScope());
        var model = Autoencoder.Dense(new((int)data.shape[1], [units], Precision: ScalarType.Float64), generator);
        model.Train(data, generator, new(Epochs: 2, BatchSize: 10)).ToHistory();
        return PretrainedLayer.Of(model);
    };

    [Fact]
    public void Each_layer_learns_from_the_codes_below()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(1);
        var x = rand([40, 6], ScalarType.Float64, generator: generator);
        var seen = new List<Tensor>();
        var stack = PretrainedLayers.Train(x, Trainer(5, generator, seen), Trainer(4, generator, seen), Trainer(2, generator, seen));
        var h = x;
        foreach (var (layer, data) in stack.Layers.Zip(seen))
        {
            TestTensors.Near(h, data, 0);
            h = (h.matmul(layer.Up.Weight.t()) + layer.Up.Bias).sigmoid();
        }

        TestTensors.Near(h, stack.Encode(x), 1e-12);
    }

    [Fact]
    public void The_unrolled_network_reconstructs_as_the_stack_does_and_learns_without_changing_it()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(2);
        var x = rand([40, 6], ScalarType.Float64, generator: generator);
        var stack = PretrainedLayers.Train(x, Trainer(5, generator), Trainer(2, generator));
        var deep = stack.Unroll();
        var before = stack.Decode(stack.Encode(x));
        TestTensors.Near(before, deep.forward(x), 1e-12);
        Assert.Equal([5, 6], ((DenseLayers)deep.Decoder).Biases.Select(b => b.shape[0]));
        var losses = deep.Train(x, generator, new(Epochs: 5, BatchSize: 10)).ToHistory().Losses;
        Assert.True(losses[^1] < losses[0]);
        TestTensors.Near(before, stack.Decode(stack.Encode(x)), 0);
    }

    [Fact]
    public void Layers_that_do_not_fit_are_refused()
    {
        using var generator = new Generator(3);
        using var wide = Autoencoder.Dense(new(7, [2]), generator);
        using var deep = Autoencoder.Dense(new(7, [3, 2]), generator);
        Assert.Contains("7 inputs", Assert.Throws<ArgumentException>("trainers", () => PretrainedLayers.Train(zeros(3, 6), _ => PretrainedLayer.Of(wide))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("trainers", () => PretrainedLayers.Train(zeros(3, 6)));
        Assert.Throws<ArgumentException>("model", () => PretrainedLayer.Of(deep));
    }
}

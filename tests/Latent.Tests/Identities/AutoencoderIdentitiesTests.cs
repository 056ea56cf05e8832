using Latent.Autoencoders;
using Latent.Identities;
using Latent.Training;
using static TorchSharp.torch;

namespace Latent.Tests.Identities;

public sealed class AutoencoderIdentitiesTests
{
    [Fact]
    public void Losses_penalties_and_unrolled_networks_hold()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(1);
        var x = rand([20, 6], ScalarType.Float64, generator: generator).round().narrow(0, 0, 10);
        x = cat([x, rand([10, 6], ScalarType.Float64, generator: generator)], 0); // black and white pixels too
        var model = Autoencoder.Dense(new(6, [3], Precision: ScalarType.Float64), generator);
        AssertDerivation.Holds(AutoencoderIdentities.CrossEntropy(model, x));
        AssertDerivation.Holds(AutoencoderIdentities.SparsityPenalty(model.Codes(x), 0.05));
        var rbm = new Rbm(new(6, 3, Precision: ScalarType.Float64), generator);
        rbm.Train(x, generator, new(Epochs: 2, BatchSize: 5)).ToHistory();
        var layers = new PretrainedLayers([rbm.AsLayer()]);
        AssertDerivation.Holds(AutoencoderIdentities.Unrolled(layers, layers.Unroll(), x));
    }

    [Fact]
    public void A_machine_holds_what_enumeration_says()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(2);
        var machine = new Rbm(new(6, 5, Deviation: 0.5, Precision: ScalarType.Float64), generator);
        var data = rand([12, 6], ScalarType.Float64, generator: generator).round();
        AssertDerivation.Holds(RbmIdentities.Distribution(machine));
        AssertDerivation.Holds(RbmIdentities.Gradient(machine, data, 20_000, generator));
        AssertDerivation.Holds(RbmIdentities.AnnealedImportanceSampling(machine, 200, 500, generator));
        using var large = new Rbm(new(16, 12), generator);
        Assert.Throws<ArgumentException>(nameof(machine), () => RbmIdentities.Distribution(large));
    }
}

using Latent.Autoencoders;
using Latent.Identities;
using Latent.Tests.Identities;
using static TorchSharp.torch;

namespace Latent.Tests.Autoencoders;

public sealed class MemoriserTests(MnistFixture mnist)
{
    [Fact]
    public void It_stores_two_hundred_digits_in_one_number_and_knows_no_other_digit()
    {
        using var scope = NewDisposeScope();
        var x = mnist.Train.Images.narrow(0, 0, 200).to_type(ScalarType.Float64);
        var network = Memoriser.Of(x);
        Assert.Equal([200, 1], network.Codes(x).shape);
        AssertDerivation.Holds(AutoencoderIdentities.Memorised(network, x));
        var others = mnist.Test.Images.narrow(0, 0, 200).to_type(ScalarType.Float64);
        Assert.True(network.SquaredError(others) > mnist.Pca.ReconstructionError(others, 1));
    }

    [Fact]
    public void Images_that_cannot_be_told_apart_are_refused()
    {
        Assert.Throws<ArgumentException>("x", () => Memoriser.Of(ones(1, 4)));
        Assert.Throws<ArgumentException>("x", () => Memoriser.Of(eye(4).index_select(0, tensor(new long[] { 0, 1, 1 }))));
    }
}

using TorchSharp.Tests.Peer;
using TorchSharp.Tests.Random;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests.Nn;

[Collection(nameof(DefaultGenerator))]
public class InitTests
{
    [Fact]
    public void Initial_values_are_PyTorchs_bits()
    {
        using var scope = NewDisposeScope();
        manual_seed(9);
        Same("kaiming_uniform", init.kaiming_uniform_(empty([4, 3, 2]), a: 0.3, mode: init.FanInOut.FanOut));
        Same("xavier_normal", init.xavier_normal_(empty([4, 3, 2]), gain: 1.5));
        Same("trunc_normal", init.trunc_normal_(empty(50), mean: 0.2, std: 0.7, a: -1, b: 0.9));
        Same("dirac", init.dirac_(empty([6, 3, 3, 4]), groups: 2));
        Same("sparse", init.sparse_(empty(7, 5), sparsity: 0.3, std: 0.1));
        Same("eye", init.eye_(empty(3, 5)));
    }

    private static void Same(string name, Tensor ours)
    {
        var theirs = PyTorch.Read("random." + name);
        Assert.True(ours.Equals(theirs), $"{name}: {(ours - theirs).abs().max().ToDouble()}");
    }

    [Fact]
    public void Gains_are_those_of_the_functions()
    {
        Assert.Equal(5.0 / 3, init.calculate_gain(init.NonlinearityType.Tanh));
        Assert.Equal(Math.Sqrt(2), init.calculate_gain(init.NonlinearityType.ReLU));
        Assert.Equal(Math.Sqrt(2 / 1.04), init.calculate_gain(init.NonlinearityType.LeakyReLU, 0.2), 1e-15);
        Assert.Equal(1, init.calculate_gain(init.NonlinearityType.Conv2D));
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_named()
    {
        using var vector = ones(4);
        using var matrix = ones(3, 4);
        Assert.Contains("2 or more dimensions", Assert.Throws<ArgumentException>(() => init.xavier_uniform_(vector)).Message);
        Assert.Contains("3 or more", Assert.Throws<ArgumentException>(() => init.dirac_(matrix)).Message);
        Assert.Throws<ArgumentException>(() => init.sparse_(vector, 0.5));
        Assert.Throws<ArgumentException>(() => init.trunc_normal_(matrix, a: 2, b: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => init.trunc_normal_(matrix, std: 0));
        Assert.Throws<ArgumentNullException>(() => init.ones_(null!));
    }
}

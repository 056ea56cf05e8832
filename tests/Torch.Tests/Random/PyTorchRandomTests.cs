using TorchSharp.Tests.Peer;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Random;

/// <summary>The same seed gives PyTorch's numbers, so that results can be compared with published ones.</summary>
[Collection(nameof(DefaultGenerator))]
public class PyTorchRandomTests
{
    [Fact]
    public void Initial_parameters_are_PyTorchs()
    {
        manual_seed(7);
        using var model = nn.Sequential(nn.Linear(6, 4), nn.Conv2d(2, 3, 3), nn.BatchNorm2d(3), nn.Embedding(5, 2));
        var theirs = PyTorch.ReadAll("init.p").ToArray();
        var ours = model.parameters().ToArray();
        Assert.Equal(theirs.Length, ours.Length);
        foreach (var (a, b) in ours.Zip(theirs))
            Assert.True(a.allclose(b, 1e-6, 1e-7));
    }

    [Fact]
    public void Draws_are_PyTorchs()
    {
        using var scope = NewDisposeScope();
        manual_seed(8);
        Assert.True(randn(33).Equals(PyTorch.Read("random.randn")));
        Assert.True(rand(3, 5).Equals(PyTorch.Read("random.rand")));
        Assert.True(randint(2, 50, [7]).Equals(PyTorch.Read("random.randint")));
        Assert.True(randperm(20).Equals(PyTorch.Read("random.randperm")));
        Assert.True(nn.init.xavier_uniform_(empty(4, 6)).allclose(PyTorch.Read("random.xavier"), 1e-6, 1e-7));
        Assert.True(nn.init.kaiming_normal_(empty(4, 6), nonlinearity: nn.init.NonlinearityType.ReLU).allclose(PyTorch.Read("random.kaiming"), 1e-6, 1e-7));
        Assert.True(nn.init.orthogonal_(empty(4, 6), gain: 2).allclose(PyTorch.Read("random.orthogonal"), 1e-5, 1e-6));
    }
}

using TorchSharp.Tests.Peer;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Files;

/// <summary>What the tests of weight files share: files that Python wrote, and the network they are of.</summary>
internal static class WeightFiles
{
    internal static readonly Script Python = new("peer_files.py");

    internal static Modules.Sequential Net() => nn.Sequential(("first", nn.Linear(4, 3)), ("second", nn.BatchNorm1d(3)));

    internal static void IsPeers(nn.Module net)
    {
        foreach (var (name, tensor) in net.state_dict())
            Assert.True(tensor.Equals(Python.Read("state." + name)), name);
    }

    /// <summary>Reading fails with a clear exception, and what was there stays, wherever the bytes end.</summary>
    internal static void CutAnywhere(byte[] whole, Action<nn.Module, Stream> load)
    {
        using var scope = NewDisposeScope();
        using var net = Net();
        var before = net.state_dict().ToDictionary(e => e.Key, e => e.Value.clone());
        var step = Math.Max(1, whole.Length / 300);
        for (var length = 0; length < whole.Length; length += step)
        {
            using var stream = new MemoryStream(whole, 0, length);
            Assert.Throws<InvalidDataException>(() => load(net, stream));
        }

        Assert.All(net.state_dict(), e => Assert.True(e.Value.Equals(before[e.Key])));
    }

    /// <summary>Whatever byte is wrong, reading either works or fails with an exception of its own.</summary>
    internal static void WrongAnywhere(byte[] whole, Action<nn.Module, Stream> load)
    {
        using var scope = NewDisposeScope();
        using var net = Net();
        var step = Math.Max(1, whole.Length / 400);
        for (var place = 0; place < whole.Length; place += step)
        {
            byte[] damaged = [.. whole];
            damaged[place] ^= 0xa5;
            using var stream = new MemoryStream(damaged);
            var error = Record.Exception(() => load(net, stream));
            Assert.True(error is null or InvalidDataException or ArgumentException, $"byte {place}: {error}");
        }
    }
}

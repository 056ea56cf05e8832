namespace TorchSharp.Tests.Peer;

/// <summary>What Python's PyTorch computes for the cases of peer.py, run once for all tests.</summary>
internal static class PyTorch
{
    private static readonly Script Cases = new("peer.py");

    internal static bool Has(string name) => Cases.Has(name);

    internal static torch.Tensor Read(string name) => Cases.Read(name);

    internal static IEnumerable<torch.Tensor> ReadAll(string prefix) => Cases.ReadAll(prefix);
}

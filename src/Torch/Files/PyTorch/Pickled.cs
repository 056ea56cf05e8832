namespace TorchSharp.PyBridge;

/// <summary>A name that a pickle refers to: a class or function of a Python module.</summary>
internal sealed record PickledGlobal(string Module, string Name)
{
    public override string ToString() => $"{Module}.{Name}";
}

/// <summary>Elements in a file of their own, which tensors share.</summary>
internal sealed record PickledStorage(torch.ScalarType Type, string Key, long Count);

/// <summary>A view of a storage.</summary>
internal sealed record PickledTensor(PickledStorage Storage, long Offset, long[] Size, long[] Stride);

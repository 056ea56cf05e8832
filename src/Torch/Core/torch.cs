namespace TorchSharp;

/// <summary>
/// Tensors, their operators, neural networks and optimisers over libtorch: the names and meanings are those of PyTorch and of the
/// public TorchSharp.
/// </summary>
public static partial class torch
{
}

namespace TorchSharp.Modules;

/// <summary>What an optimiser remembers of a parameter, in the order of TorchSharp's files.</summary>
/// <param name="Tensors">How many tensors of the parameter's shape.</param>
/// <param name="Numbers">How many numbers.</param>
/// <param name="Optional">How many of the tensors, the last ones, may be missing.</param>
/// <param name="Counted">Whether the number of steps is saved.</param>
internal readonly record struct StateLayout(int Tensors, int Numbers = 0, int Optional = 0, bool Counted = true)
{
    internal bool Requires(int tensor) => tensor < Tensors - Optional;
}

using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace TorchSharp;

/// <summary>
/// Tensors, their operators, neural networks and optimisers over libtorch: the names and meanings are those of PyTorch and of the
/// public TorchSharp.
/// </summary>
public static partial class torch
{
    /// <summary>An argument that must not be null.</summary>
    /// <exception cref="ArgumentNullException">It is.</exception>
    internal static T Given<T>([NotNull] T? value, [CallerArgumentExpression(nameof(value))] string name = "") where T : class =>
        value ?? throw new ArgumentNullException(name);
}

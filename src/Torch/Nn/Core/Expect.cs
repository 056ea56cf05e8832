using System.Runtime.CompilerServices;

namespace TorchSharp;

/// <summary>What layers expect of their arguments: mistakes are named before native code runs.</summary>
internal static class Expect
{
    /// <summary>A complaint about an argument of the caller's caller.</summary>
    internal static ArgumentException Fault(string message, string name) => new(message, name);

    /// <summary>One of several numbers of dimensions.</summary>
    internal static torch.Tensor Dimensions(
        torch.Tensor tensor, ReadOnlySpan<long> counts, string taker, [CallerArgumentExpression(nameof(tensor))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(tensor, name);
        return counts.Contains(tensor.ndim)
            ? tensor
            : throw new ArgumentException(
                $"{taker} takes tensors of {string.Join(" or ", counts.ToArray())} dimensions, not of shape {tensor.Shaped()}.", name);
    }

    /// <summary>A size along a dimension, negative from the last.</summary>
    internal static torch.Tensor Size(
        torch.Tensor tensor, int dim, long size, string taker, [CallerArgumentExpression(nameof(tensor))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(tensor, name);
        var shape = tensor.Info.Shape;
        var place = dim < 0 ? shape.Length + dim : dim;
        var fits = place >= 0 && place < shape.Length && shape[place] == size;
        GC.KeepAlive(tensor);
        return fits
            ? tensor
            : throw new ArgumentException($"{taker} expects size {size} in dimension {dim}, but the shape is {tensor.Shaped()}.", name);
    }

    /// <summary>The type of a layer's own numbers.</summary>
    internal static torch.Tensor Type(
        torch.Tensor tensor, torch.Tensor own, string taker, [CallerArgumentExpression(nameof(tensor))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(tensor, name);
        return tensor.dtype == own.dtype
            ? tensor
            : throw new ArgumentException($"{taker} has {own.dtype} parameters, but the tensor is {tensor.dtype}.", name);
    }

    /// <summary>Integers, as places in a table.</summary>
    internal static torch.Tensor Integers(torch.Tensor tensor, string taker, [CallerArgumentExpression(nameof(tensor))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(tensor, name);
        return tensor.dtype is torch.ScalarType.Int32 or torch.ScalarType.Int64
            ? tensor
            : throw new ArgumentException($"{taker} takes Int64 or Int32 places, not {tensor.dtype}.", name);
    }

    /// <summary>A divisor without remainder.</summary>
    /// <returns>The quotient.</returns>
    internal static long Divides(
        long whole, long parts, [CallerArgumentExpression(nameof(whole))] string wholeName = "",
        [CallerArgumentExpression(nameof(parts))] string partsName = "")
    {
        torch.AtLeast(parts, 1, partsName);
        return torch.AtLeast(whole, 1, wholeName) % parts == 0
            ? whole / parts
            : throw new ArgumentException($"{wholeName} is {whole}, which does not divide into {parts} {partsName}.", partsName);
    }

    /// <summary>Sizes that are all at least some number, as many as there are dimensions.</summary>
    internal static long[] Sizes(long[] sizes, int count, long least, [CallerArgumentExpression(nameof(sizes))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(sizes, name);
        if (sizes.Length != count && sizes.Length != 1)
            throw new ArgumentException($"{name} needs {count} numbers, not {sizes.Length}.", name);
        foreach (var size in sizes)
            Extent(size, least, name);
        return sizes;
    }

    /// <summary>A size, stride or padding in pixels. libtorch multiplies them without looking for overflow.</summary>
    internal static long Extent(long size, long least, [CallerArgumentExpression(nameof(size))] string name = "") =>
        torch.AtLeast(size, least, name) <= int.MaxValue
            ? size
            : throw new ArgumentOutOfRangeException(name, size, $"{name} must be at most {int.MaxValue}.");
}

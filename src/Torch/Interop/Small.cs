using static TorchSharp.torch;

namespace TorchSharp.Interop;

/// <summary>
/// Arithmetic of two tensors with a short way for small ones of the same shape (pointwise.cpp): a single crossing that neither boxes arguments
/// nor sets up ATen's iterators, which is most of what a sum of few numbers costs. It records the same graph.
/// </summary>
internal static class Small
{
    internal enum Kind
    {
        Add, Sub, Mul,
    }

    /// <summary>The short way, or else the general operator.</summary>
    internal static Tensor Call(Kind kind, Operator general, Tensor a, Tensor? b)
    {
        if (b is null)
            return general.Call(a, b);
        var handle = Native.shim_small(kind, a.Handle, b.Handle);
        GC.KeepAlive(a);
        GC.KeepAlive(b);
        return handle != 0 ? Tensor.Adopt(handle, 0) : general.Call(a, b);
    }
}

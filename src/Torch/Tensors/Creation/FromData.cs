using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp;

// Tensors from .NET numbers and arrays. Values are copied.
public static partial class torch
{
    private static Tensor Scalared<T>(T value, ScalarType? dtype, Device? device, bool requires_grad) where T : unmanaged =>
        FromSpan(new ReadOnlySpan<T>(in value), [], dtype, device, requires_grad);

    /// <summary>A copy of a span in a shape, converted to a type when one is given.</summary>
    internal static unsafe Tensor FromSpan<T>(ReadOnlySpan<T> data, long[] shape, ScalarType? dtype, Device? device, bool requires_grad)
        where T : unmanaged
    {
        long elements = 1;
        foreach (var size in Sizes(shape))
            elements *= size;
        if (elements != data.Length)
            throw new ArgumentException(
                $"The shape [{string.Join(", ", shape)}] holds {elements} elements, but {data.Length} were given.", nameof(shape));
        var native = TypeOf<T>();
        var made = Empty.Call(shape, native);
        data.CopyTo(new Span<T>(made.Info.Data, data.Length));
        if ((dtype is { } type && type != native) || (device is not null && device.type != DeviceType.CPU))
        {
            using var original = made;
            made = original.to(dtype ?? native, device ?? CPU);
        }

        return Made(made, requires_grad);
    }

    private static Tensor FromList<T>(IList<T> data, ReadOnlySpan<long> shape, ScalarType? dtype, Device? device, bool requires_grad)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(data);
        ReadOnlySpan<T> span = data switch
        {
            T[] array => array,
            List<T> list => CollectionsMarshal.AsSpan(list),
            _ => data.ToArray(),
        };
        return FromSpan(span, shape.ToArray(), dtype, device, requires_grad);
    }

    /// <summary>A copy of an array of any number of dimensions, in row-major order.</summary>
    /// <exception cref="ArgumentException">The elements are of a type that tensors do not have.</exception>
    public static unsafe Tensor from_array(Array rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        ArgumentNullException.ThrowIfNull(rawArray);
        var shape = new long[rawArray.Rank];
        for (var i = 0; i < shape.Length; i++)
            shape[i] = rawArray.GetLength(i);
        var native = TypeOf(rawArray.GetType().GetElementType()!);
        var made = Empty.Call(shape, native);
        var bytes = rawArray.LongLength * SizeOf(native);
        fixed (byte* source = &MemoryMarshal.GetArrayDataReference(rawArray))
            Buffer.MemoryCopy(source, made.Info.Data, bytes, bytes);
        if ((dtype is { } type && type != native) || (device is not null && device.type != DeviceType.CPU))
        {
            using var original = made;
            made = original.to(dtype ?? native, device ?? CPU);
        }

        return Made(made, requires_grad);
    }

    /// <summary>
    /// A tensor over the memory of an array, which stays pinned as long as a tensor uses it: writes to one are seen in the other.
    /// </summary>
    /// <param name="rawArray">The array.</param>
    /// <param name="dtype">The type of the tensor's elements, as they lie in the array.</param>
    /// <param name="count">How many elements to use; −1 for all after the offset.</param>
    /// <param name="offset">Where to begin, in bytes.</param>
    /// <param name="requires_grad">Whether to record operations for derivatives.</param>
    /// <param name="device">Null or the processor.</param>
    /// <exception cref="ArgumentOutOfRangeException">Offset and count reach beyond the array.</exception>
    public static unsafe Tensor frombuffer(
        Array rawArray, ScalarType dtype, long count = -1, long offset = 0, bool requires_grad = false, Device? device = null)
    {
        ArgumentNullException.ThrowIfNull(rawArray);
        var available = rawArray.LongLength * SizeOf(TypeOf(rawArray.GetType().GetElementType()!)) - offset;
        if (offset < 0 || available < 0)
            throw new ArgumentOutOfRangeException(nameof(offset), offset, $"The offset lies outside the array of {available + offset} bytes.");
        if (count < 0)
            count = available / SizeOf(dtype);
        if (count * SizeOf(dtype) > available)
            throw new ArgumentOutOfRangeException(nameof(count), count, $"At most {available / SizeOf(dtype)} elements lie after the offset.");
        var pin = GCHandle.Alloc(rawArray, GCHandleType.Pinned);
        var start = (byte*)pin.AddrOfPinnedObject() + offset;
        var handle = Native.shim_from_blob(start, &count, 1, (int)dtype, &Unpin, GCHandle.ToIntPtr(pin));
        if (handle == 0)
        {
            pin.Free();
            throw Native.Error(nameof(frombuffer));
        }

        return Made(Tensor.Adopt(handle, 0), requires_grad);
    }

    [UnmanagedCallersOnly]
    private static void Unpin(nint context) => GCHandle.FromIntPtr(context).Free();

    /// <summary>The tensor itself.</summary>
    public static Tensor as_tensor(Tensor data, ScalarType? dtype = null, Device? device = null) =>
        data.to(dtype ?? data.dtype, device ?? data.device);
}

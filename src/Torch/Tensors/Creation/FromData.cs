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
            made = original.to(dtype ?? native, Known(device) ?? CPU);
        }

        return Made(made, requires_grad);
    }

    private static Tensor FromList<T>(
        IList<T> data, ReadOnlySpan<long> shape, ScalarType? dtype, Device? device, bool requires_grad, string[]? names)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(data, "rawArray");
        ReadOnlySpan<T> span = data switch
        {
            T[] array => array,
            List<T> list => CollectionsMarshal.AsSpan(list),
            _ => data.ToArray(),
        };
        return Made(FromSpan(span, shape.ToArray(), dtype, device, requires_grad: false), requires_grad, names);
    }

    /// <summary>A copy of an array of any number of dimensions.</summary>
    private static Tensor Copied(Array rawArray, ScalarType? dtype, Device? device, bool requires_grad, string[]? names)
    {
        using var shared = from_array(rawArray);
        return Made(shared.to(dtype ?? shared.dtype, Known(device) ?? CPU, copy: true), requires_grad, names);
    }

    /// <summary>A tensor over the memory of an array of any number of dimensions, in row-major order: writes to one are seen in the other.</summary>
    /// <exception cref="ArgumentException">The elements are of a type that tensors do not have.</exception>
    public static Tensor from_array(Array rawArray, Device? device = null) => from_array(rawArray, null, device);

    /// <summary>
    /// A tensor over the memory of an array of any number of dimensions, in row-major order; a copy if another type or device is asked for.
    /// </summary>
    /// <exception cref="ArgumentException">The elements are of a type that tensors do not have.</exception>
    public static Tensor from_array(
        Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        ArgumentNullException.ThrowIfNull(rawArray);
        var shape = new long[rawArray.Rank];
        for (var i = 0; i < shape.Length; i++)
            shape[i] = rawArray.GetLength(i);
        return Made(Converted(Over(rawArray, 0, shape), dtype, device), requires_grad, names);
    }

    /// <inheritdoc cref="from_array(Array, ScalarType?, Device?, bool, string[])"/>
    public static Tensor as_tensor(Array data, ScalarType? dtype = null, Device? device = null) => from_array(data, dtype, device);

    /// <summary>
    /// A vector over the memory of an array, which stays pinned as long as a tensor uses it: writes to one are seen in the other.
    /// </summary>
    /// <param name="rawArray">The array; of several dimensions, in row-major order.</param>
    /// <param name="dtype">The type of the tensor's elements; if it is not the array's, they are converted copies.</param>
    /// <param name="count">How many elements to use; −1 for all after the offset.</param>
    /// <param name="offset">How many elements to leave out at the beginning.</param>
    /// <param name="requires_grad">Whether to record operations for derivatives.</param>
    /// <exception cref="ArgumentOutOfRangeException">Offset and count reach beyond the array.</exception>
    public static Tensor frombuffer(
        Array rawArray, ScalarType dtype, long count = -1, long offset = 0, bool requires_grad = false)
    {
        ArgumentNullException.ThrowIfNull(rawArray);
        var available = rawArray.LongLength - offset;
        if (offset < 0 || available < 0)
            throw new ArgumentOutOfRangeException(nameof(offset), offset, $"The offset lies outside the array of {rawArray.LongLength} elements.");
        if (count < 0)
            count = available;
        if (count > available)
            throw new ArgumentOutOfRangeException(nameof(count), count, $"At most {available} elements lie after the offset.");
        return Made(Converted(Over(rawArray, offset, [count]), dtype, null), requires_grad);
    }

    private static unsafe Tensor Over(Array rawArray, long offset, long[] shape)
    {
        var type = TypeOf(rawArray.GetType().GetElementType()!);
        if (rawArray.LongLength == 0)
            return Empty.Call(shape, type);
        var pin = GCHandle.Alloc(rawArray, GCHandleType.Pinned);
        var start = (byte*)pin.AddrOfPinnedObject() + (offset * SizeOf(type));
        fixed (long* sizes = shape)
        {
            var handle = Native.shim_from_blob(start, sizes, shape.Length, (int)type, &Unpin, GCHandle.ToIntPtr(pin));
            if (handle != 0)
                return Tensor.Adopt(handle, 0);
        }

        pin.Free();
        throw Native.Error(nameof(frombuffer));
    }

    private static Tensor Converted(Tensor original, ScalarType? dtype, Device? device)
    {
        var (type, place) = (dtype ?? original.dtype, Known(device) ?? CPU);
        if (type == original.dtype && place == CPU)
            return original;
        using (original)
            return original.to(type, place);
    }

    [UnmanagedCallersOnly]
    private static void Unpin(nint context) => GCHandle.FromIntPtr(context).Free();

    /// <summary>The tensor itself, or a copy if another type or device is asked for.</summary>
    public static Tensor as_tensor(Tensor data, ScalarType? dtype = null, Device? device = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        return data.to(dtype ?? data.dtype, Known(device) ?? data.device);
    }
}

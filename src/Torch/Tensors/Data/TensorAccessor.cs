using System.Collections;
using TorchSharp.Interop;

namespace TorchSharp.Utils;

/// <summary>
/// The elements of a tensor as .NET numbers, in row-major order whatever the strides. It keeps the tensor's memory alive; what is written through it
/// is seen by autograd as a change in place.
/// </summary>
/// <typeparam name="T">The .NET type of the elements.</typeparam>
public sealed unsafe class TensorAccessor<T> : IDisposable, IEnumerable<T> where T : unmanaged
{
    private readonly torch.Tensor _tensor;
    private readonly T* _data;
    private readonly long[] _shape, _strides;
    private readonly bool _contiguous;

    internal TensorAccessor(torch.Tensor tensor)
    {
        using (torch.no_grad())
            _tensor = tensor.InMemory().DetachFromDisposeScope();
        var info = _tensor.Info;
        _data = (T*)info.Data;
        _shape = _tensor.shape;
        _strides = _tensor.stride();
        _contiguous = info.IsContiguous;
        Count = info.Elements;
    }

    /// <summary>The number of elements.</summary>
    public long Count { get; }

    /// <summary>Whether elements can be written: they can.</summary>
    public bool IsReadOnly => false;

    /// <summary>A copy of all elements.</summary>
    public T[] ToArray()
    {
        var array = new T[Count];
        CopyTo(array);
        return array;
    }

    /// <summary>A copy of all elements of a matrix, or of anything else of the given rank.</summary>
    /// <exception cref="InvalidOperationException">The tensor has another number of dimensions.</exception>
    public Array ToNDArray()
    {
        var array = Array.CreateInstance(typeof(T), _shape.Length == 0 ? [1] : _shape);
        fixed (byte* to = &System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(array))
            Copy((T*)to, 0, Count);
        return array;
    }

    /// <summary>Copies elements, beginning with number <paramref name="tensorIndex"/>, into an array; as many as fit.</summary>
    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0)
    {
        ArgumentNullException.ThrowIfNull(array);
        CopyTo(array.AsSpan(arrayIndex), 0, tensorIndex);
    }

    /// <inheritdoc cref="CopyTo(T[], int, long)"/>
    public void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(tensorIndex);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(tensorIndex, Count);
        var target = array[arrayIndex..];
        fixed (T* to = target)
            Copy(to, tensorIndex, Math.Min(target.Length, Count - tensorIndex));
    }

    /// <summary>Copies an array into the tensor, beginning at element <paramref name="tensorIndex"/>.</summary>
    /// <exception cref="ArgumentException">The array is longer than what is left of the tensor.</exception>
    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0)
    {
        ArgumentNullException.ThrowIfNull(array);
        CopyFrom(array.AsSpan(arrayIndex), 0, tensorIndex);
    }

    /// <inheritdoc cref="CopyFrom(T[], int, long)"/>
    public void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var source = array[arrayIndex..];
        if (tensorIndex < 0 || source.Length > Count - tensorIndex)
            throw new ArgumentException($"{source.Length} elements do not fit after element {tensorIndex} of {Count}.", nameof(array));
        for (var i = 0; i < source.Length; i++)
            _data[Offset(tensorIndex + i)] = source[i];
        Native.shim_bump_version(_tensor.Handle);
    }

    /// <summary>The element at a place for each dimension, or, with one number for several dimensions, in row-major order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public T this[params long[] indices]
    {
        get
        {
            _ = _tensor.Handle;
            return _data[Offset(indices)];
        }

        set
        {
            Native.shim_bump_version(_tensor.Handle);
            _data[Offset(indices)] = value;
        }
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator()
    {
        for (long i = 0; i < Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Gives up the tensor's memory.</summary>
    public void Dispose() => _tensor.Dispose();

    internal T At(long number) => _data[Offset(Existing(number, "i"))];

    private long Existing(long number, string name) => number >= 0 && number < Count
        ? number
        : throw new ArgumentOutOfRangeException(name, number, $"The tensor has elements 0 to {Count - 1}, not {number}.");

    private void Copy(T* to, long first, long count)
    {
        _ = _tensor.Handle;
        if (_contiguous)
            Buffer.MemoryCopy(_data + first, to, count * sizeof(T), count * sizeof(T));
        else
            for (long i = 0; i < count; i++)
                to[i] = _data[Offset(first + i)];
        GC.KeepAlive(this);
    }

    private long Offset(long[] indices)
    {
        if (indices.Length == 1 && _shape.Length != 1)
            return Offset(Existing(indices[0], nameof(indices)));
        if (indices.Length != _shape.Length)
            throw new ArgumentException($"A tensor of {_shape.Length} dimensions takes as many indices, not {indices.Length}.", nameof(indices));
        long offset = 0;
        for (var d = 0; d < indices.Length; d++)
        {
            if (indices[d] < 0 || indices[d] >= _shape[d])
                throw new ArgumentOutOfRangeException(
                    nameof(indices), indices[d], $"Dimension {d} has size {_shape[d]}; expected 0 to {_shape[d] - 1}.");
            offset += indices[d] * _strides[d];
        }

        return offset;
    }

    private long Offset(long number)
    {
        if (_contiguous)
            return number;
        long offset = 0;
        for (var d = _shape.Length - 1; d >= 0; d--)
        {
            offset += number % _shape[d] * _strides[d];
            number /= _shape[d];
        }

        return offset;
    }
}

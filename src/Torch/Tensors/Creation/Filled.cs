using TorchSharp.Interop;

namespace TorchSharp;

// Tensors of constant or undefined values.
public static partial class torch
{
    private static readonly Operator Zeros = new("zeros"), Ones = new("ones"), Full = new("full"), Empty = new("empty.memory_format");
    private static readonly Operator ZerosLike = new("zeros_like"), OnesLike = new("ones_like"), FullLike = new("full_like");
    private static readonly Operator EmptyLike = new("empty_like");

    /// <summary>All 0.</summary>
    public static Tensor zeros(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Made(Zeros.Call(Sizes(size), dtype ?? _defaultType, Value.None, Known(device)), requires_grad, names);
    /// <inheritdoc cref="zeros(long[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor zeros(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        zeros(size.ToArray(), dtype, device, requires_grad, names);
    /// <inheritdoc cref="zeros(long[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor zeros(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        zeros(new long[] { size }, dtype, device, requires_grad, names);
    /// <inheritdoc cref="zeros(long[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor zeros(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        zeros(new long[] { rows, columns }, dtype, device, requires_grad, names);
    /// <inheritdoc cref="zeros(long[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor zeros(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        zeros(new long[] { dim0, dim1, dim2 }, dtype, device, requires_grad, names);
    /// <inheritdoc cref="zeros(long[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor zeros(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        zeros(new long[] { dim0, dim1, dim2, dim3 }, dtype, device, requires_grad, names);

    /// <summary>All 1.</summary>
    public static Tensor ones(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Made(Ones.Call(Sizes(size), dtype ?? _defaultType, Value.None, Known(device)), requires_grad, names);
    /// <inheritdoc cref="ones(long[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor ones(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        ones(size.ToArray(), dtype, device, requires_grad, names);
    /// <inheritdoc cref="ones(long[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor ones(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        ones(new long[] { size }, dtype, device, requires_grad, names);
    /// <inheritdoc cref="ones(long[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor ones(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        ones(new long[] { rows, columns }, dtype, device, requires_grad, names);
    /// <inheritdoc cref="ones(long[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor ones(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        ones(new long[] { dim0, dim1, dim2 }, dtype, device, requires_grad, names);
    /// <inheritdoc cref="ones(long[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor ones(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        ones(new long[] { dim0, dim1, dim2, dim3 }, dtype, device, requires_grad, names);

    /// <summary>All of one value; the type follows the value when none is given.</summary>
    public static Tensor full(long[] size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Made(Full.Call(Sizes(size), value, dtype ?? Natural(value), Value.None, Known(device)), requires_grad, names);
    /// <inheritdoc cref="full(long[], Scalar, ScalarType?, Device?, bool, string[])"/>
    public static Tensor full(ReadOnlySpan<long> size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        full(size.ToArray(), value, dtype, device, requires_grad, names);
    /// <inheritdoc cref="full(long[], Scalar, ScalarType?, Device?, bool, string[])"/>
    public static Tensor full(long size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        full(new long[] { size }, value, dtype, device, requires_grad, names);
    /// <inheritdoc cref="full(long[], Scalar, ScalarType?, Device?, bool, string[])"/>
    public static Tensor full(long rows, long columns, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        full(new long[] { rows, columns }, value, dtype, device, requires_grad, names);
    /// <inheritdoc cref="full(long[], Scalar, ScalarType?, Device?, bool, string[])"/>
    public static Tensor full(long dim0, long dim1, long dim2, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        full(new long[] { dim0, dim1, dim2 }, value, dtype, device, requires_grad, names);
    /// <inheritdoc cref="full(long[], Scalar, ScalarType?, Device?, bool, string[])"/>
    public static Tensor full(long dim0, long dim1, long dim2, long dim3, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        full(new long[] { dim0, dim1, dim2, dim3 }, value, dtype, device, requires_grad, names);

    /// <summary>Undefined values: memory that somebody has to write.</summary>
    public static Tensor empty(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Made(Empty.Call(Sizes(size), dtype ?? _defaultType, Value.None, Known(device)), requires_grad, names);
    /// <inheritdoc cref="empty(long[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor empty(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        empty(size.ToArray(), dtype, device, requires_grad, names);
    /// <inheritdoc cref="empty(long[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor empty(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        empty(new long[] { size }, dtype, device, requires_grad, names);
    /// <inheritdoc cref="empty(long[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor empty(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        empty(new long[] { rows, columns }, dtype, device, requires_grad, names);
    /// <inheritdoc cref="empty(long[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor empty(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        empty(new long[] { dim0, dim1, dim2 }, dtype, device, requires_grad, names);
    /// <inheritdoc cref="empty(long[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor empty(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        empty(new long[] { dim0, dim1, dim2, dim3 }, dtype, device, requires_grad, names);

    /// <summary>All 0, in the shape (and, unless given, type) of <paramref name="input"/>.</summary>
    public static Tensor zeros_like(
        Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Made(ZerosLike.Call(input, dtype, Value.None, Known(device)), requires_grad, names);
    /// <summary>All 1, in the shape (and, unless given, type) of <paramref name="input"/>.</summary>
    public static Tensor ones_like(
        Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Made(OnesLike.Call(input, dtype, Value.None, Known(device)), requires_grad, names);
    /// <summary>All of one value, in the shape (and, unless given, type) of <paramref name="input"/>.</summary>
    public static Tensor full_like(
        Tensor input, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Made(FullLike.Call(input, value, dtype, Value.None, Known(device)), requires_grad, names);
    /// <summary>Undefined values, in the shape (and, unless given, type) of <paramref name="input"/>.</summary>
    public static Tensor empty_like(
        Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Made(EmptyLike.Call(input, dtype, Value.None, Known(device)), requires_grad, names);

    private static Tensor Made(Tensor tensor, bool requiresGrad, string[]? names = null)
    {
        if (names is { Length: > 0 })
        {
            tensor.Dispose();
            throw new ArgumentException("Dimensions have no names here; leave names out.", nameof(names));
        }

        if (requiresGrad)
            tensor.requires_grad = true;
        return tensor;
    }

    private static long[] Sizes(long[] size, string name = "size")
    {
        ArgumentNullException.ThrowIfNull(size, name);
        foreach (var n in size)
            if (n < 0)
                throw new ArgumentException($"A size is negative in [{string.Join(", ", size)}].", name);
        return size;
    }

    internal static long AtLeast(
        long n, long least, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(n))] string name = "") =>
        n >= least ? n : throw new ArgumentOutOfRangeException(name, n, $"{name} must be at least {least}, not {n}.");

    private static ScalarType Natural(Scalar value) => Given(value).Type == ScalarType.Float64 ? _defaultType : value.Type;
}

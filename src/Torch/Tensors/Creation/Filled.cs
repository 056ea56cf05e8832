using TorchSharp.Interop;

namespace TorchSharp;

// Tensors of constant, regular or undefined values.
public static partial class torch
{
    private static readonly Operator Zeros = new("zeros"), Ones = new("ones"), Full = new("full"), Empty = new("empty.memory_format");
    private static readonly Operator Arange = new("arange.start_step"), Linspace = new("linspace"), Logspace = new("logspace");
    private static readonly Operator Eye = new("eye.m"), ScalarTensor = new("scalar_tensor");
    private static readonly Operator ZerosLike = new("zeros_like"), OnesLike = new("ones_like"), FullLike = new("full_like");
    private static readonly Operator EmptyLike = new("empty_like");

    /// <summary>All 0.</summary>
    public static Tensor zeros(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(Zeros.Call(Sizes(size), dtype ?? _defaultType, Value.None, device), requires_grad);
    /// <inheritdoc cref="zeros(long[], ScalarType?, Device?, bool)"/>
    public static Tensor zeros(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        zeros(size.ToArray(), dtype, device, requires_grad);
    /// <inheritdoc cref="zeros(long[], ScalarType?, Device?, bool)"/>
    public static Tensor zeros(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        zeros([size], dtype, device, requires_grad);
    /// <inheritdoc cref="zeros(long[], ScalarType?, Device?, bool)"/>
    public static Tensor zeros(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        zeros([rows, columns], dtype, device, requires_grad);
    /// <inheritdoc cref="zeros(long[], ScalarType?, Device?, bool)"/>
    public static Tensor zeros(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        zeros([dim0, dim1, dim2], dtype, device, requires_grad);
    /// <inheritdoc cref="zeros(long[], ScalarType?, Device?, bool)"/>
    public static Tensor zeros(
        long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        zeros([dim0, dim1, dim2, dim3], dtype, device, requires_grad);

    /// <summary>All 1.</summary>
    public static Tensor ones(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(Ones.Call(Sizes(size), dtype ?? _defaultType, Value.None, device), requires_grad);
    /// <inheritdoc cref="ones(long[], ScalarType?, Device?, bool)"/>
    public static Tensor ones(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        ones(size.ToArray(), dtype, device, requires_grad);
    /// <inheritdoc cref="ones(long[], ScalarType?, Device?, bool)"/>
    public static Tensor ones(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        ones([size], dtype, device, requires_grad);
    /// <inheritdoc cref="ones(long[], ScalarType?, Device?, bool)"/>
    public static Tensor ones(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        ones([rows, columns], dtype, device, requires_grad);
    /// <inheritdoc cref="ones(long[], ScalarType?, Device?, bool)"/>
    public static Tensor ones(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        ones([dim0, dim1, dim2], dtype, device, requires_grad);
    /// <inheritdoc cref="ones(long[], ScalarType?, Device?, bool)"/>
    public static Tensor ones(
        long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        ones([dim0, dim1, dim2, dim3], dtype, device, requires_grad);

    /// <summary>All of one value; the type follows the value when none is given.</summary>
    public static Tensor full(long[] size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(Full.Call(Sizes(size), value, dtype ?? Natural(value), Value.None, device), requires_grad);
    /// <inheritdoc cref="full(long[], Scalar, ScalarType?, Device?, bool)"/>
    public static Tensor full(ReadOnlySpan<long> size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        full(size.ToArray(), value, dtype, device, requires_grad);
    /// <inheritdoc cref="full(long[], Scalar, ScalarType?, Device?, bool)"/>
    public static Tensor full(long size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        full([size], value, dtype, device, requires_grad);
    /// <inheritdoc cref="full(long[], Scalar, ScalarType?, Device?, bool)"/>
    public static Tensor full(long rows, long columns, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        full([rows, columns], value, dtype, device, requires_grad);

    /// <summary>Undefined values: memory that somebody has to write.</summary>
    public static Tensor empty(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(Empty.Call(Sizes(size), dtype ?? _defaultType, Value.None, device), requires_grad);
    /// <inheritdoc cref="empty(long[], ScalarType?, Device?, bool)"/>
    public static Tensor empty(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        empty(size.ToArray(), dtype, device, requires_grad);
    /// <inheritdoc cref="empty(long[], ScalarType?, Device?, bool)"/>
    public static Tensor empty(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        empty([size], dtype, device, requires_grad);
    /// <inheritdoc cref="empty(long[], ScalarType?, Device?, bool)"/>
    public static Tensor empty(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        empty([rows, columns], dtype, device, requires_grad);

    /// <summary>0, 1, … up to, not including, <paramref name="stop"/>; the type follows the numbers when none is given.</summary>
    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(0, stop, 1, dtype, device, requires_grad);
    /// <inheritdoc cref="arange(Scalar, Scalar, Scalar, ScalarType?, Device?, bool)"/>
    public static Tensor arange(Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(start, stop, 1, dtype, device, requires_grad);
    /// <summary>From start in steps up to, not including, stop; the type follows the numbers when none is given.</summary>
    /// <exception cref="ArgumentException">The step is 0 or leads away from <paramref name="stop"/>.</exception>
    public static Tensor arange(
        Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        if (step.ToDouble() == 0 || (stop.ToDouble() - start.ToDouble()) * step.ToDouble() < 0)
            throw new ArgumentException($"A step of {step} does not lead from {start} to {stop}.", nameof(step));
        var whole = start.Tag == Tag.Int && stop.Tag == Tag.Int && step.Tag == Tag.Int;
        return Made(Arange.Call(start, stop, step, dtype ?? (whole ? ScalarType.Int64 : _defaultType), Value.None, device), requires_grad);
    }

    /// <summary><paramref name="steps"/> numbers at equal distances from start to end, both included.</summary>
    public static Tensor linspace(
        double start, double end, long steps, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(Linspace.Call(start, end, AtLeast(steps, 0), dtype ?? _defaultType, Value.None, device), requires_grad);

    /// <summary><paramref name="steps"/> numbers with equal ratios from @base^start to @base^end.</summary>
    public static Tensor logspace(
        double start, double end, long steps, double @base = 10, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(Logspace.Call(start, end, AtLeast(steps, 0), @base, dtype ?? _defaultType, Value.None, device), requires_grad);

    /// <summary>1 on the diagonal, 0 elsewhere; square unless columns are given.</summary>
    public static Tensor eye(long rows, long columns = -1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(Eye.Call(AtLeast(rows, 0), columns < 0 ? rows : columns, dtype ?? _defaultType, Value.None, device), requires_grad);

    /// <summary>All 0, in the shape (and, unless given, type) of <paramref name="input"/>.</summary>
    public static Tensor zeros_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(ZerosLike.Call(input, dtype, Value.None, device), requires_grad);
    /// <summary>All 1, in the shape (and, unless given, type) of <paramref name="input"/>.</summary>
    public static Tensor ones_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(OnesLike.Call(input, dtype, Value.None, device), requires_grad);
    /// <summary>All of one value, in the shape (and, unless given, type) of <paramref name="input"/>.</summary>
    public static Tensor full_like(Tensor input, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(FullLike.Call(input, value, dtype, Value.None, device), requires_grad);
    /// <summary>Undefined values, in the shape (and, unless given, type) of <paramref name="input"/>.</summary>
    public static Tensor empty_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(EmptyLike.Call(input, dtype, Value.None, device), requires_grad);

    private static Tensor Made(Tensor tensor, bool requiresGrad)
    {
        if (requiresGrad)
            tensor.requires_grad = true;
        return tensor;
    }

    private static long[] Sizes(long[] size)
    {
        ArgumentNullException.ThrowIfNull(size);
        foreach (var n in size)
            if (n < 0)
                throw new ArgumentException($"A size is negative in [{string.Join(", ", size)}].", nameof(size));
        return size;
    }

    internal static long AtLeast(
        long n, long least, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(n))] string name = "") =>
        n >= least ? n : throw new ArgumentOutOfRangeException(name, n, $"{name} must be at least {least}, not {n}.");

    private static ScalarType Natural(Scalar value) => value.Type == ScalarType.Float64 ? _defaultType : value.Type;
}

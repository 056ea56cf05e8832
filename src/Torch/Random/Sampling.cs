using TorchSharp.Interop;

namespace TorchSharp;

// Random tensors. Without a generator the default one is used.
public static partial class torch
{
    private static readonly Operator Rand = new("rand.generator"), Randn = new("randn.generator");
    private static readonly Operator RandInt = new("randint.low_generator"), RandPerm = new("randperm.generator");
    private static readonly Operator NormalSized = new("normal.float_float");
    private static readonly Operator RandLike = new("rand_like"), RandnLike = new("randn_like"), RandIntLike = new("randint_like.low_dtype");

    /// <summary>Uniform numbers in [0, 1).</summary>
    public static Tensor rand(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Made(Rand.Call(Sizes(size), generator, dtype ?? _defaultType, Value.None, Known(device)), requires_grad, names);
    /// <inheritdoc cref="rand(long[], ScalarType?, Device?, bool, Generator?, string[])"/>
    public static Tensor rand(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        rand(size.ToArray(), dtype, device, requires_grad, generator, names);
    /// <inheritdoc cref="rand(long[], ScalarType?, Device?, bool, Generator?, string[])"/>
    public static Tensor rand(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        rand(new long[] { size }, dtype, device, requires_grad, generator, names);
    /// <inheritdoc cref="rand(long[], ScalarType?, Device?, bool, Generator?, string[])"/>
    public static Tensor rand(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        rand(new long[] { rows, columns }, dtype, device, requires_grad, generator, names);
    /// <inheritdoc cref="rand(long[], ScalarType?, Device?, bool, Generator?, string[])"/>
    public static Tensor rand(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        rand(new long[] { dim0, dim1, dim2 }, dtype, device, requires_grad, generator, names);
    /// <inheritdoc cref="rand(long[], ScalarType?, Device?, bool, Generator?, string[])"/>
    public static Tensor rand(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        rand(new long[] { dim0, dim1, dim2, dim3 }, dtype, device, requires_grad, generator, names);

    /// <summary>Standard normal numbers.</summary>
    public static Tensor randn(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Made(Randn.Call(Sizes(size), generator, dtype ?? _defaultType, Value.None, Known(device)), requires_grad, names);
    /// <inheritdoc cref="randn(long[], ScalarType?, Device?, bool, Generator?, string[])"/>
    public static Tensor randn(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        randn(size.ToArray(), dtype, device, requires_grad, generator, names);
    /// <inheritdoc cref="randn(long[], ScalarType?, Device?, bool, Generator?, string[])"/>
    public static Tensor randn(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        randn(new long[] { size }, dtype, device, requires_grad, generator, names);
    /// <inheritdoc cref="randn(long[], ScalarType?, Device?, bool, Generator?, string[])"/>
    public static Tensor randn(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        randn(new long[] { rows, columns }, dtype, device, requires_grad, generator, names);
    /// <inheritdoc cref="randn(long[], ScalarType?, Device?, bool, Generator?, string[])"/>
    public static Tensor randn(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        randn(new long[] { dim0, dim1, dim2 }, dtype, device, requires_grad, generator, names);
    /// <inheritdoc cref="randn(long[], ScalarType?, Device?, bool, Generator?, string[])"/>
    public static Tensor randn(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        randn(new long[] { dim0, dim1, dim2, dim3 }, dtype, device, requires_grad, generator, names);

    /// <summary>Integers from <paramref name="low"/> up to, not including, <paramref name="high"/>.</summary>
    /// <exception cref="ArgumentException">There is no integer between the two.</exception>
    public static Tensor randint(
        long low, long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) => high > low
        ? Made(RandInt.Call(low, high, Sizes(size), generator, dtype ?? ScalarType.Int64, Value.None, Known(device)), requires_grad, names)
        : throw new ArgumentException($"high must be greater than low ({low}), not {high}.", nameof(high));
    /// <inheritdoc cref="randint(long, long, long[], ScalarType?, Device?, bool, Generator?, string[])"/>
    public static Tensor randint(
        long low, long high, Size size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        randint(low, high, size.Shape, dtype, device, requires_grad, generator, names);
    /// <summary>Integers from 0 up to, not including, <paramref name="high"/>.</summary>
    public static Tensor randint(
        long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        randint(0, high, size, dtype, device, requires_grad, generator, names);
    /// <inheritdoc cref="randint(long, long[], ScalarType?, Device?, bool, Generator?, string[])"/>
    public static Tensor randint(
        long high, Size size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        randint(0, high, size.Shape, dtype, device, requires_grad, generator, names);

    /// <summary>true or false, each with probability ½.</summary>
    public static bool randint_bool(Generator? generator = null) => randint_long(0, 2, generator) == 1;
    /// <summary>An integer from 0 up to, not including, <paramref name="high"/>.</summary>
    public static int randint_int(int high, Generator? generator = null) => (int)randint_long(0, high, generator);
    /// <summary>An integer from <paramref name="low"/> up to, not including, <paramref name="high"/>.</summary>
    public static int randint_int(int low, int high, Generator? generator = null) => (int)randint_long(low, high, generator);
    /// <summary>An integer from 0 up to, not including, <paramref name="high"/>.</summary>
    public static long randint_long(long high, Generator? generator = null) => randint_long(0, high, generator);
    /// <summary>An integer from <paramref name="low"/> up to, not including, <paramref name="high"/>.</summary>
    public static long randint_long(long low, long high, Generator? generator = null)
    {
        using var drawn = randint(low, high, new long[] { 1 }, generator: generator);
        return drawn.item<long>();
    }

    /// <summary>The numbers 0 … n − 1 in random order.</summary>
    public static Tensor randperm(
        long n, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Made(RandPerm.Call(AtLeast(n, 0), generator, dtype ?? ScalarType.Int64, Value.None, Known(device)), requires_grad);

    /// <summary>Normal numbers of one mean and standard deviation.</summary>
    public static Tensor normal(
        double mean, double std, ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        Made(
            NormalSized.Call(mean, std, Sizes(size.ToArray()), generator, dtype ?? _defaultType, Value.None, Known(device)),
            requires_grad,
            names);

    /// <summary>Uniform numbers in [0, 1), in the shape of <paramref name="input"/>.</summary>
    public static Tensor rand_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(RandLike.Call(input, dtype, Value.None, Known(device)), requires_grad);
    /// <summary>Standard normal numbers, in the shape of <paramref name="input"/>.</summary>
    public static Tensor randn_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(RandnLike.Call(input, dtype, Value.None, Known(device)), requires_grad);
    /// <summary>Integers from low up to, not including, high, in the shape of <paramref name="input"/>.</summary>
    public static Tensor randint_like(
        Tensor input, long low, long high, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => high > low
        ? Made(RandIntLike.Call(input, low, high, dtype, Value.None, Known(device)), requires_grad)
        : throw new ArgumentException($"high must be greater than low ({low}), not {high}.", nameof(high));
}

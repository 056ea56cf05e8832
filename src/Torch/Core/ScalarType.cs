namespace TorchSharp;

public static partial class torch
{
    /// <summary>The type of a tensor's elements; the numbers are libtorch's.</summary>
    public enum ScalarType : sbyte
    {
        /// <summary>Unsigned 8-bit integer.</summary>
        Byte = 0,
        /// <summary>Signed 8-bit integer.</summary>
        Int8 = 1,
        /// <summary>Signed 16-bit integer.</summary>
        Int16 = 2,
        /// <summary>Signed 32-bit integer.</summary>
        Int32 = 3,
        /// <summary>Signed 64-bit integer.</summary>
        Int64 = 4,
        /// <summary>IEEE half precision.</summary>
        Float16 = 5,
        /// <summary>IEEE single precision, the default for real numbers.</summary>
        Float32 = 6,
        /// <summary>IEEE double precision.</summary>
        Float64 = 7,
        /// <summary>Complex of two single-precision numbers.</summary>
        ComplexFloat32 = 9,
        /// <summary>Complex of two double-precision numbers.</summary>
        ComplexFloat64 = 10,
        /// <summary>One byte, true or false.</summary>
        Bool = 11,
        /// <summary>The upper half of a single-precision number.</summary>
        BFloat16 = 15,
    }

    /// <summary>Alias of <see cref="ScalarType.Byte"/>.</summary>
    public static readonly ScalarType uint8 = ScalarType.Byte;
    /// <summary>Alias of <see cref="ScalarType.Int8"/>.</summary>
    public static readonly ScalarType int8 = ScalarType.Int8;
    /// <summary>Alias of <see cref="ScalarType.Int16"/>.</summary>
    public static readonly ScalarType int16 = ScalarType.Int16;
    /// <summary>Alias of <see cref="ScalarType.Int32"/>.</summary>
    public static readonly ScalarType int32 = ScalarType.Int32;
    /// <summary>Alias of <see cref="ScalarType.Int64"/>.</summary>
    public static readonly ScalarType int64 = ScalarType.Int64;
    /// <summary>Alias of <see cref="ScalarType.Int64"/>.</summary>
    public static readonly ScalarType @long = ScalarType.Int64;
    /// <summary>Alias of <see cref="ScalarType.Float16"/>.</summary>
    public static readonly ScalarType float16 = ScalarType.Float16;
    /// <summary>Alias of <see cref="ScalarType.Float16"/>.</summary>
    public static readonly ScalarType half = ScalarType.Float16;
    /// <summary>Alias of <see cref="ScalarType.BFloat16"/>.</summary>
    public static readonly ScalarType bfloat16 = ScalarType.BFloat16;
    /// <summary>Alias of <see cref="ScalarType.Float32"/>.</summary>
    public static readonly ScalarType float32 = ScalarType.Float32;
    /// <summary>Alias of <see cref="ScalarType.Float64"/>.</summary>
    public static readonly ScalarType float64 = ScalarType.Float64;
    /// <summary>Alias of <see cref="ScalarType.ComplexFloat32"/>.</summary>
    public static readonly ScalarType complex64 = ScalarType.ComplexFloat32;
    /// <summary>Alias of <see cref="ScalarType.ComplexFloat64"/>.</summary>
    public static readonly ScalarType complex128 = ScalarType.ComplexFloat64;
    /// <summary>Alias of <see cref="ScalarType.Bool"/>.</summary>
    public static readonly ScalarType @bool = ScalarType.Bool;
    /// <summary>Alias of <see cref="ScalarType.Int16"/>.</summary>
    public static readonly ScalarType @short = ScalarType.Int16;
    /// <summary>Alias of <see cref="ScalarType.Int32"/>.</summary>
    public static readonly ScalarType @int = ScalarType.Int32;
    /// <summary>Alias of <see cref="ScalarType.Float32"/>.</summary>
    public static readonly ScalarType @float = ScalarType.Float32;
    /// <summary>Alias of <see cref="ScalarType.Float64"/>.</summary>
    public static readonly ScalarType @double = ScalarType.Float64;
    /// <summary>Alias of <see cref="ScalarType.ComplexFloat32"/>.</summary>
    public static readonly ScalarType cfloat = ScalarType.ComplexFloat32;
    /// <summary>Alias of <see cref="ScalarType.ComplexFloat64"/>.</summary>
    public static readonly ScalarType cdouble = ScalarType.ComplexFloat64;

    private static ScalarType _defaultType = ScalarType.Float32;

    /// <summary>The type that creation functions give real numbers when none is named.</summary>
    public static ScalarType get_default_dtype() => _defaultType;

    /// <summary>Sets the type that creation functions give real numbers when none is named.</summary>
    /// <exception cref="ArgumentException">The type is not a real floating-point type.</exception>
    public static void set_default_dtype(ScalarType dtype)
    {
        if (!is_floating_point(dtype))
            throw new ArgumentException($"The default type must be a floating-point type, not {dtype}.", nameof(dtype));
        _defaultType = dtype;
    }

    /// <summary>Whether the type is a real floating-point type.</summary>
    public static bool is_floating_point(ScalarType type) =>
        type is ScalarType.Float16 or ScalarType.Float32 or ScalarType.Float64 or ScalarType.BFloat16;

    /// <summary>Whether the elements are complex numbers.</summary>
    public static bool is_complex(Tensor input) => Given(input).is_complex();
    /// <summary>Whether the elements are of a real floating-point type.</summary>
    public static bool is_floating_point(Tensor input) => Given(input).is_floating_point();
    /// <summary>Whether the type is a complex type.</summary>
    public static bool is_complex(ScalarType type) => type is ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64;

    /// <summary>Whether the type is an integer type or bool.</summary>
    public static bool is_integral(ScalarType type) =>
        type is ScalarType.Byte or ScalarType.Int8 or ScalarType.Int16 or ScalarType.Int32 or ScalarType.Int64 or ScalarType.Bool;

    /// <summary>Whether the elements are integers or truth values.</summary>
    public static bool is_integral(Tensor t) => is_integral(Given(t).dtype);

    internal static int SizeOf(ScalarType type) => type switch
    {
        ScalarType.Byte or ScalarType.Int8 or ScalarType.Bool => 1,
        ScalarType.Int16 or ScalarType.Float16 or ScalarType.BFloat16 => 2,
        ScalarType.Int32 or ScalarType.Float32 => 4,
        ScalarType.Int64 or ScalarType.Float64 or ScalarType.ComplexFloat32 => 8,
        _ => 16,
    };

    /// <summary>The tensor type whose elements are <typeparamref name="T"/>.</summary>
    /// <exception cref="ArgumentException">No tensor type has such elements.</exception>
    internal static ScalarType TypeOf<T>() => TypeOf(typeof(T));

    internal static ScalarType TypeOf(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Byte => ScalarType.Byte,
        TypeCode.SByte => ScalarType.Int8,
        TypeCode.Int16 => ScalarType.Int16,
        TypeCode.Int32 => ScalarType.Int32,
        TypeCode.Int64 => ScalarType.Int64,
        TypeCode.Single => ScalarType.Float32,
        TypeCode.Double => ScalarType.Float64,
        TypeCode.Boolean => ScalarType.Bool,
        _ when type == typeof(Half) => ScalarType.Float16,
        _ when type == typeof(System.Numerics.Complex) => ScalarType.ComplexFloat64,
        _ when type == typeof((float, float)) => ScalarType.ComplexFloat32,
        _ => throw new ArgumentException(
            $"{type.Name} cannot be an element of a tensor; expected byte, sbyte, short, int, long, Half, float, double, bool or Complex."),
    };
}

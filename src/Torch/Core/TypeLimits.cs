using TorchSharp.Interop;

namespace TorchSharp;

// What types can hold, and which type results of two have.
public static partial class torch
{
    private static readonly Operator ResultType = new("result_type.Tensor"), CanCast = new("can_cast"), PromoteTypes = new("promote_types");

    /// <summary>The limits of a floating-point type.</summary>
    public struct FInfo
    {
        /// <summary>The size in bits.</summary>
        public int bits;
        /// <summary>The distance from 1 to the next number.</summary>
        public double eps;
        /// <summary>The greatest number.</summary>
        public double max;
        /// <summary>The least number.</summary>
        public double min;
        /// <summary>The least positive number of full precision.</summary>
        public double tiny;
        /// <inheritdoc cref="tiny"/>
        public double smallest_normal;
        /// <summary>The power of ten that numbers near 1 are told apart by.</summary>
        public double resolution;
    }

    /// <summary>The limits of the default type.</summary>
    public static FInfo finfo() => finfo(_defaultType);

    /// <summary>The limits of a floating-point type; of a complex one, those of its parts.</summary>
    /// <exception cref="ArgumentException">It is neither.</exception>
    public static FInfo finfo(ScalarType dtype)
    {
        var (bits, fraction, exponent, digits) = dtype switch
        {
            ScalarType.BFloat16 => (16, 7, 127, 2),
            ScalarType.Float16 => (16, 10, 15, 3),
            ScalarType.Float32 or ScalarType.ComplexFloat32 => (32, 23, 127, 6),
            ScalarType.Float64 or ScalarType.ComplexFloat64 => (64, 52, 1023, 15),
            _ => throw new ArgumentException($"Only floating-point and complex types have such limits, not {dtype}.", nameof(dtype)),
        };
        var eps = Math.ScaleB(1, -fraction);
        var max = Math.ScaleB(2 - eps, exponent);
        var tiny = Math.ScaleB(1, 1 - exponent);
        return new()
        {
            bits = bits, eps = eps, max = max, min = -max, tiny = tiny, smallest_normal = tiny, resolution = Math.Pow(10, -digits),
        };
    }

    /// <summary>The greatest integer of a type.</summary>
    /// <exception cref="ArgumentException">It is no integer type.</exception>
    public static long max_int_value(ScalarType type) => type switch
    {
        ScalarType.Byte => byte.MaxValue,
        ScalarType.Int8 => sbyte.MaxValue,
        ScalarType.Int16 => short.MaxValue,
        ScalarType.Int32 => int.MaxValue,
        ScalarType.Int64 => long.MaxValue,
        _ => throw new ArgumentException($"Only integer types have a greatest integer, not {type}.", nameof(type)),
    };

    /// <summary>The type that arithmetic of the two gives.</summary>
    public static ScalarType result_type(Tensor tensor1, Tensor tensor2) => (ScalarType)ResultType.CallScalar(tensor1, tensor2).ToInt64();
    /// <summary>Whether values of one type may be written to another by PyTorch's rules.</summary>
    public static bool can_cast(ScalarType from, ScalarType to) => CanCast.CallBool(from, to);
    /// <summary>The smallest type that holds the values of both.</summary>
    public static ScalarType promote_types(ScalarType type1, ScalarType type2) => (ScalarType)PromoteTypes.CallScalar(type1, type2).ToInt64();
    /// <summary>The number of elements.</summary>
    public static long numel(Tensor input) => Given(input).numel();
    /// <summary>Whether the single element is not zero.</summary>
    public static bool is_nonzero(Tensor input) => Given(input).is_nonzero();
    /// <summary>Whether an object is a tensor.</summary>
    public static bool is_tensor(object obj) => obj is Tensor;
    /// <summary>Makes the type of a tensor the default for real numbers.</summary>
    public static void set_default_tensor_type(Tensor t) => set_default_dtype(Given(t).dtype);
    /// <summary>A copy with memory of its own; gradients flow through it.</summary>
    public static Tensor clone(Tensor input) => Given(input).clone();
}

using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A number of any type as an operator's argument. Numbers convert to it by themselves.</summary>
public sealed class Scalar : IDisposable
{
    internal Scalar(Tag tag, long bits) => (Tag, Bits) = (tag, bits);

    internal Tag Tag { get; }
    internal long Bits { get; }

    /// <summary>The widest type of this kind of number: Int64, Float64 or Bool.</summary>
    public torch.ScalarType Type => Tag switch
    {
        Tag.Int => torch.ScalarType.Int64,
        Tag.Bool => torch.ScalarType.Bool,
        _ => torch.ScalarType.Float64,
    };

    private static Scalar Real(double x) => new(Tag.Double, BitConverter.DoubleToInt64Bits(x));

    /// <summary>From a number.</summary>
    public static implicit operator Scalar(byte value) => new(Tag.Int, value);
    /// <inheritdoc cref="op_Implicit(byte)"/>
    public static implicit operator Scalar(sbyte value) => new(Tag.Int, value);
    /// <inheritdoc cref="op_Implicit(byte)"/>
    public static implicit operator Scalar(short value) => new(Tag.Int, value);
    /// <inheritdoc cref="op_Implicit(byte)"/>
    public static implicit operator Scalar(int value) => new(Tag.Int, value);
    /// <inheritdoc cref="op_Implicit(byte)"/>
    public static implicit operator Scalar(long value) => new(Tag.Int, value);
    /// <inheritdoc cref="op_Implicit(byte)"/>
    public static implicit operator Scalar(Half value) => Real((double)value);
    /// <inheritdoc cref="op_Implicit(byte)"/>
    public static implicit operator Scalar(float value) => Real(value);
    /// <inheritdoc cref="op_Implicit(byte)"/>
    public static implicit operator Scalar(double value) => Real(value);
    /// <inheritdoc cref="op_Implicit(byte)"/>
    public static implicit operator Scalar(bool value) => new(Tag.Bool, value ? 1 : 0);

    /// <summary>Does nothing: a scalar owns nothing. It is here because TorchSharp's has it.</summary>
    public void Dispose()
    {
    }

    /// <summary>The number.</summary>
    public override string ToString() => Tag switch
    {
        Tag.Int => Bits.ToString(),
        Tag.Bool => Bits != 0 ? "true" : "false",
        _ => this.ToDouble().ToString(),
    };
}

/// <summary>Conversions of numbers to <see cref="Scalar"/> by name, and back.</summary>
public static class ScalarExtensionMethods
{
    /// <summary>The number as an operator's argument.</summary>
    public static Scalar ToScalar(this int value) => value;
    /// <inheritdoc cref="ToScalar(int)"/>
    public static Scalar ToScalar(this long value) => value;
    /// <inheritdoc cref="ToScalar(int)"/>
    public static Scalar ToScalar(this short value) => value;
    /// <inheritdoc cref="ToScalar(int)"/>
    public static Scalar ToScalar(this byte value) => value;
    /// <inheritdoc cref="ToScalar(int)"/>
    public static Scalar ToScalar(this sbyte value) => value;
    /// <inheritdoc cref="ToScalar(int)"/>
    public static Scalar ToScalar(this float value) => value;
    /// <inheritdoc cref="ToScalar(int)"/>
    public static Scalar ToScalar(this double value) => value;
    /// <inheritdoc cref="ToScalar(int)"/>
    public static Scalar ToScalar(this Half value) => value;
    /// <inheritdoc cref="ToScalar(int)"/>
    public static Scalar ToScalar(this bool value) => value;

    /// <summary>The number as a double.</summary>
    public static double ToDouble(this Scalar value) =>
        Given(value).Tag == Tag.Double ? BitConverter.Int64BitsToDouble(value.Bits) : value.Bits;
    /// <summary>The number as a float.</summary>
    public static float ToSingle(this Scalar value) => (float)value.ToDouble();
    /// <summary>The number in half precision.</summary>
    public static Half ToHalf(this Scalar value) => (Half)value.ToDouble();
    /// <summary>The number as a long, cut towards zero.</summary>
    public static long ToInt64(this Scalar value) => Given(value).Tag == Tag.Double ? (long)value.ToDouble() : value.Bits;
    /// <summary>The number as an int, cut towards zero.</summary>
    public static int ToInt32(this Scalar value) => (int)value.ToInt64();
    /// <summary>The number as a short, cut towards zero.</summary>
    public static short ToInt16(this Scalar value) => (short)value.ToInt64();
    /// <summary>The number as a byte, cut towards zero.</summary>
    public static byte ToByte(this Scalar value) => (byte)value.ToInt64();
    /// <summary>The number as a signed byte, cut towards zero.</summary>
    public static sbyte ToSByte(this Scalar value) => (sbyte)value.ToInt64();
    /// <summary>Whether the number is not zero.</summary>
    public static bool ToBoolean(this Scalar value) => Given(value).ToDouble() != 0;
}

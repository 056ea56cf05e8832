using TorchSharp.Interop;

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

    /// <summary>The number as a double.</summary>
    public double ToDouble() => Tag == Tag.Double ? BitConverter.Int64BitsToDouble(Bits) : Bits;

    /// <summary>The number as a float.</summary>
    public float ToSingle() => (float)ToDouble();

    /// <summary>The number as a long, cut towards zero.</summary>
    public long ToInt64() => Tag == Tag.Double ? (long)ToDouble() : Bits;

    /// <summary>The number as an int, cut towards zero.</summary>
    public int ToInt32() => (int)ToInt64();

    /// <summary>Whether the number is not zero.</summary>
    public bool ToBoolean() => ToDouble() != 0;

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
        _ => ToDouble().ToString(),
    };
}

/// <summary>Conversions of numbers to <see cref="Scalar"/> by name.</summary>
public static class ScalarExtensionMethods
{
    /// <summary>The number as an operator's argument.</summary>
    public static Scalar ToScalar(this int value) => value;
    /// <inheritdoc cref="ToScalar(int)"/>
    public static Scalar ToScalar(this long value) => value;
    /// <inheritdoc cref="ToScalar(int)"/>
    public static Scalar ToScalar(this byte value) => value;
    /// <inheritdoc cref="ToScalar(int)"/>
    public static Scalar ToScalar(this float value) => value;
    /// <inheritdoc cref="ToScalar(int)"/>
    public static Scalar ToScalar(this double value) => value;
    /// <inheritdoc cref="ToScalar(int)"/>
    public static Scalar ToScalar(this bool value) => value;
}

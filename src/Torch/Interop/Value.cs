using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

internal enum Tag
{
    None, Tensor, Int, Double, Bool, String, Ints, Doubles, Bools, Tensors, OptionalTensors, Generator, Device,
}

/// <summary>A value as the shim sees it; mirrors <c>Value</c> in operators.cpp.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeValue
{
    internal Tag Tag;
    internal int Length;
    internal long Bits;
    internal long Bytes;
}

/// <summary>One argument of an operator: a number by value, anything else by reference.</summary>
internal readonly struct Value
{
    internal readonly Tag Tag;
    internal readonly long Bits;
    internal readonly object? Reference;

    private Value(Tag tag, long bits, object? reference = null) => (Tag, Bits, Reference) = (tag, bits, reference);

    /// <summary>A list in which a null tensor means "this dimension is not indexed".</summary>
    internal static Value Optional(torch.Tensor?[] list) => new(Tag.OptionalTensors, 0, list);

    internal static Value None => default;

    private static Value Of(Tag tag, object? reference) => reference is null ? default : new(tag, 0, reference);

    public static implicit operator Value(torch.Tensor? t) => Of(Tag.Tensor, t);
    public static implicit operator Value(int n) => new(Tag.Int, n);
    public static implicit operator Value(long n) => new(Tag.Int, n);
    public static implicit operator Value(double x) => new(Tag.Double, BitConverter.DoubleToInt64Bits(x));
    public static implicit operator Value(bool b) => new(Tag.Bool, b ? 1 : 0);
    public static implicit operator Value(int? n) => n is { } v ? v : default(Value);
    public static implicit operator Value(long? n) => n is { } v ? v : default(Value);
    public static implicit operator Value(double? x) => x is { } v ? v : default(Value);
    public static implicit operator Value(bool? b) => b is { } v ? v : default(Value);
    public static implicit operator Value(torch.ScalarType type) => new(Tag.Int, (int)type);
    public static implicit operator Value(torch.ScalarType? type) => type is { } v ? v : default(Value);
    public static implicit operator Value(string? text) => Of(Tag.String, text);
    public static implicit operator Value(long[]? list) => Of(Tag.Ints, list);
    public static implicit operator Value(double[]? list) => Of(Tag.Doubles, list);
    public static implicit operator Value(bool[]? list) => Of(Tag.Bools, list);
    public static implicit operator Value(torch.Tensor[]? list) => Of(Tag.Tensors, list);
    public static implicit operator Value(torch.Generator? generator) => Of(Tag.Generator, generator);
    public static implicit operator Value(torch.Device? device) => Of(Tag.Device, device);
    public static implicit operator Value(Scalar? scalar) => scalar is null ? default : new(scalar.Tag, scalar.Bits);

    /// <summary>How many 8-byte words of scratch space <see cref="Write"/> needs.</summary>
    internal int Words => Tag switch
    {
        Tag.String => (System.Text.Encoding.UTF8.GetByteCount((string)Reference!) + 7) / 8,
        Tag.Ints or Tag.Doubles or Tag.Bools or Tag.Tensors or Tag.OptionalTensors => ((Array)Reference!).Length,
        _ => 0,
    };

    /// <summary>Writes the native form; a list's elements go to <paramref name="scratch"/>, which advances past them.</summary>
    internal unsafe NativeValue Write(ref long* scratch)
    {
        switch (Tag)
        {
            case Tag.None or Tag.Int or Tag.Double or Tag.Bool:
                return new() { Tag = Tag, Bits = Bits };
            case Tag.Tensor:
                return new() { Tag = Tag, Bits = ((torch.Tensor)Reference!).Handle };
            case Tag.Generator:
                return new() { Tag = Tag, Bits = ((torch.Generator)Reference!).Handle };
            case Tag.Device:
                var device = (torch.Device)Reference!;
                return new() { Tag = Tag, Bits = (int)device.type, Length = device.index };
            default:
                var start = scratch;
                var length = WriteList(scratch);
                scratch += Words;
                return new() { Tag = Tag, Bits = (long)start, Length = length };
        }
    }

    private unsafe int WriteList(long* to)
    {
        switch (Reference)
        {
            case string text:
                return System.Text.Encoding.UTF8.GetBytes(text, new Span<byte>(to, Words * 8));
            case long[] list:
                list.CopyTo(new Span<long>(to, list.Length));
                return list.Length;
            case double[] list:
                list.CopyTo(new Span<double>(to, list.Length));
                return list.Length;
            case bool[] list:
                for (var i = 0; i < list.Length; i++)
                    to[i] = list[i] ? 1 : 0;
                return list.Length;
            default:
                var tensors = (torch.Tensor?[])Reference!;
                for (var i = 0; i < tensors.Length; i++)
                    to[i] = tensors[i]?.Handle ?? 0;
                return tensors.Length;
        }
    }
}

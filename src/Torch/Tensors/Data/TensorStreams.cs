using System.Text;
using static TorchSharp.torch;

namespace TorchSharp;

// Tensors in streams, in TorchSharp's format.
public static partial class TensorExtensionMethods
{
    /// <summary>Writes a tensor.</summary>
    public static void Save(this Tensor tensor, BinaryWriter writer) => TensorFile.Save(tensor, writer);

    /// <inheritdoc cref="Save(Tensor, BinaryWriter)"/>
    public static void Save(this Tensor tensor, Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        TensorFile.Save(tensor, writer);
    }

    /// <summary>Writes a tensor to a file.</summary>
    public static void Save(this Tensor tensor, string location) => save(tensor, location);

    /// <summary>The bytes that one element takes.</summary>
    public static long ElementSize(this ScalarType type) => SizeOf(type);

    /// <summary>The single element of a complex tensor, or of another as a complex number.</summary>
    public static System.Numerics.Complex ToComplexFloat64(this Tensor value)
    {
        ArgumentNullException.ThrowIfNull(value);
        using var converted = value.to_type(ScalarType.ComplexFloat64);
        return converted.item<System.Numerics.Complex>();
    }

    /// <inheritdoc cref="ToComplexFloat64(Tensor)"/>
    public static (float Real, float Imaginary) ToComplexFloat32(this Tensor value)
    {
        ArgumentNullException.ThrowIfNull(value);
        using var converted = value.to_type(ScalarType.ComplexFloat32);
        return converted.item<(float, float)>();
    }
}

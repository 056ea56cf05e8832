using static TorchSharp.torch;

namespace TorchSharp;

public static partial class TensorExtensionMethods
{
    /// <summary>The single element as a double.</summary>
    public static double ToDouble(this Tensor value) => Given(value).ToScalar().ToDouble();
    /// <summary>The single element as a float.</summary>
    public static float ToSingle(this Tensor value) => Given(value).ToScalar().ToSingle();
    /// <summary>The single element as a half-precision number.</summary>
    public static Half ToHalf(this Tensor value) => Given(value).ToScalar().ToHalf();
    /// <summary>The single element as a long.</summary>
    public static long ToInt64(this Tensor value) => Given(value).ToScalar().ToInt64();
    /// <summary>The single element as an int.</summary>
    public static int ToInt32(this Tensor value) => Given(value).ToScalar().ToInt32();
    /// <summary>The single element as a short.</summary>
    public static short ToInt16(this Tensor value) => Given(value).ToScalar().ToInt16();
    /// <summary>The single element as a byte.</summary>
    public static byte ToByte(this Tensor value) => Given(value).ToScalar().ToByte();
    /// <summary>The single element as a signed byte.</summary>
    public static sbyte ToSByte(this Tensor value) => Given(value).ToScalar().ToSByte();
    /// <summary>Whether the single element is not zero.</summary>
    public static bool ToBoolean(this Tensor value) => Given(value).ToScalar().ToBoolean();

    /// <summary>A tensor of the elements of an array in a shape.</summary>
    /// <param name="rawArray">The elements in row-major order.</param>
    /// <param name="dimensions">The size of each dimension.</param>
    /// <param name="doCopy">Whether to copy them first: they are copied in either case.</param>
    /// <param name="requires_grad">Whether to record operations for derivatives.</param>
    public static Tensor ToTensor<T>(this T[] rawArray, long[] dimensions, bool doCopy = false, bool requires_grad = false)
    {
        using var shared = from_array(rawArray);
        using var shaped = shared.reshape(dimensions);
        return shaped.clone().requires_grad_(requires_grad);
    }

    /// <summary>A tensor without dimensions.</summary>
    /// <exception cref="ArgumentException">Tensors have no such elements.</exception>
    public static Tensor ToTensor<T>(this T scalar, Device? device = null, bool requires_grad = false) where T : struct
    {
        using var shared = from_array(new[] { scalar }, device);
        using var single = shared.select(0, 0);
        return single.clone().requires_grad_(requires_grad);
    }
}

using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Tensors as text, as numbers, and from arrays.</summary>
public static partial class TensorExtensionMethods
{
    /// <summary>The tensor as text in the default style, or the given one.</summary>
    public static string str(
        this Tensor tensor, string? fltFormat = null, int? width = null, string? newLine = null, CultureInfo? cultureInfo = null,
        TensorStringStyle style = TensorStringStyle.Default) => Given(tensor).ToString(style, fltFormat, width, cultureInfo, newLine);
    /// <summary>The tensor as text in Julia's style.</summary>
    public static string jlstr(
        this Tensor tensor, string? fltFormat = null, int? width = null, string? newLine = null, CultureInfo? cultureInfo = null) =>
        Given(tensor).ToString(TensorStringStyle.Julia, fltFormat, width, cultureInfo, newLine);
    /// <summary>The tensor's shape, type and device.</summary>
    public static string metastr(this Tensor tensor) => Given(tensor).ToString(TensorStringStyle.Metadata);
    /// <summary>The tensor's values as text in NumPy's style.</summary>
    public static string npstr(
        this Tensor tensor, string? fltFormat = null, int? width = null, string? newLine = null, CultureInfo? cultureInfo = null) =>
        TensorText.Numpy(tensor, fltFormat, cultureInfo ?? CultureInfo.InvariantCulture, newLine ?? "\n");
    /// <summary>The tensor as text in C#'s style.</summary>
    public static string cstr(
        this Tensor tensor, string? fltFormat = null, int? width = null, string? newLine = null, CultureInfo? cultureInfo = null) =>
        Given(tensor).ToString(TensorStringStyle.CSharp, fltFormat, width, cultureInfo, newLine);

    /// <summary>Writes the tensor to the console and returns it.</summary>
    public static Tensor print(
        this Tensor t, string? fltFormat = null, int? width = null, string? newLine = null, CultureInfo? cultureInfo = null,
        TensorStringStyle style = TensorStringStyle.Default)
    {
        Console.WriteLine(t.ToString(style, fltFormat, width, cultureInfo, newLine));
        return t;
    }

    /// <summary>A parameter of a module with these values.</summary>
    public static Modules.Parameter AsParameter(this Tensor tensor) => new(tensor);

    /// <summary>The sizes of the dimensions.</summary>
    public static ReadOnlySpan<int> IntShape(this Tensor tensor) => Array.ConvertAll(tensor.shape, n => checked((int)n));

    /// <summary>The product of sizes.</summary>
    public static long TotalSize(this IEnumerable<long> shape) => Given(shape).Aggregate(1L, (product, n) => product * n);
}

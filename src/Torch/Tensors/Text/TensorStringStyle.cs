using System.Globalization;

namespace TorchSharp;

/// <summary>How a tensor is written as text.</summary>
public enum TensorStringStyle
{
    /// <summary>Shape, type and device.</summary>
    Metadata,
    /// <summary>As Julia writes arrays: rows under a heading.</summary>
    Julia,
    /// <summary>As NumPy writes arrays: nested brackets.</summary>
    Numpy,
    /// <summary>As C# writes arrays: nested braces after the type.</summary>
    CSharp,
    /// <summary>The style that <see cref="torch.TensorStringStyle"/> names.</summary>
    Default,
}

public static partial class torch
{
    private static TensorStringStyle _style = TensorStringStyle.Numpy;
    private static string? _floatFormat;
    private static int _lineWidth = 100;
    private static string _newLine = "\n";

    /// <summary>Alias of <see cref="TensorStringStyle.Julia"/>.</summary>
    public const TensorStringStyle julia = TensorStringStyle.Julia;
    /// <summary>Alias of <see cref="TensorStringStyle.Numpy"/>.</summary>
    public const TensorStringStyle numpy = TensorStringStyle.Numpy;
    /// <summary>Alias of <see cref="TensorStringStyle.CSharp"/>.</summary>
    public const TensorStringStyle csharp = TensorStringStyle.CSharp;

    /// <summary>The style that tensors are written in where none is named.</summary>
    /// <exception cref="ArgumentException">It is set to <see cref="TensorStringStyle.Default"/>.</exception>
    public static TensorStringStyle TensorStringStyle
    {
        get => _style;
        set => _style = value == TensorStringStyle.Default
            ? throw new ArgumentException("The default style cannot be Default itself.", nameof(value))
            : value;
    }

    /// <summary>Sets how tensors are written where nothing else is said.</summary>
    /// <param name="precision">Digits after the point.</param>
    /// <param name="linewidth">The width of a line; null leaves it.</param>
    /// <param name="newLine">What ends a line; null leaves it.</param>
    /// <param name="sci_mode">Whether with exponents.</param>
    public static void set_printoptions(int precision, int? linewidth = null, string? newLine = null, bool sci_mode = false) =>
        set_printoptions(null, (sci_mode ? "E" : "F") + AtLeast(precision, 0).ToString(CultureInfo.InvariantCulture), linewidth, newLine);

    /// <summary>Sets how tensors are written where nothing else is said; null leaves what is set.</summary>
    /// <param name="style">The style.</param>
    /// <param name="floatFormat">The format of real numbers.</param>
    /// <param name="linewidth">The width of a line.</param>
    /// <param name="newLine">What ends a line.</param>
    public static void set_printoptions(
        TensorStringStyle? style = null, string? floatFormat = null, int? linewidth = null, string? newLine = null)
    {
        if (style is { } named)
            TensorStringStyle = named;
        _floatFormat = floatFormat ?? _floatFormat;
        _lineWidth = linewidth ?? _lineWidth;
        _newLine = newLine ?? _newLine;
    }

    public partial class Tensor
    {
        /// <summary>Values with shape and type; of a large tensor, the values at the borders.</summary>
        public override string ToString() => ToString(TensorStringStyle.Default);

        /// <summary>With true, as <see cref="ToString()"/>; with false, shape, type and device alone.</summary>
        public string ToString(
            bool disamb, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null) =>
            ToString(disamb ? TensorStringStyle.Default : TensorStringStyle.Metadata, fltFormat, width, cultureInfo, newLine);

        /// <summary>The tensor as text.</summary>
        /// <param name="style">How it is written.</param>
        /// <param name="fltFormat">The format of real numbers, for example <c>"0.0000"</c>; null takes the shortest that tells the values apart.</param>
        /// <param name="width">The width of a line.</param>
        /// <param name="cultureInfo">How numbers are written; null for the invariant culture.</param>
        /// <param name="newLine">What ends a line.</param>
        public string ToString(
            TensorStringStyle style, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null)
        {
            if (IsInvalid)
                return "Tensor (disposed)";
            var (format, culture, end) = (fltFormat ?? _floatFormat, cultureInfo ?? CultureInfo.InvariantCulture, newLine ?? _newLine);
            style = style == TensorStringStyle.Default ? torch.TensorStringStyle : style;
            return device_type == DeviceType.META ? Metadata() : style switch
            {
                TensorStringStyle.Metadata => Metadata(),
                TensorStringStyle.Julia => $"{Metadata()}{end}{TensorText.Julia(this, format, width ?? _lineWidth, culture, end)}",
                TensorStringStyle.CSharp => TensorText.CSharp(this, format, culture, end),
                TensorStringStyle.Numpy => $"{Metadata()}{end}{TensorText.Numpy(this, format, culture, end)}",
                _ => throw new ArgumentOutOfRangeException(nameof(style), style, $"There is no style {style}."),
            };
        }

        /// <summary>The elements as scalars in nested lists; of a tensor without dimensions, the scalar.</summary>
        public object tolist() => ndim == 0
            ? ToScalar()
            : new System.Collections.ArrayList(Array.ConvertAll(unbind(), part =>
            {
                using (part)
                    return part.tolist();
            }));

        private string Metadata() => $"[{string.Join("x", shape)}], type = {dtype}, device = {device}{(requires_grad ? ", requires_grad" : "")}";
    }
}

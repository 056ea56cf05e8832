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
    /// <summary>The style that <see cref="Tensor.ToString()"/> and <see cref="Tensor.str"/> use.</summary>
    public static TensorStringStyle TensorStringStyle { get; set; } = TensorStringStyle.Numpy;

    public partial class Tensor
    {
        /// <summary>Values with shape and type; of a large tensor, the values at the borders.</summary>
        public override string ToString() => ToString(TensorStringStyle);

        /// <summary>The tensor as text.</summary>
        /// <param name="style">How it is written.</param>
        /// <param name="fltFormat">The format of real numbers, for example <c>"0.0000"</c>; null takes the shortest that tells the values apart.</param>
        /// <param name="width">The width of a line.</param>
        /// <param name="newLine">What ends a line.</param>
        public string ToString(TensorStringStyle style, string? fltFormat = null, int width = 100, string newLine = "\n")
        {
            if (IsInvalid)
                return "Tensor (disposed)";
            return style switch
            {
                TensorStringStyle.Metadata => Metadata(),
                TensorStringStyle.Julia => $"{Metadata()}{newLine}{TensorText.Julia(this, fltFormat, width, newLine)}",
                TensorStringStyle.CSharp => TensorText.CSharp(this, fltFormat, newLine),
                TensorStringStyle.Numpy => $"{Metadata()}{newLine}{TensorText.Numpy(this, fltFormat, newLine)}",
                _ => ToString(torch.TensorStringStyle == TensorStringStyle.Default ? TensorStringStyle.Numpy : torch.TensorStringStyle, fltFormat, width, newLine),
            };
        }

        /// <summary>The tensor as text in the default style, or the given one.</summary>
        public string str(string? fltFormat = null, int width = 100, string newLine = "\n", TensorStringStyle style = TensorStringStyle.Default) =>
            ToString(style, fltFormat, width, newLine);
        /// <summary>The tensor as text in Julia's style.</summary>
        public string jlstr(string? fltFormat = null, int width = 100, string newLine = "\n") => ToString(TensorStringStyle.Julia, fltFormat, width, newLine);
        /// <summary>The tensor's values as text in NumPy's style.</summary>
        public string npstr(string? fltFormat = null, int width = 100, string newLine = "\n") => TensorText.Numpy(this, fltFormat, newLine);
        /// <summary>The tensor as text in C#'s style.</summary>
        public string cstr(string? fltFormat = null, int width = 100, string newLine = "\n") => ToString(TensorStringStyle.CSharp, fltFormat, width, newLine);

        /// <summary>Writes the tensor to the console.</summary>
        public Tensor print(string? fltFormat = null, int width = 100, string newLine = "\n", TensorStringStyle style = TensorStringStyle.Default)
        {
            Console.WriteLine(ToString(style, fltFormat, width, newLine));
            return this;
        }

        private string Metadata() => $"[{string.Join("x", shape)}], type = {dtype}, device = {device}{(requires_grad ? ", requires_grad" : "")}";
    }
}

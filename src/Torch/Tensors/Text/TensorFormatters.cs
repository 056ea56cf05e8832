using System.Globalization;
using System.Net;
using System.Text;

namespace TorchSharp;

/// <summary>Found by notebook kernels by its name, so that no kernel has to be referenced.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    public Type FormatterSourceType { get; } = formatterSourceType;
}

/// <summary>Gives a kernel the formatter of tensors.</summary>
internal sealed class TensorFormatters
{
    public IEnumerable<object> CreateTypeFormatters() => [new TensorFormatter()];
}

/// <summary>A tensor as HTML: shape, type and values, and for more than a few numbers their range, mean and histogram.</summary>
internal sealed class TensorFormatter
{
    private const int TableSide = 12, Few = 24, Bins = 40, BarWidth = 7, Height = 60;

    public string MimeType => "text/html";

    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not torch.Tensor tensor || tensor.IsInvalid || tensor.is_sparse)
            return false;
        var shape = tensor.ndim == 0 ? "a number" : string.Join(" × ", tensor.shape);
        writer.Write($"<p><b>Tensor</b> {shape}, {tensor.dtype}, {tensor.device}{(tensor.requires_grad ? ", requires_grad" : "")}</p>");
        writer.Write(Values(tensor));
        if (tensor.numel() > Few && tensor.dtype is not (torch.ScalarType.Bool or torch.ScalarType.ComplexFloat32 or torch.ScalarType.ComplexFloat64))
            writer.Write(Distribution(tensor));
        return true;
    }

    private static string Values(torch.Tensor tensor)
    {
        var shape = tensor.shape;
        if (shape.Length is not (1 or 2) || shape.Any(side => side is 0 or > TableSide))
            return $"<pre>{WebUtility.HtmlEncode(tensor.npstr())}</pre>";
        using var scope = torch.NewDisposeScope();
        var rows = shape.Length == 1 ? tensor.unsqueeze(0) : tensor;
        var html = new StringBuilder("<table><tbody>");
        for (var row = 0; row < rows.shape[0]; row++)
        {
            html.Append("<tr>");
            for (var column = 0; column < rows.shape[1]; column++)
                html.Append("<td>").Append(WebUtility.HtmlEncode(rows[row, column].npstr())).Append("</td>");
            html.Append("</tr>");
        }
        return html.Append("</tbody></table>").ToString();
    }

    private static string Distribution(torch.Tensor tensor)
    {
        using var scope = torch.NewDisposeScope();
        using var untracked = torch.no_grad();
        var values = tensor.detach().to_type(torch.ScalarType.Float64).flatten();
        var finite = values.masked_select(values.isfinite());
        var others = values.numel() - finite.numel();
        var note = others == 0 ? "" : $", {others} not finite";
        if (finite.numel() == 0)
            return $"<p>none is finite</p>";
        var (least, most) = (finite.min().item<double>(), finite.max().item<double>());
        var range = $"{Short(least)} … {Short(most)}, mean {Short(finite.mean().item<double>())}{note}";
        if (least == most)
            return $"<p>{range}</p>";
        var counts = new double[Bins];
        using var numbers = finite.data<double>();
        foreach (var value in numbers)
            counts[Math.Clamp((int)((value - least) / (most - least) * Bins), 0, Bins - 1)]++;
        return $"<p>{range}</p>{Histogram(counts, range)}";
    }

    private static string Histogram(double[] counts, string range)
    {
        var highest = counts.Max();
        var svg = new StringBuilder(string.Create(CultureInfo.InvariantCulture,
            $"<svg role=\"img\" aria-label=\"Histogram of the values, {range}\" width=\"{Bins * BarWidth}\" height=\"{Height}\" fill=\"currentColor\">"));
        for (var bin = 0; bin < counts.Length; bin++)
        {
            var height = Height * counts[bin] / highest;
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{bin * BarWidth}\" y=\"{Height - height:0.#}\" width=\"{BarWidth - 1}\" height=\"{height:0.#}\"/>");
        }
        return svg.Append("</svg>").ToString();
    }

    private static string Short(double value) => value.ToString("G4", CultureInfo.InvariantCulture);
}

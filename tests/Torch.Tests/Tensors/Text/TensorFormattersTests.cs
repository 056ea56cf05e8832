using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors.Text;

/// <summary>Tensors as a notebook shows them, through the convention by which a kernel finds the formatter.</summary>
public class TensorFormattersTests
{
    [Fact]
    public void Small_matrices_are_tables()
    {
        using var matrix = tensor(new long[,] { { 1, -2 }, { 3, 4 } });
        Assert.Equal("<p><b>Tensor</b> 2 × 2, Int64, cpu</p><table><tbody><tr><td>1</td><td>-2</td></tr><tr><td>3</td><td>4</td></tr></tbody></table>", Html(matrix));
    }

    [Fact]
    public void Numbers_have_no_shape()
    {
        using var number = tensor(2L);
        Assert.Equal("<p><b>Tensor</b> a number, Int64, cpu</p><pre>2</pre>", Html(number));
    }

    [Fact]
    public void Many_numbers_have_range_mean_and_histogram()
    {
        using var many = arange(400, dtype: float32).reshape(4, 100);
        var html = Html(many);
        Assert.Contains("<p>0 … 399, mean 199.5</p><svg role=\"img\" aria-label=\"Histogram of the values, 0 … 399, mean 199.5\"", html, StringComparison.Ordinal);
        Assert.Equal(40, html.Split("<rect ").Length - 1);
        Assert.Equal(40, html.Split("height=\"60\"/>").Length - 1); // ten in each bin
    }

    [Fact]
    public void What_is_not_finite_is_counted_apart()
    {
        using var values = arange(50, dtype: float64);
        values[0] = tensor(double.NaN);
        values[1] = tensor(double.PositiveInfinity);
        Assert.Contains("<p>2 … 49, mean 25.5, 2 not finite</p>", Html(values), StringComparison.Ordinal);
        using var constant = zeros(50);
        Assert.EndsWith("<p>0 … 0, mean 0</p>", Html(constant), StringComparison.Ordinal);
    }

    [Fact]
    public void Disposed_tensors_are_left_to_their_text()
    {
        var gone = zeros(2);
        gone.Dispose();
        Assert.Equal("", Html(gone));
    }

    private static string Html(Tensor tensor)
    {
        var attribute = typeof(Tensor).GetCustomAttributesData().Single(data => data.AttributeType.Name == "TypeFormatterSourceAttribute");
        var source = Activator.CreateInstance((Type)attribute.ConstructorArguments[0].Value!, nonPublic: true)!;
        var formatter = ((IEnumerable<object>)source.GetType().GetMethod("CreateTypeFormatters")!.Invoke(source, null)!).Single();
        Assert.Equal("text/html", formatter.GetType().GetProperty("MimeType")!.GetValue(formatter));
        using var writer = new StringWriter();
        formatter.GetType().GetMethod("Format", [typeof(object), typeof(TextWriter)])!.Invoke(formatter, [tensor, writer]);
        return writer.ToString();
    }
}

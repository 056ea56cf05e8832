using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Formatting;
using Notebook.Formatting;

namespace Notebook.Tests.Formatting;

public sealed class BundleTests : IDisposable
{
    public void Dispose() => Formatter.ResetToDefault();

    [Fact]
    public void Scalars_are_plain_text_only() => Assert.Equal(["text/plain"], Bundle.Of(3).Keys);

    [Fact]
    public void Sequence_of_records_is_a_table() =>
        Assert.Equal(
            "<table><thead><tr><th>Name</th><th>Size</th></tr></thead><tbody><tr><td>a &amp; b</td><td>1</td></tr><tr><td>c</td><td>2.5</td></tr></tbody></table>",
            Bundle.Of(new[] { new Item("a & b", 1), new Item("c", 2.5) })["text/html"]);

    [Fact]
    public void Dictionary_is_a_table_of_keys_and_values() =>
        Assert.Equal(
            "<table><thead><tr><th>Key</th><th>Value</th></tr></thead><tbody><tr><td>a</td><td>1</td></tr></tbody></table>",
            Bundle.Of(new Dictionary<string, int> { ["a"] = 1 })["text/html"]);

    [Fact]
    public void Long_tables_are_cut_and_counted() =>
        Assert.EndsWith("</table><p>… (5 more)</p>", Bundle.Of(Enumerable.Range(0, 25).Select(n => new Item("n", n)).ToList())["text/html"], StringComparison.Ordinal);

    [Fact]
    public void Registered_function_serves_derived_types_and_the_nearest_wins()
    {
        Formatter.Register<Animal>(animal => $"<i>{animal.Name}</i>", "text/html");
        Formatter.Register<Dog>((dog, writer) => writer.Write($"<b>{dog.Name}</b>"), "text/html");
        Assert.Equal("<i>a</i>", Bundle.Of(new Cat("a"))["text/html"]);
        Assert.Equal("<b>b</b>", Bundle.Of(new Dog("b"))["text/html"]);
    }

    [Fact]
    public void Open_generic_types_can_be_registered()
    {
        Formatter.Register(typeof(Cage<>), (_, writer) => writer.Write("a cage"), "text/plain");
        Assert.Equal("a cage", Bundle.Of(new Cage<Dog>())["text/plain"]);
    }

    [Fact]
    public void Library_formatters_are_found_by_name()
    {
        var bundle = Bundle.Of(new Chart());
        Assert.Equal("{\"data\":[]}", bundle["application/vnd.chart+json"]);
        Assert.Equal("a chart", bundle["text/plain"]);
        Assert.False(bundle.ContainsKey("image/png"));
    }

    [Fact]
    public void Derived_types_inherit_library_formatters() =>
        Assert.Contains("application/vnd.chart+json", Bundle.Of(new BarChart()).Keys);

    [Fact]
    public void Text_is_shown_as_the_type_asked_for() => Assert.Equal("*x*", Bundle.Of("*x*", "text/markdown")["text/markdown"]);

    [Fact]
    public void Types_that_a_value_does_not_have_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Bundle.Of(3, "image/png"));
        Assert.Contains("A Int32 can't be shown as image/png; it can be as text/plain.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rich_content_is_what_it_says()
    {
        Assert.Equal("<b>x</b>", Bundle.Of(Kernel.HTML("<b>x</b>"))["text/html"]);
        Assert.Equal("$$x^2$$", Bundle.Of((MathString)"x^2")["text/latex"]);
    }

    internal abstract record Animal(string Name);

    internal sealed record Cat(string Name) : Animal(Name);

    internal sealed record Dog(string Name) : Animal(Name);

    internal sealed class Cage<T>;

    internal sealed record Item(string Name, double Size);

    [TypeFormatterSource(typeof(ChartFormatters))]
    internal class Chart
    {
        public override string ToString() => "a chart";
    }

    internal sealed class BarChart : Chart;

    internal sealed class ChartFormatters
    {
#pragma warning disable CA1822 // The convention asks for an instance method.
        public IEnumerable<object> CreateTypeFormatters() => [new Writer("application/vnd.chart+json", "{\"data\":[]}"), new Writer("image/png", null)];
#pragma warning restore CA1822
    }

    internal sealed class Writer(string mime, string? text)
    {
        public string MimeType { get; } = mime;

        public bool Format(object instance, TextWriter writer)
        {
            if (text is null || instance is not Chart)
                return false;
            writer.Write(text);
            return true;
        }
    }

    [AttributeUsage(AttributeTargets.Class)]
    internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
    {
        public Type FormatterSourceType { get; } = formatterSourceType;

        public string[]? PreferredMimeTypes { get; set; }
    }
}

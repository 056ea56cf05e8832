using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Formatting;
using Notebook.Formatting;
using static Microsoft.DotNet.Interactive.Formatting.PocketViewTags;

namespace Notebook.Tests.Formatting;

public sealed class PocketViewTests : IDisposable
{
    public void Dispose() => Formatter.ResetToDefault();

    [Fact]
    public void Texts_and_attributes_are_encoded() =>
        Assert.Equal("<a href=\"?a=1&amp;b=&quot;2&quot;\">1 &lt; 2 &amp; <b>3</b></a>", Text(a[href: "?a=1&b=\"2\""]("1 < 2 & ", b("3"))));

    [Fact]
    public void Markup_stays_as_it_is() => Assert.Equal("<p><i>x</i></p>", Text(p(Kernel.HTML("<i>x</i>"))));

    [Fact]
    public void Sequences_are_written_element_by_element() => Assert.Equal(
        "<table><thead><tr><th>n</th><th>n²</th></tr></thead><tbody><tr><td>1</td><td>1</td></tr><tr><td>2</td><td>4</td></tr></tbody></table>",
        Text(table(thead(tr(th("n"), th("n²"))), tbody(Enumerable.Range(1, 2).Select(n => tr(td(n), td(n * n)))))).Replace("&#178;", "²", StringComparison.Ordinal));

    [Fact]
    public void Attributes_come_from_names_and_flags_from_truth() =>
        Assert.Equal("<input type=\"checkbox\" data-id=\"3\" checked>", Text(input[type: "checkbox", data_id: 3, @checked: true, disabled: false]));

    [Fact]
    public void Elements_do_not_change()
    {
        var plain = span("x");
        Assert.Equal("<span style=\"color:red\">x</span>", Text(plain[style: "color:red"]));
        Assert.Equal("<span>x</span>", Text(plain));
    }

    [Fact]
    public void Void_elements_have_no_end_and_underscore_has_no_tag() => Assert.Equal("a<br>b", Text(_("a", br, "b")));

    [Fact]
    public void Style_sheets_are_not_encoded() => Assert.Equal("<style>a > b {}</style>", Text(style("a > b {}")));

    [Fact]
    public void Objects_are_shown_as_everywhere_else() =>
        Assert.Equal("<b><details><summary><code>{ Fruit = &quot;apple&quot; }</code></summary><table><tbody><tr><th>Fruit</th><td>apple</td></tr></tbody></table></details></b>",
            Text(b(new { Fruit = "apple" })));

    [Fact]
    public void Element_is_shown_as_html_and_as_its_source() =>
        Assert.Equal(("<i>x</i>", "<i>x</i>"), (Bundle.Of((object)i("x"))["text/html"], Bundle.Of((object)i("x"))["text/plain"]));

    [Fact]
    public void Names_that_are_no_tags_are_refused() => Assert.Throws<ArgumentException>(() => new PocketView("a b"));

    private static string Text(object element) => element.ToString()!;
}

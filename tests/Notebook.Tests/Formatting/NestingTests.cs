using System.Data;
using Microsoft.DotNet.Interactive.Formatting;
using Notebook.Formatting;

namespace Notebook.Tests.Formatting;

/// <summary>Objects within objects, and what can go wrong with them.</summary>
public sealed class NestingTests : IDisposable
{
    public void Dispose() => Formatter.ResetToDefault();

    [Fact]
    public void Nested_objects_are_folded() =>
        Assert.Equal(
            "<table><tbody><tr><th>Name</th><td>a &lt; b</td></tr><tr><th>Next</th><td><details><summary><code>Node { Name = &quot;c&quot;, Next = null }</code></summary>"
            + "<table><tbody><tr><th>Name</th><td>c</td></tr><tr><th>Next</th><td>null</td></tr></tbody></table></details></td></tr></tbody></table>",
            Html(new Node("a < b") { Next = new Node("c") }));

    [Fact]
    public void Cycles_end()
    {
        var node = new Node("a");
        node.Next = node;
        Assert.Equal("<table><tbody><tr><th>Name</th><td>a</td></tr><tr><th>Next</th><td><i>Node, as above</i></td></tr></tbody></table>", Html(node));
        Assert.Equal("Node { Name = \"a\", Next = Node … }", node.ToDisplayString());
    }

    [Fact]
    public void Recursion_limit_holds()
    {
        Formatter.RecursionLimit = 2;
        var chain = new Node("1") { Next = new Node("2") { Next = new Node("3") { Next = new Node("4") } } };
        Assert.Equal(1, Count(Html(chain), "<details>"));
        Assert.Throws<ArgumentOutOfRangeException>(() => Formatter.RecursionLimit = 0);
    }

    [Fact]
    public void Graphs_with_many_paths_stay_small()
    {
        Person[] people = [.. Enumerable.Range(0, 12).Select(n => new Person($"p{n}"))];
        foreach (var person in people)
            person.Friends.AddRange(people.Where(other => other != person));
        Assert.InRange(Html(people).Length, 1, 100_000);
        Assert.InRange(people.ToDisplayString().Length, 1, 20_000);
    }

    [Fact]
    public void Lazy_sequences_are_computed_once_and_only_as_far_as_shown()
    {
        var computed = 0;
        var bundle = Bundle.Of(Enumerable.Range(0, int.MaxValue).Select(n => { computed++; return new { Number = n }; }));
        Assert.Equal(21, computed);
        Assert.EndsWith("<td>19</td></tr></tbody></table><p>…</p>", bundle["text/html"], StringComparison.Ordinal);
        Assert.EndsWith("{ Number = 19 }, … ]", bundle["text/plain"], StringComparison.Ordinal);
    }

    [Fact]
    public void Properties_that_throw_show_what_they_threw() =>
        Assert.Contains("<td><details><summary><code>InvalidOperationException: no &lt;value&gt;</code></summary>", Html(new Failing()), StringComparison.Ordinal);

    [Fact]
    public void Exceptions_open_to_their_traceback()
    {
        var html = Html(new FormatException("<b>"));
        Assert.StartsWith("<details><summary><code>FormatException: &lt;b&gt;</code></summary><pre>System.FormatException: &lt;b&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Mixed_sequences_have_an_index() =>
        Assert.Equal("<table><thead><tr><th>index</th><th>value</th></tr></thead><tbody><tr><td>0</td><td>1</td></tr><tr><td>1</td><td><details><summary><code>{ &quot;a&quot;: 1 }</code></summary>"
            + "<table><thead><tr><th>Key</th><th>Value</th></tr></thead><tbody><tr><td>a</td><td>1</td></tr></tbody></table></details></td></tr></tbody></table>",
            Html(new object[] { 1, new Dictionary<string, int> { ["a"] = 1 } }));

    [Fact]
    public void Elements_with_a_formatter_of_their_own_are_shown_by_it()
    {
        Formatter.Register<Person>(person => person.Name, "text/plain");
        Assert.Equal("<table><thead><tr><th>index</th><th>value</th></tr></thead><tbody><tr><td>0</td><td>Ada</td></tr></tbody></table>", Html(new[] { new Person("Ada") }));
        Formatter.Register<Person>(person => $"<b>{person.Name}</b>", "text/html");
        Assert.Contains("<td><b>Ada</b></td>", Html(new[] { new Person("Ada") }), StringComparison.Ordinal);
    }

    [Fact]
    public void Data_tables_are_tables()
    {
        using var table = new DataTable();
        table.Columns.Add("A<");
        table.Columns.Add("B", typeof(int));
        for (var row = 0; row < 22; row++)
            table.Rows.Add("x", row);
        var html = Html(table);
        Assert.StartsWith("<table><thead><tr><th>A&lt;</th><th>B</th></tr></thead><tbody><tr><td>x</td><td>0</td></tr>", html, StringComparison.Ordinal);
        Assert.EndsWith("<p>… (2 more)</p>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_are_counted_and_shown_in_hexadecimal()
    {
        Assert.Equal("byte[3] { 00 7f ff }", new byte[] { 0, 127, 255 }.ToDisplayString());
        Assert.EndsWith(" 00 … }", new byte[1000].ToDisplayString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Preferred_types_are_the_only_ones_shown()
    {
        Formatter.SetPreferredMimeTypesFor(typeof(Node), "application/json", "text/plain");
        Assert.Equal(["application/json", "text/plain"], Bundle.Of(new Node("a")).Keys);
        Assert.Equal(["application/json", "text/plain"], Formatter.GetPreferredMimeTypesFor(typeof(Node)));
        Formatter.SetPreferredMimeTypesFor(typeof(Node));
        Assert.Equal(["text/html", "text/plain"], Bundle.Of(new Node("a")).Keys);
        Formatter.DefaultMimeType = "text/plain";
        Assert.Equal(["text/plain"], Bundle.Of(new Node("a")).Keys);
    }

    private static string Html(object value) => Bundle.Of(value)["text/html"];

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    internal sealed class Node(string name)
    {
        public string Name { get; } = name;

        public Node? Next { get; set; }
    }

    internal sealed record Person(string Name)
    {
        public List<Person> Friends { get; } = [];
    }

    internal sealed class Failing
    {
#pragma warning disable CA1822, CA1065 // A property that throws is the point.
        public int Value => throw new InvalidOperationException("no <value>");
#pragma warning restore CA1822, CA1065
    }
}

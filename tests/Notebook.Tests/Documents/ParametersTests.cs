using System.Text.Json.Nodes;
using Notebook.Documents;

namespace Notebook.Tests.Documents;

public class ParametersTests
{
    [Theory]
    [InlineData("3", "var x = 3;")]
    [InlineData("-0.5", "var x = -0.5;")]
    [InlineData("1e-3", "var x = 1e-3;")]
    [InlineData("2f", "var x = 2f;")]
    [InlineData("true", "var x = true;")]
    [InlineData("null", "object? x = null;")]
    [InlineData("\"three\"", "var x = \"three\";")]
    [InlineData("[1, 2, 3]", "var x = new[] { 1, 2, 3 };")]
    [InlineData("plain text", "var x = \"plain text\";")]
    [InlineData("C:\\x \"y\"", "var x = \"C:\\\\x \\\"y\\\"\";")]
    [InlineData("1.2.3", "var x = \"1.2.3\";")]
    [InlineData("Console.WriteLine()", "var x = \"Console.WriteLine()\";")]
    [InlineData("", "var x = \"\";")]
    public void Values_become_literals(string value, string declaration) => Assert.Equal(declaration, Injected("", value));

    [Theory]
    [InlineData("double x = 1;", "3", "double x = 3;")]
    [InlineData("var x = 0.5;", "3", "double x = 3;")]
    [InlineData("var x = \"a\";", "3", "string x = \"3\";")]
    [InlineData("int[] x = [1];", "[4, 5]", "int[] x = [4, 5];")]
    [InlineData("var x = 1;", "3", "var x = 3;")]
    public void A_declared_type_is_kept(string parameters, string value, string declaration) => Assert.Equal(declaration, Injected(parameters, value));

    [Fact]
    public void The_cell_goes_after_the_tagged_one_and_replaces_an_earlier_one()
    {
        var notebook = Notebook(("one", ""), ("var x = 1;", "parameters"), ("x", ""));
        Parameters.Inject(notebook, [("x", "2")]);
        var unknown = Parameters.Inject(notebook, [("x", "3"), ("y", "4")]);

        Assert.Equal(["one", "var x = 1;", "var x = 3;\nvar y = 4;", "x"], notebook["cells"]!.AsArray().Select(cell => NotebookFile.Text(cell!["source"])));
        Assert.Equal(["y"], unknown);
    }

    [Fact]
    public void Without_a_tagged_cell_it_goes_before_the_first_code()
    {
        var notebook = Notebook(("x", ""));
        notebook["cells"]!.AsArray().Insert(0, new JsonObject { ["cell_type"] = "markdown", ["source"] = "# T" });
        Assert.Empty(Parameters.Inject(notebook, [("x", "2")]));

        Assert.Equal(["# T", "var x = 2;", "x"], notebook["cells"]!.AsArray().Select(cell => NotebookFile.Text(cell!["source"])));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("1x=2")]
    [InlineData("class=2")]
    [InlineData("=2")]
    public void Names_that_CSharp_does_not_take_are_refused(string setting) => Assert.Throws<CannotStartException>(() => Parameters.Parse(setting));

    private static string Injected(string parameters, string value)
    {
        var notebook = Notebook((parameters, "parameters"));
        Parameters.Inject(notebook, [("x", value)]);
        return NotebookFile.Text(notebook["cells"]![1]!["source"]);
    }

    private static JsonObject Notebook(params (string Source, string Tag)[] cells) => new()
    {
        ["cells"] = new JsonArray([.. cells.Select(cell => (JsonNode)new JsonObject
        {
            ["cell_type"] = "code", ["source"] = cell.Source, ["metadata"] = new JsonObject { ["tags"] = new JsonArray(cell.Tag) },
        })]),
    };
}

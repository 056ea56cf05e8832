using Notebook.Assistance;
using Notebook.Execution;

namespace Notebook.Tests.Assistance;

public sealed class InspectionTests
{
    private readonly CellRunner _runner = new();

    [Fact]
    public void Method_is_explained_with_its_documentation()
    {
        var lines = At("Math.Sq|rt(4.0)").Split('\n');
        Assert.Equal("double Math.Sqrt(double d)", lines[0]);
        Assert.Contains("square root", lines[1], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.StartsWith("d: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Overloads_are_counted() => Assert.Matches(@"^.*Math\.Max\(.*\)  \(\+ \d+ overloads\)", At("Math.Max(|").Split('\n')[0]);

    [Fact]
    public void In_its_brackets_a_call_and_the_argument_are_explained()
    {
        var lines = At("Math.Round(3.5, |").Split('\n');
        Assert.Matches(@"Math\.Round\(\w+ \w+, .*\)  \(\+ 7 overloads\)", lines[0]);
        Assert.StartsWith("argument 2: ", lines[1], StringComparison.Ordinal);
        Assert.Equal(7, lines.Count(line => line.StartsWith("or ", StringComparison.Ordinal)));
        Assert.StartsWith("StringBuilder.StringBuilder(", At("new StringBuilder(|)"), StringComparison.Ordinal);
    }

    [Fact]
    public void Explanation_comes_as_html_and_markdown()
    {
        var bundle = Inspection.At(_runner.Session, "List<int>.Enumerator", 3)!.Bundle();
        Assert.Contains("<pre><b>class System.Collections.Generic.List&lt;int&gt;</b>", bundle["text/html"], StringComparison.Ordinal);
        Assert.StartsWith("```csharp\nclass System.Collections.Generic.List<int>\n```", bundle["text/markdown"], StringComparison.Ordinal);
        Assert.Contains("**throws OverflowException**: ", Inspection.At(_runner.Session, "Math.Abs(1)", 7)!.Bundle()["text/markdown"], StringComparison.Ordinal);
    }

    [Fact]
    public void Function_of_a_cell_is_explained()
    {
        _runner.Run("int Half(int number) => number / 2;", "cell 2");
        Assert.Equal("int Half(int number)\nargument 1: int number", At("Half(|"));
    }

    [Fact]
    public void Variable_of_an_earlier_cell_is_explained()
    {
        _runner.Run("var speeds = new List<double>();", "cell 1");
        Assert.Equal("List<double> speeds", At("speeds|"));
    }

    [Fact]
    public void Type_is_explained() => Assert.StartsWith("class System.Text.StringBuilder\nRepresents a mutable", At("new StringBuild|er()"), StringComparison.Ordinal);

    [Theory]
    [InlineData("1 + |1")]
    [InlineData("|")]
    [InlineData("unknown|")]
    public void Nothing_is_said_about_nothing(string code) => Assert.Equal("", At(code));

    private string At(string code)
    {
        var cursor = code.IndexOf('|', StringComparison.Ordinal);
        return Inspection.At(_runner.Session, code.Remove(cursor, 1), cursor)?.Plain() ?? "";
    }
}

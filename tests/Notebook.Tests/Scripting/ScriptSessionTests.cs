using Notebook.Execution;
using Notebook.Scripting;

namespace Notebook.Tests.Scripting;

public sealed class ScriptSessionTests
{
    private readonly CellRunner _runner = new();
    private int _count;

    [Fact]
    public void Variables_methods_and_types_stay() =>
        Assert.Equal("25", RunAll("int Square(int n) => n * n;", "record Box(int Side) { public int Area => Side * Side; }", "var box = new Box(3);", "box.Area + Square(4)"));

    [Fact]
    public void Variables_can_be_declared_again() => Assert.Equal("text", RunAll("var x = 1;", "var x = \"text\";", "x"));

    [Fact]
    public void Methods_can_be_declared_again() => Assert.Equal("2", RunAll("int F() => 1;", "int F() => 2;", "F()"));

    [Fact]
    public void Usings_stay_even_when_alone() => Assert.Equal("3", RunAll("using System.Text.RegularExpressions;", "Regex.Matches(\"aaa\", \"a\").Count"));

    [Fact]
    public void Statement_gives_no_result()
    {
        Assert.Null(RunAll("var x = 1;"));
        Assert.Null(RunAll("Console.Out.Flush()"));
        Assert.Null(RunAll("// nothing"));
        Assert.Equal("null", RunAll("(string)null"));
    }

    [Fact]
    public void What_was_assigned_before_a_failure_stays()
    {
        Assert.Throws<InvalidOperationException>(() => RunAll("var kept = 5;\nthrow new InvalidOperationException();"));
        Assert.Equal("5", RunAll("kept"));
    }

    [Fact]
    public void Cell_that_does_not_compile_leaves_nothing()
    {
        Assert.Throws<CellException>(() => RunAll("var lost = 5;\nlost = missing;"));
        Assert.Throws<CellException>(() => RunAll("lost"));
        Assert.Equal("2", RunAll("1 + 1"));
    }

    [Fact]
    public void Newest_language_works() =>
        Assert.Equal("4", RunAll("class Named { public string Name { get; set => field = value.Trim(); } }", "new Named { Name = \" four \" }.Name.Length"));

    [Fact]
    public void Compile_errors_give_place_line_and_caret()
    {
        var error = Assert.Throws<CellException>(() => RunAll("int a = 1;\n\tint b = \"x\";"));
        Assert.StartsWith("cell 1(2,10): error CS0029", error.Message, StringComparison.Ordinal);
        Assert.Equal([error.Message, "    2 | \tint b = \"x\";", "      | \t        ^^^"], error.Details);
    }

    [Fact]
    public void Traceback_leaves_the_machinery_out()
    {
        var error = Assert.Throws<FormatException>(() => RunAll("async Task Fail()\n{\n    await Task.Yield();\n    int.Parse(\"x\");\n}", "await Fail();"));
        var lines = new Traceback(_runner.Session).Of(error);
        Assert.Equal("System.FormatException: The input string 'x' was not in a correct format.", lines[0]);
        Assert.Contains("   at Fail() in cell 1, line 4", lines);
        Assert.Equal("   at cell 2, line 1", lines[^4]);
        Assert.Equal(["", "cell 1, line 4:", "    4 |     int.Parse(\"x\");"], lines.TakeLast(3));
        Assert.DoesNotContain(lines, line => line.Contains("Notebook.", StringComparison.Ordinal) || line.Contains("MoveNext", StringComparison.Ordinal));
    }

    [Fact]
    public void Inner_exceptions_are_shown()
    {
        var error = Assert.Throws<InvalidOperationException>(() => RunAll("try { throw new FormatException(\"inner\"); }\ncatch (Exception e) { throw new InvalidOperationException(\"outer\", e); }"));
        var lines = new Traceback(_runner.Session).Of(error);
        Assert.Equal(["System.InvalidOperationException: outer", " ---> System.FormatException: inner"], lines.Take(2));
    }

    private string? RunAll(params IEnumerable<string> cells)
    {
        CellResult? last = null;
        foreach (var cell in cells)
            last = _runner.Run(cell, $"cell {++_count}");
        return last!.Result?["text/plain"];
    }
}

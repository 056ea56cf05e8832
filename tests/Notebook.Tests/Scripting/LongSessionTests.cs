using Notebook.Execution;
using Notebook.Scripting;

namespace Notebook.Tests.Scripting;

/// <summary>Nothing runs beside what measures memory.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

/// <summary>What a session keeps of its cells, and that leaving the rest out changes no meaning.</summary>
[Collection(nameof(Alone))]
public sealed class LongSessionTests
{
    private readonly CellRunner _runner = new();
    private int _count;

    [Fact]
    public void Hundreds_of_cells_take_little_memory()
    {
        Repeat(50);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        Repeat(150);
        Assert.InRange((GC.GetTotalMemory(forceFullCollection: true) - before) / 150, -1 << 20, 120_000); // repeating imports took 600,000 a cell
        Assert.Equal("200", Run("x1.Length + F200()"));
    }

    [Fact]
    public void Imports_said_again_mean_the_same()
    {
        Run("using System.Timers;");
        Assert.Equal("System.Timers.Timer", Run("using System.Timers;\ntypeof(Timer).FullName"));
        var error = Assert.Throws<CellException>(() => Run("using System.Timers; using System.Threading;\nTimer t;"));
        Assert.StartsWith("cell 3(2,1): error CS0104", error.Message, StringComparison.Ordinal);
        Assert.Equal("5", Run("using System.Timers;\nusing static System.Math;\nusing L = System.Collections.Generic.List<int>;\nnew L { 5 }[0]"));
        Assert.Equal("3", Run("using L = System.Collections.Generic.List<string>;\nusing static System.Math;\nnew L { \"abc\" }[0].Length"));
    }

    [Fact]
    public void Variables_that_expressions_declare_stay()
    {
        Run("int.TryParse(\"3\", out var parsed)");
        Run("var (left, right) = (1, 2);");
        Run("if ((object)\"x\" is string text) { }");
        Assert.Equal("6x", Run("$\"{parsed + left + right}{text}\""));
    }

    [Fact]
    public void Functions_share_their_variables_with_later_cells()
    {
        Run("int count = 0;\nAction more = () => count++;\nint Peek() => count;");
        for (var i = 0; i < 10; i++)
            Run($"{i} + 1"); // nothing to keep
        Run("more();");
        Run("count += 10;");
        Assert.Equal("11 11", Run("$\"{count} {Peek()}\""));
        Run("void Double(ref int n) => n *= 2;");
        Run("Double(ref count);");
        Assert.Equal("22", Run("Peek()"));
    }

    [Fact]
    public void A_variable_declared_again_leaves_the_old_one_to_its_functions()
    {
        Run("int n = 1;\nint Old() => n;");
        Run("string n = \"new\";");
        Assert.Equal("1new", Run("Old() + n"));
    }

    [Fact]
    public void A_variable_declared_again_lets_go_of_its_value_unless_a_function_uses_it()
    {
        Run("static WeakReference Watched(object value) => new(value);");
        Run("var lost = new object();\nvar pair = (1, new object());\nvar used = new object();\nvar first = Watched(lost);\nvar second = Watched(pair.Item2);\nvar third = Watched(used);");
        Run("Func<object> later = () => used;");
        Run("int lost = 1, pair = 2, used = 3;");
        Assert.Equal("False False True True", Run("GC.Collect();\n$\"{first.IsAlive} {second.IsAlive} {third.IsAlive} {later() == third.Target}\""));
        Assert.Equal("1 2 3", Run("$\"{lost} {pair} {used}\""));
    }

    [Fact]
    public void A_type_declared_again_is_another_type()
    {
        Run("record Point(int X);\nvar first = new Point(1);");
        Run("record Point(int X, int Y);");
        Assert.Equal("False 1 2", Run("$\"{(object)first is Point} {first.X} {new Point(1, 2).Y}\""));
    }

    [Fact]
    public void Extension_methods_static_state_and_anonymous_types_stay()
    {
        Run("static int Twice(this int n) => 2 * n;\nclass Counter { public static int Made; public Counter() => Made++; }");
        Run("var a = new { Name = \"a\" };");
        Run("using System.Timers;"); // nothing to run
        Run("new Counter();\n1 + 1");
        Assert.Equal("2", Run("new Counter();\nCounter.Made"));
        Assert.Equal("b 6", Run("a = new { Name = \"b\" };\n$\"{a.Name} {3.Twice()}\""));
        Run("var c = new { Size = 1.5, a.Name };");
        Assert.Equal("1.5b True", Run("$\"{c.Size}{c.Name} {a.GetType() == new { Name = \"\" }.GetType()}\""));
    }

    [Fact]
    public void Cells_that_await_or_fail_midway_keep_what_they_had()
    {
        Run("var before = 1;\nawait Task.Delay(1);\nvar after = await Task.FromResult(2);");
        Assert.Throws<InvalidOperationException>(() => Run("after = 7;\nvar reached = 3;\nif (reached == 3) throw new InvalidOperationException();\nvar missed = 4;"));
        Assert.Equal("1 7 3 0", Run("$\"{before} {after} {reached} {missed}\""));
        Run("after = await Task.FromResult(8);");
        Assert.Equal("8", Run("after"));
    }

    private void Repeat(int cells)
    {
        for (var i = 0; i < cells; i++)
            Run($"using System.Text.RegularExpressions;\nusing System.Globalization;\nvar x{_count} = new int[0];\nint F{_count + 1}() => {_count + 1};\nF{_count + 1}() + x{_count}.Length");
    }

    private string? Run(string code) => _runner.Run(code, $"cell {++_count}").Result?["text/plain"];
}

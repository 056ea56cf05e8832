using Microsoft.CodeAnalysis.CSharp;
using Notebook.Execution;
using Notebook.Scripting;

namespace Notebook.Tests.Scripting;

public sealed class CheckpointsTests
{
    private const string Pass = "global::Notebook.Checkpoint.Pass";

    private readonly CellRunner _runner = new();

    [Theory]
    [InlineData("while (a) b();", "while (a) {!b();}")]
    [InlineData("while (a) { b(); }", "while (a) {! b(); }")]
    [InlineData("for (;;) foreach (var x in y) b();", "for (;;) {!foreach (var x in y) {!b();}}")]
    [InlineData("do b(); while (a);", "do {!b();} while (a);")]
    [InlineData("foreach (var (x, y) in z) { }", "foreach (var (x, y) in z) {! }")]
    [InlineData("while (a)\n    b(); // end\nc();", "while (a)\n    {!b();} // end\nc();")]
    [InlineData("void F() { }", "void F() {# }")]
    [InlineData("int F() => 1;", "int F() {#return  1;}")]
    [InlineData("void F() => G();", "void F() {# G();}")]
    [InlineData("async Task F() => await G();", "async Task F() {# await G();}")]
    [InlineData("async Task<int> F() => await G();", "async Task<int> F() {#return  await G();}")]
    [InlineData("int F() => throw new E();", "int F() {# throw new E();}")]
    [InlineData("int P => 1;", "int P {get{#return  1;}}")]
    [InlineData("class C { int P { get => 1; set => x = value; } C() { } }", "class C { int P { get {#return  1;} set {# x = value;} } C() {# } }")]
    [InlineData("var f = () => { return 1; };", "var f = () => {# return 1; };")]
    [InlineData("var f = n => n + 1;", "var f = n => @(n + 1);")]
    [InlineData("var f = n => g(n, 2);", "var f = n => g(@(n), 2);")]
    [InlineData("var q = from n in ns where n > 3 select n * n;", "var q = from n in ns where @(n > 3) select @(n * n);")]
    public void Loops_and_functions_get_a_checkpoint(string code, string expected) =>
        Assert.Equal(
            expected.Replace("!", Pass + "();", StringComparison.Ordinal).Replace("#", "global::Notebook.Checkpoint.Enter();", StringComparison.Ordinal)
                .Replace("@", Pass, StringComparison.Ordinal),
            Insert(code));

    [Theory]
    [InlineData("var x = 1;\nx + 1")]
    [InlineData("class C { public int P { get; set; } }")]
    [InlineData("var f = () => g();")]
    [InlineData("var f = () => null;")]
    [InlineData("var f = n => nameof(n);")]
    [InlineData("abstract class C { public abstract int F(); }")]
    public void Other_code_stays_as_it_is(string code) => Assert.Null(Insert(code));

    [Fact]
    public void Expression_trees_stay_as_they_are() =>
        Assert.Equal("n => (n + 1)", Text("using System.Linq.Expressions;\nExpression<Func<int, int>> e = n => n + 1;\ne.ToString()"));

    [Theory]
    [InlineData("Func<int, long> f = n => n;\nf(2)", "2")]
    [InlineData("Func<int, byte> f = n => 1 + 1;\nf(2)", "2")]
    [InlineData("Func<Func<int, int>> f = () => Square;\nint Square(int n) => n * n;\nf()(2)", "4")]
    [InlineData("var sum = 0;\nnew[] { 1, 2 }.ToList().ForEach(n => sum += n);\nsum", "3")]
    [InlineData("int[] data = [1, 2];\nref int At(int i) => ref data[i];\nAt(1) = 7;\ndata[1]", "7")]
    [InlineData("Func<string, int> f = s => s.AsSpan().Length;\nf(\"abc\")", "3")]
    [InlineData("(from n in new[] { 1, 2, 3 } where n > 1 orderby -n select (n, n * n)).First().Item2", "9")]
    public void Functions_do_what_they_did(string code, string result) => Assert.Equal(result, Text(code));

    [Theory]
    [InlineData("int Deep(int n) => Deep(n + 1) + 1;\nDeep(0)")]
    [InlineData("class Loop { public int Depth => Depth + 1; }\nnew Loop().Depth")]
    [InlineData("void Deep() { Deep(); }\nDeep();")]
    [InlineData("Func<int, int> deep = null;\ndeep = n => deep(n + 1);\ndeep(0)")]
    public void Endless_recursion_is_an_exception(string code)
    {
        var error = Assert.Throws<InsufficientExecutionStackException>(() => Text(code));
        Assert.StartsWith("Stack overflow: ", error.Message, StringComparison.Ordinal);
        Assert.InRange(new Traceback(_runner.Session).Of(error).Count, 3, 60);
        Assert.Equal("2", Text("1 + 1"));
    }

    [Fact]
    public void Errors_are_reported_from_the_source_as_typed()
    {
        var error = Assert.Throws<CellException>(() => new CellRunner().Run("for (var i = 0; i < 3; i++) missing();", "cell 1"));
        Assert.StartsWith("cell 1(1,29): error CS0103", error.Message, StringComparison.Ordinal);
        Assert.Equal("    1 | for (var i = 0; i < 3; i++) missing();", error.Details[1]);
    }

    [Fact]
    public void Loops_do_what_they_did() =>
        Assert.Equal("[ 0, 1, 4 ]", new CellRunner().Run("var squares = new List<int>();\nfor (var i = 0; i < 3; i++)\n    if (i >= 0) squares.Add(i * i); else break;\nsquares", "cell 1").Result!["text/plain"]);

    private string? Text(string code) => _runner.Run(code, "cell").Result?["text/plain"];

    private static string? Insert(string code) =>
        Checkpoints.Insert(CSharpSyntaxTree.ParseText(code, CellCompiler.ParseOptions), CheckpointLevel.Expressions);
}

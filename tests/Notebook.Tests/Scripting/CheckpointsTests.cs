using Microsoft.CodeAnalysis.CSharp;
using Notebook.Execution;
using Notebook.Scripting;

namespace Notebook.Tests.Scripting;

public sealed class CheckpointsTests
{
    [Theory]
    [InlineData("while (a) b();", "while (a) {!b();}")]
    [InlineData("while (a) { b(); }", "while (a) {! b(); }")]
    [InlineData("for (;;) foreach (var x in y) b();", "for (;;) {!foreach (var x in y) {!b();}}")]
    [InlineData("do b(); while (a);", "do {!b();} while (a);")]
    [InlineData("foreach (var (x, y) in z) { }", "foreach (var (x, y) in z) {! }")]
    [InlineData("void F() { }", "void F() {! }")]
    [InlineData("var f = () => { return 1; };", "var f = () => {! return 1; };")]
    [InlineData("while (a)\n    b(); // end\nc();", "while (a)\n    {!b();} // end\nc();")]
    public void Loops_and_bodies_get_a_checkpoint(string code, string expected) =>
        Assert.Equal(expected.Replace("!", "global::Notebook.Checkpoint.Pass();", StringComparison.Ordinal), Insert(code));

    [Theory]
    [InlineData("var x = 1;\nx + 1")]
    [InlineData("int F() => 1;")]
    [InlineData("class C { public int P { get; set; } }")]
    public void Other_code_stays_as_it_is(string code) => Assert.Null(Insert(code));

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

    private static string? Insert(string code) => Checkpoints.Insert(CSharpSyntaxTree.ParseText(code, CellCompiler.ParseOptions));
}

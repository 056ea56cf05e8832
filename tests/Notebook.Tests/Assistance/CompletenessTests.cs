using Notebook.Assistance;

namespace Notebook.Tests.Assistance;

public sealed class CompletenessTests
{
    [Theory]
    [InlineData("1 + 1", "complete", "")]
    [InlineData("var x = 3;", "complete", "")]
    [InlineData("", "complete", "")]
    [InlineData("#r \"nuget: Some.Package\"", "complete", "")]
    [InlineData("#!time\n1 + 1", "complete", "")]
    [InlineData("#!html\n<b>{ not C#", "complete", "")]
    [InlineData("#!time\nif (true) {", "incomplete", "    ")]
    [InlineData("class A\n{\n    void F()\n    {", "incomplete", "        ")]
    [InlineData("Math.Max(1,", "incomplete", "    ")]
    [InlineData("var s = \"\"\"\nabc", "incomplete", "")]
    [InlineData("int = 3;", "invalid", "")]
    [InlineData("}", "invalid", "")]
    public void Completeness_and_indent_are_known(string code, string status, string indent) => Assert.Equal((status, indent), Completeness.Of(code));
}

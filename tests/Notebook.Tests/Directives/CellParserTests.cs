using Notebook.Directives;
using Notebook.Scripting;

namespace Notebook.Tests.Directives;

public sealed class CellParserTests
{
    [Fact]
    public void Cell_without_commands_is_one_part() =>
        Assert.Equal([new CellPart(PartKind.Code, "1 + 1")], CellParser.Parse("1 + 1", "cell 1").Parts);

    [Fact]
    public void Parts_keep_the_line_numbers_of_their_code()
    {
        var cell = CellParser.Parse("var a = 1;\n#!html\n<b>x</b>\n#!csharp\na", "cell 1");
        Assert.Equal(
            [new CellPart(PartKind.Code, "var a = 1;"), new CellPart(PartKind.Html, "<b>x</b>"), new CellPart(PartKind.Code, "\n\n\n\na")],
            cell.Parts);
    }

    [Fact]
    public void Time_is_asked_for_the_whole_cell()
    {
        var cell = CellParser.Parse("#!time\n1", "cell 1");
        Assert.True(cell.IsTimed);
        Assert.Equal([new CellPart(PartKind.Code, "\n1")], cell.Parts);
    }

    [Fact]
    public void Other_languages_are_refused()
    {
        var error = Assert.Throws<CellException>(() => CellParser.Parse("\n#!fsharp\nlet x = 1", "cell 4"));
        Assert.StartsWith("cell 4(2,1): this kernel runs C# only and does not know #!fsharp", error.Message, StringComparison.Ordinal);
        Assert.Equal(["    2 | #!fsharp", "      | ^^^^^^^^"], error.Details);
    }
}

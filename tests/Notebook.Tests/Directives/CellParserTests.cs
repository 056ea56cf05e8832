using Notebook.Directives;
using Notebook.Scripting;

namespace Notebook.Tests.Directives;

public sealed class CellParserTests
{
    [Fact]
    public void Cell_without_commands_is_one_part() =>
        Assert.Equal([new CodePart("1 + 1")], CellParser.Parse("1 + 1", "cell 1").Parts);

    [Fact]
    public void Parts_keep_the_line_numbers_of_their_code()
    {
        var parts = CellParser.Parse("var a = 1;\n#!html\n<b>x</b>\n#!csharp\na", "cell 1").Parts;
        Assert.Equal(new CodePart("var a = 1;"), parts[0]);
        Assert.Equal(("#!html", "<b>x</b>", 2), Seen(parts[1]));
        Assert.Equal(new CodePart("\n\n\n\na"), parts[2]);
    }

    [Fact]
    public void Time_is_asked_for_the_whole_cell()
    {
        var cell = CellParser.Parse("#!time\n1", "cell 1");
        Assert.True(cell.IsTimed);
        Assert.Equal([new CodePart("\n1")], cell.Parts);
    }

    [Fact]
    public void Lines_of_a_language_go_up_to_the_next_language()
    {
        var parts = CellParser.Parse("#!markdown\n# Head\n#r \"nuget: Text\"\n#!js\nalert(1)\n#!c#\n2", "cell 1").Parts;
        Assert.Equal(("#!markdown", "# Head\n#r \"nuget: Text\"", 1), Seen(parts[0]));
        Assert.Equal(("#!javascript", "alert(1)", 4), Seen(parts[1]));
        Assert.Equal(3, parts.Count);
    }

    [Fact]
    public void Packages_come_before_the_code_in_one_step_and_sources_before_them()
    {
        var parts = CellParser.Parse("using System;\n#r \"nuget: A, 1.0\"\n  #R \"NUGET:B\" // why\n#i \"nuget:/feed\"\n1", "cell 1").Parts;
        Assert.Equal(["#i", "#r"], parts.Take(2).Select(part => ((MagicPart)part).Magic.Name));
        Assert.Equal([2, 3], ((MagicPart)parts[1]).Others.Prepend(((MagicPart)parts[1]).Line).Select(line => line.Number));
        Assert.Equal(new CodePart("using System;\n\n\n\n1"), parts[2]);
    }

    [Theory]
    [InlineData("javascript", "#!javascript")]
    [InlineData("html", "#!html")]
    [InlineData("mermaid", "#!mermaid")]
    public void Language_of_the_metadata_starts_the_cell(string language, string magic) =>
        Assert.Equal((magic, "x", 1), Seen(CellParser.Parse("x", "cell 1", language).Parts.Single()));

    [Fact]
    public void Other_languages_are_refused()
    {
        var error = Assert.Throws<CellException>(() => CellParser.Parse("\n#!fsharp\nlet x = 1", "cell 4"));
        Assert.StartsWith("cell 4(2,1): this kernel runs C# only and does not know #!fsharp", error.Message, StringComparison.Ordinal);
        Assert.Equal(["    2 | #!fsharp", "      | ^^^^^^^^"], error.Details.Skip(1));
        Assert.Contains("C# only and does not know #!pwsh", Assert.Throws<CellException>(() => CellParser.Parse("ls", "cell 1", "pwsh")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#!javascrpt", "Did you mean #!javascript?")]
    [InlineData("#!htlm", "Did you mean #!html?")]
    [InlineData("#!xyzzy", "#!lsmagic lists those that there are.")]
    public void Misspelt_commands_get_a_suggestion(string line, string advice) =>
        Assert.EndsWith($"there is no command {line}. {advice}", Assert.Throws<CellException>(() => CellParser.Parse(line, "cell 1")).Message, StringComparison.Ordinal);

    private static (string, string, int) Seen(CellPart part) => part is MagicPart magic ? (magic.Magic.Name, magic.Body, magic.Line.Number) : default;
}

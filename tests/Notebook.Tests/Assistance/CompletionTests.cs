using Notebook.Assistance;
using Notebook.Execution;

namespace Notebook.Tests.Assistance;

public sealed class CompletionTests
{
    private readonly CellRunner _runner = new();

    [Theory]
    [InlineData("Math.Sqr|", "Sqrt")]
    [InlineData("System.Tex|", "Text")]
    [InlineData("Console.WriteL|", "WriteLine")]
    [InlineData("\"text\".Sub|", "Substring")]
    [InlineData("new[] { 1 }.Whe|", "Where")]
    [InlineData("new[] { 1 }.Select(n => n.CompareT|", "CompareTo")]
    [InlineData("string s = null; s?.Len|", "Length")]
    [InlineData("DisplayedV|", "DisplayedValue")]
    [InlineData("#!ti|", "#!time")]
    [InlineData("int? maybe = 3; maybe?.CompareT|", "CompareTo")]
    [InlineData("string s = null; s?.Trim()?.Len|", "Length")]
    [InlineData("new UriBuilder { Hos|", "Host")]
    [InlineData("new UriBuilder { Port = 3, Hos| }", "Host")]
    [InlineData("record P(int Xyz); var q = new P(1) with { Xy|", "Xyz")]
    [InlineData("if (\"a\" is { Len| }) { }", "Length")]
    [InlineData("new StringBui|", "StringBuilder")]
    [InlineData("using System.Tex|", "Text")]
    [InlineData("[Obso|] void F() { }", "Obsolete")]
    [InlineData("string.Join(separ|", "separator:")]
    [InlineData("#loa|", "#load")]
    public void Unique_names_are_completed(string code, string match) => Assert.Equal([match], Matches(code));

    [Fact]
    public void Variables_of_earlier_cells_are_known()
    {
        _runner.Run("var measurement = new { Height = 3 };", "cell 1");
        Assert.Equal(["measurement"], Matches("measu|"));
        Assert.Equal(["Height"], Matches("measurement.H|"));
    }

    [Fact]
    public void Variables_of_the_same_cell_are_known() => Assert.Equal(["velocity"], Matches("var velocity = 3;\nvar twice = 2 * velo|"));

    [Theory]
    [InlineData("// Math.Sqr|")]
    [InlineData("var s = \"Math.Sqr|\";")]
    [InlineData("nothing.Sqr|")]
    public void Comments_texts_and_unknown_things_are_left_alone(string code) => Assert.Empty(Matches(code));

    [Theory]
    [InlineData("DayOfWeek day = Mon|", "DayOfWeek.Monday")]
    [InlineData("DateTime.Now.DayOfWeek == Day|", "DayOfWeek.Sunday")]
    [InlineData("\"a\".Equals(\"b\", Ord|", "StringComparison.OrdinalIgnoreCase")]
    [InlineData("\"a\".Equals(\"b\", compa|", "comparisonType:")]
    public void What_is_expected_is_offered(string code, string match) => Assert.Contains(match, Matches(code));

    [Fact]
    public void What_is_set_already_and_what_is_declared_later_is_not_offered()
    {
        Assert.Empty(Matches("new UriBuilder { Host = \"a\", Hos|"));
        Assert.DoesNotContain("later", Matches("void F() { lat|; int later = 1; }"));
        Assert.DoesNotContain("Console", Matches("using System.C|"));
        Assert.Contains("Console", Matches("using static System.C|"));
    }

    [Fact]
    public void Files_and_folders_are_completed()
    {
        var folder = Directory.CreateTempSubdirectory("notebook-completion-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "inner"));
            foreach (var name in (string[])["a.dll", "a.csx", "a.ipynb"])
                File.WriteAllText(Path.Combine(folder, name), "");
            Assert.Equal(["a.dll", "inner/"], Matches($"#r \"{folder}/|"));
            Assert.Equal(["a.csx"], Matches($"var x = 1;\n#load \"{folder}/a|"));
            Assert.Equal(["a.csx", "a.ipynb", "inner/"], Matches($"#!import {folder}/|"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Packages_and_their_versions_are_completed()
    {
        Assert.Contains("MathNet.Numerics", Matches("#r \"nuget: MathNet.Num|"));
        Assert.Contains("5.0.0", Matches("#r \"nuget: MathNet.Numerics, 5|"));
    }

    [Fact]
    public void Static_members_are_those_of_types_and_instance_members_those_of_values()
    {
        Assert.Contains("IsNullOrEmpty", Matches("string.|"));
        Assert.DoesNotContain("Length", Matches("string.|"));
        Assert.DoesNotContain("IsNullOrEmpty", Matches("\"\".|"));
    }

    [Fact]
    public void Place_is_that_of_the_word()
    {
        var completions = Completion.At(_runner.Session, "Math.Sqr(4)", 8);
        Assert.Equal((5, 8), (completions.Start, completions.End));
    }

    [Theory]
    [InlineData("a😀b", 0, 0)]
    [InlineData("a😀b", 2, 3)]
    [InlineData("a😀b", 3, 4)]
    [InlineData("a😀b", 9, 4)]
    public void Code_points_are_counted_as_Jupyter_does(string text, int codePoints, int index)
    {
        Assert.Equal(index, CodePoints.ToIndex(text, codePoints));
        Assert.Equal(Math.Min(codePoints, 3), CodePoints.FromIndex(text, index));
    }

    private IEnumerable<string> Matches(string code)
    {
        var cursor = code.IndexOf('|', StringComparison.Ordinal);
        return Completion.At(_runner.Session, code.Remove(cursor, 1), cursor).Matches.Select(match => match.Text);
    }
}

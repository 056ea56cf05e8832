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

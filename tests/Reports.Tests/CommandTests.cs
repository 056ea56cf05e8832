namespace Reports.Tests;

public class CommandTests(ExportedPages pages)
{
    [Fact]
    public void The_table_is_aligned_and_ends_with_the_index()
    {
        var lines = pages.Said.TrimEnd().Split('\n');

        Assert.Equal(1, pages.ExitCode);
        Assert.Equal(Path.Combine(pages.Shared, "index.html"), lines[^1]);
        var head = Array.FindIndex(lines, line => line.StartsWith("notebook", StringComparison.Ordinal));
        var column = lines[head].IndexOf("result", StringComparison.Ordinal);
        Assert.Equal(["ok", "failed", "ok"], lines[(head + 1)..(head + 4)].Select(line => line[column..].Split(' ')[0]));
        Assert.DoesNotContain('\u001b', pages.Said);
    }

    [Fact]
    public async Task A_missing_notebook_exits_with_two()
    {
        var (exit, _, errors) = await CommandLineProcess.Run("report", "nowhere.ipynb");

        Assert.Equal((2, "report: There is no notebook nowhere.ipynb."), (exit, errors.Trim()));
    }

    [Theory]
    [InlineData("report", "x.ipynb", "--jobs", "0")]
    [InlineData("report", "x.ipynb", "--scale", "huge")]
    [InlineData("slides")]
    [InlineData("run", "x.ipynb", "--timeout", "soon")]
    [InlineData("strip")]
    [InlineData("nonsense")]
    public async Task Wrong_options_are_refused(params string[] arguments)
    {
        var (exit, _, errors) = await CommandLineProcess.Run(arguments);

        Assert.Equal(2, exit);
        Assert.Contains("--help", errors);
        Assert.DoesNotContain("   at ", errors);
    }

    [Theory]
    [InlineData("run", "--set NAME=VALUE")]
    [InlineData("convert", "sample.dib")]
    [InlineData("strip", "git config")]
    [InlineData("slides", "Exit codes")]
    public async Task Help_shows_what_to_type(string command, string part)
    {
        var (exit, output, _) = await CommandLineProcess.Run(command, "--help");

        Assert.Equal(0, exit);
        Assert.Contains(part.Split(' ')[0], output);
        Assert.Contains("Examples:\n  dotnet notebook", output);
    }
}

using System.CommandLine;
using Notebook.Commands;

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
        using var errors = new StringWriter();
        var console = Console.Error;
        Console.SetError(errors);
        try
        {
            Assert.Equal(2, await ReportCommand.Create().Parse(["nowhere.ipynb"]).InvokeAsync(cancellationToken: TestContext.Current.CancellationToken));
        }
        finally
        {
            Console.SetError(console);
        }

        Assert.Equal("report: There is no notebook nowhere.ipynb.", errors.ToString().Trim());
    }

    [Theory]
    [InlineData("x.ipynb", "--jobs", "0")]
    [InlineData("x.ipynb", "--scale", "huge")]
    [InlineData]
    public void Wrong_options_are_refused(params string[] arguments) =>
        Assert.NotEmpty(ReportCommand.Create().Parse(arguments).Errors);
}

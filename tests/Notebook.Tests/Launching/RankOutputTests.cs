using System.Diagnostics;
using Notebook.Launching;

namespace Notebook.Tests.Launching;

public class RankOutputTests
{
    [Theory]
    [InlineData(false, "[ 1] hello\n")]
    [InlineData(true, "\u001b[33m[ 1]\u001b[0m hello\n")]
    public async Task Numbers_are_padded_and_coloured_on_terminals_only(bool terminal, string expected)
    {
        using StringWriter output = new() { NewLine = "\n" }, errors = new();
        using var process = Process.Start(new ProcessStartInfo("echo", ["hello"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        await new RankOutput(output, errors, (terminal, terminal), width: 2).Forward(1, process);
        Assert.Equal(expected, output.ToString());
        Assert.Equal("", errors.ToString());
    }
}

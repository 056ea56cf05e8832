namespace Notebook.Tests.Jupyter;

/// <summary>Beginning and end of a kernel, and messages that don't come from its client.</summary>
public sealed class LifetimeTests
{
    [Fact]
    public void Forged_and_repeated_messages_are_dropped_and_shutdown_leaves_no_process()
    {
        using var client = new JupyterClient();
        client.Execute("var runs = 0;");
        Assert.Equal("ok", (string?)client.Do("forge", new { code = "runs++;" })["status"]);
        Assert.Equal("1", client.Execute("runs").Result);
        var end = client.Do("shutdown", new { });
        Assert.True((bool)end["gone"]!);
        Assert.Equal(0, (int)end["code"]!);
        client.Close();
        Assert.Contains("Dropped a message on Shell: its signature is wrong.", client.Errors, StringComparison.Ordinal);
        Assert.Contains("Dropped a message on Shell: it was received before.", client.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Malformed_messages_are_dropped_and_the_kernel_goes_on()
    {
        using var client = new JupyterClient();
        client.Do("malformed", new { });
        Assert.Equal("2", client.Execute("1 + 1").Result);
        client.Do("shutdown", new { });
        client.Close();
        foreach (var channel in (string[])["Shell", "Control", "Stdin"])
        {
            foreach (var reason in (string[])["it is no Jupyter message", "its signature is wrong", "it can't be read: "])
                Assert.Contains($"Dropped a message on {channel}: {reason}", client.Errors, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Environment.Exit(3);", "KernelExit", "Environment.Exit(3)", 3)]
    [InlineData("Func<int> deep = null;\ndeep = () => deep();\ndeep()", "StackOverflow", "Stack overflow: ", 134)]
    public void Cell_that_ends_the_kernel_says_so(string code, string name, string message, int exitCode)
    {
        using var client = new JupyterClient();
        var ran = client.Execute(code);
        Assert.Equal((name, "error"), ((string?)ran.Reply["ename"], ran.Status));
        Assert.Contains(message, (string?)Assert.Single(ran.OfType("error"))["evalue"], StringComparison.Ordinal);
        Assert.Equal(exitCode, (int)client.Do("end", new { })["code"]!);
    }

    [Fact]
    public void Child_process_that_speaks_like_a_dying_runtime_is_only_heard()
    {
        using var client = new JupyterClient();
        var ran = client.Execute("""using (var child = System.Diagnostics.Process.Start("sh", ["-c", "echo Stack overflow. >&2; echo more >&2"])) child.WaitForExit();""");
        var heard = ran.Stream("stderr");
        for (var turn = 0; turn < 60 && !heard.EndsWith("more\n", StringComparison.Ordinal); turn++)
            heard += client.Execute("await Task.Delay(200);").Stream("stderr");
        Assert.Equal("Stack overflow.\nmore\n", heard);
    }
}

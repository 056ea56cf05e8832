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
}

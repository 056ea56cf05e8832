namespace Notebook.Tests.Launching;

/// <summary>Ranks that really exchange tensors, on one machine and on two.</summary>
public class DistributedTests(ITestOutputHelper log)
{
    private static readonly string Program =
        AppContext.BaseDirectory.Replace("Notebook.Tests", "Distributed.Program", StringComparison.Ordinal) + "Distributed.Program.dll";

    [Fact]
    public void Two_ranks_meet_on_a_free_port()
    {
        using var launcher = Launcher.Start("-n", "2", Program, "hello", "60");
        var (code, lines, errors) = launcher.Finish();
        Assert.True(code == 0, errors);
        var threads = Math.Max(1, Environment.ProcessorCount / 2);
        Assert.Equal([$"[0] rank 0 of 2, {threads} threads", $"[1] rank 1 of 2, {threads} threads"], lines.Order());
    }

    [Fact]
    public void The_same_program_runs_on_two_machines()
    {
        using var machines = new TwoMachines();
        log.WriteLine($"Tested between {machines.What}.");
        string[] common = ["-n", "1", "--nnodes", "2", "--rendezvous", $"{machines.Address(0)}:29511"];
        string[] program = [Program, "train", "60", "sgd"];
        (string, string)[] apart = [("TORCH_DISTRIBUTED_SHARED_MEMORY", "OFF")]; // which these machines have, and real ones have not
        using var other = Launcher.Start(machines.On(1), apart, [.. common, "--node-rank", "1", .. program]);
        using var first = Launcher.Start(machines.On(0), apart, [.. common, "--node-rank", "0", .. program]);
        var (results, peers) = (first.Finish(), other.Finish());
        Assert.True(results.Code == 0 && peers.Code == 0, results.Errors + peers.Errors);
        Assert.Equal(13, results.Lines.Length); // twelve losses, then the parameters
        Assert.Equal(results.Lines.Select(line => line[4..]), peers.Lines.Select(line => line[4..]));
        var losses = results.Lines[..12].Select(line => double.Parse(line.Split(' ')[^1])).ToArray();
        Assert.True(losses[^1] < losses[0]);
    }
}

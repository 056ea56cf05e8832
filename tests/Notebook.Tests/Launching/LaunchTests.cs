using System.CommandLine;
using System.Diagnostics;
using Notebook.Commands;

namespace Notebook.Tests.Launching;

public class LaunchTests
{
    private static bool Lives(string process) =>
        File.Exists($"/proc/{process}/stat") && !File.ReadAllText($"/proc/{process}/stat").Contains(") Z ", StringComparison.Ordinal);

    private static void ShouldEnd(IEnumerable<string> processes) => Assert.All(
        processes, process => Assert.True(SpinWait.SpinUntil(() => !Lives(process), TimeSpan.FromSeconds(5)), $"process {process} is left behind"));

    [Fact]
    public void Ranks_know_who_they_are()
    {
        var (code, lines, errors) = Launcher.RunShell(
            ["-n", "2", "--nnodes", "3", "--node-rank", "2", "--rendezvous", "10.1.2.3:4567"],
            "echo $RANK $WORLD_SIZE $LOCAL_RANK $LOCAL_WORLD_SIZE $MASTER_ADDR $MASTER_PORT $OMP_NUM_THREADS");
        var threads = Math.Max(1, Environment.ProcessorCount / 2);
        Assert.Equal((0, ""), (code, errors));
        Assert.Equal([$"[4] 4 6 0 2 10.1.2.3 4567 {threads}", $"[5] 5 6 1 2 10.1.2.3 4567 {threads}"], lines.Order());
    }

    [Fact]
    public void The_program_gets_its_own_options_and_the_users_threads()
    {
        using var launcher = Launcher.Start([], [("OMP_NUM_THREADS", "7")], ["-n", "1", "sh", "-c", "echo $OMP_NUM_THREADS \"$@\"", "x", "-n", "5", "--help"]);
        var (code, lines, _) = launcher.Finish();
        Assert.Equal(0, code);
        Assert.Equal(["[0] 7 -n 5 --help"], lines);
    }

    [Fact]
    public void Lines_stay_whole_and_streams_apart()
    {
        const string script = "i=0; while [ $i -lt 300 ]; do printf 'a%0200d' $i; printf 'b\\n'; echo e$i >&2; i=$((i+1)); done; printf 'no newline'";
        var (code, lines, errors) = Launcher.RunShell(["-n", "3"], script);
        Assert.Equal(0, code);
        Assert.Equal(3 * 301, lines.Length);
        for (var rank = 0; rank < 3; rank++)
        {
            var expected = Enumerable.Range(0, 300).Select(i => $"[{rank}] a{i:D200}b").Append($"[{rank}] no newline");
            Assert.Equal(expected, lines.Where(line => line.StartsWith($"[{rank}]", StringComparison.Ordinal)));
        }

        Assert.Equal(900, errors.Split('\n').Count(line => line.Contains("] e", StringComparison.Ordinal)));
    }

    [Fact]
    public void When_a_rank_fails_the_others_are_stopped_and_its_code_is_returned()
    {
        var (code, lines, errors) = Launcher.RunShell(
            ["-n", "3"], "echo $$; [ $RANK = 1 ] && sleep 0.3 && exit 5; trap 'echo asked to stop; exit 0' TERM; while :; do sleep 0.05; done");
        Assert.Equal(5, code);
        Assert.Equal(["[0] asked to stop", "[2] asked to stop"], lines.Where(line => line.Contains("asked", StringComparison.Ordinal)).Order());
        Assert.Contains("launch: rank 1 failed with exit code 5; stopping the rest (0, 2)\n", errors);
        ShouldEnd(lines.Select(line => line[4..]).Where(text => int.TryParse(text, out _)));
    }

    [Fact]
    public void A_rank_that_will_not_stop_is_killed_with_all_it_started()
    {
        var (code, lines, errors) = Launcher.RunShell(
            ["-n", "2", "--grace", "0.3"], "trap '' TERM; sleep 60 & echo $! $$; [ $RANK = 0 ] && sleep 0.3 && kill -s KILL $$; while :; do sleep 0.1; done");
        Assert.Equal(137, code);
        Assert.Contains("rank 0 was ended by signal 9; stopping the rest (1)", errors);
        ShouldEnd(lines.SelectMany(line => line[4..].Split(' ')));
    }

    [Theory]
    [InlineData("TERM", 143)]
    [InlineData("INT", 130)]
    public void Signals_are_passed_on(string signal, int expected)
    {
        using var launcher = Launcher.Start("-n", "2", "sh", "-c", $"trap 'echo got {signal}; exit 0' {signal}; echo ready; while :; do sleep 0.05; done");
        launcher.Await("ready");
        launcher.Await("ready");
        Process.Start("kill", ["-s", signal, $"{launcher.Process.Id}"]).WaitForExit();
        var (code, lines, _) = launcher.Finish();
        Assert.Equal(expected, code);
        Assert.Equal([$"[0] got {signal}", $"[1] got {signal}"], lines.Where(line => line.Contains("got", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public void Nothing_outlives_a_launcher_that_is_killed()
    {
        using var launcher = Launcher.Start("-n", "2", "sh", "-c", "sleep 60 & echo $! $$; wait");
        string[] processes = [.. new[] { launcher.Await("] "), launcher.Await("] ") }.SelectMany(line => line[4..].Split(' '))];
        Assert.All(processes, process => Assert.True(Lives(process)));
        launcher.Process.Kill();
        ShouldEnd(processes);
    }

    [Theory]
    [InlineData("--ranks must be at least 1", "-n", "0", "true")]
    [InlineData("--node-rank must be from 0 to 1, not 2", "--nnodes", "2", "--node-rank", "2", "--rendezvous", "a:1", "true")]
    [InlineData("--rendezvous must be HOST:PORT", "--nnodes", "2", "true")]
    [InlineData("--rendezvous must be HOST:PORT", "--rendezvous", "here", "true")]
    [InlineData("--grace must be from 0", "--grace", "-1", "true")]
    [InlineData("program", "-n", "2")]
    public void Wrong_options_are_refused(string expected, params string[] arguments) => Assert.Contains(
        LaunchCommand.Create().Parse([.. LaunchCommand.Delimit(["launch", .. arguments]).Skip(1)]).Errors,
        error => error.Message.Contains(expected, StringComparison.OrdinalIgnoreCase));

    [Theory]
    [InlineData("no-such-program-here", "There is no program 'no-such-program-here', neither here nor on PATH.")]
    [InlineData("./missing.dll", "There is no program /")]
    [InlineData("/etc/passwd", "/etc/passwd is not executable.")]
    public void A_missing_program_exits_with_two(string program, string expected)
    {
        using var launcher = Launcher.Start(program);
        var (code, lines, errors) = launcher.Finish();
        Assert.Equal(2, code);
        Assert.Empty(lines);
        Assert.StartsWith($"launch: {expected}", errors);
    }

    [Fact]
    public void Help_has_examples()
    {
        using var launcher = Launcher.Start("--help");
        var (code, lines, _) = launcher.Finish();
        Assert.Equal(0, code);
        Assert.Contains(lines, line => line.Contains("dotnet notebook launch -n 2 train.dll --epochs 3", StringComparison.Ordinal));
    }
}

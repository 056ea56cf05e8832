using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Notebook.Launching;

/// <summary>Starts the ranks, forwards what they write, and stops all of them when one fails or the launcher is asked to stop.</summary>
internal sealed class LaunchRun(LaunchOptions options, TextWriter output, TextWriter errors, (bool Output, bool Errors) paint)
{
    private const int Interrupt = 2, Kill = 9, Terminate = 15, Hangup = 1;
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(1);

    private sealed record Running(int Rank, Process Process, Task Ended, Task Output);

    /// <summary>Runs to the end.</summary>
    /// <returns>0, or the exit code of the first rank that failed (128 + signal if killed), or 128 + the signal that stopped the launcher.</returns>
    public int Run()
    {
        var lines = new RankOutput(output, errors, paint, $"{options.GlobalRank(options.Ranks - 1)}".Length);
        var asked = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var interrupt = OnSignal(PosixSignal.SIGINT, Interrupt, asked);
        using var terminate = OnSignal(PosixSignal.SIGTERM, Terminate, asked);
        using var hangup = OnSignal(PosixSignal.SIGHUP, Hangup, asked);
        using var port = options.Rendezvous is null ? new ReservedPort() : null;
        using var groups = new ProcessGroups();
        var ranks = StartAll(groups, lines, options.Rendezvous ?? new("127.0.0.1", port!.Number));
        var code = Watch(ranks, asked.Task, lines);
        Task.WaitAll([.. ranks.Select(rank => rank.Output)], Drain); // unless something that a rank left behind holds its output open
        return code;
    }

    private List<Running> StartAll(ProcessGroups groups, RankOutput lines, Meeting meeting)
    {
        var target = Target.Find(options.Program);
        var ranks = new List<Running>();
        foreach (var local in Enumerable.Range(0, options.Ranks))
        {
            var start = new ProcessStartInfo(target.File, target.Arguments.Concat(options.Arguments))
            {
                RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            };
            start.Environment.TryAdd("OMP_NUM_THREADS", $"{Math.Max(1, Environment.ProcessorCount / options.Ranks)}");
            foreach (var (name, value) in options.Variables(local, meeting))
                start.Environment[name] = value;
            var process = groups.Start(start);
            process.StandardInput.Close();
            var rank = options.GlobalRank(local);
            ranks.Add(new(rank, process, process.WaitForExitAsync(), lines.Forward(rank, process)));
        }

        return ranks;
    }

    private int Watch(List<Running> ranks, Task<int> asked, RankOutput lines)
    {
        for (var left = ranks; left.Count > 0; left = [.. left.Where(rank => !rank.Ended.IsCompleted)])
        {
            Task.WaitAny([.. left.Select(rank => rank.Ended), asked]);
            if (asked.IsCompleted)
            {
                lines.Say($"stopped by signal {asked.Result}; passing it on");
                Stop(left, asked.Result);
                return 128 + asked.Result;
            }

            if (left.Find(rank => rank.Ended.IsCompleted && rank.Process.ExitCode != 0) is not { } failed)
                continue;
            var (code, others) = (failed.Process.ExitCode, left.Where(rank => !rank.Ended.IsCompleted).ToList());
            failed.Output.Wait(Drain);
            lines.Say(
                $"rank {failed.Rank} {(code > 128 ? $"was ended by signal {code - 128}" : $"failed with exit code {code}")}"
                + (others.Count > 0 ? $"; stopping the rest ({string.Join(", ", others.Select(rank => rank.Rank))})" : ""));
            Stop(others, Terminate);
            return code;
        }

        return 0;
    }

    private void Stop(List<Running> left, int signal)
    {
        left.ForEach(rank => ProcessGroups.Signal(rank.Process, signal));
        if (Task.WaitAll([.. left.Select(rank => rank.Ended)], options.Grace))
            return;
        left.ForEach(rank => ProcessGroups.Signal(rank.Process, Kill));
        Task.WaitAll([.. left.Select(rank => rank.Ended)]);
    }

    private static PosixSignalRegistration OnSignal(PosixSignal signal, int number, TaskCompletionSource<int> asked) =>
        PosixSignalRegistration.Create(signal, context => context.Cancel = asked.TrySetResult(number) || number != Interrupt);
}

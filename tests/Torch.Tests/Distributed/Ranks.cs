using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace TorchSharp.Tests.Distributed;

/// <summary>Runs a case of Distributed.Program as several processes on this machine, and ends those that do not end by themselves.</summary>
internal static class Ranks
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>What one rank left behind. Lines look like <c>what: values</c>.</summary>
    internal sealed record Outcome(int Code, string Output, string Errors)
    {
        internal string this[string what] => All(what).Single();

        internal string[] All(string what) =>
            [.. Output.Split('\n').Where(line => line.StartsWith(what + ": ", StringComparison.Ordinal)).Select(line => line[(what.Length + 2)..])];
    }

    /// <summary>The variables with which ranks use the memory they share, or do without.</summary>
    internal static (string Name, string Value)[] Memory(bool shared) => shared ? [] : [("TORCH_DISTRIBUTED_SHARED_MEMORY", "OFF")];

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    internal static Outcome[] Run(int ranks, params string[] arguments) => Run(ranks, FreePort(), _ => [], arguments);

    /// <param name="ranks">How many processes.</param>
    /// <param name="port">Where they meet.</param>
    /// <param name="variables">Environment variables of a process, on top of the usual ones.</param>
    /// <param name="arguments">The case, seconds of patience, and what else the case takes.</param>
    internal static Outcome[] Run(int ranks, int port, Func<int, (string Name, string Value)[]> variables, params string[] arguments)
    {
        Process[] processes = [.. Enumerable.Range(0, ranks).Select(rank => Start(rank, ranks, port, variables(rank), arguments))];
        try
        {
            var texts = processes.Select(p => (Output: p.StandardOutput.ReadToEndAsync(), Errors: p.StandardError.ReadToEndAsync())).ToList();
            Assert.True(
                Task.WaitAll([.. texts.SelectMany(text => new[] { text.Output, text.Errors })], Longest),
                $"{string.Join(' ', arguments)}: rank {string.Join(", ", processes.Index().Where(p => !p.Item.HasExited).Select(p => p.Index))} hangs");
            Array.ForEach(processes, process => process.WaitForExit());
            return [.. processes.Zip(texts, (p, text) => new Outcome(p.ExitCode, text.Output.Result, text.Errors.Result))];
        }
        finally
        {
            foreach (var process in processes)
            {
                if (!process.HasExited)
                    process.Kill();
                process.Dispose();
            }
        }
    }

    private static Process Start(int rank, int ranks, int port, (string Name, string Value)[] variables, string[] arguments)
    {
        var program = AppContext.BaseDirectory.Replace("Torch.Tests", "Distributed.Program", StringComparison.Ordinal) + "Distributed.Program";
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        (string Name, string Value)[] usual =
        [
            ("MASTER_ADDR", "127.0.0.1"), ("MASTER_PORT", $"{port}"), ("RANK", $"{rank}"), ("WORLD_SIZE", $"{ranks}"), ("OMP_NUM_THREADS", "1"),
        ];
        foreach (var (name, value) in usual.Concat(variables))
            start.Environment[name] = value;
        return Process.Start(start)!;
    }
}

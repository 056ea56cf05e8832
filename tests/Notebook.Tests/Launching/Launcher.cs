using System.Diagnostics;

namespace Notebook.Tests.Launching;

/// <summary>The launcher as a user starts it, ended after a minute if it does not end by itself.</summary>
internal sealed class Launcher : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);
    private readonly Task<string> _errors;
    private readonly StreamReader _output;
    private readonly List<string> _read = [];

    private Launcher(Process process) => (Process, _output, _errors) = (process, process.StandardOutput, process.StandardError.ReadToEndAsync());

    internal Process Process { get; }

    /// <param name="arguments">What comes after <c>launch</c>.</param>
    internal static Launcher Start(params IEnumerable<string> arguments) => Start([], [], arguments);

    /// <param name="before">A program to be run by, for example <c>ip netns exec NAME</c>.</param>
    /// <param name="variables">Environment variables.</param>
    /// <param name="arguments">What comes after <c>launch</c>.</param>
    internal static Launcher Start(string[] before, (string Name, string Value)[] variables, IEnumerable<string> arguments)
    {
        // A suite started by a shell's & ignores the interrupt, and so would all that it starts.
        string[] all = [.. before, "env", "--default-signal=INT", "dotnet", Path.Combine(AppContext.BaseDirectory, "dotnet-notebook.dll"), "launch", .. arguments];
        var start = new ProcessStartInfo(all[0], all[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Remove("OMP_NUM_THREADS");
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        return new(Process.Start(start)!);
    }

    /// <summary>Runs a line of shell as each rank.</summary>
    internal static (int Code, string[] Lines, string Errors) RunShell(string[] options, string script)
    {
        using var launcher = Start([.. options, "sh", "-c", script]);
        return launcher.Finish();
    }

    /// <summary>The first line that contains a text.</summary>
    internal string Await(string text)
    {
        while (_output.ReadLineAsync(TestContext.Current.CancellationToken).AsTask() is var next && next.Wait(Longest) && next.Result is { } line)
        {
            _read.Add(line);
            if (line.Contains(text, StringComparison.Ordinal))
                return line;
        }

        throw new InvalidOperationException($"No \"{text}\" in: {string.Join('\n', _read)}");
    }

    /// <summary>Waits for the end and takes everything that was written.</summary>
    internal (int Code, string[] Lines, string Errors) Finish()
    {
        var rest = _output.ReadToEndAsync();
        Assert.True(Task.WaitAll([rest, _errors], Longest), "the launcher hangs");
        Process.WaitForExit();
        return (Process.ExitCode, [.. _read, .. rest.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries)], _errors.Result);
    }

    public void Dispose()
    {
        if (!Process.HasExited)
            Process.Kill(entireProcessTree: true);
        Process.Dispose();
    }
}

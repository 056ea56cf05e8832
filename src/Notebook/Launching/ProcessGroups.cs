using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Notebook.Launching;

/// <summary>
/// Starts processes in sessions of their own, so that a signal reaches each with all that it has started. A small shell, which the launcher only
/// feeds with process numbers, kills them all once the launcher is gone, however it went.
/// </summary>
internal sealed partial class ProcessGroups : IDisposable
{
    private const string Watch = "while read -r leader; do all=\"$all -$leader\"; done; [ -z \"$all\" ] || kill -s KILL -- $all 2>/dev/null";
    private readonly string _setsid = Target.OfSystem("setsid", "util-linux");
    private readonly Process _watcher;

    public ProcessGroups() => _watcher = StartSession(new("/bin/sh", ["-c", Watch]) { RedirectStandardInput = true });

    /// <summary>Starts a process that leads a group.</summary>
    public Process Start(ProcessStartInfo start)
    {
        var process = StartSession(start);
        _watcher.StandardInput.WriteLine(process.Id);
        _watcher.StandardInput.Flush();
        return process;
    }

    /// <summary>Sends a signal to a process and all that it has started; those that have ended are no error.</summary>
    public static void Signal(Process leader, int signal) => _ = kill(-leader.Id, signal);

    /// <summary>Kills what is left of all groups.</summary>
    public void Dispose()
    {
        _watcher.StandardInput.Close();
        _watcher.WaitForExit();
        _watcher.Dispose();
    }

    private Process StartSession(ProcessStartInfo start)
    {
        start.ArgumentList.Insert(0, start.FileName);
        start.FileName = _setsid;
        return Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
    }

    [LibraryImport("libc")]
    private static partial int kill(int process, int signal);
}

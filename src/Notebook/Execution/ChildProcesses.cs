using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Notebook.Execution;

/// <summary>The processes that cells start.</summary>
internal static partial class ChildProcesses
{
    private const int SigInt = 2;

    /// <summary>Interrupts the children of this process that are not older than a cell, as Ctrl-C would in a terminal.</summary>
    /// <param name="since">When the cell was started, in local time.</param>
    public static void Interrupt(DateTime since)
    {
        foreach (var id in Ids())
        {
            if (StartOf(id) is { } start && start >= since.AddMilliseconds(-20)) // the system counts in hundredths of a second
                _ = Kill(id, SigInt);
        }
    }

    private static IEnumerable<int> Ids() =>
        from folder in Directory.GetDirectories("/proc")
        let name = Path.GetFileName(folder)
        where char.IsAsciiDigit(name[0]) && ParentOf(folder) == Environment.ProcessId
        select int.Parse(name, CultureInfo.InvariantCulture);

    private static int ParentOf(string folder)
    {
        try
        {
            var line = File.ReadAllText(Path.Combine(folder, "stat"));
            return int.Parse(line[(line.LastIndexOf(')') + 1)..].Split(' ')[2], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return -1; // it has ended
        }
    }

    private static DateTime? StartOf(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return process.StartTime;
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return null; // it has ended
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}

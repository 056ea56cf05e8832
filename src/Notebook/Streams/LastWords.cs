using System.Runtime.InteropServices;

namespace Notebook.Streams;

/// <summary>
/// Recognises that this process is about to die while the .NET runtime still writes why (a stack overflow, say), and holds it up: the
/// runtime writes to a pipe that only this process reads, so once the pipe is full the dying thread waits, and other threads have
/// time to tell the front end.
/// </summary>
internal static partial class LastWords
{
    private const int WriteOnly = 1, NonBlocking = 0x800, CloseOnExec = 0x80000;

    /// <summary>Milliseconds for which the runtime may look through the stack before it writes on.</summary>
    private const int Patience = 6000;

    /// <summary>Seconds after which the system ends the process, whatever hangs.</summary>
    private const uint Grace = 12;

    /// <summary>Where the name is in what <c>readdir</c> returns.</summary>
    private const int NameOffset = 19;

    private static readonly string[] Beginnings = ["Stack overflow.", "Fatal error.", "Process terminated."];

    private static readonly byte[] Zeros = new byte[1024], State = new byte[16], Name = new byte[64];

    /// <summary>The first words of the runtime's message, or null when a text holds none.</summary>
    public static string? In(ReadOnlySpan<char> text)
    {
        foreach (var beginning in Beginnings)
        {
            var at = text.IndexOf(beginning, StringComparison.Ordinal);
            if (at == 0 || (at > 0 && text[at - 1] == '\n'))
                return beginning;
        }
        return null;
    }

    /// <summary>
    /// Whether the words came from this process and not from a child. It is then held up for <see cref="Grace"/> seconds; otherwise
    /// some zero bytes are to be skipped in what is read next.
    /// </summary>
    public static bool AreOurs()
    {
        _ = Alarm(Grace);
        Fill();
        for (var end = Environment.TickCount64 + Patience; Environment.TickCount64 < end; Thread.Sleep(10))
        {
            if (IsSomeoneWriting())
                return true;
        }
        _ = Alarm(0);
        return false;
    }

    /// <summary>Ends the process at once.</summary>
    /// <param name="code">Its exit code.</param>
    [LibraryImport("libc", EntryPoint = "_exit")]
    public static partial void Exit(int code);

    private static void Fill()
    {
        var pipe = Open("/proc/self/fd/2"u8, WriteOnly | NonBlocking | CloseOnExec); // not blocking, and only for whoever uses this opening
        if (pipe < 0)
            return;
        for (var size = Zeros.Length; size > 0; size /= 2)
        {
            while (Write(pipe, Zeros, (nuint)size) > 0)
                continue;
        }
        _ = Close(pipe);
    }

    /// <summary>Whether a thread of this process waits in a call that writes to descriptor 2.</summary>
    /// <remarks>Allocates nothing: a garbage collection would wait for the dying thread, for ever.</remarks>
    private static unsafe bool IsSomeoneWriting()
    {
        var folder = OpenFolder("/proc/self/task"u8);
        if (folder == 0)
            return false;
        var found = false;
        for (var entry = ReadFolder(folder); entry != 0 && !found; entry = ReadFolder(folder))
        {
            var task = MemoryMarshal.CreateReadOnlySpanFromNullTerminated((byte*)entry + NameOffset);
            found = task[0] != '.' && IsWriting(task);
        }
        _ = CloseFolder(folder);
        return found;
    }

    private static bool IsWriting(ReadOnlySpan<byte> task)
    {
        var path = Name.AsSpan();
        path.Clear();
        "/proc/self/task/"u8.CopyTo(path);
        task.CopyTo(path[16..]);
        "/syscall"u8.CopyTo(path[(16 + task.Length)..]);
        var file = Open(Name, CloseOnExec);
        if (file < 0)
            return false; // it has ended
        var count = Read(file, State, (nuint)State.Length);
        _ = Close(file);
        var state = State.AsSpan(0, (int)Math.Max(0, count));
        return state.StartsWith("1 0x2 "u8) || state.StartsWith("64 0x2 "u8); // the number of write(2) on x86-64 and on ARM64
    }

    [LibraryImport("libc", EntryPoint = "open")]
    private static partial int Open(ReadOnlySpan<byte> path, int flags);

    [LibraryImport("libc", EntryPoint = "opendir")]
    private static partial nint OpenFolder(ReadOnlySpan<byte> path);

    [LibraryImport("libc", EntryPoint = "readdir")]
    private static partial nint ReadFolder(nint folder);

    [LibraryImport("libc", EntryPoint = "closedir")]
    private static partial int CloseFolder(nint folder);

    [LibraryImport("libc", EntryPoint = "read")]
    private static partial nint Read(int descriptor, byte[] bytes, nuint size);

    [LibraryImport("libc", EntryPoint = "write")]
    private static partial nint Write(int descriptor, byte[] bytes, nuint size);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "alarm")]
    private static partial uint Alarm(uint seconds);
}

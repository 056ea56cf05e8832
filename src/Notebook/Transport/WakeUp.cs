using System.Runtime.InteropServices;

namespace Notebook.Transport;

/// <summary>A descriptor (<c>eventfd</c>) by which any thread wakes the one that polls.</summary>
internal sealed partial class WakeUp
{
    private const int NonBlocking = 0x800, CloseOnExec = 0x80000;

    /// <summary>The descriptor to poll for reading.</summary>
    public int Descriptor { get; } = EventDescriptor(0, NonBlocking | CloseOnExec);

    /// <summary>Makes the descriptor readable.</summary>
    public void Signal()
    {
        ulong one = 1;
        _ = Write(Descriptor, in one, sizeof(ulong));
    }

    /// <summary>Makes it unreadable again.</summary>
    public void Reset() => _ = Read(Descriptor, out _, sizeof(ulong));

    [LibraryImport("libc", EntryPoint = "eventfd")]
    private static partial int EventDescriptor(uint initial, int flags);

    [LibraryImport("libc", EntryPoint = "write")]
    private static partial nint Write(int descriptor, in ulong value, nuint size);

    [LibraryImport("libc", EntryPoint = "read")]
    private static partial nint Read(int descriptor, out ulong value, nuint size);
}

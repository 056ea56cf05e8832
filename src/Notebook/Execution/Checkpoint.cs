using System.ComponentModel;
using System.Runtime.CompilerServices;
using Notebook.Execution;

namespace Notebook;

/// <summary>Where a cell can be stopped. Cells call it by themselves: the compiler of the kernel puts it into their loops.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Checkpoint
{
    private static volatile bool s_requested;

    /// <summary>Goes on, unless the user interrupts the cell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Pass()
    {
        if (s_requested)
            Stopping.Check();
    }

    /// <summary>Whether <see cref="Pass"/> has to look whether it is its own cell that is being stopped.</summary>
    internal static void Request(bool requested) => s_requested = requested;
}

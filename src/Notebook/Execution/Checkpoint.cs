using System.ComponentModel;
using System.Runtime.CompilerServices;
using Notebook.Execution;

namespace Notebook;

/// <summary>Where a cell can be stopped. Cells call it by themselves: the compiler of the kernel puts it into their loops and functions.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Checkpoint
{
    private static volatile int s_requests;

    /// <summary>Goes on, unless the user interrupts the cell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Pass()
    {
        if (s_requests != 0)
            Stopping.Check();
    }

    /// <summary>Returns the value of a lambda, under the conditions of <see cref="Enter"/>.</summary>
    /// <param name="value">Any value.</param>
    /// <returns>The same, by reference only because the compiler refuses that in expression trees, which must stay as they are.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref readonly T Pass<T>(in T value) where T : allows ref struct
    {
        Enter();
        return ref value;
    }

    /// <summary>Goes on into a function, unless the user interrupts the cell or functions are nested too deeply.</summary>
    /// <exception cref="InsufficientExecutionStackException">There is hardly any stack left.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Enter()
    {
        Pass();
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw new InsufficientExecutionStackException("Stack overflow: functions call each other without end, or too deeply.");
    }

    /// <summary>Lets libraries that don't know the kernel call <see cref="Pass()"/>.</summary>
    internal static void OfferToLibraries() => AppContext.SetData("Notebook.Checkpoint", (Action)Pass);

    /// <summary>Lets <see cref="Pass()"/> look whether it is its own cell that is being stopped, until <see cref="Release"/>.</summary>
    internal static void Request() => Interlocked.Increment(ref s_requests);

    /// <summary>Ends a <see cref="Request"/>.</summary>
    internal static void Release() => Interlocked.Decrement(ref s_requests);
}

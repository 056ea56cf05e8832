namespace Notebook.Execution;

/// <summary>
/// Lets code of the kernel that cells call, above all writing, end a cell that is being stopped. That is safer than aborting its
/// thread, which may happen in the middle of anything, and reaches the threads and tasks that the cell started, too.
/// </summary>
internal sealed class Stopping
{
    private static readonly AsyncLocal<Stopping?> Current = new();

    private volatile bool _requested;

    /// <summary>Makes this the flag of whatever the calling thread does and starts from here on.</summary>
    public void Govern() => Current.Value = this;

    /// <summary>From now on <see cref="Check"/> throws.</summary>
    public void Request() => _requested = true;

    /// <summary>Ends the caller when the cell that it belongs to is being stopped.</summary>
    /// <exception cref="CellInterruptedException">It is.</exception>
    public static void Check()
    {
        if (Current.Value is { _requested: true })
            throw new CellInterruptedException();
    }
}

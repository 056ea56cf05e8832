using System.Diagnostics.CodeAnalysis;

namespace Notebook.Execution;

/// <summary>
/// Lets code of the kernel that cells call, above all writing, end a cell that is being stopped. That is safer than aborting its
/// thread, which may happen in the middle of anything, and reaches the threads and tasks that the cell started, too.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The source has no timer and no wait handle.")]
internal sealed class Stopping
{
    private static readonly AsyncLocal<Stopping?> Current = new();

    private readonly CancellationTokenSource _source = new();
    private volatile bool _requested;

    /// <summary>Is cancelled when the cell that the caller belongs to is being stopped.</summary>
    public static CancellationToken Token => Current.Value?._source.Token ?? CancellationToken.None;

    /// <summary>Makes this the flag of whatever the calling thread does and starts from here on.</summary>
    public void Govern() => Current.Value = this;

    /// <summary>From now on <see cref="Check"/> throws.</summary>
    public void Request()
    {
        _requested = true;
        _source.CancelAsync(); // not waited for: what the cell registered for it may take long
    }

    /// <summary>Ends the caller when the cell that it belongs to is being stopped.</summary>
    /// <exception cref="CellInterruptedException">It is.</exception>
    public static void Check()
    {
        if (Current.Value is { _requested: true })
            throw new CellInterruptedException();
    }
}

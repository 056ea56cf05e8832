namespace TorchSharp.Interop;

/// <summary>
/// Tells the collector how much native memory tensors hold, so that a loop without a dispose scope stays bounded.
/// Changes are gathered and reported in steps: the collector's own call is dearer than a small tensor operation.
/// </summary>
internal static class Pressure
{
    /// <summary>What a tensor costs beside its data: the native object, its storage, and often a node of the graph.</summary>
    internal const long Overhead = 512;
    private const long Step = 1 << 20;
    private static long _pending;
    private static long _reported;

    /// <summary>Bytes that live tensors are known to hold.</summary>
    internal static long Live => Volatile.Read(ref _reported) + Volatile.Read(ref _pending);

    internal static void Add(long bytes)
    {
        if (Interlocked.Add(ref _pending, bytes) >= Step)
            Report();
    }

    internal static void Remove(long bytes)
    {
        if (Interlocked.Add(ref _pending, -bytes) <= -Step)
            Report();
    }

    private static void Report()
    {
        var change = Interlocked.Exchange(ref _pending, 0);
        Interlocked.Add(ref _reported, change);
        if (change > 0)
            GC.AddMemoryPressure(change);
        else if (change < 0)
            GC.RemoveMemoryPressure(-change);
    }
}

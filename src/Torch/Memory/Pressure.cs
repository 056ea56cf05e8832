namespace TorchSharp.Interop;

/// <summary>
/// Keeps a loop without dispose scopes bounded. The collector does not see native memory, so when tensors hold more than a budget beyond what
/// survived the last time, it is asked to look for dead ones: among the youngest objects first, which is cheap, among older ones only if that
/// did not help. (Its own <c>AddMemoryPressure</c> does the same with a full collection every few megabytes.)
/// </summary>
internal static class Pressure
{
    /// <summary>What a tensor costs beside its data: the native object, its storage, and often a node of the graph.</summary>
    internal const long Overhead = 512;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(10);
    private static readonly long Budget = Math.Clamp(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 128, 64L << 20, 128L << 20);
    private static long _live;
    private static long _limit = Budget;
    private static int _collecting;

    /// <summary>Bytes that tensors are known to hold.</summary>
    internal static long Live => Volatile.Read(ref _live);

    internal static void Add(long bytes)
    {
        if (Interlocked.Add(ref _live, bytes) > Volatile.Read(ref _limit))
            Collect();
    }

    internal static void Remove(long bytes) => Interlocked.Add(ref _live, -bytes);

    /// <summary>Of a tensor that nobody disposed: what is left is what survived, and the limit follows it.</summary>
    internal static void RemoveFinalized(long bytes)
    {
        var survived = Math.Max(0, Interlocked.Add(ref _live, -bytes));
        if (survived + Budget < Volatile.Read(ref _limit))
            Volatile.Write(ref _limit, survived + Budget);
    }

    private static void Collect()
    {
        if (Interlocked.Exchange(ref _collecting, 1) != 0)
            return;
        try
        {
            var enough = Volatile.Read(ref _limit) - Budget / 2;
            for (var generation = 0; generation <= GC.MaxGeneration && Live > enough; generation++)
            {
                GC.Collect(generation, GCCollectionMode.Forced, blocking: true);
                AwaitFinalizers(enough);
            }

            Volatile.Write(ref _limit, Math.Max(0, Live) + Budget);
        }
        finally
        {
            Volatile.Write(ref _collecting, 0);
        }
    }

    /// <summary>
    /// Waits while the finalizer thread gives memory back and until it is enough. Waiting for it to end could block for ever on a lock that the
    /// caller holds.
    /// </summary>
    private static void AwaitFinalizers(long enough)
    {
        long before;
        do
        {
            before = Live;
            SpinWait.SpinUntil(() => Live <= enough, Patience);
        }
        while (Live < before && Live > enough);
    }
}

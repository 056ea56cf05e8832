using System.Runtime.CompilerServices;

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
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly long Budget = Math.Clamp(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 128, 32L << 20, 64L << 20);
    private static long _live;
    private static long _limit = Budget;
    private static int _collecting;

    /// <summary>For each generation, what was left when it was last looked through; never more than what is left now.</summary>
    private static readonly long[] _survived = new long[GC.MaxGeneration + 1];

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
            // Each collection lets a few young tensors grow old. What has so gathered since an older generation was last looked through
            // may not exceed the budget, else that one is looked through too.
            for (var generation = 0; generation <= GC.MaxGeneration; generation++)
            {
                if (generation > 0 && Live <= _survived[generation] + generation * Budget)
                    break;
                var last = Mark();
                GC.Collect(generation, GCCollectionMode.Forced, blocking: true);
                AwaitFinalizers(last);
                for (var younger = 0; younger <= generation; younger++)
                    _survived[younger] = Live;
            }

            for (var generation = 0; generation < _survived.Length; generation++)
                _survived[generation] = Math.Min(_survived[generation], Live);
            Volatile.Write(ref _limit, Math.Max(0, Live) + Budget);
        }
        finally
        {
            Volatile.Write(ref _collecting, 0);
        }
    }

    /// <summary>
    /// Waits until the finalizer thread has come to an object that died after all tensors. It gives up after a while without progress: the caller
    /// may hold a lock that some finalizer waits for.
    /// </summary>
    private static void AwaitFinalizers(Last last)
    {
        long before;
        do
        {
            before = Live;
            SpinWait.SpinUntil(() => last.Reached, Patience);
        }
        while (!last.Reached && Live < before);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Last Mark()
    {
        var last = new Last();
        _ = new Sentinel(last);
        return last;
    }

    private sealed class Last
    {
        internal volatile bool Reached;
    }

    private sealed class Sentinel(Last last)
    {
        ~Sentinel() => last.Reached = true;
    }
}

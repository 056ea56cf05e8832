using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Interop;

namespace TorchSharp.Modules;

/// <summary>
/// One vector's worth of an optimiser's step: a new parameter from the old one, its derivative and up to three averages, which may change.
/// Only operations that are rounded the same in a vector and alone are used, so that the result does not depend on how memory is cut.
/// </summary>
internal interface IRule<T> where T : unmanaged
{
    /// <summary>How many of the averages are used: 0 to 3.</summary>
    static abstract int Slots { get; }

    Vector<T> Apply(Vector<T> parameter, Vector<T> gradient, ref Vector<T> a, ref Vector<T> b, ref Vector<T> c);
}

/// <summary>Runs a rule in a single pass over memory, on several threads when there is much of it.</summary>
internal static unsafe class Fused
{
    private const long Chunk = 1 << 16;

    /// <summary>Changes a contiguous parameter in place, by a contiguous derivative and averages of the same type and shape.</summary>
    internal static void Run<T, TRule>(TRule rule, torch.Tensor parameter, torch.Tensor gradient, params ReadOnlySpan<torch.Tensor> slots)
        where T : unmanaged
        where TRule : struct, IRule<T>
    {
        var elements = parameter.numel();
        nint p = Data(parameter), g = Data(gradient);
        nint a = slots.Length > 0 ? Data(slots[0]) : 0, b = slots.Length > 1 ? Data(slots[1]) : 0, c = slots.Length > 2 ? Data(slots[2]) : 0;
        void Part(long from, long to) =>
            Pass<T, TRule>(rule, (T*)p + from, (T*)g + from, (T*)a + from, (T*)b + from, (T*)c + from, to - from);

        var threads = torch.get_num_threads();
        if (threads == 1 || elements < 2 * Chunk)
            Part(0, elements);
        else
            Parallel.For(
                0,
                (elements + Chunk - 1) / Chunk,
                new() { MaxDegreeOfParallelism = threads },
                i => Part(i * Chunk, Math.Min(elements, (i + 1) * Chunk)));
        Written(parameter);
        foreach (var slot in slots)
            Written(slot);
        GC.KeepAlive(gradient);
    }

    private static nint Data(torch.Tensor tensor) => (nint)tensor.Info.Data;

    private static void Written(torch.Tensor tensor)
    {
        Native.shim_bump_version(tensor.Handle);
        GC.KeepAlive(tensor);
    }

    private static void Pass<T, TRule>(TRule rule, T* p, T* g, T* a, T* b, T* c, long n)
        where T : unmanaged
        where TRule : struct, IRule<T>
    {
        long i = 0;
        for (; i <= n - Vector<T>.Count; i += Vector<T>.Count)
            Once(rule, p + i, g + i, a + i, b + i, c + i);
        if (i == n)
            return;
        // The rest goes through a full vector of its own, so that there is one formula only.
        var rest = (int)(n - i) * sizeof(T);
        var room = stackalloc T[5 * Vector<T>.Count];
        var (q, h, d, e, f) = ((nint)room, (nint)(room + Vector<T>.Count), (nint)(room + 2 * Vector<T>.Count), (nint)(room + 3 * Vector<T>.Count), (nint)(room + 4 * Vector<T>.Count));
        Copy(p + i, (T*)q, rest);
        Copy(g + i, (T*)h, rest);
        if (TRule.Slots > 0)
            Copy(a + i, (T*)d, rest);
        if (TRule.Slots > 1)
            Copy(b + i, (T*)e, rest);
        if (TRule.Slots > 2)
            Copy(c + i, (T*)f, rest);
        Once(rule, (T*)q, (T*)h, (T*)d, (T*)e, (T*)f);
        Copy((T*)q, p + i, rest);
        if (TRule.Slots > 0)
            Copy((T*)d, a + i, rest);
        if (TRule.Slots > 1)
            Copy((T*)e, b + i, rest);
        if (TRule.Slots > 2)
            Copy((T*)f, c + i, rest);
    }

    private static void Copy<T>(T* from, T* to, int bytes) where T : unmanaged => Unsafe.CopyBlock(to, from, (uint)bytes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Once<T, TRule>(in TRule rule, T* p, T* g, T* a, T* b, T* c)
        where T : unmanaged
        where TRule : struct, IRule<T>
    {
        var x = TRule.Slots > 0 ? Vector.Load(a) : default;
        var y = TRule.Slots > 1 ? Vector.Load(b) : default;
        var z = TRule.Slots > 2 ? Vector.Load(c) : default;
        rule.Apply(Vector.Load(p), Vector.Load(g), ref x, ref y, ref z).Store(p);
        if (TRule.Slots > 0)
            x.Store(a);
        if (TRule.Slots > 1)
            y.Store(b);
        if (TRule.Slots > 2)
            z.Store(c);
    }

    /// <summary>a · b + c, rounded once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector<T> MultiplyAdd<T>(Vector<T> a, Vector<T> b, Vector<T> c) where T : unmanaged => typeof(T) == typeof(float)
        ? Vector.FusedMultiplyAdd(a.As<T, float>(), b.As<T, float>(), c.As<T, float>()).As<float, T>()
        : Vector.FusedMultiplyAdd(a.As<T, double>(), b.As<T, double>(), c.As<T, double>()).As<double, T>();

    /// <summary>A number in every place of a vector.</summary>
    internal static Vector<T> All<T>(double x) where T : unmanaged, INumberBase<T> => new(T.CreateChecked(x));

    /// <summary>The exception for parameters of a type that is not updated.</summary>
    internal static NotSupportedException Unsupported(torch.Tensor parameter) =>
        new($"Optimisers change parameters of Float32 and Float64, not {parameter.dtype}: convert the module with to(float32).");
}

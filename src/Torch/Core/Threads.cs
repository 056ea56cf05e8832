using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>How many threads one operation may use: at first <c>OMP_NUM_THREADS</c> if set, else one a core.</summary>
    /// <remarks>
    /// Chosen by measurement, which <c>./build.sh bench threads</c> repeats. On two free cores two threads took 0.6 to 0.85 of one thread's time for wide layers and
    /// convolutions, and as long as one for networks of a few hundred units. Where other work keeps a core, small steps become several times slower with a thread for it,
    /// since they meet after each operation: give each of several processes its share, by <c>OMP_NUM_THREADS</c> or <see cref="set_num_threads"/>.
    /// </remarks>
    public static int get_num_threads() => Native.shim_threads();

    /// <summary>Sets how many threads one operation may use, in ATen's loops and in BLAS.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one.</exception>
    public static void set_num_threads(int num)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(num, 1);
        Native.shim_set_threads(num);
    }

    /// <summary>How many threads may run operations side by side.</summary>
    public static int get_num_interop_threads() => Native.shim_interop_threads();

    /// <summary>Sets how many threads may run operations side by side; possible once, before they are first used.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one.</exception>
    public static void set_num_interop_threads(int num)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(num, 1);
        Native.Check(Native.shim_set_interop_threads(num), nameof(set_num_interop_threads));
    }

    /// <summary>The version of libtorch in use.</summary>
    public static unsafe string __version__ => System.Runtime.InteropServices.Marshal.PtrToStringUTF8((nint)Native.shim_version())!;
}

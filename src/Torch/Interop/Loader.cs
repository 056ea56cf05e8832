using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>
/// Finds the shim beside this assembly and tunes the process before libtorch and its OpenMP runtime start. Environment
/// variables go through the C library: the managed setter changes only .NET's own copy.
/// </summary>
internal static partial class Loader
{
    private const int TrimThreshold = -1, MapThreshold = -3, MostArenas = -8;
    private static readonly Lock Gate = new();
    private static nint _library;

    [ModuleInitializer]
    internal static void Register() => NativeLibrary.SetDllImportResolver(typeof(Loader).Assembly, Resolve);

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != Native.Library)
            return 0;
        lock (Gate)
            return _library != 0 ? _library : _library = Load(assembly);
    }

    private static nint Load(Assembly assembly)
    {
        // Threads that wait for the next parallel region look out for it a few microseconds, then sleep. Sleeping at once, a convolution's many
        // short regions took three times as long; waiting for as long as libgomp does by default, they keep the core that BLAS or the GC needs.
        if (Environment.GetEnvironmentVariable("OMP_WAIT_POLICY") is null)
            _ = setenv("GOMP_SPINCOUNT", "2000", 0);
        // Blocks of up to 32 MB (the most that glibc allows) are reused from the heap instead of being mapped, faulted in page by page
        // and unmapped for every intermediate tensor.
        _ = mallopt(MapThreshold, 32 << 20);
        _ = mallopt(TrimThreshold, 512 << 20);
        // One heap for all threads: what the finalizer thread gives back can be used again by any.
        _ = mallopt(MostArenas, 1);
        var beside = Path.GetDirectoryName(assembly.Location) is { Length: > 0 } folder ? folder : AppContext.BaseDirectory;
        LoadStandIns(Path.Combine(beside, "stand-ins"));
        var file = Path.Combine(beside, "libtorchshim.so");
        if (!NativeLibrary.TryLoad(file, out var library) && !NativeLibrary.TryLoad("libtorchshim.so", assembly, null, out library))
            throw new DllNotFoundException(
                $"Cannot load {file}. It is built with Torch.csproj and needs libtorch 1.13 (Debian: apt-get install libtorch-dev)."
                + (File.Exists(file) ? " The file is there, so a library that it needs is missing: try `ldd` on it." : ""));
        SetThreads(library);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Native.shim_end_without_destructors();
        return library;
    }

    // Empty libraries in place of those that libtorch names without using them (see native/stand-ins). The dynamic linker goes by names: a
    // program that itself needs OpenCV or FFmpeg from the system has to load them before its first tensor.
    private static void LoadStandIns(string folder)
    {
        if (Directory.Exists(folder))
            foreach (var file in Directory.EnumerateFiles(folder))
                _ = NativeLibrary.TryLoad(file, out _);
    }

    private static unsafe void SetThreads(nint library)
    {
        var threads = Environment.GetEnvironmentVariable("OMP_NUM_THREADS") is { } text && int.TryParse(text, out var n) && n > 0
            ? n
            : Environment.ProcessorCount;
        ((delegate* unmanaged<int, void>)NativeLibrary.GetExport(library, "shim_set_threads"))(threads);
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int setenv(string name, string value, int overwrite);

    [LibraryImport("libc")]
    private static partial int mallopt(int parameter, int value);
}

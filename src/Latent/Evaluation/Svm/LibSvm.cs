using System.Runtime.InteropServices;

namespace Latent.Evaluation.Svm;

/// <summary>LIBSVM 3.2x of Debian (Chang &amp; Lin 2011), by its C interface.</summary>
internal static partial class LibSvm
{
    private const string Library = "svm";

    public const int CSvc = 0, Rbf = 2, Precomputed = 4;

    static LibSvm() => NativeLibrary.SetDllImportResolver(typeof(LibSvm).Assembly, (name, assembly, path) =>
    {
        if (name != Library) return 0;
        // Debian's package of the library has the versioned name only.
        foreach (var file in new[] { "libsvm.so.3", "libsvm.so.2", "libsvm.so" })
        {
            if (NativeLibrary.TryLoad(file, assembly, path, out var handle)) return handle;
        }

        throw new DllNotFoundException("LIBSVM is missing: it trains the support vector machines. Run  apt-get install libsvm3");
    });

    /// <summary>A component that is not zero; index −1 ends a row.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Node
    {
        public int Index;
        public double Value;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct Problem
    {
        public int Count;
        public nint Labels; // double*
        public nint Rows; // Node**
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct Parameter
    {
        public int Type, Kernel, Degree;
        public double Gamma, Coefficient;
        public double CacheMegabytes, Tolerance, C;
        public int WeightCount;
        public nint WeightLabels, Weights;
        public double Nu, Epsilon;
        public int Shrinking, Probability;
    }

    [LibraryImport(Library, EntryPoint = "svm_train")]
    public static partial nint Train(in Problem problem, in Parameter parameter);

    [LibraryImport(Library, EntryPoint = "svm_predict")]
    public static partial double Predict(nint model, nint row);

    [LibraryImport(Library, EntryPoint = "svm_check_parameter")]
    public static partial nint Check(in Problem problem, in Parameter parameter);

    [LibraryImport(Library, EntryPoint = "svm_get_nr_sv")]
    public static partial int SupportVectors(nint model);

    [LibraryImport(Library, EntryPoint = "svm_free_and_destroy_model")]
    public static partial void Free(ref nint model);

    [LibraryImport(Library, EntryPoint = "svm_set_print_string_function")]
    public static partial void Print(nint function);
}

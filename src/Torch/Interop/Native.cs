using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

[assembly: DisableRuntimeMarshalling]

namespace TorchSharp.Interop;

/// <summary>The functions of <c>native</c>. A handle is one counted reference to a native tensor.</summary>
internal static unsafe partial class Native
{
    internal const string Library = "torchshim";

    [LibraryImport(Library)] internal static partial byte* shim_error();
    [LibraryImport(Library)] internal static partial byte* shim_version();
    [LibraryImport(Library)] internal static partial void shim_end_without_destructors();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint shim_find(string name, string overload);

    [LibraryImport(Library)]
    internal static partial int shim_call(nint op, NativeValue* arguments, int n, NativeValue* results, int capacity);

    [LibraryImport(Library), SuppressGCTransition] internal static partial nint shim_small(Small.Kind kind, nint a, nint b);

    [LibraryImport(Library), SuppressGCTransition] internal static partial void shim_retain(nint tensor);
    [LibraryImport(Library)] internal static partial void shim_release(nint tensor);
    [LibraryImport(Library), SuppressGCTransition] internal static partial void shim_bump_version(nint tensor);
    [LibraryImport(Library), SuppressGCTransition] internal static partial long shim_tensor_version(nint tensor);
    [LibraryImport(Library), SuppressGCTransition] internal static partial int shim_info(nint tensor, TensorInfo* info);

    [LibraryImport(Library)]
    internal static partial nint shim_from_blob(
        void* data, long* sizes, int n, int dtype, delegate* unmanaged<nint, void> release, nint context);

    [LibraryImport(Library)] internal static partial int shim_set_requires_grad(nint tensor, int value);
    [LibraryImport(Library)] internal static partial nint shim_grad(nint tensor);
    [LibraryImport(Library)] internal static partial int shim_set_grad(nint tensor, nint grad);

    [LibraryImport(Library)]
    internal static partial int shim_backward(nint* outputs, nint* grads, int n, nint* inputs, int nInputs, int retain, int create);

    [LibraryImport(Library)]
    internal static partial int shim_gradients(
        nint* outputs, nint* grads, int n, nint* inputs, int nInputs, int retain, int create, int allowUnused, nint* results);

    [LibraryImport(Library)] internal static partial void shim_function_callbacks(FunctionCallbacks* managed);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int shim_function_record(string name, nint context, nint** lists, int* counts, int materialize, nint* results);

    [LibraryImport(Library)] internal static partial int shim_function_saved_count(nint node);
    [LibraryImport(Library)] internal static partial int shim_function_saved(nint node, nint* results);
    [LibraryImport(Library)] internal static partial nint shim_exception();
    [LibraryImport(Library)] internal static partial void shim_exception_drop();
    [LibraryImport(Library)] internal static partial void shim_anomaly_set(int enabled, int checkNan);
    [LibraryImport(Library), SuppressGCTransition] internal static partial int shim_anomaly();
    [LibraryImport(Library)] internal static partial byte* shim_anomaly_trace();

    [LibraryImport(Library), SuppressGCTransition] internal static partial int shim_grad_enabled();
    [LibraryImport(Library), SuppressGCTransition] internal static partial void shim_set_grad_enabled(int value);
    [LibraryImport(Library), SuppressGCTransition] internal static partial int shim_inference_enabled();
    [LibraryImport(Library)] internal static partial nint shim_inference_enter(int value);
    [LibraryImport(Library)] internal static partial void shim_inference_leave(nint guard);

    [LibraryImport(Library)] internal static partial nint shim_generator_new(ulong seed);
    [LibraryImport(Library)] internal static partial nint shim_generator_default();
    [LibraryImport(Library)] internal static partial void shim_generator_delete(nint generator);
    [LibraryImport(Library)] internal static partial ulong shim_generator_seed(nint generator);
    [LibraryImport(Library)] internal static partial void shim_generator_set_seed(nint generator, ulong seed);
    [LibraryImport(Library)] internal static partial nint shim_generator_state(nint generator);
    [LibraryImport(Library)] internal static partial int shim_generator_set_state(nint generator, nint state);

    [LibraryImport(Library)] internal static partial int shim_threads();
    [LibraryImport(Library)] internal static partial int shim_interop_threads();
    [LibraryImport(Library)] internal static partial void shim_set_threads(int n);
    [LibraryImport(Library)] internal static partial int shim_set_interop_threads(int n);

    /// <summary>Throws what the last failed call on this thread left behind.</summary>
    internal static void Check(int result, string operation)
    {
        if (result < 0)
            throw Error(operation);
    }

    internal static TorchException Error(string operation) => new(operation, Message());

    internal static string Message() => Marshal.PtrToStringUTF8((nint)shim_error()) ?? "unknown error";
}

/// <summary>What the shim says of a tensor; mirrors <c>Info</c> in runtime.cpp.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct TensorInfo
{
    internal void* Data;
    internal long* Sizes;
    internal long* Strides;
    internal long Dimensions, Elements, Offset;
    internal int DType, DeviceType, DeviceIndex, Flags;

    internal readonly bool RequiresGrad => (Flags & 1) != 0;
    internal readonly bool IsLeaf => (Flags & 2) != 0;
    internal readonly bool IsContiguous => (Flags & 4) != 0;
    internal readonly bool IsSparse => (Flags & 8) != 0;
    internal readonly bool IsInference => (Flags & 16) != 0;
    internal readonly ReadOnlySpan<long> Shape => new(Sizes, (int)Dimensions);
}

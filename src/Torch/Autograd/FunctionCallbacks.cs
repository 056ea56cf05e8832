using System.Diagnostics;
using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>What libtorch's engine calls back while it differentiates; mirrors <c>Callbacks</c> in function.cpp.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct FunctionCallbacks
{
    private delegate* unmanaged<nint, nint, nint*, int, nint*, int, nint> _backward;
    private delegate* unmanaged<nint, void> _release;
    private delegate* unmanaged<nint> _trace;

    static FunctionCallbacks()
    {
        var callbacks = new FunctionCallbacks { _backward = &Backward, _release = &Release, _trace = &Trace };
        Native.shim_function_callbacks(&callbacks);
    }

    /// <summary>Makes sure that the native side knows the callbacks: running the static constructor tells it.</summary>
    internal static void Register() => System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(typeof(FunctionCallbacks).TypeHandle);

    [UnmanagedCallersOnly]
    private static nint Backward(nint context, nint node, nint* grads, int n, nint* results, int capacity)
    {
        try
        {
            var given = new List<torch.Tensor>(n);
            for (var i = 0; i < n; i++)
                given.Add(torch.Tensor.Adopt(grads[i], 0));
            var found = ((torch.autograd.AutogradContext)GCHandle.FromIntPtr(context).Target!).Backward(node, given);
            for (var i = 0; i < capacity; i++)
                results[i] = found[i]?.Retain() ?? 0;
            return 0;
        }
        catch (Exception exception)
        {
            return GCHandle.ToIntPtr(GCHandle.Alloc(exception));
        }
    }

    [UnmanagedCallersOnly]
    private static void Release(nint managed) => GCHandle.FromIntPtr(managed).Free();

    [UnmanagedCallersOnly]
    private static nint Trace()
    {
        var frames = new StackTrace(fNeedFileInfo: true).GetFrames();
        var outside = frames.SkipWhile(f => f.GetMethod()?.DeclaringType?.Assembly == typeof(FunctionCallbacks).Assembly);
        return Marshal.StringToCoTaskMemUTF8(string.Concat(outside.Select(f => "   at " + Line(f) + "\n")));
    }

    private static string Line(StackFrame frame)
    {
        var method = frame.GetMethod();
        var place = frame.GetFileName() is { } file ? $" in {file}:line {frame.GetFileLineNumber()}" : "";
        return $"{method?.DeclaringType?.FullName}.{method?.Name}{place}";
    }
}

using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

// The functions of distributed.cpp.
internal static unsafe partial class Native
{
    [LibraryImport(Library)] internal static partial int shim_distributed_available();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial StoreHandle shim_store_open(string host, int port, int serve, int loopback, long timeout);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int shim_store_set(StoreHandle store, string key, string value);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial long shim_store_add(StoreHandle store, string key, long amount);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial byte* shim_store_get(StoreHandle store, string key);

    [LibraryImport(Library)] internal static partial void shim_store_close(nint store);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial GroupHandle shim_group_open(
        StoreHandle store, int rank, int size, string device, int isInterface, int* processes, long timeout, int isChecked,
        int shareMemory);

    [LibraryImport(Library)] internal static partial void shim_group_close(nint group);

    [LibraryImport(Library)]
    internal static partial WorkHandle shim_collective(GroupHandle group, int kind, nint* many, int n, nint one, int op, int root);

    [LibraryImport(Library)] internal static partial int shim_transfer(GroupHandle group, nint tensor, int peer, int tag, int sending);
    [LibraryImport(Library)] internal static partial int shim_work_wait(WorkHandle work);
    [LibraryImport(Library)] internal static partial int shim_work_completed(WorkHandle work);
    [LibraryImport(Library)] internal static partial void shim_work_close(nint work);

    [LibraryImport(Library)]
    internal static partial ReducerHandle shim_reducer_open(
        GroupHandle group, nint* parameters, int n, long bucketBytes, int findUnused, int asViews);

    [LibraryImport(Library)] internal static partial int shim_reducer_begin_forward(GroupHandle group, ReducerHandle reducer);
    [LibraryImport(Library)] internal static partial int shim_reducer_begin_backward(ReducerHandle reducer, nint* outputs, int n);
    [LibraryImport(Library)] internal static partial void shim_reducer_close(nint reducer);

    /// <summary>Throws what the last failed call on this thread left behind if it gave no handle.</summary>
    internal static T Check<T>(T handle, string operation) where T : SafeHandle =>
        handle.IsInvalid ? throw Error(operation) : handle;
}

/// <summary>A native object that one release ends.</summary>
internal abstract class NativeHandle : SafeHandle
{
    protected NativeHandle() : base(0, ownsHandle: true)
    {
    }

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        Close(handle);
        return true;
    }

    protected abstract void Close(nint native);
}

/// <summary>The store through which ranks find each other.</summary>
internal sealed class StoreHandle : NativeHandle
{
    protected override void Close(nint native) => Native.shim_store_close(native);
}

/// <summary>The connections between the ranks.</summary>
internal sealed class GroupHandle : NativeHandle
{
    protected override void Close(nint native) => Native.shim_group_close(native);
}

/// <summary>A collective under way.</summary>
internal sealed class WorkHandle : NativeHandle
{
    protected override void Close(nint native) => Native.shim_work_close(native);
}

/// <summary>What averages gradients while they are computed.</summary>
internal sealed class ReducerHandle : NativeHandle
{
    protected override void Close(nint native) => Native.shim_reducer_close(native);
}

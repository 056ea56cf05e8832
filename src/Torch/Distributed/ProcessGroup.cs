using System.Net;
using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp.Distributed;

/// <summary>The ranks that have met: connections to all of them, and the store in which they did.</summary>
internal sealed class ProcessGroup : IDisposable
{
    private const string Operation = "init_process_group";
    private readonly StoreHandle _store;

    private ProcessGroup(Rendezvous rendezvous, StoreHandle store, GroupHandle handle) =>
        (Rank, WorldSize, _store, Handle) = (rendezvous.Rank, rendezvous.WorldSize, store, handle);

    internal int Rank { get; }

    internal int WorldSize { get; }

    internal GroupHandle Handle { get; }

    public void Dispose()
    {
        Handle.Dispose();
        _store.Dispose();
    }

    /// <summary>Meets the other ranks and connects to each of them.</summary>
    /// <exception cref="TimeoutException">Rank 0 cannot be reached, or some ranks did not come; the message names them.</exception>
    /// <exception cref="ArgumentException">The ranks disagree on how many they are, or two have the same number.</exception>
    /// <exception cref="TorchException">The port is taken, or connections cannot be made.</exception>
    internal static ProcessGroup Join(Rendezvous rendezvous, TimeSpan timeout)
    {
        var deadline = DateTime.UtcNow + timeout;
        var joining = Task.Run(() => Meet(rendezvous, timeout, deadline));
        return ((IAsyncResult)joining).AsyncWaitHandle.WaitOne(timeout + TimeSpan.FromSeconds(2))
            ? joining.GetAwaiter().GetResult()
            : throw new TimeoutException($"{Operation}: rank 0 at {rendezvous.Host}:{rendezvous.Port} does not answer.");
    }

    private static ProcessGroup Meet(Rendezvous rendezvous, TimeSpan timeout, DateTime deadline)
    {
        var master = rendezvous.Resolve();
        var store = Open(rendezvous, master, timeout);
        try
        {
            var members = new Roll(store, rendezvous).Call(deadline, timeout);
            return new(rendezvous, store, Connect(rendezvous, store, members, Rendezvous.LocalAddressTowards(master), timeout));
        }
        catch
        {
            if (rendezvous.Rank == 0)
                Thread.Sleep(1000); // the others have to read here what is wrong
            store.Dispose();
            throw;
        }
    }

    private static StoreHandle Open(Rendezvous rendezvous, IPAddress master, TimeSpan timeout)
    {
        var loopback = IPAddress.IsLoopback(master);
        var (serve, where) = (rendezvous.Rank == 0, $"{rendezvous.Host}:{rendezvous.Port}");
        var store = Native.shim_store_open(master.ToString(), rendezvous.Port, serve ? 1 : 0, loopback ? 1 : 0, Milliseconds(timeout));
        if (!store.IsInvalid)
            return store;
        var error = Native.Error(Operation);
        throw serve && error.Message.Contains("Address already in use", StringComparison.Ordinal)
            ? new TorchException(Operation, $"rank 0 cannot open port {rendezvous.Port}, which is in use on this machine. Choose another MASTER_PORT.")
            : error.Message.Contains("timed out", StringComparison.Ordinal)
                ? new TimeoutException($"{Operation}: rank {rendezvous.Rank} could not reach rank 0 at {where} within {timeout.TotalSeconds:0.#} s.", error)
                : error;
    }

    private static unsafe GroupHandle Connect(
        Rendezvous rendezvous, StoreHandle store, IReadOnlyList<Member> members, IPAddress local, TimeSpan timeout)
    {
        var chosen = Environment.GetEnvironmentVariable("GLOO_SOCKET_IFNAME");
        var byName = !string.IsNullOrEmpty(chosen);
        var (isChecked, shareMemory) = (IsOn("TORCH_DISTRIBUTED_DEBUG"), IsOn("TORCH_DISTRIBUTED_SHARED_MEMORY"));
        int[] processes = [.. members.Select(member => member.Machine == Member.ThisMachine ? member.Process : 0)];
        fixed (int* ids = processes)
            return Native.Check(
                Native.shim_group_open(
                    store, rendezvous.Rank, rendezvous.WorldSize, byName ? chosen! : local.ToString(), byName ? 1 : 0, ids,
                    Milliseconds(timeout), isChecked ? 1 : 0, shareMemory ? 1 : 0),
                Operation);
    }

    private static bool IsOn(string variable) => Environment.GetEnvironmentVariable(variable) != "OFF";

    private static long Milliseconds(TimeSpan time) => Math.Max(1, (long)time.TotalMilliseconds);
}

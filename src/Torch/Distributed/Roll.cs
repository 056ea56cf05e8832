using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp.Distributed;

/// <summary>What a rank says of itself in the store.</summary>
/// <param name="WorldSize">How many ranks it expects.</param>
/// <param name="Machine">Equal for processes that see each other's process numbers.</param>
/// <param name="Process">Its process number.</param>
/// <param name="Host">The name of its machine.</param>
internal sealed record Member(int WorldSize, string Machine, int Process, string Host)
{
    internal static string ThisMachine { get; } = Read("/proc/sys/kernel/random/boot_id") + new FileInfo("/proc/self/ns/pid").LinkTarget;

    internal static Member Self(int worldSize) => new(worldSize, ThisMachine, Environment.ProcessId, Environment.MachineName);

    internal static Member Parse(string text) =>
        text.Split(' ', 4) is [var size, var process, var machine, var host]
            ? new(int.Parse(size), machine, int.Parse(process), host)
            : throw new FormatException($"The store holds \"{text}\" for a rank: another program uses this port.");

    public override string ToString() => $"{WorldSize} {Process} {Machine} {Host}";

    private static string Read(string file) => File.Exists(file) ? File.ReadAllText(file).Trim() : "";
}

/// <summary>Rank by rank, who is there. Every rank signs up in the store and reads the others' entries.</summary>
internal sealed class Roll(StoreHandle store, Rendezvous rendezvous)
{
    private const string Operation = "init_process_group";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits until all ranks have signed up.</summary>
    internal IReadOnlyList<Member> Call(DateTime deadline, TimeSpan timeout)
    {
        SignUp();
        var members = new Member?[rendezvous.WorldSize];
        while (true)
        {
            foreach (var rank in Absent(members))
            {
                members[rank] = Read(rank);
                Agree(rank, members[rank]);
            }

            if (Absent(members) is not [_, ..] absent)
                return members!;
            if (DateTime.UtcNow >= deadline)
                throw new TimeoutException(
                    $"{Operation}: after {timeout.TotalSeconds:0.#} s rank{(absent.Length > 1 ? "s" : "")} {string.Join(", ", absent)} of "
                    + $"{rendezvous.WorldSize} did not come to {rendezvous.Host}:{rendezvous.Port}.");
            Thread.Sleep(Pause);
        }
    }

    private static int[] Absent(Member?[] members) => [.. Enumerable.Range(0, members.Length).Where(rank => members[rank] is null)];

    private static string Key(int rank) => $"rank/{rank}";

    private void SignUp()
    {
        var claims = Native.shim_store_add(store, Key(rendezvous.Rank) + "/claims", 1);
        if (claims < 0)
            throw Native.Error(Operation);
        if (claims > 1)
            throw Wrong("rank", $"Another process is rank {rendezvous.Rank} already: each needs a rank of its own.");
        Native.Check(Native.shim_store_set(store, Key(rendezvous.Rank), Member.Self(rendezvous.WorldSize).ToString()), Operation);
        Agree(0, Read(0)); // a rank that others do not wait for learns it here
    }

    private unsafe Member? Read(int rank)
    {
        var text = Native.shim_store_get(store, Key(rank));
        if (text == null)
            throw Native.Error(Operation);
        return *text == 0 ? null : Member.Parse(Marshal.PtrToStringUTF8((nint)text)!);
    }

    private void Agree(int rank, Member? member)
    {
        if (member is not null && member.WorldSize != rendezvous.WorldSize)
            throw Wrong(
                "world_size",
                $"Rank {rendezvous.Rank} was told that there are {rendezvous.WorldSize} ranks, but rank {rank} that there are {member.WorldSize}: "
                + "WORLD_SIZE must be the same for all.");
    }

    private static ArgumentException Wrong(string argument, string message) => new(message, argument);
}

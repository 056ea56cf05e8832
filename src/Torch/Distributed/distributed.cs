using TorchSharp.Distributed;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// Training on several processes and machines, after PyTorch's <c>torch.distributed</c>: every process (a rank) runs the same program and they
    /// exchange tensors by collectives, which all ranks must call in the same order. TorchSharp has nothing like it. The exchange is libtorch's own,
    /// over TCP with Gloo; ranks that are all on one machine add up their tensors in memory that they share instead
    /// (<c>TORCH_DISTRIBUTED_SHARED_MEMORY=OFF</c> leaves that to Gloo too). Before each collective the ranks compare what they are about to do, so
    /// that a mismatch is an error on all of them; where they share no memory this takes a round trip, which <c>TORCH_DISTRIBUTED_DEBUG=OFF</c>
    /// leaves out.
    /// </summary>
    public static partial class distributed
    {
        /// <summary>How long a rank waits for the others, unless told otherwise.</summary>
        public static TimeSpan default_pg_timeout { get; } = TimeSpan.FromMinutes(30);

        private static readonly Lock Gate = new();
        private static ProcessGroup? _group;

        static distributed() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
            Task.Run(destroy_process_group).Wait(TimeSpan.FromSeconds(2)); // before static destructors of native code run

        /// <summary>Whether the libtorch in use can do it.</summary>
        public static bool is_available() => Native.shim_distributed_available() != 0;

        /// <summary>Whether the libtorch in use has Gloo.</summary>
        public static bool is_gloo_available() => is_available();

        /// <summary>Whether this process has joined the others.</summary>
        public static bool is_initialized() => _group is not null;

        /// <summary>Joins the other ranks: returns when all of them have come and are connected.</summary>
        /// <param name="backend">What moves the data: <c>gloo</c>.</param>
        /// <param name="init_method">
        /// Where the ranks meet: <c>env://</c> (the default) reads <c>MASTER_ADDR</c> and <c>MASTER_PORT</c>, <c>tcp://HOST:PORT</c> says it; rank 0
        /// must run on that host, and opens that port. Only the network that leads to the host is used (loopback for a loopback address); the
        /// environment variable <c>GLOO_SOCKET_IFNAME</c> names another interface.
        /// </param>
        /// <param name="timeout">How long any rank waits for the others, here and in every collective; by default 30 minutes.</param>
        /// <param name="world_size">The number of ranks; by default <c>WORLD_SIZE</c>.</param>
        /// <param name="rank">The number of this one, from 0; by default <c>RANK</c>.</param>
        /// <exception cref="ArgumentException">A value is missing, malformed, out of range or not that of the other ranks.</exception>
        /// <exception cref="TimeoutException">Some ranks did not come; the message names them.</exception>
        /// <exception cref="InvalidOperationException">This process has joined already.</exception>
        /// <exception cref="NotSupportedException">The libtorch in use was built without Gloo.</exception>
        public static void init_process_group(
            string backend = "gloo", string? init_method = null, TimeSpan? timeout = null, int world_size = -1, int rank = -1)
        {
            if (backend != "gloo")
                throw new ArgumentException($"backend must be \"gloo\", the one that works without a GPU, not \"{backend}\".", nameof(backend));
            var patience = timeout ?? default_pg_timeout;
            if (patience <= TimeSpan.Zero)
                throw new ArgumentOutOfRangeException(nameof(timeout), patience, $"timeout must be positive, not {patience}.");
            var rendezvous = Rendezvous.Parse(init_method, world_size, rank, Environment.GetEnvironmentVariable);
            if (!is_available())
                throw new NotSupportedException(
                    "The libtorch in use was built without Gloo, so processes cannot be connected. Debian's libtorch-dev with libgloo-dev has it.");
            lock (Gate)
            {
                if (_group is not null)
                    throw new InvalidOperationException("This process has joined a group already: call destroy_process_group first.");
                _group = ProcessGroup.Join(rendezvous, patience);
            }
        }

        /// <summary>Leaves the group; without one, does nothing. A rank that leaves while others wait for it makes their call fail.</summary>
        public static void destroy_process_group()
        {
            lock (Gate)
            {
                _group?.Dispose();
                _group = null;
            }
        }

        /// <summary>The number of this process, from 0; -1 before <see cref="init_process_group"/>.</summary>
        public static int get_rank() => _group?.Rank ?? -1;

        /// <summary>The number of processes; -1 before <see cref="init_process_group"/>.</summary>
        public static int get_world_size() => _group?.WorldSize ?? -1;

        /// <summary>The name of what moves the data: <c>gloo</c>.</summary>
        /// <exception cref="InvalidOperationException">Before <see cref="init_process_group"/>.</exception>
        public static string get_backend() => Group is not null ? "gloo" : "";

        /// <exception cref="InvalidOperationException">Before <see cref="init_process_group"/>.</exception>
        internal static ProcessGroup Group =>
            _group ?? throw new InvalidOperationException("There is no process group: call torch.distributed.init_process_group first.");

        internal static int Member(int rank, string name) =>
            rank >= 0 && rank < Group.WorldSize
                ? rank
                : throw new ArgumentOutOfRangeException(name, rank, $"With {Group.WorldSize} ranks, {name} must be from 0 to {Group.WorldSize - 1}, not {rank}.");
    }
}

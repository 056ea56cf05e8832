using TorchSharp.Distributed;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Collectives: every rank calls the same one, in the same order, with tensors of the same type and shape. Each returns null, or with async_op a
    // handle whose wait() has to be called before the tensors are used. Errors of all of them: TorchException if the ranks disagree (all get the
    // error, the group stays usable), if another rank ended or failed (the group is of no use any more) or if one does not come in time.
    public static partial class distributed
    {
        private enum Kind { AllReduce, Broadcast, Reduce, AllGather, Gather, Scatter, Barrier }

        /// <summary>Combines the tensors of all ranks, element by element, and gives every rank the result, in place.</summary>
        /// <param name="tensor">Of any shape; of type Byte, Int8, Int32, Int64, Float16, Float32 or Float64.</param>
        /// <param name="op">How to combine.</param>
        /// <param name="async_op">Whether to return a handle at once.</param>
        /// <exception cref="ArgumentException">The type cannot be combined so.</exception>
        /// <exception cref="InvalidOperationException">Before <see cref="init_process_group"/>.</exception>
        /// <exception cref="TorchException">The ranks disagree, one has ended, or one did not come in time.</exception>
        public static Work? all_reduce(Tensor tensor, ReduceOp op = ReduceOp.SUM, bool async_op = false)
        {
            var (group, packed) = (Group, Reducible(tensor, op));
            return Start(Kind.AllReduce, group, [], packed, op, 0, async_op, () => Finish(packed, op, group.WorldSize, tensor));
        }

        /// <summary>Combines the tensors of all ranks as <see cref="all_reduce"/> does, but only rank <paramref name="dst"/> gets the result.</summary>
        /// <param name="tensor">As for <see cref="all_reduce"/>; unchanged on the other ranks.</param>
        /// <param name="dst">The rank that gets the result.</param>
        /// <param name="op">How to combine.</param>
        /// <param name="async_op">Whether to return a handle at once.</param>
        /// <exception cref="ArgumentException">The type cannot be combined so, or there is no such rank.</exception>
        /// <inheritdoc cref="all_reduce"/>
        public static Work? reduce(Tensor tensor, int dst, ReduceOp op = ReduceOp.SUM, bool async_op = false)
        {
            var (group, mine) = (Group, Member(dst, nameof(dst)) == get_rank());
            var packed = Reducible(tensor, op, keep: !mine);
            return Start(Kind.Reduce, group, [], packed, op, dst, async_op, () =>
            {
                if (mine)
                    Finish(packed, op, group.WorldSize, tensor);
                else
                    packed.Release();
            });
        }

        /// <summary>Gives every rank the tensor of rank <paramref name="src"/>, in place.</summary>
        /// <param name="tensor">Of any shape and type.</param>
        /// <param name="src">The rank that has the values.</param>
        /// <param name="async_op">Whether to return a handle at once.</param>
        /// <exception cref="ArgumentException">There is no such rank.</exception>
        /// <inheritdoc cref="all_reduce"/>
        public static Work? broadcast(Tensor tensor, int src, bool async_op = false)
        {
            var (group, mine) = (Group, Member(src, nameof(src)) == get_rank());
            var packed = Packed.Of(tensor, nameof(tensor));
            return Start(Kind.Broadcast, group, [], packed, ReduceOp.SUM, src, async_op, mine ? packed.Release : packed.Written);
        }

        /// <summary>Gives every rank the tensors of all ranks.</summary>
        /// <param name="tensor_list">Where they go: one for each rank, each of the type and shape of <paramref name="tensor"/>.</param>
        /// <param name="tensor">What this rank gives; of any shape and type.</param>
        /// <param name="async_op">Whether to return a handle at once.</param>
        /// <exception cref="ArgumentException">The list is of another length, or a tensor in it of another type or shape.</exception>
        /// <inheritdoc cref="all_reduce"/>
        public static Work? all_gather(IList<Tensor> tensor_list, Tensor tensor, bool async_op = false)
        {
            var (group, packed) = (Group, Packed.Of(tensor, nameof(tensor)));
            var all = Packed.ForEachRank(tensor_list, tensor, nameof(tensor_list));
            return Start(Kind.AllGather, group, all, packed, ReduceOp.SUM, 0, async_op, () => Deliver(all, packed));
        }

        /// <summary>Gives rank <paramref name="dst"/> the tensors of all ranks.</summary>
        /// <param name="tensor">What this rank gives; of any shape and type.</param>
        /// <param name="gather_list">On rank <paramref name="dst"/>: where they go, one for each rank. Null on the others.</param>
        /// <param name="dst">The rank that gets them.</param>
        /// <param name="async_op">Whether to return a handle at once.</param>
        /// <exception cref="ArgumentException">The list is missing, superfluous, of another length, or a tensor in it of another type or shape.</exception>
        /// <inheritdoc cref="all_reduce"/>
        public static Work? gather(Tensor tensor, IList<Tensor>? gather_list = null, int dst = 0, bool async_op = false)
        {
            var (group, packed) = (Group, Packed.Of(tensor, nameof(tensor)));
            var all = OnlyOn(dst, nameof(dst), gather_list, tensor, nameof(gather_list));
            return Start(Kind.Gather, group, all, packed, ReduceOp.SUM, dst, async_op, () => Deliver(all, packed));
        }

        /// <summary>Gives each rank its own of the tensors of rank <paramref name="src"/>.</summary>
        /// <param name="tensor">Where this rank's goes; of any shape and type.</param>
        /// <param name="scatter_list">On rank <paramref name="src"/>: one for each rank. Null on the others.</param>
        /// <param name="src">The rank that has them.</param>
        /// <param name="async_op">Whether to return a handle at once.</param>
        /// <exception cref="ArgumentException">The list is missing, superfluous, of another length, or a tensor in it of another type or shape.</exception>
        /// <inheritdoc cref="all_reduce"/>
        public static Work? scatter(Tensor tensor, IList<Tensor>? scatter_list = null, int src = 0, bool async_op = false)
        {
            var (group, packed) = (Group, Packed.Of(tensor, nameof(tensor)));
            var all = OnlyOn(src, nameof(src), scatter_list, tensor, nameof(scatter_list));
            return Start(Kind.Scatter, group, all, packed, ReduceOp.SUM, src, async_op, () =>
            {
                packed.Written();
                Array.ForEach(all, one => one.Release());
            });
        }

        /// <summary>Waits until all ranks have come here.</summary>
        /// <param name="async_op">Whether to return a handle at once.</param>
        /// <inheritdoc cref="all_reduce"/>
        public static Work? barrier(bool async_op = false) => Start(Kind.Barrier, Group, [], null, ReduceOp.SUM, 0, async_op, null);

        private static unsafe Work? Start(
            Kind kind, ProcessGroup group, Packed[] many, Packed? one, ReduceOp op, int root, bool async_op, Action? finish)
        {
            var name = kind switch { Kind.AllReduce => nameof(all_reduce), Kind.AllGather => nameof(all_gather), _ => kind.ToString().ToLowerInvariant() };
            nint[] handles = [.. many.Select(tensor => tensor.Handle)];
            WorkHandle handle;
            fixed (nint* list = handles)
                handle = Native.Check(
                    Native.shim_collective(
                        group.Handle, (int)kind, list, handles.Length, one?.Handle ?? 0, (int)(op == ReduceOp.AVG ? ReduceOp.SUM : op), root),
                    name);
            GC.KeepAlive(many);
            GC.KeepAlive(one);
            var work = new Work(handle, name, finish);
            if (async_op)
                return work;
            using (work)
                work.wait();
            return null;
        }

        private static Packed Reducible(Tensor tensor, ReduceOp op, bool keep = false)
        {
            var packed = Packed.Of(tensor, nameof(tensor), keep);
            var bits = op is ReduceOp.BAND or ReduceOp.BOR or ReduceOp.BXOR;
            var fits = tensor.dtype switch
            {
                ScalarType.Float16 or ScalarType.Float32 or ScalarType.Float64 => !bits,
                ScalarType.Byte or ScalarType.Int8 or ScalarType.Int32 or ScalarType.Int64 => op != ReduceOp.AVG,
                _ => false,
            };
            if (fits && Enum.IsDefined(op))
                return packed;
            packed.Release();
            throw new ArgumentException(
                $"Tensors of type {tensor.dtype} cannot be combined by {op}. SUM, PRODUCT, MIN and MAX take Byte, Int8, Int32, Int64, Float16, Float32 "
                + "and Float64; AVG the floating-point ones of these; BAND, BOR and BXOR the integer ones.",
                nameof(tensor));
        }

        private static void Finish(Packed packed, ReduceOp op, int worldSize, Tensor tensor)
        {
            packed.Written();
            if (op != ReduceOp.AVG)
                return;
            using (no_grad())
                tensor.div_(worldSize);
        }

        private static void Deliver(Packed[] all, Packed given)
        {
            Array.ForEach(all, one => one.Written());
            given.Release();
        }

        private static Packed[] OnlyOn(int rank, string rankName, IList<Tensor>? list, Tensor like, string name) =>
            (Member(rank, rankName) == get_rank(), list) switch
            {
                (true, null) => throw new ArgumentNullException(name, $"Rank {rank} must give {name}: one tensor for each rank."),
                (true, _) => Packed.ForEachRank(list!, like, name),
                (false, null) => [],
                (false, _) => throw new ArgumentException($"Only rank {rank} gives {name}; here, on rank {get_rank()}, it must be null.", name),
            };
    }
}

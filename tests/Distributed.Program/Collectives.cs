using static TorchSharp.torch;
using static TorchSharp.torch.distributed;

namespace TorchSharp.Tests.Distributed;

/// <summary>Every collective with small tensors whose values tell the ranks apart.</summary>
internal static class Collectives
{
    internal static void Run()
    {
        var (rank, size) = (get_rank(), get_world_size());
        Say("rank", rank, size, is_initialized(), get_backend());

        foreach (var op in new[] { ReduceOp.SUM, ReduceOp.AVG, ReduceOp.PRODUCT, ReduceOp.MIN, ReduceOp.MAX })
            Say($"all_reduce {op}", Changed(tensor(new[] { rank + 1f, 2f * rank - 1 }), x => all_reduce(x, op)));
        Say("all_reduce BAND", Changed(tensor(new[] { 6L + rank, 12 }), x => all_reduce(x, ReduceOp.BAND)));
        foreach (var type in new[] { ScalarType.Byte, ScalarType.Int8, ScalarType.Int32, ScalarType.Int64, ScalarType.Float16, ScalarType.Float64 })
            Say($"all_reduce {type}", Changed(full(2, rank + 1, type), x => all_reduce(x)));
        Say("all_reduce transposed", Changed(arange(6, ScalarType.Float32).view(2, 3).t() + rank, x => all_reduce(x)));
        Say("all_reduce slice", Changed(arange(6, ScalarType.Float32).view(2, 3)[.., 1] + rank, x => all_reduce(x)));
        Say("all_reduce empty", Changed(zeros(0), x => all_reduce(x)));
        var large = arange(3_000_001, ScalarType.Int64); // more than shared memory takes at once
        Say("all_reduce large", Changed(large * (rank + 1), x => all_reduce(x)).eq(large * (size * (size + 1) / 2)).all().item<bool>());
        Say("all_reduce number", Changed(tensor(rank + 0.5), x => all_reduce(x)));

        var parameter = nn.Parameter(full(2, rank + 1f));
        all_reduce(parameter);
        Say("all_reduce parameter", parameter.data<float>().ToArray(), parameter.is_leaf, parameter.requires_grad);

        Say("broadcast", Changed(full(2, 10f + rank), x => broadcast(x, 1)));
        foreach (var type in new[] { ScalarType.Bool, ScalarType.Int16, ScalarType.BFloat16, ScalarType.ComplexFloat64 })
            Say($"broadcast {type}", Changed((arange(4, ScalarType.Int64) * (rank == 1 ? 1 : 0)).to_type(type), x => broadcast(x, 1)));
        Say("reduce", Changed(full(2, rank + 1f), x => reduce(x, 2)));

        var gathered = Enumerable.Range(0, size).Select(_ => zeros(2)).ToList();
        all_gather(gathered, full(2, rank * 1.5f));
        Say("all_gather", gathered.SelectMany(one => one.data<float>().ToArray()).ToArray());
        var columns = zeros(2, size);
        all_gather([.. Enumerable.Range(0, size).Select(r => columns[.., r])], full(2, rank * 1.5f));
        Say("all_gather columns", columns.flatten());
        var collected = rank == 1 ? Enumerable.Range(0, size).Select(_ => zeros(1)).ToList() : null;
        gather(full(1, rank + 7f), collected, dst: 1);
        Say("gather", (collected ?? []).Select(one => one.item<float>()).ToArray());
        Say("scatter", Changed(zeros(1), x => scatter(x, rank == 2 ? [.. Enumerable.Range(0, size).Select(r => full(1, r * 100f))] : null, src: 2)));

        Tensor a = full(1, (float)rank), b = full(1, rank * 10f);
        using Work first = all_reduce(a, async_op: true)!, second = all_reduce(b, ReduceOp.AVG, async_op: true)!;
        second.wait();
        first.wait();
        first.wait();
        Say("async", a.item<float>(), b.item<float>(), first.is_completed());
        barrier();
        Say("barrier");
    }

    /// <summary>A ring: rank r sends to r + 1, then back with another tag.</summary>
    internal static void Pairs()
    {
        var (rank, size) = (get_rank(), get_world_size());
        var (next, last) = ((rank + 1) % size, (rank + size - 1) % size);
        var taken = zeros(2, 2);
        if (rank == 0)
            send(eye(2) * 3, next);
        Say("recv", recv(taken, last), taken);
        if (rank != 0)
            send(taken + 1, next);
        try
        {
            if (rank == 0)
                send(zeros(3), 1, tag: 5);
            if (rank == 1)
                recv(zeros(2, ScalarType.Int16), 0, tag: 5);
        }
        catch (TorchException error)
        {
            Say("mismatch", error.Message);
        }
        barrier();
        Say("done");
    }

    internal static void Say(string what, params object[] values) => Console.WriteLine(
        $"{what}: {string.Join(" | ", values.Select(value => value switch
        {
            Tensor x => string.Join(" ", x.contiguous().view(-1).to_type(x.is_complex() ? ScalarType.ComplexFloat64 : ScalarType.Float64) switch
            {
                var y when y.is_complex() => y.data<System.Numerics.Complex>().ToArray().Select(z => $"{z.Real}"),
                var y => y.data<double>().ToArray().Select(z => $"{z}"),
            }),
            float[] numbers => string.Join(" ", numbers),
            _ => $"{value}",
        }))}");

    private static Tensor Changed(Tensor tensor, Action<Tensor> collective)
    {
        collective(tensor);
        return tensor;
    }
}

using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Distributed;

/// <summary>
/// What makes copies of a module on all ranks one: they start from rank 0's values, and every backward pass averages the gradients, bucket by
/// bucket while the rest is still being computed. The averaging is libtorch's own <c>c10d::Reducer</c>, hooked into autograd.
/// </summary>
internal sealed class GradientAverager : IDisposable
{
    private readonly ReducerHandle _reducer;
    private readonly Tensor[] _buffers;
    private readonly bool _findUnused;

    internal GradientAverager(nn.Module module, double bucketMegabytes, bool broadcastBuffers, bool findUnused, bool asViews)
    {
        Tensor[] learned = [.. module.parameters().Where(parameter => parameter.requires_grad)];
        if (learned.Length == 0)
            throw new ArgumentException("The module has no parameter that requires a gradient, so there is nothing to average.", nameof(module));
        RequireSameEverywhere(module);
        SendFromRank0([.. module.parameters(), .. module.buffers()]);
        _buffers = broadcastBuffers ? [.. module.buffers()] : [];
        _findUnused = findUnused;
        _reducer = Open(learned, (long)(bucketMegabytes * (1 << 20)), asViews);
    }

    /// <summary>Whether backward passes are averaged; false while gradients are only accumulated.</summary>
    internal bool Enabled { get; set; } = true;

    /// <summary>Runs the module so that the backward pass of its result averages.</summary>
    internal TResult Run<TResult>(bool training, Func<TResult> forward)
    {
        if (!Enabled || !is_grad_enabled())
            return forward();
        if (training)
            SendFromRank0(_buffers);
        Native.Check(Native.shim_reducer_begin_forward(torch.distributed.Group.Handle, _reducer), nameof(nn.parallel.DistributedDataParallel));
        var result = forward();
        BeginBackward(_findUnused ? [.. TensorsIn(result)] : []);
        return result;
    }

    public void Dispose() => _reducer.Dispose();

    private unsafe ReducerHandle Open(Tensor[] parameters, long bucketBytes, bool asViews)
    {
        nint[] handles = [.. parameters.Select(parameter => parameter.Handle)];
        fixed (nint* list = handles)
            return Native.Check(
                Native.shim_reducer_open(torch.distributed.Group.Handle, list, handles.Length, bucketBytes, _findUnused ? 1 : 0, asViews ? 1 : 0),
                nameof(nn.parallel.DistributedDataParallel));
    }

    private unsafe void BeginBackward(Tensor[] outputs)
    {
        nint[] handles = [.. outputs.Select(output => output.Handle)];
        fixed (nint* list = handles)
            Native.Check(Native.shim_reducer_begin_backward(_reducer, list, handles.Length), nameof(nn.parallel.DistributedDataParallel));
        GC.KeepAlive(outputs);
    }

    private static IEnumerable<Tensor> TensorsIn(object? value) => value switch
    {
        Tensor tensor => [tensor],
        ITuple tuple => Enumerable.Range(0, tuple.Length).SelectMany(i => TensorsIn(tuple[i])),
        IEnumerable<Tensor> tensors => tensors,
        IReadOnlyDictionary<string, Tensor> named => named.Values,
        _ => [],
    };

    /// <summary>All ranks throw if one has parameters or buffers of other names, types or shapes than rank 0.</summary>
    private static void RequireSameEverywhere(nn.Module module)
    {
        using var scope = NewDisposeScope();
        var entries = module.named_parameters().Select(p => (p.name, value: (Tensor)p.parameter)).Concat(module.named_buffers().Select(b => (b.name, value: b.buffer)));
        var text = string.Join('\n', entries.Select(entry => $"{entry.name} {entry.value.dtype} {entry.value.Shaped()} {entry.value.requires_grad}"));
        var digest = BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        var mine = tensor(new[] { digest, module.parameters().Count(), module.parameters().Sum(parameter => parameter.numel()) });
        Tensor[] all = [.. Enumerable.Range(0, torch.distributed.get_world_size()).Select(_ => zeros(3, ScalarType.Int64))];
        torch.distributed.all_gather(all, mine);
        var facts = all.Select(one => one.data<long>().ToArray()).ToList();
        if (facts.FindIndex(fact => fact[0] != facts[0][0]) is > 0 and var other)
            throw new ArgumentException(
                $"The module of rank {other} differs from that of rank 0 in the names, types or shapes of its parameters or buffers: "
                + $"{facts[other][1]} parameters of {facts[other][2]} elements against {facts[0][1]} of {facts[0][2]}.",
                nameof(module));
    }

    /// <summary>Gives all ranks the values of rank 0; one message for each type of element.</summary>
    private static void SendFromRank0(IReadOnlyList<Tensor> tensors)
    {
        foreach (var same in tensors.GroupBy(tensor => tensor.dtype))
        {
            using var scope = NewDisposeScope();
            using var mode = no_grad();
            var flat = cat([.. same.Select(one => one.reshape(-1))], 0);
            torch.distributed.broadcast(flat, src: 0);
            if (torch.distributed.get_rank() == 0)
                continue;
            var start = 0L;
            foreach (var one in same)
            {
                one.copy_(flat.narrow(0, start, one.numel()).view(one.shape));
                start += one.numel();
            }
        }
    }
}

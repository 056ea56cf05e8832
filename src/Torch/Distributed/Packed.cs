using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Distributed;

/// <summary>Tensors as collectives need them: on the processor, dense and contiguous. A tensor that is not contiguous is represented by a copy.</summary>
internal sealed class Packed
{
    private readonly Tensor _tensor;
    private readonly Tensor? _copy;

    private Packed(Tensor tensor, bool keep)
    {
        _tensor = tensor;
        using (no_grad())
            _copy = (!tensor.is_contiguous() ? tensor.contiguous() : keep ? tensor.clone() : null)?.DetachFromDisposeScope();
    }

    internal nint Handle => (_copy ?? _tensor).Handle;

    /// <summary>Represents a tensor, as a copy if its memory cannot be used or must not be written.</summary>
    internal static Packed Of(Tensor tensor, string name, bool keep = false)
    {
        ArgumentNullException.ThrowIfNull(tensor, name);
        if (tensor.is_sparse || tensor.device_type != DeviceType.CPU)
            throw new ArgumentException($"{name} must be a dense tensor on the processor; it is {(tensor.is_sparse ? "sparse" : $"on {tensor.device}")}.", name);
        return new(tensor, keep);
    }

    /// <summary>Represents one tensor for each rank, all like another one.</summary>
    internal static Packed[] ForEachRank(IList<Tensor> tensors, Tensor like, string name)
    {
        ArgumentNullException.ThrowIfNull(tensors, name);
        if (tensors.Count != torch.distributed.Group.WorldSize)
            throw new ArgumentException($"{name} must have one tensor for each of the {torch.distributed.Group.WorldSize} ranks, not {tensors.Count}.", name);
        Packed[] all = [.. tensors.Select((tensor, i) => Of(tensor, $"{name}[{i}]"))];
        for (var i = 0; i < all.Length; i++)
            if (tensors[i].dtype != like.dtype || !tensors[i].shape.AsSpan().SequenceEqual(like.shape))
                throw new ArgumentException(
                    $"{name}[{i}] is {tensors[i].dtype} {tensors[i].Shaped()}, but must be like the other tensor: {like.dtype} {like.Shaped()}.", name);
        return all;
    }

    /// <summary>After the collective has written: copies back, and tells autograd.</summary>
    internal void Written()
    {
        if (_copy is null)
        {
            if (!_tensor.Info.IsInference)
                Native.shim_bump_version(_tensor.Handle);
            return;
        }

        using (no_grad())
            _tensor.copy_(_copy);
        _copy.Dispose();
    }

    /// <summary>After the collective has read, or when its result does not matter.</summary>
    internal void Release() => _copy?.Dispose();
}

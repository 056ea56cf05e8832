using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What an optimiser remembers of one parameter: how many steps it made, and averages of the parameter's shape.</summary>
public sealed class OptimizerState : IDisposable
{
    private readonly Tensor?[] _slots;

    internal OptimizerState(int slots) => _slots = new Tensor?[slots];

    /// <summary>How many steps were made.</summary>
    public long Step { get; internal set; }

    /// <summary>The averages, in the order of the optimiser; null before they are first needed.</summary>
    public IReadOnlyList<Tensor?> Slots => _slots;

    /// <summary>An average, 0 at first.</summary>
    internal Tensor Slot(int number, Tensor like)
    {
        if (_slots[number] is { } slot && slot.dtype == like.dtype)
            return slot;
        using var old = _slots[number];
        return _slots[number] = (old?.to(like.dtype) ?? zeros(like.shape, like.dtype)).DetachFromDisposeScope();
    }

    internal void CopyFrom(OptimizerState other)
    {
        Step = other.Step;
        for (var i = 0; i < _slots.Length; i++)
        {
            _slots[i]?.Dispose();
            _slots[i] = other._slots[i]?.clone().DetachFromDisposeScope();
        }
    }

    internal void Save(BinaryWriter writer)
    {
        writer.Encode(Step);
        writer.Encode(_slots.Length);
        foreach (var slot in _slots)
        {
            writer.Write(slot is not null);
            slot?.Save(writer);
        }
    }

    internal static OptimizerState Load(BinaryReader reader)
    {
        var step = reader.Decode();
        var count = reader.Decode();
        if (count > 16)
            throw new InvalidDataException($"{count} averages for one parameter.");
        var state = new OptimizerState((int)count) { Step = step };
        for (var i = 0; i < state._slots.Length; i++)
        {
            if (reader.ReadBoolean())
                state._slots[i] = TensorFile.Read(reader).DetachFromDisposeScope();
        }

        return state;
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        foreach (var slot in _slots)
            slot?.Dispose();
    }
}

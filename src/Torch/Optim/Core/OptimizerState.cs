using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What an optimiser remembers of one parameter: how many steps it made, and averages of the parameter's shape.</summary>
public sealed class OptimizerState : IDisposable
{
    private readonly StateLayout _layout;
    private readonly Tensor?[] _slots;

    internal OptimizerState(StateLayout layout) => (_layout, _slots, Numbers) = (layout, new Tensor?[layout.Tensors], new double[layout.Numbers]);

    /// <summary>How many steps were made.</summary>
    public long Step { get; internal set; }

    /// <summary>The averages, in the order of the optimiser; null before they are first needed.</summary>
    public IReadOnlyList<Tensor?> Slots => _slots;

    /// <summary>What is remembered beside the averages.</summary>
    internal double[] Numbers { get; }

    /// <summary>An average, 0 at first.</summary>
    internal Tensor Slot(int number, Tensor like)
    {
        if (_slots[number] is { } slot && slot.dtype == like.dtype)
            return slot;
        using var old = _slots[number];
        return _slots[number] = (old?.to(like.dtype) ?? zeros(like.shape, like.dtype)).DetachFromDisposeScope();
    }

    /// <summary>Whether the state is of an optimiser of the same kind and a parameter of the same shape.</summary>
    internal bool Fits(StateLayout layout, Tensor parameter) =>
        _layout == layout && _slots.All(s => s is null || s.shape.AsSpan().SequenceEqual(parameter.shape));

    internal void CopyFrom(OptimizerState other)
    {
        Step = other.Step;
        other.Numbers.CopyTo(Numbers, 0);
        for (var i = 0; i < _slots.Length; i++)
        {
            _slots[i]?.Dispose();
            _slots[i] = other._slots[i]?.clone().DetachFromDisposeScope();
        }
    }

    internal void Save(BinaryWriter writer, Tensor parameter)
    {
        if (_layout.Counted)
            writer.Write(Step);
        foreach (var number in Numbers)
            writer.Write(number);
        for (var i = 0; i < _slots.Length; i++)
        {
            if (!_layout.Requires(i))
                writer.Write(_slots[i] is not null);
            if (_layout.Requires(i) || _slots[i] is not null)
                Slot(i, parameter).Save(writer);
        }
    }

    internal static OptimizerState Load(BinaryReader reader, StateLayout layout)
    {
        var state = new OptimizerState(layout);
        try
        {
            state.Step = layout.Counted ? reader.ReadInt64() : 0;
            for (var i = 0; i < layout.Numbers; i++)
                state.Numbers[i] = reader.ReadDouble();
            for (var i = 0; i < layout.Tensors; i++)
                if (layout.Requires(i) || reader.ReadBoolean())
                    state._slots[i] = TensorFile.Read(reader).DetachFromDisposeScope();
            return state;
        }
        catch
        {
            state.Dispose();
            throw;
        }
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        foreach (var slot in _slots)
            slot?.Dispose();
    }
}

using static TorchSharp.torch;

namespace TorchSharp.Modules;

// Saving and loading, in TorchSharp's file format.
public abstract partial class OptimizerHelper
{
    /// <summary>The options and state, for <see cref="load_state_dict(optim.Optimizer.StateDictionary)"/>: the optimiser's own, not copies.</summary>
    public virtual StateDictionary state_dict()
    {
        var all = new StateDictionary();
        all.Options.AddRange(_groups.Select(g => g.Options));
        all.State.AddRange(parameters().Select(p => _state[p]));
        return all;
    }

    /// <summary>Takes over options and state of an optimiser of the same kind over parameters of the same shapes.</summary>
    /// <exception cref="ArgumentException">The numbers of groups, parameters or averages, or shapes, differ.</exception>
    public virtual void load_state_dict(StateDictionary state_dict)
    {
        ArgumentNullException.ThrowIfNull(state_dict);
        Check(state_dict);
        foreach (var (group, options) in _groups.Zip(state_dict.Options))
            group.Options.CopyFrom(options);
        foreach (var (parameter, state) in parameters().Zip(state_dict.State))
            if (!ReferenceEquals(_state[parameter], state))
                _state[parameter].CopyFrom(state);
    }

    private void Check(StateDictionary saved)
    {
        CheckCounts(saved.Options.Count, saved.State.Count);
        if (saved.Options.FirstOrDefault(o => o.GetType() != Defaults.GetType()) is { } other)
            throw new ArgumentException($"The state is of {other.GetType().DeclaringType?.Name}, not of {GetType().Name}.");
        foreach (var (parameter, state) in parameters().Zip(saved.State))
            if (!state.Fits(Layout, parameter))
                throw new ArgumentException($"The state of a parameter of shape {parameter.Shaped()} does not fit it.");
    }

    private void CheckCounts(long groups, long states)
    {
        if (groups != _groups.Count || states != _state.Count)
            throw new ArgumentException(
                $"The state is of {groups} groups and {states} parameters, the optimiser has {_groups.Count} and {_state.Count}.");
    }

    /// <summary>Writes options and state to a file; training goes on from it with the same bits. The format is TorchSharp's.</summary>
    public void save_state_dict(string location)
    {
        var unfinished = location + ".unfinished";
        using (var writer = new BinaryWriter(File.Create(unfinished)))
            save_state_dict(writer);
        File.Move(unfinished, location, overwrite: true);
    }

    /// <inheritdoc cref="save_state_dict(string)"/>
    public void save_state_dict(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(GetType().Name);
        writer.Encode(_groups.Count);
        writer.Encode(_state.Count);
        foreach (var group in _groups)
            group.Options.Save(writer);
        foreach (var group in _groups)
            foreach (var parameter in group.Parameters)
                Save(_state[parameter], parameter, group.Options, writer);
    }

    private void Save(OptimizerState state, Tensor parameter, OptimizerOptions options, BinaryWriter writer)
    {
        if (state.Step == 0)
            Begin(state, parameter, options);
        state.Save(writer, parameter);
    }

    /// <summary>Reads options and state from a file that <see cref="save_state_dict(string)"/>, or TorchSharp, wrote.</summary>
    /// <exception cref="InvalidDataException">The file is cut off or of another kind of optimiser.</exception>
    /// <exception cref="ArgumentException">It does not fit the parameters.</exception>
    public void load_state_dict(string location)
    {
        using var reader = new BinaryReader(File.OpenRead(location));
        load_state_dict(reader);
    }

    /// <inheritdoc cref="load_state_dict(string)"/>
    public void load_state_dict(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var read = new StateDictionary();
        try
        {
            var (groups, states) = TensorFile.Guarded(() => Header(reader));
            CheckCounts(groups, states);
            TensorFile.Guarded(() => Read(reader, read));
            load_state_dict(read);
        }
        finally
        {
            read.State.ForEach(s => s.Dispose());
        }
    }

    private (long Groups, long States) Header(BinaryReader reader)
    {
        var kind = reader.ReadString();
        if (kind != GetType().Name)
            throw new InvalidDataException($"The state is of {kind}, not of {GetType().Name}.");
        return (reader.Decode(), reader.Decode());
    }

    private bool Read(BinaryReader reader, StateDictionary into)
    {
        foreach (var _ in _groups)
        {
            var options = Defaults.Clone();
            options.Load(reader);
            into.Options.Add(options);
        }

        foreach (var _ in _state)
            into.State.Add(OptimizerState.Load(reader, Layout));
        return true;
    }
}

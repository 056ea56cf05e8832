using System.Numerics;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>An optimiser that changes each parameter by itself, in one pass over its memory.</summary>
public abstract class OptimizerHelper : optim.Optimizer
{
    private readonly Dictionary<Parameter, OptimizerState> _state = new(ReferenceEqualityComparer.Instance);
    private readonly OptimizerOptions _defaults;

    private protected OptimizerHelper(OptimizerOptions defaults, IEnumerable<ParamGroup> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        if (!(defaults.LearningRate >= 0))
            throw new ArgumentOutOfRangeException(
                nameof(defaults), defaults.LearningRate, $"The learning rate must not be negative, but is {defaults.LearningRate}.");
        defaults.InitialLearningRate = defaults.LearningRate;
        _defaults = defaults;
        foreach (var group in groups)
            add_param_group(group);
    }

    /// <summary>How many averages of its own shape each parameter needs.</summary>
    private protected abstract int Slots { get; }

    /// <summary>Changes one parameter by its derivative; its state's step is already counted.</summary>
    /// <typeparam name="T">The type of the parameter's elements.</typeparam>
    private protected abstract void Update<T>(Tensor parameter, Tensor gradient, OptimizerOptions common, OptimizerState state)
        where T : unmanaged, INumberBase<T>;

    /// <inheritdoc/>
    public sealed override void add_param_group(ParamGroup param_group)
    {
        ArgumentNullException.ThrowIfNull(param_group);
        var parameters = param_group.Parameters?.ToArray() ?? [];
        if (parameters.Length == 0)
            throw new ArgumentException("The group has no parameters.", nameof(param_group));
        var options = _defaults.Clone();
        if (_defaults.GetType().IsInstanceOfType(param_group.Options))
        {
            options = param_group.Options;
            options.Complete(_defaults);
        }
        else if (param_group.Options.LearningRate is { } rate)
        {
            options.LearningRate = options.InitialLearningRate = rate;
        }

        (param_group.Parameters, param_group.Options) = (parameters, options);
        foreach (var parameter in parameters)
            if (!_state.TryAdd(parameter, new(Slots)))
                throw new ArgumentException("A parameter is in the optimiser already.", nameof(param_group));
        _groups.Add(param_group);
    }

    /// <inheritdoc/>
    public override Tensor step(Func<Tensor>? closure = null)
    {
        var loss = Evaluate(closure);
        using (no_grad())
        using (NewDisposeScope())
            foreach (var group in _groups)
                foreach (var parameter in group.Parameters)
                    if (parameter.grad is { } gradient)
                        Step(parameter, gradient, group.Options, _state[parameter]);
        return loss!;
    }

    private void Step(Parameter parameter, Tensor gradient, OptimizerOptions options, OptimizerState state)
    {
        if (gradient.is_sparse)
            gradient = gradient.to_dense();
        if (gradient.dtype != parameter.dtype || !gradient.is_contiguous())
            gradient = gradient.to(parameter.dtype).contiguous();
        state.Step++;
        if (parameter.is_contiguous())
        {
            Update(parameter, gradient, options, state);
            return;
        }

        var dense = parameter.contiguous();
        Update(dense, gradient, options, state);
        parameter.copy_(dense);
    }

    private void Update(Tensor parameter, Tensor gradient, OptimizerOptions options, OptimizerState state)
    {
        if (parameter.dtype == ScalarType.Float32)
            Update<float>(parameter, gradient, options, state);
        else if (parameter.dtype == ScalarType.Float64)
            Update<double>(parameter, gradient, options, state);
        else
            throw Fused.Unsupported(parameter);
    }

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
        var count = parameters().Count();
        if (saved.Options.Count != _groups.Count || saved.State.Count != count)
            throw new ArgumentException(
                $"The state is of {saved.Options.Count} groups and {saved.State.Count} parameters, the optimiser has {_groups.Count} and {count}.");
        foreach (var (parameter, state) in parameters().Zip(saved.State))
        {
            if (state.Slots.Count != Slots || state.Slots.Any(s => s is not null && !s.shape.AsSpan().SequenceEqual(parameter.shape)))
                throw new ArgumentException($"The state of a parameter of shape {parameter.Shaped()} does not fit it.");
        }
    }

    /// <summary>Writes options and state to a file; training goes on from it with the same bits.</summary>
    public void save_state_dict(string location)
    {
        using var writer = new BinaryWriter(File.Create(location));
        save_state_dict(writer);
    }

    /// <inheritdoc cref="save_state_dict(string)"/>
    public void save_state_dict(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var all = state_dict();
        writer.Write(GetType().Name);
        writer.Encode(all.Options.Count);
        writer.Encode(all.State.Count);
        foreach (var options in all.Options)
            options.Save(writer);
        foreach (var state in all.State)
            state.Save(writer);
    }

    /// <summary>Reads options and state from a file that <see cref="save_state_dict(string)"/> wrote.</summary>
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
        using var read = TensorFile.Guarded(() => ReadState(reader));
        load_state_dict(read.State);
    }

    private Loaded ReadState(BinaryReader reader)
    {
        var kind = reader.ReadString();
        if (kind != GetType().Name)
            throw new InvalidDataException($"The state is of {kind}, not of {GetType().Name}.");
        var (groups, states) = (reader.Decode(), reader.Decode());
        var loaded = new Loaded(new());
        for (long i = 0; i < groups; i++)
        {
            var options = _defaults.Clone();
            options.Load(reader);
            loaded.State.Options.Add(options);
        }

        for (long i = 0; i < states; i++)
            loaded.State.State.Add(OptimizerState.Load(reader));
        return loaded;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            foreach (var state in _state.Values)
                state.Dispose();
        base.Dispose(disposing);
    }

    private sealed record Loaded(StateDictionary State) : IDisposable
    {
        public void Dispose()
        {
            foreach (var state in State.State)
                state.Dispose();
        }
    }
}

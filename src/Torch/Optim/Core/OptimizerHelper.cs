using System.Numerics;
using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>An optimiser that changes each parameter by itself, in one pass over its memory.</summary>
public abstract partial class OptimizerHelper : optim.Optimizer
{
    private readonly Dictionary<Parameter, OptimizerState> _state = new(ReferenceEqualityComparer.Instance);

    private protected OptimizerHelper(OptimizerOptions defaults)
    {
        NotNegative(defaults.LearningRate!.Value, "learning rate");
        defaults.InitialLearningRate = defaults.LearningRate.Value;
        Defaults = defaults;
    }

    /// <summary>The options of groups that do not set theirs.</summary>
    private protected OptimizerOptions Defaults { get; }

    /// <summary>What is remembered of each parameter.</summary>
    private protected abstract StateLayout Layout { get; }

    /// <summary>Gives what is remembered of a parameter its values before the first step, if they are not 0.</summary>
    private protected virtual void Begin(OptimizerState state, Tensor parameter, OptimizerOptions common)
    {
    }

    /// <summary>Changes one parameter by its derivative; its state's step is already counted.</summary>
    /// <typeparam name="T">The type of the parameter's elements.</typeparam>
    private protected abstract void Update<T>(Tensor parameter, Tensor gradient, OptimizerOptions common, OptimizerState state)
        where T : unmanaged, INumberBase<T>;

    private protected void Add(IEnumerable<ParamGroup> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        foreach (var group in groups)
            add_param_group(group);
    }

    private protected static void NotNegative(double value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!(value >= 0))
            throw new ArgumentOutOfRangeException(name, value, $"{name} must not be negative, but is {value}.");
    }

    private protected static void Fraction(double value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (value is not (>= 0 and < 1))
            throw new ArgumentOutOfRangeException(name, value, $"{name} must lie in [0, 1), not be {value}.");
    }

    /// <inheritdoc/>
    public sealed override void add_param_group(ParamGroup param_group)
    {
        ArgumentNullException.ThrowIfNull(param_group);
        var parameters = param_group.Parameters?.ToArray() ?? [];
        if (parameters.Length == 0)
            throw new ArgumentException("The group has no parameters.", nameof(param_group));
        if (parameters.Any(_state.ContainsKey) || parameters.Distinct(ReferenceEqualityComparer.Instance).Count() < parameters.Length)
            throw new ArgumentException("A parameter is in the optimiser already.", nameof(param_group));
        param_group.Parameters = parameters;
        param_group.Options = Completed(param_group.Options);
        foreach (var parameter in parameters)
            _state.Add(parameter, new(Layout));
        _groups.Add(param_group);
    }

    /// <summary>The options of a group: its own as far as they are set and of the optimiser's kind.</summary>
    private OptimizerOptions Completed(OptimizerOptions? given)
    {
        var options = Defaults.GetType().IsInstanceOfType(given) ? given! : Defaults.Clone();
        options.LearningRate = given?.LearningRate ?? Defaults.LearningRate;
        options.Complete(Defaults);
        return options;
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
        if (state.Step == 0)
            Begin(state, parameter, options);
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

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            foreach (var state in _state.Values)
                state.Dispose();
        base.Dispose(disposing);
    }
}

using System.Reflection;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>The options of a group of parameters. Numbers and truth values of derived classes are saved with the state.</summary>
public class OptimizerOptions
{
    /// <summary>The present learning rate.</summary>
    public double? LearningRate { get; set; }

    /// <summary>The learning rate that schedules start from.</summary>
    public double? InitialLearningRate { get; set; }

    internal OptimizerOptions Clone() => (OptimizerOptions)MemberwiseClone();

    /// <summary>Fills what is not set from other options of the same kind.</summary>
    internal void Complete(OptimizerOptions defaults)
    {
        foreach (var option in Options)
        {
            if (option.GetValue(this) is null)
                option.SetValue(this, option.GetValue(defaults));
        }
    }

    internal void CopyFrom(OptimizerOptions other)
    {
        foreach (var option in Options)
            option.SetValue(this, option.GetValue(other));
    }

    internal void Save(BinaryWriter writer)
    {
        var options = Options.ToList();
        writer.Encode(options.Count);
        foreach (var option in options)
        {
            writer.Write(option.Name);
            var number = option.GetValue(this) switch { bool b => b ? 1.0 : 0.0, double d => d, _ => (double?)null };
            writer.Write(number.HasValue);
            writer.Write(number ?? 0);
        }
    }

    internal void Load(BinaryReader reader)
    {
        var count = reader.Decode();
        for (long i = 0; i < count; i++)
        {
            var (name, present, number) = (reader.ReadString(), reader.ReadBoolean(), reader.ReadDouble());
            var option = Options.FirstOrDefault(o => o.Name == name)
                ?? throw new InvalidDataException($"{GetType().Name} has no option \"{name}\".");
            option.SetValue(this, !present ? null : option.PropertyType == typeof(bool?) ? number != 0 : number);
        }
    }

    private IEnumerable<PropertyInfo> Options => GetType().GetProperties().OrderBy(p => p.Name, StringComparer.Ordinal);
}

/// <summary>Parameters with options of their own.</summary>
public class ParamGroup : ILearningRateController
{
    /// <summary>An empty group with default options.</summary>
    public ParamGroup()
    {
    }

    /// <summary>Parameters with options; what is not set is taken from the optimiser.</summary>
    public ParamGroup(IEnumerable<Parameter> parameters, OptimizerOptions? options = null) =>
        (Parameters, Options) = (parameters, options ?? new());

    /// <summary>The parameters.</summary>
    public IEnumerable<Parameter> Parameters { get; set; } = [];

    /// <summary>The options.</summary>
    public OptimizerOptions Options { get; set; } = new();

    /// <inheritdoc/>
    public double LearningRate
    {
        get => Options.LearningRate!.Value;
        set => Options.LearningRate = value;
    }

    /// <inheritdoc/>
    public double InitialLearningRate
    {
        get => Options.InitialLearningRate ?? LearningRate;
        set => Options.InitialLearningRate = value;
    }
}

/// <summary>Parameters with options of the optimiser's own kind.</summary>
public class ParamGroup<TOptions> : ParamGroup where TOptions : OptimizerOptions, new()
{
    /// <summary>An empty group with default options.</summary>
    public ParamGroup() => Options = new TOptions();

    /// <summary>Parameters with options; what is not set is taken from the optimiser.</summary>
    public ParamGroup(IEnumerable<Parameter> parameters, TOptions? options = null) : base(parameters, options ?? new TOptions())
    {
    }
}

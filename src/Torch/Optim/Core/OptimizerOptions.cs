using System.Collections.Concurrent;
using System.Reflection;

namespace TorchSharp.Modules;

/// <summary>
/// The options of a group of parameters. What derived classes declare, numbers and truth values, is saved with the state, in the order of
/// declaration, which is that of TorchSharp's files.
/// </summary>
public class OptimizerOptions
{
    private static readonly ConcurrentDictionary<Type, FieldInfo[]> Declared = new();

    /// <summary>The present learning rate.</summary>
    public double? LearningRate { get; set; }

    /// <summary>The learning rate that schedules start from.</summary>
    public double InitialLearningRate { get; set; }

    private FieldInfo[] Own => Declared.GetOrAdd(
        GetType(),
        type => [.. type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly).OrderBy(f => f.MetadataToken)]);

    internal OptimizerOptions Clone() => (OptimizerOptions)MemberwiseClone();

    /// <summary>Fills what is not set from other options of the same kind.</summary>
    internal void Complete(OptimizerOptions defaults)
    {
        LearningRate ??= defaults.LearningRate;
        InitialLearningRate = LearningRate!.Value;
        foreach (var option in Own)
            if (option.GetValue(this) is null)
                option.SetValue(this, option.GetValue(defaults));
    }

    internal void CopyFrom(OptimizerOptions other)
    {
        (LearningRate, InitialLearningRate) = (other.LearningRate, other.InitialLearningRate);
        foreach (var option in Own)
            option.SetValue(this, option.GetValue(other));
    }

    internal void Save(BinaryWriter writer)
    {
        writer.Write(InitialLearningRate);
        writer.Write(LearningRate!.Value);
        foreach (var option in Own)
            if (option.GetValue(this) is bool flag)
                writer.Write(flag);
            else
                writer.Write((double)option.GetValue(this)!);
    }

    internal void Load(BinaryReader reader)
    {
        InitialLearningRate = reader.ReadDouble();
        LearningRate = reader.ReadDouble();
        foreach (var option in Own)
            option.SetValue(this, option.FieldType == typeof(bool?) ? reader.ReadBoolean() : reader.ReadDouble());
    }
}

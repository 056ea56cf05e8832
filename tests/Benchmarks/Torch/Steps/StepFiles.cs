using static TorchSharp.torch;

namespace Benchmarks.Torch;

/// <summary>Initial values and inputs of each case in files that both sides read, so that both compute the same numbers, of the default type.</summary>
public static class StepFiles
{
    /// <summary>How many steps there are inputs for; after them they come again.</summary>
    public const int Steps = 20;

    /// <summary>Writes <c>NAME.pI</c>, the parameters, and <c>NAME.inI</c>, the inputs of all steps.</summary>
    public static void Write(string folder, Func<long, Tensor> images)
    {
        Directory.CreateDirectory(folder);
        using var scope = NewDisposeScope();
        manual_seed(1);
        foreach (var step in StepCase.All)
        {
            foreach (var (i, parameter) in step.Make().Parameters.Index())
                parameter.save(Path.Combine(folder, $"{step.Name}.p{i}"));
            foreach (var (i, input) in step.Inputs.Index())
                input.Values(Steps, images).save(Path.Combine(folder, $"{step.Name}.in{i}"));
        }
    }

    /// <summary>A model with the initial values of a folder.</summary>
    public static TrainingStep Read(string folder, StepCase step)
    {
        var made = step.Make();
        using var recording = no_grad();
        foreach (var (i, parameter) in made.Parameters.Index())
        {
            using var value = load(Path.Combine(folder, $"{step.Name}.p{i}"));
            parameter.copy_(value);
        }

        return made;
    }

    /// <summary>The inputs of each step.</summary>
    public static IReadOnlyList<Tensor[]> Inputs(string folder, StepCase step)
    {
        var all = step.Inputs.Select((_, i) => load(Path.Combine(folder, $"{step.Name}.in{i}"))).ToArray();
        return [.. Enumerable.Range(0, Steps).Select(t => all.Select(values => values[t]).ToArray())];
    }
}

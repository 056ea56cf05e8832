using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Benchmarks.Torch;

/// <summary>A model with its optimiser, trained step by step; the same in <c>peers/torch_steps.py</c>.</summary>
public abstract class TrainingStep : IDisposable
{
    /// <summary>What is learned, in the order in which both sides read the initial values.</summary>
    public abstract IEnumerable<Parameter> Parameters { get; }

    /// <summary>One step on a batch and its noise: the loss before the step.</summary>
    public double Run(IReadOnlyList<Tensor> inputs)
    {
        using var scope = NewDisposeScope();
        return Train(inputs);
    }

    /// <summary>Changes the parameters once and returns the loss. Tensors that it makes are freed after it.</summary>
    protected abstract double Train(IReadOnlyList<Tensor> inputs);

    /// <summary>Frees the parameters.</summary>
    public void Dispose()
    {
        foreach (var parameter in Parameters)
            parameter.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Adam as PyTorch has it by default.</summary>
    protected static Adam Adam(IEnumerable<Parameter> parameters, double rate = 1e-3, double beta1 = 0.9) =>
        optim.Adam(parameters, rate, beta1, beta2: 0.999);
}

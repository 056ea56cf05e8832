using TorchSharp.Modules;
using TorchSharp.Tests.Peer;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Nn;

/// <summary>A module with the inputs that PyTorch drew for it, and how it is called.</summary>
/// <param name="Name">The name in modules.py.</param>
/// <param name="Make">The module.</param>
/// <param name="Call">How it is called, where its type does not tell.</param>
/// <param name="Train">Whether it is training.</param>
/// <param name="Smooth">Whether its derivatives are the slopes of what it computes.</param>
internal sealed record ModuleCase(
    string Name, Func<nn.Module> Make, Func<nn.Module, Tensor[], Tensor[]>? Call = null, bool Train = true, bool Smooth = true)
{
    private const int Seed = 5;

    /// <summary>The module in double precision with PyTorch's parameters.</summary>
    internal nn.Module Create()
    {
        var module = Make().to(float64);
        module.train(Train);
        using var silent = no_grad();
        var values = PyTorch.ReadAll(Name + ".p").ToArray();
        Assert.Equal(values.Length, module.parameters().Count());
        foreach (var (parameter, value) in module.parameters().Zip(values))
        {
            Assert.Equal(value.shape, parameter.shape);
            parameter.copy_(value);
        }

        return module;
    }

    /// <summary>The inputs; those that PyTorch has derivatives by want them.</summary>
    internal Tensor[] Inputs()
    {
        var inputs = PyTorch.ReadAll(Name + ".in").ToArray();
        for (var i = 0; i < inputs.Length; i++)
            if (PyTorch.Has($"{Name}.gin{i}"))
                inputs[i].requires_grad = true;
        return inputs;
    }

    /// <summary>All results, with the same random numbers each time.</summary>
    internal Tensor[] Run(nn.Module module, Tensor[] inputs)
    {
        manual_seed(Seed);
        return Call is not null ? Call(module, inputs) : module switch
        {
            LSTM m => Flat(m.call(inputs[0], inputs.Length > 2 ? (inputs[1], inputs[2]) : null)),
            LSTMCell m => Flat(m.call(inputs[0], (inputs[1], inputs[2]))),
            nn.Module<Tensor, Tensor> m => [m.call(inputs[0])],
            nn.Module<Tensor, Tensor, Tensor> m => [m.call(inputs[0], inputs.ElementAtOrDefault(1)!)],
            nn.Module<Tensor, Tensor, Tensor, Tensor> m => [m.call(inputs[0], inputs.ElementAtOrDefault(1)!, inputs.ElementAtOrDefault(2)!)],
            nn.Module<Tensor, Tensor, (Tensor, Tensor)> m => Flat(m.call(inputs[0], inputs.ElementAtOrDefault(1)!)),
            nn.Module<Tensor, Tensor, Tensor, Tensor, Tensor> m => [m.call(inputs[0], inputs[1], inputs[2], inputs[3])],
            _ => throw new InvalidOperationException($"No way to call {Name}."),
        };
    }

    internal static Tensor[] Flat((Tensor, Tensor, Tensor) results) => [results.Item1, results.Item2, results.Item3];

    internal static Tensor[] Flat((Tensor, Tensor) results) => [results.Item1, results.Item2];

    /// <summary>The case's name, for the test's.</summary>
    public override string ToString() => Name;
}

using TorchSharp.Modules;
using TorchSharp.Tests.Peer;
using TorchSharp.Tests.Random;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Nn;

/// <summary>Gradients of every module and loss against central differences in double precision.</summary>
[Collection(nameof(DefaultGenerator))]
public class FiniteDifferenceTests
{
    private const double Step = 1e-5, Tolerance = 1e-6;

    /// <summary>Containers, and wrappers of other modules, compute nothing by themselves.</summary>
    private static readonly HashSet<Type> Containers =
    [
        typeof(ModuleList), typeof(ModuleList<>), typeof(ModuleDict), typeof(ModuleDict<>), typeof(ParameterList), typeof(ParameterDict),
        typeof(DistributedDataParallel<,>), typeof(DistributedDataParallel<,,>),
    ];

    public static TheoryData<string> Names => [.. ModuleCases.All.Values.Where(c => c.Smooth).Select(c => c.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Gradients_are_slopes(string name)
    {
        var test = ModuleCases.All[name];
        using var scope = NewDisposeScope();
        using var module = test.Create();
        module.apply(m => (m as NormBase)?.momentum = 0);
        var inputs = test.Inputs();
        var weights = PyTorch.ReadAll(name + ".weights").ToArray();
        Tensor[] places = [.. inputs.Where(x => x.requires_grad), .. module.parameters()];
        Assert.NotEmpty(places);
        Loss().backward();
        foreach (var place in places)
        {
            var slopes = place.grad is { } grad ? grad.to_dense() : zeros_like(place);
            for (long i = 0; i < place.numel(); i++)
            {
                var slope = Slope(place, i);
                var given = slopes.reshape(-1)[i].ToDouble();
                Assert.True(Math.Abs(slope - given) <= Tolerance * Math.Max(1, Math.Abs(slope)), $"{name}: {given} at place {i}, the slope is {slope}");
            }
        }

        Tensor Loss() => test.Run(module, inputs).Zip(weights, (output, weight) => (output * weight).sum()).Aggregate((a, b) => a + b);

        double Slope(Tensor place, long i)
        {
            using var inner = NewDisposeScope();
            using var silent = no_grad();
            var number = place.detach().view(-1).narrow(0, i, 1);
            var before = number.ToDouble();
            number.fill_(before + Step);
            var above = Loss().ToDouble();
            number.fill_(before - Step);
            var below = Loss().ToDouble();
            number.fill_(before);
            return (above - below) / (2 * Step);
        }
    }

    [Fact]
    public void Every_module_and_loss_is_compared()
    {
        using var scope = NewDisposeScope();
        var compared = ModuleCases.All.Values.Where(c => c.Smooth).Select(c => c.Make().GetType()).ToHashSet();
        var all = typeof(nn.Module).Assembly.GetExportedTypes().Where(t => t.IsSubclassOf(typeof(nn.Module)) && !t.IsAbstract && !t.IsNested);
        Assert.Equal([], all.Where(t => !compared.Contains(t) && !Containers.Contains(t)).Select(t => t.Name));
    }
}

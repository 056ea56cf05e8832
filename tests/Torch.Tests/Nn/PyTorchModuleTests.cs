using TorchSharp.Tests.Peer;
using TorchSharp.Tests.Random;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Nn;

/// <summary>Outputs, gradients and buffers of every module and loss are PyTorch's, in double precision.</summary>
[Collection(nameof(DefaultGenerator))]
public class PyTorchModuleTests
{
    public static TheoryData<string> Names => [.. ModuleCases.All.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Modules_agree_with_PyTorch(string name)
    {
        var test = ModuleCases.All[name];
        using var scope = NewDisposeScope();
        using var module = test.Create();
        var inputs = test.Inputs();
        var outputs = test.Run(module, inputs);
        var weights = PyTorch.ReadAll(name + ".weights").ToArray();
        Assert.Equal(weights.Length, outputs.Length);
        for (var i = 0; i < outputs.Length; i++)
            Same($"{name}.out{i}", outputs[i]);
        autograd.backward(outputs, weights);
        for (var i = 0; i < inputs.Length; i++)
            if (inputs[i].requires_grad)
                Same($"{name}.gin{i}", inputs[i].grad!);
        var count = 0;
        foreach (var parameter in module.parameters())
            Same($"{name}.gp{count++}", parameter.grad!);
        count = 0;
        foreach (var buffer in module.buffers())
            Same($"{name}.b{count++}", buffer);
        Assert.False(PyTorch.Has($"{name}.b{count}"));
    }

    private static void Same(string name, Tensor ours)
    {
        var theirs = PyTorch.Read(name);
        Assert.Equal(theirs.shape, ours.shape);
        Assert.True(ours.allclose(theirs, 1e-11, 1e-12), $"{name}: {(ours - theirs).abs().max().ToDouble()}");
    }
}

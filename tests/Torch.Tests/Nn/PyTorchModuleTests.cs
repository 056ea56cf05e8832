using TorchSharp.Tests.Peer;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Nn;

/// <summary>Outputs, gradients and running statistics of every module and loss are PyTorch's.</summary>
public class PyTorchModuleTests
{
    private static readonly Dictionary<string, Func<nn.Module>> Modules = new()
    {
        ["linear"] = () => nn.Linear(5, 3),
        ["linear_no_bias"] = () => nn.Linear(5, 3, hasBias: false),
        ["sequential"] = () => nn.Sequential(nn.Linear(6, 8), nn.Tanh(), nn.Linear(8, 2)),
        ["relu"] = () => nn.ReLU(),
        ["relu6"] = () => nn.ReLU6(),
        ["leaky_relu"] = () => nn.LeakyReLU(0.2),
        ["elu"] = () => nn.ELU(1.5),
        ["selu"] = () => nn.SELU(),
        ["silu"] = () => nn.SiLU(),
        ["mish"] = () => nn.Mish(),
        ["gelu"] = nn.GELU,
        ["sigmoid"] = nn.Sigmoid,
        ["log_sigmoid"] = nn.LogSigmoid,
        ["tanh"] = nn.Tanh,
        ["hardtanh"] = () => nn.Hardtanh(-0.5, 0.7),
        ["softplus"] = () => nn.Softplus(2, 3),
        ["softsign"] = nn.Softsign,
        ["softmax"] = () => nn.Softmax(1),
        ["log_softmax"] = () => nn.LogSoftmax(-1),
        ["flatten"] = () => nn.Flatten(),
        ["unflatten"] = () => nn.Unflatten(1, [3, 2]),
        ["conv1d"] = () => nn.Conv1d(3, 4, 3, stride: 2, padding: 1),
        ["conv2d"] = () => nn.Conv2d(4, 6, (3, 2), stride: (2, 1), padding: (1, 0), dilation: (1, 2), groups: 2),
        ["conv2d_reflect"] = () => nn.Conv2d(2, 3, 3, padding: 1, padding_mode: PaddingModes.Reflect, bias: false),
        ["conv_transpose2d"] = () => nn.ConvTranspose2d(4, 2, 3, stride: 2, padding: 1, output_padding: 1),
        ["max_pool2d"] = () => nn.MaxPool2d(2),
        ["avg_pool2d"] = () => nn.AvgPool2d(3, 2, 1),
        ["upsample"] = () => nn.Upsample(scale_factor: [2, 2]),
        ["bilinear"] = () => nn.Upsample(size: [7, 5], mode: UpsampleMode.Bilinear, align_corners: true),
        ["batch_norm1d"] = () => nn.BatchNorm1d(3),
        ["batch_norm2d"] = () => nn.BatchNorm2d(3, momentum: 0.3),
        ["batch_norm_eval"] = () => nn.BatchNorm1d(3),
        ["layer_norm"] = () => nn.LayerNorm([3, 4]),
        ["embedding"] = () => nn.Embedding(7, 3),
        ["smooth_l1"] = () => nn.SmoothL1Loss(beta: 0.5),
        ["huber"] = () => nn.HuberLoss(delta: 0.7),
        ["kl_div"] = () => nn.KLDivLoss(reduction: nn.Reduction.Sum),
    };

    private static readonly Dictionary<string, Func<nn.Reduction, nn.Module>> Losses = new()
    {
        ["mse"] = r => nn.MSELoss(r),
        ["l1"] = r => nn.L1Loss(r),
        ["bce"] = r => nn.BCELoss(reduction: r),
        ["bce_logits"] = r => nn.BCEWithLogitsLoss(reduction: r),
        ["cross_entropy"] = r => nn.CrossEntropyLoss(reduction: r),
        ["nll"] = r => nn.NLLLoss(reduction: r),
    };

    public static TheoryData<string> ModuleNames => [.. Modules.Keys];

    public static TheoryData<string, nn.Reduction> LossNames
    {
        get
        {
            var all = new TheoryData<string, nn.Reduction>();
            foreach (var name in Losses.Keys)
                foreach (var reduction in Enum.GetValues<nn.Reduction>())
                    all.Add(name, reduction);
            return all;
        }
    }

    [Theory, MemberData(nameof(ModuleNames))]
    public void Module_agrees_with_PyTorch(string name) => Compare(name, Modules[name]());

    [Theory, MemberData(nameof(LossNames))]
    public void Loss_agrees_with_PyTorch(string name, nn.Reduction reduction) =>
        Compare($"{name}_{reduction.ToString().ToLowerInvariant()}", Losses[name](reduction));

    private static void Compare(string name, nn.Module module)
    {
        using var scope = NewDisposeScope();
        using (module.to(float64))
        {
            module.train(name != "batch_norm_eval");
            foreach (var (parameter, value) in module.parameters().Zip(PyTorch.ReadAll(name + ".p"), (p, v) => (p, v)))
                using (no_grad())
                    parameter.copy_(value);
            var inputs = PyTorch.ReadAll(name + ".in").ToArray();
            if (inputs[0].is_floating_point())
                inputs[0].requires_grad = true;
            var output = module switch
            {
                nn.Module<Tensor, Tensor> one => one.call(inputs[0]),
                nn.Module<Tensor, Tensor, Tensor> two => two.call(inputs[0], inputs[1]),
                _ => throw new InvalidOperationException(name),
            };
            Same(name + ".out", output);
            output.backward(PyTorch.Read(name + ".weights"));
            if (inputs[0].requires_grad)
                Same(name + ".gin", inputs[0].grad!);
            var count = 0;
            foreach (var parameter in module.parameters())
                Same($"{name}.gp{count++}", parameter.grad!);
            Assert.False(PyTorch.Has($"{name}.gp{count}"));
            count = 0;
            foreach (var buffer in module.buffers().Where(b => b.is_floating_point()))
                Same($"{name}.b{count++}", buffer);
        }
    }

    private static void Same(string name, Tensor ours)
    {
        var theirs = PyTorch.Read(name);
        Assert.Equal(theirs.shape, ours.shape);
        Assert.True(ours.allclose(theirs, 1e-12, 1e-12), $"{name}: {(ours - theirs).abs().max().ToDouble()}");
    }
}

using TorchSharp.Modules;
using TorchSharp.PyBridge;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Nn;

/// <summary>Hooks, containers, and buffers that are not saved.</summary>
public class ContainerTests
{
    private sealed class Stack : nn.Module<Tensor, Tensor>
    {
        private readonly ModuleList<Linear> layers = nn.ModuleList(nn.Linear(3, 3), nn.Linear(3, 3));
        private readonly ModuleDict<Linear> heads = nn.ModuleDict(("mean", nn.Linear(3, 2)), ("scale", nn.Linear(3, 2)));
        private readonly ParameterDict gains = nn.ParameterDict(("a", nn.Parameter(ones(1))));
        private readonly ParameterList shifts = nn.ParameterList(nn.Parameter(zeros(3)));

        public Stack() : base(nameof(Stack))
        {
            RegisterComponents();
            register_buffer("seen", zeros(1));
            register_buffer("scratch", zeros(1), persistent: false);
        }

        public ModuleList<Linear> Layers => layers;

        public ModuleDict<Linear> Heads => heads;

        public override Tensor forward(Tensor input) =>
            heads["mean"].call(layers.Aggregate(input, (x, layer) => layer.call(x)) + shifts[0]) * gains["a"];
    }

    [Fact]
    public void Items_are_registered_under_their_names()
    {
        using var scope = NewDisposeScope();
        using var stack = new Stack();
        Assert.Contains("layers.1.weight", stack.state_dict().Keys);
        Assert.Contains("heads.scale.bias", stack.state_dict().Keys);
        Assert.Contains("gains.a", stack.state_dict().Keys);
        Assert.Contains("shifts.0", stack.state_dict().Keys);
        Assert.Contains("seen", stack.state_dict().Keys);
        Assert.DoesNotContain("scratch", stack.state_dict().Keys);
        Assert.True(stack.has_buffer("scratch"));
        Assert.Same(stack.Layers[1].weight, stack.get_parameter("layers.1.weight"));
        stack.Layers.append(nn.Linear(3, 3));
        Assert.True(stack.has_parameter("layers.2.bias"));
        stack.Heads.Remove("scale");
        Assert.False(stack.has_parameter("heads.scale.bias"));
        Assert.Equal(["mean"], stack.Heads.Keys);
        Assert.Equal([2, 2], stack.call(ones(2, 3)).shape);
        stack.requires_grad_(false);
        Assert.All(stack.parameters(), p => Assert.False(p.requires_grad));
    }

    [Fact]
    public void Hooks_see_and_change_calls_until_removed()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.Linear(3, 2);
        var (x, plain) = (ones(2, 3), layer.call(ones(2, 3)));
        var calls = 0;
        var before = layer.register_forward_pre_hook((_, input) => input * 0);
        var after = layer.register_forward_hook((_, _, output) => output + 1);
        var counting = layer.register_forward_hook(_ => { calls++; });
        Assert.True(layer.call(x).allclose(layer.bias!.expand(2, 2) + 1));
        Assert.True(layer.forward(x).Equals(plain));
        before.remove();
        after.remove();
        Assert.True(layer.call(x).Equals(plain));
        Assert.Equal(2, calls);
        counting.remove();
        layer.call(x);
        Assert.Equal(2, calls);
    }

    [Fact]
    public void Parameters_can_be_put_in_place_of_others()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.Linear(3, 2);
        var old = layer.weight;
        layer.weight = nn.Parameter(zeros(2, 3));
        layer.bias = null;
        Assert.True(old.IsInvalid);
        Assert.Same(layer.weight, layer.state_dict()["weight"]);
        Assert.Equal(["weight"], layer.state_dict().Keys);
        Assert.Equal(0, layer.call(ones(1, 3)).abs().sum().ToDouble());
    }

    [Fact]
    public void Parts_of_sequences_share_their_modules()
    {
        using var scope = NewDisposeScope();
        using var all = nn.Sequential(nn.Linear(3, 3), nn.Tanh(), nn.Linear(3, 1));
        var first = all[..2];
        Assert.Equal(2, first.Count);
        Assert.Same(all[0], first[0]);
        Assert.True(first.call(ones(1, 3)).Equals(((Linear)all[0]).call(ones(1, 3)).tanh()));
        Assert.Throws<ArgumentOutOfRangeException>(() => all[..5]);
    }

    [Fact]
    public void A_failed_save_leaves_the_old_file()
    {
        using var scope = NewDisposeScope();
        var folder = Directory.CreateTempSubdirectory().FullName;
        var path = Path.Combine(folder, "net.dat");
        using var net = nn.Linear(3, 2);
        net.save(path);
        var bytes = File.ReadAllBytes(path);
        Assert.Throws<ArgumentException>(() => Safetensors.SaveStateDict(path, new() { ["w"] = ones(2, complex64) }));
        Assert.Equal(bytes, File.ReadAllBytes(path));
        Assert.Equal([path], Directory.GetFiles(folder));
        File.WriteAllBytes(path, [.. bytes, 0, 0]);
        using var fresh = nn.Linear(3, 2);
        Assert.Contains("net.dat: 2 bytes follow", Assert.Throws<InvalidDataException>(() => fresh.load(path)).Message);
        Directory.Delete(folder, recursive: true);
    }
}

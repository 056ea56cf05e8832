using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Nn;

public class ModuleTests
{
    private sealed class Net : nn.Module<Tensor, Tensor>
    {
        private readonly nn.Module<Tensor, Tensor> encoder = nn.Sequential(("first", nn.Linear(4, 3)), ("second", nn.Tanh()));
        [ComponentName(Name = "out")]
        private readonly Linear _last = nn.Linear(3, 2);
        private readonly Parameter scale = nn.Parameter(ones(1));
        private readonly Tensor seen = zeros(1);

        public Net() : base("Net") => RegisterComponents();

        public override Tensor forward(Tensor input)
        {
            using var hidden = encoder.call(input);
            using var last = _last.call(hidden);
            seen.add_(input.shape[0]);
            return last * scale;
        }
    }

    private static readonly string[] Names = ["scale", "encoder.first.weight", "encoder.first.bias", "out.weight", "out.bias"];

    [Fact]
    public void Fields_are_registered_by_name()
    {
        using var net = new Net();
        Assert.Equal(Names.Order(), net.named_parameters().Select(p => p.name).Order());
        Assert.Equal(["seen"], net.named_buffers().Select(b => b.name));
        Assert.Equal(["encoder", "out"], net.named_children().Select(c => c.name));
        Assert.Equal(4, net.modules().Count());
        Assert.Equal(12, net.get_parameter("encoder.first.weight")!.numel());
        Assert.True(net.has_parameter("out.bias"));
        Assert.Null(net.get_parameter("nothing"));
        Assert.Equal(6, net.state_dict().Count);
        Assert.Equal("Net", net.GetName());
    }

    [Fact]
    public void Modes_and_functions_reach_every_module()
    {
        using var net = new Net();
        net.eval();
        Assert.All(net.modules().Prepend(net), m => Assert.False(m.training));
        net.train();
        Assert.All(net.modules().Prepend(net), m => Assert.True(m.training));
        var count = 0;
        net.apply(_ => count++);
        Assert.Equal(5, count);
    }

    [Fact]
    public void Conversion_keeps_the_objects_and_leaves()
    {
        using var scope = NewDisposeScope();
        using var net = new Net();
        var parameter = net.get_parameter("out.weight")!;
        using var optimizer = optim.SGD(net.parameters(), 0.1);
        net.to(float64).call(ones([2, 4], float64)).sum().backward();
        Assert.Same(parameter, net.get_parameter("out.weight"));
        Assert.Equal(float64, parameter.dtype);
        Assert.True(parameter.is_leaf && parameter.requires_grad);
        using var before = parameter.clone();
        optimizer.step();
        Assert.False(before.Equals(parameter));
        net.zero_grad();
        Assert.Null(parameter.grad);
    }

    [Fact]
    public void State_is_copied_between_modules()
    {
        using var scope = NewDisposeScope();
        using var a = new Net();
        using var b = new Net();
        var x = randn(5, 4);
        Assert.False(a.call(x).Equals(b.call(x)));
        b.load_state_dict(a.state_dict());
        Assert.True(a.call(x).Equals(b.call(x)));
        var partial = a.state_dict();
        partial.Remove("out.bias");
        partial["more"] = ones(1);
        var error = Assert.Throws<InvalidOperationException>(() => b.load_state_dict(partial));
        Assert.Contains("missing [out.bias], unexpected [more]", error.Message);
        Assert.Equal(["out.bias"], b.load_state_dict(partial, strict: false).missing_keys);
        partial["out.weight"] = ones(7);
        Assert.Contains("\"out.weight\" has shape [2, 3]", Assert.Throws<ArgumentException>(() => b.load_state_dict(partial, strict: false)).Message);
    }

    [Fact]
    public void Files_keep_every_bit_and_damage_is_reported()
    {
        using var scope = NewDisposeScope();
        var path = Path.GetTempFileName();
        using var a = new Net();
        using var b = new Net();
        a.save(path);
        b.load(path);
        foreach (var ((_, x), (_, y)) in a.state_dict().Zip(b.state_dict(), (p, q) => ((p.Key, p.Value), (q.Key, q.Value))))
            Assert.True(x.Equals(y));
        var bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, bytes[..^5]);
        Assert.Throws<InvalidDataException>(() => b.load(path));
        File.WriteAllBytes(path, []);
        Assert.Throws<InvalidDataException>(() => b.load(path));
        File.WriteAllBytes(path, [.. Enumerable.Repeat((byte)255, 60)]);
        Assert.Throws<InvalidDataException>(() => b.load(path));
        using (var other = nn.Linear(2, 2))
            other.save(path);
        Assert.Throws<ArgumentException>(() => b.load(path));
        b.load(path, strict: false);
        File.Delete(path);
        Assert.Throws<FileNotFoundException>(() => b.load(path));
    }

    [Fact]
    public void Sequential_frees_what_flows_through_it()
    {
        using var scope = NewDisposeScope();
        using var model = nn.Sequential(nn.Linear(3, 3), nn.ReLU(), nn.Identity(), nn.Linear(3, 1));
        var x = ones(2, 3);
        var before = scope.DisposablesCount;
        var y = model.call(x);
        Assert.Equal(before + 1, scope.DisposablesCount);
        y.sum().backward();
        Assert.False(x.IsInvalid);
        Assert.Equal(["0.weight", "0.bias", "3.weight", "3.bias"], model.named_parameters().Select(p => p.name));
    }

    [Fact]
    public void Dropout_drops_while_training_only()
    {
        using var scope = NewDisposeScope();
        using var dropout = nn.Dropout(0.25);
        var x = ones(10000);
        var y = dropout.call(x);
        Assert.Equal(0.25, (y == 0).to(float64).mean().ToDouble(), 0.03);
        Assert.Equal(4.0 / 3, y.max().ToDouble(), 1e-6);
        dropout.eval();
        Assert.True(dropout.call(x).Equals(x));
    }

    [Fact]
    public void Gradients_are_clipped_to_a_joint_norm()
    {
        using var scope = NewDisposeScope();
        using var model = nn.Linear(3, 2);
        (model.call(ones(4, 3)) * 100).sum().backward();
        var before = nn.utils.clip_grad_norm_(model.parameters(), 1.0);
        Assert.Equal(Math.Sqrt(6 * 400.0 * 400 + 2 * 400.0 * 400), before, 1e-2);
        Assert.Equal(1, Math.Sqrt(model.parameters().Sum(p => p.grad!.square().sum().ToDouble())), 1e-5);
        nn.utils.clip_grad_value_(model.parameters(), 0.01);
        Assert.All(model.parameters(), p => Assert.True(p.grad!.abs().max().ToDouble() <= 0.0100001));
        var vector = nn.utils.parameters_to_vector(model.parameters());
        nn.utils.vector_to_parameters(vector * 2, model.parameters());
        Assert.True(nn.utils.parameters_to_vector(model.parameters()).Equals(vector * 2));
        Assert.Throws<ArgumentException>(() => nn.utils.vector_to_parameters(ones(3), model.parameters()));
    }
}

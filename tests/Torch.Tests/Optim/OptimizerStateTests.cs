using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Optim;

/// <summary>Training that was cut off goes on from its files to the same bits.</summary>
public class OptimizerStateTests
{
    private static readonly Dictionary<string, Func<IEnumerable<Parameter>, OptimizerHelper>> Methods = new()
    {
        ["sgd"] = p => optim.SGD(p, 0.05, momentum: 0.9),
        ["adam"] = p => optim.Adam(p, 0.01),
        ["amsgrad"] = p => optim.Adam(p, 0.01, amsgrad: true),
        ["adamw"] = p => optim.AdamW(p, 0.01, weight_decay: 0.1),
        ["rmsprop"] = p => optim.RMSProp(p, 0.01, momentum: 0.5, centered: true),
        ["rmsprop_plain"] = p => optim.RMSProp(p, 0.01),
        ["adagrad"] = p => optim.Adagrad(p, initial_accumulator_value: 0.1),
        ["adadelta"] = p => optim.Adadelta(p),
        ["adamax"] = p => optim.Adamax(p),
        ["nadam"] = p => optim.NAdam(p),
        ["radam"] = p => optim.RAdam(p),
        ["rprop"] = p => optim.Rprop(p),
        ["asgd"] = p => optim.ASGD(p, t0: 3),
    };

    public static TheoryData<string> Names => [.. Methods.Keys];

    private static Sequential Model() => nn.Sequential(nn.Linear(9, 13), nn.Tanh(), nn.Linear(13, 9));

    private static void Train(nn.Module<Tensor, Tensor> model, optim.Optimizer optimizer, int steps)
    {
        for (var i = 0; i < steps; i++)
        {
            using var scope = NewDisposeScope();
            using var generator = new Generator((ulong)i);
            var x = randn(6, 9, generator: generator);
            optimizer.zero_grad();
            nn.functional.mse_loss(model.call(x), x).backward();
            optimizer.step();
        }
    }

    private static byte[] Bits(nn.Module model)
    {
        using var stream = new MemoryStream();
        model.save(stream);
        return stream.ToArray();
    }

    [Theory, MemberData(nameof(Names))]
    public void Going_on_from_files_gives_the_same_bits(string name)
    {
        var (weights, state) = (Path.GetTempFileName(), Path.GetTempFileName());
        using var model = Model();
        using var optimizer = Methods[name](model.parameters());
        Train(model, optimizer, 5);
        optimizer.ParamGroups.First().LearningRate = 0.003;
        model.save(weights);
        optimizer.save_state_dict(state);
        Train(model, optimizer, 5);

        using var second = Model();
        using var resumed = Methods[name](second.parameters());
        second.load(weights);
        resumed.load_state_dict(state);
        Assert.Equal(0.003, resumed.ParamGroups.First().LearningRate);
        Train(second, resumed, 5);
        Assert.Equal(Bits(model), Bits(second));

        using var third = Model();
        using var copied = Methods[name](third.parameters());
        third.load(weights);
        copied.load_state_dict(resumed.state_dict());
        Assert.Equal(name == "sgd" ? 5 : 10, copied.state_dict().State[0].Step); // TorchSharp's files do not count the steps of SGD
        File.Delete(weights);
        File.Delete(state);
    }

    [Fact]
    public void A_state_that_does_not_fit_is_refused()
    {
        var path = Path.GetTempFileName();
        using var model = Model();
        using var adam = optim.Adam(model.parameters());
        Train(model, adam, 1);
        adam.save_state_dict(path);
        using var sgd = optim.SGD(model.parameters(), 0.1);
        Assert.Contains("of Adam, not of SGD", Assert.Throws<InvalidDataException>(() => sgd.load_state_dict(path)).Message);
        using var small = nn.Linear(9, 13);
        using var other = optim.Adam(small.parameters());
        Assert.Throws<ArgumentException>(() => other.load_state_dict(path));
        using var shaped = nn.Sequential(nn.Linear(9, 12), nn.Linear(12, 9));
        using var wrong = optim.Adam(shaped.parameters());
        Assert.Throws<ArgumentException>(() => wrong.load_state_dict(path));
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..200]);
        Assert.Throws<InvalidDataException>(() => adam.load_state_dict(path));
        File.Delete(path);
    }

    [Fact]
    public void The_file_is_TorchSharps()
    {
        using var parameter = nn.Parameter(tensor([1.0, 2]));
        using var optimizer = optim.NAdam([parameter], 0.25, 0.5, 0.75, 1e-3, 0.125, 0.0625);
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true))
            optimizer.save_state_dict(writer);
        stream.Position = 0;
        using var reader = new BinaryReader(stream);
        Assert.Equal("NAdam", reader.ReadString());
        Assert.Equal([1, 1], reader.ReadBytes(2)); // groups, parameters
        double[] options = [0.25, 0.25, 0.5, 0.75, 1e-3, 0.125, 0.0625]; // first and present rate, betas, eps, decays
        Assert.All(options, option => Assert.Equal(option, reader.ReadDouble()));
        Assert.Equal(0, reader.ReadInt64());
        Assert.Equal(1, reader.ReadDouble()); // product of momenta
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal([7, 1, 2], reader.ReadBytes(3)); // Float64, one dimension, of 2
            Assert.Equal(new byte[16], reader.ReadBytes(16));
        }

        Assert.Equal(stream.Length, stream.Position);
    }

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        using var p = nn.Parameter(ones(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => optim.SGD([p], -0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => optim.SGD([p], 0.1, momentum: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => optim.Adam([p], beta2: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => optim.NAdam([p], weight_decay: double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => optim.Adadelta([p], rho: 1.5));
        Assert.Throws<ArgumentException>(() => optim.Rprop([p], etaplus: 0.9));
        Assert.Throws<ArgumentException>(() => optim.LBFGS([p], line_search_fn: "armijo"));
        Assert.Throws<ArgumentException>(() => optim.Adagrad([p, p]));
        Assert.Throws<ArgumentException>(() => optim.Adamax(Array.Empty<Parameter>()));
    }

    [Fact]
    public void Groups_have_options_of_their_own()
    {
        using var scope = NewDisposeScope();
        using var a = nn.Parameter(ones(3));
        using var b = nn.Parameter(ones(3));
        using var optimizer = optim.SGD([new SGD.ParamGroup([a], new SGD.Options { LearningRate = 1 }), new SGD.ParamGroup { Parameters = [b] }], 0.5);
        (a.sum() + b.sum()).backward();
        optimizer.step();
        Assert.Equal(0, a.sum().ToDouble());
        Assert.Equal(1.5, b.sum().ToDouble());
        Assert.Equal([1, 0.5], optimizer.ParamGroups.Select(g => g.LearningRate));
        Assert.Throws<ArgumentException>(() => optimizer.add_param_group(new() { Parameters = [a] }));
        Assert.Throws<ArgumentException>(() => optim.SGD([nn.Parameter(ones(1))], 0.1, nesterov: true));
        using var half = nn.Parameter(ones(2, float16));
        using var unsupported = optim.SGD([half], 0.1);
        half.grad = ones(2, float16);
        Assert.Contains("Float16", Assert.Throws<NotSupportedException>(() => unsupported.step()).Message);
    }

    [Fact]
    public void Large_parameters_are_changed_in_parts_to_the_same_bits()
    {
        using var scope = NewDisposeScope();
        var start = randn(300_007);
        var gradient = randn(300_007);
        float[] Changed(int threads, int offset, int count)
        {
            var before = get_num_threads();
            set_num_threads(threads);
            using var parameter = nn.Parameter(start.narrow(0, offset, count).clone());
            using var optimizer = optim.Adam([parameter], 0.01, weight_decay: 0.1);
            for (var i = 0; i < 3; i++)
            {
                parameter.grad = gradient.narrow(0, offset, count).contiguous();
                optimizer.step();
            }

            set_num_threads(before);
            return parameter.data<float>().ToArray();
        }

        var whole = Changed(1, 0, 300_007);
        Assert.Equal(whole, Changed(2, 0, 300_007));
        Assert.Equal(whole[1001..1010], Changed(1, 1001, 9));
    }

    [Fact]
    public void Parameters_of_other_strides_are_changed_too()
    {
        using var scope = NewDisposeScope();
        using var parameter = nn.Parameter(arange(6, float64).reshape(2, 3).T);
        Assert.False(parameter.is_contiguous());
        using var optimizer = optim.SGD([parameter], 1);
        (parameter * parameter).sum().backward();
        optimizer.step();
        Assert.True(parameter.Equals(-arange(6, float64).reshape(2, 3).T));
    }

    [Fact]
    public void A_step_counts_as_a_change_in_place()
    {
        using var scope = NewDisposeScope();
        using var parameter = nn.Parameter(ones(3));
        using var optimizer = optim.SGD([parameter], 1);
        var loss = parameter.square().sum();
        parameter.grad = ones(3);
        optimizer.step();
        Assert.Contains("modified by an inplace operation", Assert.Throws<TorchException>(() => loss.backward()).Message);
    }
}

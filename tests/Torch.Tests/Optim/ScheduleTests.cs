using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim.lr_scheduler;

namespace TorchSharp.Tests.Optim;

/// <summary>Fifty steps of every schedule give the rates and momenta that PyTorch's give.</summary>
public class ScheduleTests
{
    private static readonly Dictionary<string, Func<optim.Optimizer, LRScheduler>> Schedules = new()
    {
        ["step"] = o => StepLR(o, 7, 0.5),
        ["multistep"] = o => MultiStepLR(o, [3, 10, 10, 30], 0.7),
        ["exponential"] = o => ExponentialLR(o, 0.95),
        ["polynomial"] = o => PolynomialLR(o, 40, 3),
        ["constant"] = o => ConstantLR(o, 0.2, 9),
        ["linear"] = o => LinearLR(o, 0.25, 0.8, 20),
        ["cosine"] = o => CosineAnnealingLR(o, 10, 0.05),
        ["lambda"] = o => new impl.LambdaLR(o, [t => 1.0 / (1 + t), t => Math.Pow(0.9, t)]),
        ["multiplicative"] = o => MultiplicativeLR(o, t => 1 - 1.0 / (t + 2)),
        ["cyclic"] = o => CyclicLR(o, 0.1, 1.5, 6, 4),
        ["cyclic_halving"] = o => CyclicLR(o, [0.1, 0.2], [1.5, 0.9], 5, mode: impl.CyclicLR.Mode.Triangular2, base_momentum: [0.7, 0.7], max_momentum: [0.95, 0.95]),
        ["cyclic_decaying"] = o => CyclicLR(o, 0.1, 1.5, 5, mode: impl.CyclicLR.Mode.ExpRange, gamma: 0.97, cycle_momentum: false),
        ["cyclic_scaled"] = o => CyclicLR(o, 0.1, 1.5, 5, scale_fn: x => 1 / x),
        ["one_cycle"] = o => OneCycleLR(o, 2.0, total_steps: 60),
        ["one_cycle_adam"] = o => OneCycleLR(o, [2.0, 0.5], epochs: 6, steps_per_epoch: 10, anneal_strategy: impl.OneCycleLR.AnnealStrategy.Linear, pct_start: 0.4),
        ["one_cycle_three"] = o => OneCycleLR(o, 2.0, total_steps: 55, three_phase: true, div_factor: 10, final_div_factor: 100),
        ["plateau"] = o => ReduceLROnPlateau(o, factor: 0.5, patience: 2, cooldown: 1, min_lr: [0.01, 0.1]),
        ["plateau_max"] = o => ReduceLROnPlateau(o, "max", 0.3, 3, 0.05, "abs"),
        ["sequential"] = o => SequentialLR(o, [ConstantLR(o, 0.1, 5), ExponentialLR(o, 0.9), LinearLR(o, 1, 0.1, 10)], [5, 30]),
        ["chained"] = o => ChainedLR([ConstantLR(o, 0.5, 8), ExponentialLR(o, 0.97), StepLR(o, 20)]),
    };

    private static readonly Dictionary<string, Func<int, double>> Metrics = new()
    {
        ["plateau"] = i => i < 12 ? 1.0 / (1 + i) : 0.08 + 0.001 * (i % 3),
        ["plateau_max"] = i => i % 11 * 0.1,
    };

    public static TheoryData<string> Names => [.. Schedules.Keys];

    private static OptimizerHelper Optimizer(bool adam)
    {
        var (a, b) = (nn.Parameter(ones(1)), nn.Parameter(ones(1)));
        return adam
            ? optim.Adam([new Adam.ParamGroup([a], new Adam.Options { LearningRate = 1 }), new Adam.ParamGroup([b], new Adam.Options { LearningRate = 0.3 })], 1)
            : optim.SGD([new SGD.ParamGroup([a], new SGD.Options { LearningRate = 1 }), new SGD.ParamGroup([b], new SGD.Options { LearningRate = 0.3 })], 1, momentum: 0.9);
    }

    private static double Momentum(optim.ILearningRateController group) =>
        group is optim.IBetas both ? both.Betas.Item1 : ((optim.IMomentum)group).Momentum;

    [Theory, MemberData(nameof(Names))]
    public void Rates_and_momenta_agree(string name)
    {
        using var optimizer = Optimizer(name.EndsWith("adam", StringComparison.Ordinal));
        var schedule = Schedules[name](optimizer);
        using var expected = PyTorchOptimizerTests.Cases.Read("schedule." + name);
        var values = expected.data<double>().ToArray();
        Assert.Equal(51 * 2 * 2, values.Length);
        for (var (i, at) = (0, 0); i < 51; i++)
        {
            foreach (var group in optimizer.ParamGroups)
            {
                Assert.Equal(values[at++], group.LearningRate, 1e-13);
                Assert.Equal(values[at++], Momentum(group), 1e-13);
            }

            Assert.Equal(optimizer.ParamGroups.Select(g => g.LearningRate), schedule.get_last_lr());
            if (Metrics.TryGetValue(name, out var metric))
                schedule.step(metric(i));
            else
                schedule.step();
        }
    }

    [Fact]
    public void A_schedule_goes_on_after_a_step()
    {
        using var optimizer = Optimizer(adam: false);
        var whole = ExponentialLR(optimizer, 0.5);
        for (var i = 0; i < 4; i++)
            whole.step();
        var rates = whole.get_last_lr().ToArray();
        foreach (var (group, rate) in optimizer.ParamGroups.Zip([0.125, 0.3 / 8]))
            group.LearningRate = rate;
        Assert.Equal(rates, ExponentialLR(optimizer, 0.5, last_epoch: 3).get_last_lr(), (a, b) => Math.Abs(a - b) < 1e-15);
        whole.step(1);
        Assert.Equal([0.5, 0.15], whole.get_last_lr());
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        using var optimizer = Optimizer(adam: false);
        using var other = Optimizer(adam: true);
        Assert.Throws<ArgumentOutOfRangeException>(() => StepLR(optimizer, 0));
        Assert.Throws<ArgumentException>(() => ReduceLROnPlateau(optimizer, mode: "least"));
        Assert.Throws<ArgumentException>(() => ReduceLROnPlateau(optimizer, min_lr: [0.1, 0.1, 0.1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ReduceLROnPlateau(optimizer, factor: 1));
        Assert.Throws<InvalidOperationException>(() => ReduceLROnPlateau(optimizer).step());
        Assert.Throws<ArgumentException>(() => OneCycleLR(optimizer, 1.0));
        Assert.Throws<ArgumentException>(() => OneCycleLR(optimizer, [1.0, 1, 1], total_steps: 5));
        Assert.Throws<ArgumentException>(() => CyclicLR(other, 0.1, 1));
        Assert.Throws<ArgumentException>(() => SequentialLR(optimizer, [StepLR(optimizer, 2), StepLR(other, 2)], [3]));
        Assert.Throws<ArgumentException>(() => SequentialLR(optimizer, [StepLR(optimizer, 2)], [3]));
        Assert.Throws<ArgumentException>(() => ChainedLR([]));
        Assert.Throws<ArgumentNullException>(() => ExponentialLR(null!));
        var cycle = OneCycleLR(optimizer, 1.0, total_steps: 2);
        cycle.step();
        cycle.step();
        Assert.Contains("2 steps", Assert.Throws<InvalidOperationException>(() => cycle.step()).Message);
    }
}

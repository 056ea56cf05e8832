using Latent.Autoencoders;
using Latent.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Latent.Tests.Autoencoders;

public sealed class RbmTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly Generator _generator = new(1);

    public void Dispose()
    {
        _generator.Dispose();
        _scope.Dispose();
    }

    [Fact]
    public void Probabilities_of_all_pairs_of_states_sum_to_one_and_give_the_free_energy()
    {
        var rbm = Make(4, 3);
        var (v, h) = Pairs(4, 3);
        var energies = rbm.Energy(v, h).Values();
        var z = energies.Sum(e => Math.Exp(-e));
        Assert.Equal(Math.Log(z), rbm.LogPartition(), 1e-9);
        var states = PartitionFunction.States(4, 0, 16);
        var free = energies.Chunk(8).Select(chunk => -Math.Log(chunk.Sum(e => Math.Exp(-e)))); // h runs fastest
        Assert.All(free.Zip(rbm.FreeEnergy(states).Values()), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
        var hidden = rbm.HiddenMean(states).Values();
        for (var s = 0; s < 16; s++)
        {
            var weights = energies[(8 * s)..(8 * s + 8)].Select(e => Math.Exp(-e)).ToArray();
            Assert.Equal(Enumerable.Range(0, 8).Where(k => (k & 2) != 0).Sum(k => weights[k]) / weights.Sum(), hidden[3 * s + 1], 1e-9);
        }
    }

    [Theory]
    [InlineData(6, 4), InlineData(4, 6)]
    public void Both_sides_give_the_same_partition_function(int visible, int hidden)
    {
        var rbm = Make(visible, hidden);
        var mirrored = new Rbm(new(hidden, visible, Precision: ScalarType.Float64), _generator);
        using (no_grad())
        {
            mirrored.Weight.copy_(rbm.Weight.t());
            mirrored.VisibleBias.copy_(rbm.HiddenBias);
            mirrored.HiddenBias.copy_(rbm.VisibleBias);
        }

        Assert.Equal(rbm.LogPartition(), mirrored.LogPartition(), 1e-9);
        Assert.Equal(rbm.LogPartition(), rbm.FreeEnergy(PartitionFunction.States(visible, 0, 1 << visible)).neg().logsumexp(0).item<double>(), 1e-9);
    }

    [Fact]
    public void Gaussian_sides_agree_with_quadrature()
    {
        var rbm = Make(1, 3, UnitKind.Gaussian);
        double Density(double x) => Math.Exp(-rbm.FreeEnergy(full([1, 1], x, ScalarType.Float64)).item<double>());
        Assert.Equal(Math.Log(MathNet.Numerics.Integration.GaussLegendreRule.Integrate(Density, -14, 14, 256)), rbm.LogPartition(), 1e-9);

        var code = Make(3, 1, UnitKind.Bernoulli, UnitKind.Gaussian);
        var v = tensor(new[,] { { 1.0, 0, 1 } });
        double Joint(double h) => Math.Exp(-code.Energy(v, full([1, 1], h, ScalarType.Float64)).item<double>());
        Assert.Equal(-Math.Log(MathNet.Numerics.Integration.GaussLegendreRule.Integrate(Joint, -14, 14, 256)), code.FreeEnergy(v).item<double>(), 1e-9);
    }

    [Fact]
    public void The_exact_gradient_agrees_with_differences_of_the_likelihood()
    {
        var rbm = Make(5, 3);
        var data = Bits(20, 5);
        var exact = Exact(rbm, data);
        double Loss() => -rbm.LogLikelihood(data, rbm.LogPartition());
        foreach (var (parameter, gradient) in new[] { (rbm.Weight, exact.Weight), (rbm.VisibleBias, exact.VisibleBias), (rbm.HiddenBias, exact.HiddenBias) })
        {
            using var off = no_grad();
            var entry = parameter.reshape(-1)[0];
            entry.add_(1e-5);
            var above = Loss();
            entry.sub_(2e-5);
            var below = Loss();
            entry.add_(1e-5);
            Assert.Equal((above - below) / 2e-5, gradient.reshape(-1)[0].item<double>(), 1e-7);
        }
    }

    [Fact]
    public void Contrastive_divergence_is_its_enumerated_expectation_and_tends_to_the_exact_gradient()
    {
        var rbm = Make(4, 3);
        var data = Bits(10, 4);
        var states = PartitionFunction.States(4, 0, 16);
        var transition = Transition(rbm, states); // [16, 16]
        var start = zeros(16, ScalarType.Float64);
        foreach (var row in data.Values().Chunk(4)) start[(long)row.Select((bit, i) => bit * (1 << i)).Sum()] += 0.1;

        // k = 1: the mean of many draws against the enumerated expectation, entry by entry
        const int draws = 40_000;
        var many = data.repeat(draws / 10, 1);
        var sampled = RbmGradient.Of(rbm, data, rbm.HiddenMean(data), rbm.Gibbs(many, 1, _generator));
        var expected = Expected(rbm, data, states, start.matmul(transition));
        TestTensors.Near(expected.Weight, sampled.Weight, 4 * 0.5 / Math.Sqrt(draws));
        TestTensors.Near(expected.VisibleBias, sampled.VisibleBias, 4 * 0.5 / Math.Sqrt(draws));

        // k → ∞: the exact gradient
        var at = start;
        for (var k = 0; k < 2000; k++) at = at.matmul(transition);
        TestTensors.Near(Exact(rbm, data).Weight, Expected(rbm, data, states, at).Weight, 1e-9);
        TestTensors.Near(Exact(rbm, data).HiddenBias, Expected(rbm, data, states, at).HiddenBias, 1e-9);
    }

    [Fact]
    public void Annealed_importance_sampling_finds_the_enumerated_partition_function()
    {
        var rbm = Make(16, 12, scale: 0.7);
        var exact = rbm.LogPartition();
        var sampled = rbm.AnnealedLogPartition(_generator, chains: 400, temperatures: 1500);
        Assert.Equal(exact, sampled.Value, 0.05);
        Assert.InRange(Math.Abs(exact - sampled.Value) / sampled.StandardError, 0, 4);
        var otherBase = rbm.AnnealedLogPartition(_generator, chains: 400, temperatures: 1500, baseBias: zeros(16, ScalarType.Float64));
        Assert.Equal(exact, otherBase.Value, 0.05);
    }

    [Theory]
    [InlineData(0, 1), InlineData(0, 5), InlineData(50, 1)]
    public void Training_raises_the_exact_likelihood_of_bars(int chains, int steps)
    {
        // 3×3 pictures of one row or one column
        var bars = new double[6, 9];
        for (var bar = 0; bar < 3; bar++)
            for (var i = 0; i < 3; i++) bars[bar, 3 * bar + i] = bars[3 + bar, 3 * i + bar] = 1;
        var data = tensor(bars).repeat(20, 1);
        var rbm = new Rbm(new(9, 8, Precision: ScalarType.Float64), _generator);
        var before = rbm.LogLikelihood(data, rbm.LogPartition());
        rbm.Train(data, _generator, new(Epochs: 1000, BatchSize: 20, Rate: chains > 0 ? 0.02 : 0.1, Momentum: 0.5, Steps: steps, Chains: chains)).ToHistory();
        Assert.Equal(-9 * Math.Log(2), before, 0.05);
        Assert.InRange(rbm.LogLikelihood(data, rbm.LogPartition()), -3, -Math.Log(6)); // −ln 6 is the best there is
    }

    [Fact]
    public void A_run_that_was_stopped_goes_on_with_the_same_bits_chains_included()
    {
        var folder = Directory.CreateTempSubdirectory("latent-rbm-").FullName;
        var path = Path.Combine(folder, "rbm.ckpt");
        try
        {
            var whole = Run(out var first).ToHistory();
            Run(out _).Checkpointed(path).Take(2).ToHistory();
            var resumed = Run(out var second).Checkpointed(path).ToHistory();
            Assert.Equal(whole.Losses, resumed.Losses);
            Assert.Equal(first.Weight.Values(), second.Weight.Values());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        static TrainingRun Run(out Rbm rbm)
        {
            var generator = new Generator(9);
            rbm = new(new(6, 4), generator);
            return rbm.Train(rand([60, 6], generator: generator), generator, new(Epochs: 5, BatchSize: 10, Chains: 7));
        }
    }

    [Fact]
    public void A_belief_network_stacks_machines_on_codes_and_generates_pictures_of_the_datas_size()
    {
        var data = Bits(30, 6);
        var seen = new List<double[]>();
        var dbn = DeepBeliefNetwork.Train(
            data,
            [below => new(new(below, 4, Precision: ScalarType.Float64), _generator), below => new(new(below, 2, HiddenUnits: UnitKind.Gaussian, Precision: ScalarType.Float64), _generator)],
            (layer, machine, codes) =>
            {
                seen.Add(codes.Values());
                machine.Train(codes, _generator, new(Epochs: 3, BatchSize: 10, Rate: 0.01)).ToHistory();
            });
        Assert.Equal(dbn.Machines[0].HiddenMean(data).Values(), seen[1]);
        var deep = dbn.Layers.Unroll();
        var meanField = dbn.Machines[0].VisibleMean(dbn.Machines[1].VisibleMean(dbn.Machines[1].HiddenMean(dbn.Machines[0].HiddenMean(data))));
        TestTensors.Near(meanField, deep.forward(data), 1e-12);
        var pictures = dbn.Generate(rand([5, 4], ScalarType.Float64, generator: _generator), 10, _generator);
        Assert.Equal([5, 6], pictures.shape);
        Assert.All(pictures.Values(), p => Assert.InRange(p, 0, 1));
    }

    [Fact]
    public void Bad_options_are_refused_by_name()
    {
        Assert.Throws<ArgumentException>("options", () => new Rbm(new(0, 2), _generator));
        Assert.Throws<ArgumentException>("options", () => new Rbm(new(2, 2, UnitKind.Gaussian, UnitKind.Gaussian), _generator));
        var rbm = Make(30, 25);
        Assert.Contains("30×25", Assert.Throws<ArgumentException>("machine", () => rbm.LogPartition()).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("x", () => rbm.Train(zeros(3, 29), _generator));
        Assert.Throws<ArgumentException>("options", () => rbm.Train(zeros(3, 30), _generator, new(Steps: 0)));
        Assert.Throws<ArgumentException>("options", () => rbm.Train(zeros(3, 30), _generator, new(Momentum: 1)));
        Assert.Throws<ArgumentException>("machine", () => Make(2, 2, UnitKind.Gaussian).AnnealedLogPartition(_generator));
    }

    private Rbm Make(int visible, int hidden, UnitKind visibleUnits = UnitKind.Bernoulli, UnitKind hiddenUnits = UnitKind.Bernoulli, double scale = 1)
    {
        var rbm = new Rbm(new(visible, hidden, visibleUnits, hiddenUnits, scale, ScalarType.Float64), _generator);
        using var off = no_grad();
        rbm.VisibleBias.normal_(0, 0.5, _generator);
        rbm.HiddenBias.normal_(0, 0.5, _generator);
        return rbm;
    }

    private Tensor Bits(int n, int d) => rand([n, d], ScalarType.Float64, generator: _generator).round();

    private static (Tensor V, Tensor H) Pairs(int visible, int hidden)
    {
        var (v, h) = (PartitionFunction.States(visible, 0, 1 << visible), PartitionFunction.States(hidden, 0, 1 << hidden));
        return (v.repeat_interleave(h.shape[0], 0), h.repeat(v.shape[0], 1));
    }

    // p(v' | v) = Σ_h p(h | v) p(v' | h)
    private static Tensor Transition(Rbm rbm, Tensor states)
    {
        var hidden = PartitionFunction.States(rbm.Options.Hidden, 0, 1L << rbm.Options.Hidden);
        return Conditional(rbm.HiddenMean(states), hidden).matmul(Conditional(rbm.VisibleMean(hidden), states));
    }

    private static Tensor Conditional(Tensor means, Tensor states) =>
        (means.log().matmul(states.t()) + (1 - means).log().matmul((1 - states).t())).exp(); // [given, states]

    private static RbmGradient Exact(Rbm rbm, Tensor data)
    {
        var states = PartitionFunction.States(rbm.Options.Visible, 0, 1L << rbm.Options.Visible);
        return Expected(rbm, data, states, (-rbm.FreeEnergy(states) - rbm.LogPartition()).exp());
    }

    // the gradient when the chains end at the states with these probabilities
    private static RbmGradient Expected(Rbm rbm, Tensor data, Tensor states, Tensor probabilities)
    {
        using var off = no_grad();
        var (h0, h) = (rbm.HiddenMean(data), rbm.HiddenMean(states));
        var weighted = h * probabilities.unsqueeze(1);
        return new(
            weighted.t().matmul(states) - h0.t().matmul(data) / data.shape[0],
            probabilities.matmul(states) - data.mean([0]),
            weighted.sum([0]) - h0.mean([0]));
    }
}

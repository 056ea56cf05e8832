using Latent.Autoencoders;
using static TorchSharp.torch;

namespace Latent.Identities;

/// <summary>What holds of a restricted Boltzmann machine, by enumeration of all its states.</summary>
public static class RbmIdentities
{
    private const string Hinton = "Hinton 2002, Neural Computation 14:1771";
    private const string Salakhutdinov = "Salakhutdinov & Murray 2008, ICML";

    /// <summary>The distribution of a machine and what follows from it.</summary>
    /// <param name="machine">Bernoulli on both sides, at most 2²⁰ states in all, float64.</param>
    public static Derivation Distribution(Rbm machine)
    {
        ArgumentNullException.ThrowIfNull(machine);
        var o = machine.Options;
        if (o.Visible + o.Hidden > PartitionFunction.LargestSide)
            throw new ArgumentException($"All pairs of states are enumerated: expected at most {PartitionFunction.LargestSide} units, given {o.Visible} + {o.Hidden}.", nameof(machine));
        var all = new Lazy<(double[] Joint, double[] Free, double[] Hidden, double LogZ)>(() =>
        {
            using var gradients = no_grad();
            using var scope = NewDisposeScope();
            var (v, h) = (PartitionFunction.States(o.Visible, 0, 1L << o.Visible), PartitionFunction.States(o.Hidden, 0, 1L << o.Hidden));
            var joint = machine.Energy(v.repeat_interleave(h.shape[0], 0), h.repeat(v.shape[0], 1)).neg();
            return (Values(joint), Values(machine.FreeEnergy(v)), Values(machine.HiddenMean(v)), machine.LogPartition());
        });
        return new("The distribution of a restricted Boltzmann machine",
        [
            new("all pairs of states together", @"\sum_{v,h} e^{-E(v,h)}/Z = 1", Hinton,
                () => Evaluation.Exact(all.Value.Joint.Sum(e => Math.Exp(e - all.Value.LogZ)), 1)),
            new("the free energy sums the hidden side out", @"\sum_v e^{-F(v)}/Z = 1", Hinton,
                () => Evaluation.Exact(all.Value.Free.Sum(f => Math.Exp(-f - all.Value.LogZ)), 1)),
            new("hidden units are independent given the visible ones", @"p(h_1=1\mid v) = \sigma(c_1 + W_1 v)", Hinton, () =>
            {
                var (size, last) = (1 << o.Hidden, (1 << o.Visible) - 1);
                var given = all.Value.Joint[(size * last)..].Select(e => Math.Exp(e - all.Value.LogZ)).ToArray();
                return Evaluation.Exact(Enumerable.Range(0, size).Where(s => (s & 1) == 1).Sum(s => given[s]) / given.Sum(), all.Value.Hidden[last * o.Hidden]);
            }),
        ]);
    }

    /// <summary>\(\ln Z\) by annealed importance sampling against enumeration.</summary>
    /// <param name="machine">Bernoulli on both sides, one of them of at most 20 units.</param>
    /// <param name="chains">≥ 2.</param>
    /// <param name="temperatures">≥ 1.</param>
    /// <param name="generator">Source of the draws.</param>
    public static Derivation AnnealedImportanceSampling(Rbm machine, int chains, int temperatures, Generator generator)
    {
        ArgumentNullException.ThrowIfNull(machine);
        return new($"The partition function of {machine.Options.Visible} × {machine.Options.Hidden} units",
        [
            new("by sampling and by enumeration", @"\ln \hat Z_{\mathrm{AIS}} = \ln Z", Salakhutdinov, () =>
            {
                var sampled = machine.AnnealedLogPartition(generator, chains, temperatures);
                return Evaluation.MonteCarlo(sampled.Value, machine.LogPartition(), sampled.StandardError, chains);
            }),
        ]);
    }

    /// <summary>The gradient that training follows, and what contrastive divergence makes of it.</summary>
    /// <param name="machine">Bernoulli on both sides, at most 2²⁰ states in all, float64.</param>
    /// <param name="data">[N, D].</param>
    /// <param name="samples">Chains for the sampled line, ≥ 2.</param>
    /// <param name="generator">Source of the draws.</param>
    public static Derivation Gradient(Rbm machine, Tensor data, int samples, Generator generator)
    {
        ArgumentNullException.ThrowIfNull(machine);
        Require.Matrix(data, nameof(data), machine.Options.Visible);
        Require.Generator(generator);
        const double step = 1e-5;
        var exact = new Lazy<double>(() => MeanPair(machine, States(machine), Probabilities(machine)) - MeanPair(machine, data, null));
        return new("The gradient for one weight, W₁₁",
        [
            new("data against model", @"-\partial_{W_{11}} \overline{\ln p(v)} = \langle h_1 v_1\rangle_{\mathrm{model}} - \langle h_1 v_1\rangle_{\mathrm{data}}", Hinton, () =>
            {
                using var gradients = no_grad();
                var weight = machine.Weight[0, 0];
                double Nll() => -machine.LogLikelihood(data, machine.LogPartition());
                weight.add_(step);
                var above = Nll();
                weight.sub_(2 * step);
                var below = Nll();
                weight.add_(step);
                // central differences are right to the square of the step
                return Evaluation.Exact((above - below) / (2 * step), exact.Value, relative: 1e-7);
            }),
            new("chains long enough find it", @"\lim_{k\to\infty}\langle h_1 v_1\rangle_{v^{(k)}} = \langle h_1 v_1\rangle_{\mathrm{model}}", Hinton, () =>
            {
                using var scope = NewDisposeScope();
                var start = data.repeat(samples / data.shape[0] + 1, 1).narrow(0, 0, samples);
                var end = machine.Gibbs(start, 200, generator);
                using var gradients = no_grad();
                var pairs = Latent.Evaluation.Estimate.Mean(machine.HiddenMean(end).select(1, 0) * end.select(1, 0));
                return Evaluation.MonteCarlo(pairs.Value, MeanPair(machine, States(machine), Probabilities(machine)), pairs.StandardError, samples);
            }),
        ]);
    }

    private static Tensor States(Rbm machine) => PartitionFunction.States(machine.Options.Visible, 0, 1L << machine.Options.Visible);

    private static Tensor Probabilities(Rbm machine)
    {
        using var gradients = no_grad();
        return (-machine.FreeEnergy(States(machine)) - machine.LogPartition()).exp();
    }

    private static double MeanPair(Rbm machine, Tensor v, Tensor? probabilities)
    {
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        var pairs = machine.HiddenMean(v).select(1, 0) * v.select(1, 0); // [n]
        return (probabilities is null ? pairs.mean() : (pairs * probabilities).sum()).item<double>();
    }

    private static double[] Values(Tensor x) => x.data<double>().ToArray();
}

using Latent.Evaluation;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Autoencoders;

/// <summary>\(\ln Z\) of a restricted Boltzmann machine: exactly on small ones, by annealed importance sampling on all with Bernoulli units.</summary>
public static class PartitionFunction
{
    /// <summary>The largest side that is enumerated: 2²⁰ states.</summary>
    public const int LargestSide = 20;

    private const long StatesAtOnce = 1 << 12;

    /// <summary>
    /// \(\ln Z\) by enumeration of the smaller Bernoulli side; the other is summed in closed form.
    /// </summary>
    /// <exception cref="ArgumentException">That side has more than <see cref="LargestSide"/> units.</exception>
    public static double LogPartition(this Rbm machine)
    {
        ArgumentNullException.ThrowIfNull(machine);
        var o = machine.Options;
        var byHidden = o.HiddenUnits == UnitKind.Bernoulli && (o.VisibleUnits == UnitKind.Gaussian || o.Hidden <= o.Visible);
        var side = byHidden ? o.Hidden : o.Visible;
        if (side > LargestSide)
            throw new ArgumentException($"Enumeration needs a side of at most {LargestSide} Bernoulli units, given {o.Visible}×{o.Hidden}. Annealed importance sampling estimates ln Z of larger ones.", nameof(machine));
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        var logs = new List<Tensor>();
        for (long first = 0; first < 1L << side; first += StatesAtOnce)
        {
            var states = States(side, first, Math.Min(StatesAtOnce, (1L << side) - first));
            logs.Add((byHidden ? HiddenFreeEnergy(machine, states) : machine.FreeEnergy(states.to_type(o.Precision)).to_type(ScalarType.Float64)).neg().logsumexp(0));
        }

        return stack(logs).logsumexp(0).item<double>();
    }

    /// <summary>
    /// Annealed importance sampling (Neal 2001; Salakhutdinov &amp; Murray 2008): chains go from a machine without weights, whose Z is known, to
    /// this one through \(p_\beta \propto e^{-F_\beta}\), with weights and hidden biases times β and visible biases from the base's to the machine's.
    /// </summary>
    /// <param name="machine">With Bernoulli units on both sides.</param>
    /// <param name="generator">Source of the draws.</param>
    /// <param name="chains">≥ 2.</param>
    /// <param name="temperatures">Steps of β from 0 to 1, ≥ 1.</param>
    /// <param name="baseBias">Visible biases of the base: [D]; null: those of the machine. Best are the log-odds of the data's means.</param>
    /// <returns>\(\ln \hat Z\), with the standard error of Ẑ relative to Ẑ.</returns>
    public static Estimate AnnealedLogPartition(this Rbm machine, Generator generator, int chains = 100, int temperatures = 1000, Tensor? baseBias = null)
    {
        ArgumentNullException.ThrowIfNull(machine);
        Require.Generator(generator);
        ArgumentOutOfRangeException.ThrowIfLessThan(chains, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(temperatures, 1);
        var o = machine.Options;
        if (o is not { VisibleUnits: UnitKind.Bernoulli, HiddenUnits: UnitKind.Bernoulli })
            throw new ArgumentException("Annealed importance sampling is for Bernoulli units on both sides.", nameof(machine));
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        var (w, b, c) = (machine.Weight, machine.VisibleBias, machine.HiddenBias);
        var start = baseBias?.to_type(o.Precision) ?? b; // [D]
        var logWeights = zeros([chains], ScalarType.Float64);
        var v = start.sigmoid().expand(chains, o.Visible).bernoulli(generator); // [M, D]
        for (var step = 1; step <= temperatures; step++)
        {
            using var one = NewDisposeScope();
            double before = (step - 1.0) / temperatures, beta = (double)step / temperatures;
            var input = functional.linear(v, w, c); // [M, H]
            var along = v.matmul(b - start); // [M]
            var gain = functional.softplus(beta * input).sum([1]) - functional.softplus(before * input).sum([1]) + (beta - before) * along;
            logWeights.add_(gain.to_type(ScalarType.Float64));
            if (step == temperatures) break;
            var h = (beta * input).sigmoid().bernoulli(generator);
            v = (beta * h.matmul(w) + (1 - beta) * start + beta * b).sigmoid().bernoulli(generator).MoveToOuterDisposeScope();
        }

        var logBase = o.Hidden * Math.Log(2) + functional.softplus(start).sum().to_type(ScalarType.Float64).item<double>();
        var ratio = Estimate.LogMean(logWeights.data<double>().ToArray());
        return ratio with { Value = logBase + ratio.Value };
    }

    /// <summary>The mean of \(\ln p(v)\) over rows, nats.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="v">[N, D].</param>
    /// <param name="logPartition">\(\ln Z\).</param>
    public static double LogLikelihood(this Rbm machine, Tensor v, double logPartition)
    {
        ArgumentNullException.ThrowIfNull(machine);
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        return machine.FreeEnergy(v).mean([0], type: ScalarType.Float64).item<double>() * -1 - logPartition;
    }

    /// <summary>Binary states by number, the first unit the lowest bit: [count, units] float64.</summary>
    public static Tensor States(int units, long first, long count)
    {
        var numbers = arange(first, first + count, ScalarType.Int64).unsqueeze(1); // [n, 1]
        var bits = arange(units, ScalarType.Int64).unsqueeze(0); // [1, units]
        return numbers.bitwise_right_shift(bits).bitwise_and(1).to_type(ScalarType.Float64);
    }

    // −ln ∫ e^{−E(v,h)} dv, the visible side summed in closed form: [n, H] → [n]
    private static Tensor HiddenFreeEnergy(Rbm machine, Tensor h)
    {
        var (w, b, c) = (machine.Weight.to_type(ScalarType.Float64), machine.VisibleBias.to_type(ScalarType.Float64), machine.HiddenBias.to_type(ScalarType.Float64));
        var input = h.matmul(w); // [n, D]
        var visible = machine.Options.VisibleUnits == UnitKind.Bernoulli
            ? functional.softplus(input + b).sum([1])
            : (b * input + 0.5 * input.square()).sum([1]) + 0.5 * machine.Options.Visible * Math.Log(2 * Math.PI);
        return -h.matmul(c) - visible;
    }
}

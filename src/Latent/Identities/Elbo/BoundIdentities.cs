using Latent.Evaluation;
using static TorchSharp.torch;

namespace Latent.Identities.Elbo;

/// <summary>Bounds from k importance samples (Burda et al. 2016): each at least as tight as the one before, and the evidence above all.</summary>
public static class BoundIdentities
{
    private const string Burda = "Burda et al. 2016, theorem 1";

    /// <summary>\(\mathcal L_k = \mathbb E\bigl[\ln\tfrac1k\sum_i w_i\bigr]\) with \(w_i = p(x,z_i)/q(z_i|x)\), for growing k.</summary>
    /// <param name="model">The model; its q is the proposal.</param>
    /// <param name="draws">Sets of the largest k that are averaged over, ≥ 30.</param>
    /// <param name="generator">Source of the draws.</param>
    /// <param name="counts">k₁ &lt; k₂ &lt; …, each dividing the last.</param>
    public static Derivation ImportanceWeighted(ScalarElboModel model, int draws, Generator generator, params int[] counts)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 30);
        Require.Generator(generator);
        if (counts.Length < 2 || counts[0] < 1 || counts.Zip(counts.Skip(1)).Any(p => p.First >= p.Second) || counts.Any(k => counts[^1] % k != 0))
            throw new ArgumentException($"Expected growing counts that divide the last, given {string.Join(", ", counts)}.", nameof(counts));
        var sets = new Lazy<double[][]>(() => [.. Enumerable.Range(0, draws).Select(_ => NormalDraws.Of(counts[^1], generator).Select(e => model.LogWeight(model.Q.At(e))).ToArray())]);
        // One value a set: the mean of the bound over the set's groups of k. Bounds compared on the same sets share their noise.
        double[] Bound(int k) => [.. sets.Value.Select(set => set.Chunk(k).Average(group => LogSum.Of(group) - Math.Log(k)))];
        Evaluation AtLeast(Quantity left, Quantity right)
        {
            var difference = left + -1 * right;
            return new(left.Value, right.Value, Math.Max(4 * difference.StandardError, difference.Value), difference.StandardError, Method.MonteCarlo((long)draws * counts[^1]));
        }

        var evidence = model.LogEvidence;
        return new("Bounds from importance samples",
        [
            new("one sample: the bound itself", @"\mathcal L_1 = \mathcal L", Burda, () =>
            {
                var one = Quantity.MeanOf(Bound(1));
                return Evaluation.MonteCarlo(one.Value, model.ExpectedLog([Density.Joint.Over(Density.Approximation)]).Value, one.StandardError, (long)draws * counts[^1]);
            }),
            .. counts.Zip(counts.Skip(1), (low, high) => new Identity($"{high} samples against {low}", $@"\mathcal L_{{{high}}} \ge \mathcal L_{{{low}}}", Burda,
                () => AtLeast(Quantity.MeanOf(Bound(high)), Quantity.MeanOf(Bound(low))))),
            new("the evidence above all", $@"\ln p(x) \ge \mathcal L_{{{counts[^1]}}}", Burda, () => AtLeast(evidence, Quantity.MeanOf(Bound(counts[^1])))),
            new("the weights average to the evidence", @"\mathbb{E}\bigl[w\bigr] = p(x)", Burda, () =>
            {
                var mean = Estimate.Mean([.. sets.Value.Select(set => set.Average(Math.Exp))]);
                return Evaluation.MonteCarlo(mean.Value, Math.Exp(evidence.Value), mean.StandardError, (long)draws * counts[^1]);
            }),
        ]);
    }
}

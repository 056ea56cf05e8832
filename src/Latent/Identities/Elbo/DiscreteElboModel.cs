namespace Latent.Identities.Elbo;

/// <summary>
/// A model whose latent variable has finitely many states, given by the table of its joint distribution: every expectation is a finite sum. The
/// prior is the table's row sums, the evidence its column sum, the posterior by Bayes' rule from prior and likelihood.
/// </summary>
public sealed class DiscreteElboModel : NodeModel, ITightElboModel
{
    private readonly double[,] _joint;
    private readonly int _x;
    private readonly double[] _q;

    /// <summary>A table, the observed column of it, and q.</summary>
    /// <param name="joint">p(z, x): [states of z, states of x], each > 0; they sum to 1.</param>
    /// <param name="x">The observed column, in 0 … columns − 1.</param>
    /// <param name="q">q(z | x): one probability > 0 for each state of z; they sum to 1.</param>
    public DiscreteElboModel(double[,] joint, int x, IReadOnlyList<double> q)
    {
        ArgumentNullException.ThrowIfNull(joint);
        ArgumentNullException.ThrowIfNull(q);
        Require.Range(x, 0, joint.GetLength(1) - 1, nameof(x), "a column");
        if (q.Count != joint.GetLength(0)) throw new ArgumentException($"Expected {joint.GetLength(0)} probabilities, one for each state of z, given {q.Count}.", nameof(q));
        RequireDistribution(joint.Cast<double>(), nameof(joint));
        RequireDistribution(q, nameof(q));
        (_joint, _x, _q) = (joint, x, [.. q]);
    }

    /// <inheritdoc/>
    public override string Name => $"discrete z, {_q.Length} states";

    /// <inheritdoc/>
    public override Method Method => Method.Exact;

    /// <inheritdoc/>
    public override Quantity LogEvidence => Quantity.Exact(Math.Log(States.Sum(z => _joint[z, _x])));

    /// <inheritdoc/>
    protected override IReadOnlyList<double> LogWeights => Log(Density.Approximation);

    private IEnumerable<int> States => Enumerable.Range(0, _q.Length);

    /// <summary>The cross entropy of q and the other density less the entropy of q.</summary>
    /// <inheritdoc/>
    public override Quantity Divergence(Density other)
    {
        var log = Log(other);
        var (cross, entropy) = (-States.Sum(z => _q[z] * log[z]), -States.Sum(z => _q[z] * Math.Log(_q[z])));
        return Quantity.Exact(cross) + -1 * Quantity.Exact(entropy);
    }

    /// <inheritdoc/>
    public IElboModel AtPosterior() => new DiscreteElboModel(_joint, _x, [.. Log(Density.Posterior).Select(Math.Exp)]);

    /// <inheritdoc/>
    protected override IReadOnlyList<double> Log(Density density) => density switch
    {
        Density.Joint => [.. States.Select(z => Math.Log(_joint[z, _x]))],
        Density.Prior => [.. States.Select(z => Math.Log(Prior(z)))],
        Density.Likelihood => [.. States.Select(z => Math.Log(_joint[z, _x] / Prior(z)))],
        Density.Posterior => [.. States.Select(z => Math.Log(_joint[z, _x] / States.Sum(other => Prior(other) * (_joint[other, _x] / Prior(other)))))],
        Density.Approximation => [.. _q.Select(p => Math.Log(p))],
        Density.Evidence => [.. Enumerable.Repeat(LogEvidence.Value, _q.Length)],
        _ => throw new ArgumentOutOfRangeException(nameof(density), density, "Expected one of the six densities."),
    };

    private double Prior(int z) => Enumerable.Range(0, _joint.GetLength(1)).Sum(x => _joint[z, x]);

    private static void RequireDistribution(IEnumerable<double> probabilities, string name)
    {
        double sum = 0;
        foreach (var p in probabilities)
        {
            if (!(p > 0)) throw new ArgumentException($"Expected probabilities > 0, given {p}.", name);
            sum += p;
        }

        if (Math.Abs(sum - 1) > 1e-9) throw new ArgumentException($"Expected probabilities that sum to 1, given a sum of {sum:G12}.", name);
    }
}

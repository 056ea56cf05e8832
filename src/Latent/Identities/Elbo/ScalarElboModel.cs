using Latent.Variational;
using MathNet.Numerics.Integration;

namespace Latent.Identities.Elbo;

/// <summary>
/// A model with a scalar latent variable, z ~ N(0, 1), any decoder p(x | z) and a Gaussian q(z | x): its integrals are done by quadrature. The evidence
/// integrates p(z) p(x | z) by Gauss–Legendre panels, the posterior is normalised by the trapezoid rule.
/// </summary>
public sealed class ScalarElboModel : NodeModel
{
    private readonly Integrals _integrals;

    /// <summary>A model, an observation and q.</summary>
    /// <param name="logLikelihood">ln p(x | z) of the observation, in nats, for every z in ±12; smooth.</param>
    /// <param name="q">The approximate posterior: σ ≥ 0.02, and μ ± 7 σ in ±12.</param>
    /// <param name="name">What the model is.</param>
    public ScalarElboModel(Func<double, double> logLikelihood, Gaussian q, string name = "scalar z, any decoder")
        : this(new Integrals(logLikelihood), q, name)
    {
        ArgumentNullException.ThrowIfNull(logLikelihood);
    }

    private ScalarElboModel(Integrals integrals, Gaussian q, string name) => (_integrals, Q, Name) = (integrals, Resolved(q), name);

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override Method Method => Method.Quadrature;

    /// <summary>The approximate posterior.</summary>
    public Gaussian Q { get; }

    /// <inheritdoc/>
    public override Quantity LogEvidence => Quantity.Exact(_integrals.LogEvidence);

    /// <inheritdoc/>
    protected override IReadOnlyList<double> LogWeights => [.. Integrals.Nodes.Select(n => Math.Log(n.Weight) + Q.LogDensity(n.Point))];

    /// <summary>The same model and observation with another q.</summary>
    public ScalarElboModel With(Gaussian q) => new(_integrals, q, Name);

    /// <summary>ln p(x | z), in nats.</summary>
    public double LogLikelihood(double z) => _integrals.LogLikelihood(z);

    /// <summary>The log of the importance weight p(x, z)/q(z | x), in nats.</summary>
    public double LogWeight(double z) => _integrals.LogJoint(z) - Q.LogDensity(z);

    /// <summary>The log posterior density at z, in nats.</summary>
    public double LogPosterior(double z) => _integrals.LogJoint(z) - _integrals.LogNormaliser;

    /// <summary>The closed form for the prior; for the posterior the trapezoid rule on the whole line.</summary>
    /// <inheritdoc/>
    public override Quantity Divergence(Density other) => Quantity.Exact(other switch
    {
        Density.Prior => Q.DivergenceFrom(Gaussian.Standard),
        Density.Posterior => Integrals.Trapezoid(z => Math.Exp(Q.LogDensity(z)) * (Q.LogDensity(z) - LogPosterior(z))),
        _ => throw new ArgumentOutOfRangeException(nameof(other), other, "Expected the prior or the posterior."),
    });

    /// <inheritdoc/>
    protected override IReadOnlyList<double> Log(Density density) => density switch
    {
        Density.Joint => _integrals.LogJointAtNodes,
        Density.Prior => AtNodes(Gaussian.Standard.LogDensity),
        Density.Likelihood => AtNodes(LogLikelihood),
        Density.Posterior => [.. _integrals.LogJointAtNodes.Select(log => log - _integrals.LogNormaliser)],
        Density.Approximation => AtNodes(Q.LogDensity),
        Density.Evidence => AtNodes(_ => _integrals.LogEvidence),
        _ => throw new ArgumentOutOfRangeException(nameof(density), density, "Expected one of the six densities."),
    };

    private static double[] AtNodes(Func<double, double> log) => [.. Integrals.Nodes.Select(n => log(n.Point))];

    private static Gaussian Resolved(Gaussian q) => q.StandardDeviation >= 0.02 && Math.Abs(q.Mean) + 7 * q.StandardDeviation <= Integrals.Reach
        ? q
        : throw new ArgumentException($"Expected q with σ ≥ 0.02 and μ ± 7 σ within ±{Integrals.Reach}, given μ = {q.Mean:G4}, σ² = {q.Variance:G4}.", nameof(q));

    /// <summary>What does not depend on q, computed once for all of them.</summary>
    private sealed class Integrals
    {
        internal const double Reach = 12; // N(0, 1) beyond it has less than 1e-32 of its mass
        private const double Step = 0.001;
        private const int Panels = 64, Order = 32;
        private readonly Lazy<double> _logEvidence, _logNormaliser;
        private readonly Lazy<double[]> _logJointAtNodes;

        internal Integrals(Func<double, double> logLikelihood)
        {
            LogLikelihood = logLikelihood;
            _logJointAtNodes = new(() => AtNodes(LogJoint));
            _logEvidence = new(() => LogSum.Of(Nodes.Zip(LogJointAtNodes, (n, log) => log + Math.Log(n.Weight))));
            _logNormaliser = new(() => LogSum.Of(Grid.Select(LogJoint)) + Math.Log(Step));
        }

        internal static IReadOnlyList<(double Point, double Weight)> Nodes { get; } = [.. Enumerable.Range(0, Panels).SelectMany(Panel)];

        internal Func<double, double> LogLikelihood { get; }

        internal double[] LogJointAtNodes => _logJointAtNodes.Value;

        internal double LogEvidence => _logEvidence.Value;

        internal double LogNormaliser => _logNormaliser.Value;

        // For integrands that vanish smoothly at both ends the trapezoid rule converges faster than any power of its step.
        private static IEnumerable<double> Grid => Enumerable.Range(0, (int)(2 * Reach / Step) + 1).Select(i => -Reach + i * Step);

        internal static double Trapezoid(Func<double, double> f) => Grid.Sum(f) * Step;

        internal double LogJoint(double z) => Gaussian.Standard.LogDensity(z) + LogLikelihood(z);

        private static IEnumerable<(double, double)> Panel(int number)
        {
            const double width = 2 * Reach / Panels;
            var rule = new GaussLegendreRule(-Reach + number * width, -Reach + (number + 1) * width, Order);
            return rule.Abscissas.Zip(rule.Weights);
        }
    }
}

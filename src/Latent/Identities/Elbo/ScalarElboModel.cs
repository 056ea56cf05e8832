using Latent.Variational;
using MathNet.Numerics.Integration;

namespace Latent.Identities.Elbo;

/// <summary>
/// A model with a scalar latent variable, z ~ N(0, 1), any decoder p(x | z) and a Gaussian q(z | x): its integrals are done by quadrature. The evidence
/// integrates p(z) p(x | z) by Gauss–Legendre panels, the posterior is normalised by the trapezoid rule.
/// </summary>
/// <param name="logLikelihood">ln p(x | z) of the observation, in nats, for every z in ±12; smooth.</param>
/// <param name="q">The approximate posterior: σ ≥ 0.02, and μ ± 8 σ in ±12.</param>
/// <param name="name">What the model is.</param>
public sealed class ScalarElboModel(Func<double, double> logLikelihood, Gaussian q, string name = "scalar z, any decoder") : NodeModel
{
    private const double Reach = 12, Step = 0.001; // N(0, 1) beyond it has less than 1e-32 of its mass
    private const int Panels = 64, Order = 32;
    private static readonly IReadOnlyList<(double Point, double Weight)> Rule = [.. Enumerable.Range(0, Panels).SelectMany(Panel)];
    private readonly Gaussian _q = Resolved(q);
    private readonly Lazy<double> _logEvidence = new(() => LogSum.Of(Rule.Select(n => Gaussian.Standard.LogDensity(n.Point) + logLikelihood(n.Point) + Math.Log(n.Weight))));
    private readonly Lazy<double> _logNormaliser = new(() => LogSum.Of(Grid.Select(z => Gaussian.Standard.LogDensity(z) + logLikelihood(z))) + Math.Log(Step));

    /// <inheritdoc/>
    public override string Name => name;

    /// <inheritdoc/>
    public override Method Method => Method.Quadrature;

    /// <summary>The approximate posterior.</summary>
    public Gaussian Q => _q;

    /// <inheritdoc/>
    public override Quantity LogEvidence => Quantity.Exact(_logEvidence.Value);

    /// <inheritdoc/>
    protected override IReadOnlyList<double> LogWeights => [.. Rule.Select(n => Math.Log(n.Weight) + _q.LogDensity(n.Point))];

    /// <summary>ln p(x | z), in nats.</summary>
    public double LogLikelihood(double z) => logLikelihood(z);

    /// <summary>The log of the importance weight p(x, z)/q(z | x), in nats.</summary>
    public double LogWeight(double z) => Gaussian.Standard.LogDensity(z) + logLikelihood(z) - _q.LogDensity(z);

    /// <summary>The log posterior density at z, in nats.</summary>
    public double LogPosterior(double z) => Gaussian.Standard.LogDensity(z) + logLikelihood(z) - _logNormaliser.Value;

    /// <summary>The closed form for the prior; for the posterior the trapezoid rule on the whole line.</summary>
    /// <inheritdoc/>
    public override Quantity Divergence(Density other) => Quantity.Exact(other switch
    {
        Density.Prior => _q.DivergenceFrom(Gaussian.Standard),
        Density.Posterior => Trapezoid(z => Math.Exp(_q.LogDensity(z)) * (_q.LogDensity(z) - LogPosterior(z))),
        _ => throw new ArgumentOutOfRangeException(nameof(other), other, "Expected the prior or the posterior."),
    });

    /// <inheritdoc/>
    protected override IReadOnlyList<double> Log(Density density) => [.. Rule.Select(n => n.Point).Select(z => density switch
    {
        Density.Joint => Gaussian.Standard.LogDensity(z) + logLikelihood(z),
        Density.Prior => Gaussian.Standard.LogDensity(z),
        Density.Likelihood => logLikelihood(z),
        Density.Posterior => LogPosterior(z),
        Density.Approximation => _q.LogDensity(z),
        Density.Evidence => _logEvidence.Value,
        _ => throw new ArgumentOutOfRangeException(nameof(density), density, "Expected one of the six densities."),
    })];

    // For integrands that vanish smoothly at both ends the trapezoid rule converges faster than any power of its step.
    private static IEnumerable<double> Grid => Enumerable.Range(0, (int)(2 * Reach / Step) + 1).Select(i => -Reach + i * Step);

    private static double Trapezoid(Func<double, double> f) => Grid.Sum(f) * Step;

    private static IEnumerable<(double, double)> Panel(int number)
    {
        const double width = 2 * Reach / Panels;
        var rule = new GaussLegendreRule(-Reach + number * width, -Reach + (number + 1) * width, Order);
        return rule.Abscissas.Zip(rule.Weights);
    }

    private static Gaussian Resolved(Gaussian q) => q.StandardDeviation >= 0.02 && Math.Abs(q.Mean) + 8 * q.StandardDeviation <= Reach
        ? q
        : throw new ArgumentException($"Expected q with σ ≥ 0.02 and μ ± 8 σ within ±{Reach}, given μ = {q.Mean:G4}, σ² = {q.Variance:G4}.", nameof(q));
}

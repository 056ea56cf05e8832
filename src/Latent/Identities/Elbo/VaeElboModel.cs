using Latent.Evaluation;
using Latent.Variational;
using TorchSharp;
using static TorchSharp.torch;

namespace Latent.Identities.Elbo;

/// <summary>
/// A trained variational autoencoder and one observation: expectations under q are averages over samples of the encoder. The evidence is estimated by chains annealed from
/// the prior, which never see q, or by importance sampling; the posterior is normalised by importance sampling with samples of its own and a wider proposal, so that neither
/// comes from the other.
/// </summary>
public sealed class VaeElboModel : NodeModel
{
    private readonly Dictionary<Density, double[]> _logs;
    private readonly double[] _logWeights;
    private readonly Quantity _evidence, _normaliser;
    private readonly double _divergence;

    /// <summary>Draws the samples.</summary>
    /// <param name="vae">The model.</param>
    /// <param name="x">One observation: [1, D].</param>
    /// <param name="samples">Draws from q, ≥ 2.</param>
    /// <param name="evidenceSamples">Draws for each of the two estimates of the evidence, ≥ 2.</param>
    /// <param name="generator">Source of all draws.</param>
    /// <param name="annealing">How the evidence is estimated by annealed chains; null: by importance sampling.</param>
    public VaeElboModel(GaussianVae vae, Tensor x, int samples, int evidenceSamples, Generator generator, AnnealingOptions? annealing = null)
    {
        ArgumentNullException.ThrowIfNull(vae);
        if (vae.Flow is not null) throw new ArgumentException("Expected a Gaussian posterior; this model's flow has no divergence in closed form.", nameof(vae));
        Require.Matrix(x, nameof(x));
        Require.Generator(generator);
        if (x.shape[0] != 1) throw new ArgumentException($"Expected one observation, [1, D], given [{string.Join(", ", x.shape)}].", nameof(x));
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(evidenceSamples, 2);
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        var (mu, logVar) = vae.Encode(x);
        _divergence = GaussianKl.ToStandardNormal(mu, logVar).ToDouble();
        _evidence = annealing is null ? Evidence(vae, x, mu, logVar, evidenceSamples, generator, widening: 1, "evidence") : Annealed(vae, x, annealing, generator);
        _normaliser = Evidence(vae, x, mu, logVar, evidenceSamples, generator, widening: 1.2, "normaliser of the posterior");
        var z = GaussianVae.Sample(mu, logVar, randn([samples, vae.Latent], x.dtype, generator: generator)); // [n, k]
        var (likelihood, prior, q) = (Values(LogLikelihood(vae, x, z)), Values(LogNormal(z, zeros_like(mu), zeros_like(mu))), Values(LogNormal(z, mu, logVar)));
        double[] joint = [.. likelihood.Zip(prior, (a, b) => a + b)];
        _logs = new()
        {
            [Density.Likelihood] = likelihood, [Density.Prior] = prior, [Density.Approximation] = q, [Density.Joint] = joint,
        };
        _logWeights = [.. Enumerable.Repeat(-Math.Log(samples), samples)];
    }

    /// <inheritdoc/>
    public override string Name => "a trained model and one digit";

    /// <inheritdoc/>
    public override Method Method => Method.MonteCarlo(_logWeights.Length);

    /// <inheritdoc/>
    public override Quantity LogEvidence => _evidence;

    /// <inheritdoc/>
    protected override IReadOnlyList<double> LogWeights => _logWeights;

    /// <inheritdoc/>
    public override Quantity ExpectedLog(IReadOnlyList<Ratio> ratios)
    {
        ArgumentNullException.ThrowIfNull(ratios);
        // ln p(z|x) = ln p(x,z) − ln p(x): the constant is an estimate with an error of its own
        var constant = Count(ratios, Density.Evidence) * _evidence + -Count(ratios, Density.Posterior) * _normaliser;
        return base.ExpectedLog(ratios) + constant;
    }

    /// <inheritdoc/>
    public override Quantity LogExpected(IReadOnlyList<Ratio> ratios)
    {
        return LogMean(LogProduct(ratios), "importance weights of the samples");
    }

    /// <inheritdoc/>
    public override Quantity Divergence(Density other) => other switch
    {
        Density.Prior => Quantity.Exact(_divergence),
        Density.Posterior => ExpectedLog([Density.Approximation.Over(Density.Posterior)]),
        _ => throw new ArgumentOutOfRangeException(nameof(other), other, "Expected the prior or the posterior."),
    };

    /// <inheritdoc/>
    protected override Quantity Expectation(IReadOnlyList<double> values) => Quantity.MeanOf([.. values]);

    /// <inheritdoc/>
    protected override IReadOnlyList<double> Log(Density density) => density switch
    {
        Density.Posterior => _logs[Density.Joint],
        Density.Evidence => new double[_logWeights.Length],
        _ => _logs[density],
    };

    private static int Count(IReadOnlyList<Ratio> ratios, Density density) =>
        ratios.Count(r => r.Numerator == density) - ratios.Count(r => r.Denominator == density);

    private static Quantity Evidence(GaussianVae vae, Tensor x, Tensor mu, Tensor logVar, int samples, Generator generator, double widening, string source)
    {
        var wider = logVar + 2 * Math.Log(widening);
        var logs = new List<double>(samples);
        while (logs.Count < samples)
        {
            using var scope = NewDisposeScope();
            var z = GaussianVae.Sample(mu, wider, randn([Math.Min(1000, samples - logs.Count), vae.Latent], x.dtype, generator: generator));
            logs.AddRange(Values(LogLikelihood(vae, x, z) + LogNormal(z, zeros_like(mu), zeros_like(mu)) - LogNormal(z, mu, wider)));
        }

        return LogMean(logs, source);
    }

    private static Quantity Annealed(GaussianVae vae, Tensor x, AnnealingOptions annealing, Generator generator)
    {
        var chains = AnnealedImportanceSampling.Run(
            z => vae.Likelihood.LogProbability(vae.Decode(z).unsqueeze(0), x).squeeze(0), vae.Latent, annealing, generator, x.dtype);
        return Quantity.Estimated(chains.LogEvidence, chains.StandardError, "annealed evidence");
    }

    private static Quantity LogMean(IReadOnlyList<double> logs, string source)
    {
        var estimate = Estimate.LogMean(logs);
        return Quantity.Estimated(estimate.Value, estimate.StandardError, source);
    }

    private static Tensor LogLikelihood(GaussianVae vae, Tensor x, Tensor z) =>
        vae.Likelihood.LogProbability(vae.Decode(z).unsqueeze(0), x).squeeze(0).to_type(ScalarType.Float64); // [n]

    private static Tensor LogNormal(Tensor z, Tensor mu, Tensor logVar)
    {
        var (at, centre, log) = (z.to_type(ScalarType.Float64), mu.to_type(ScalarType.Float64), logVar.to_type(ScalarType.Float64));
        return -0.5 * (Math.Log(2 * Math.PI) + log + (at - centre).square() * (-log).exp()).sum([1]); // [n]
    }

    private static double[] Values(Tensor x) => x.data<double>().ToArray();
}

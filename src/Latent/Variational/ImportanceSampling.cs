using Latent.Evaluation;
using static TorchSharp.torch;

namespace Latent.Variational;

/// <summary>The likelihood of a variational autoencoder by importance sampling, with the encoder as proposal (Rezende et al. 2014; Burda et al. 2016).</summary>
public static class ImportanceSampling
{
    private const long ElementsAtOnce = 8_000_000; // of the largest layer: 32 MB in float32

    /// <summary>\(\ln w_i = \ln p(x,z_i) - \ln q(z_i|x)\) with \(z_i \sim q(z|x)\): [N, D] → [N, k], with gradients.</summary>
    /// <param name="model">The model.</param>
    /// <param name="x">[N, D].</param>
    /// <param name="epsilon">Standard normal noise: [N, k, latent].</param>
    public static Tensor LogWeights(this GaussianVae model, Tensor x, Tensor epsilon)
    {
        ArgumentNullException.ThrowIfNull(model);
        Require.Noise(epsilon, x, model.Latent);
        var (mu, logVar) = model.Encode(x); // [N, latent]
        var z = mu.unsqueeze(1) + (0.5 * logVar).exp().unsqueeze(1) * epsilon; // [N, k, latent]
        // ln p(z) − ln q(z|x) = −½ Σ (z² − ε² − ln σ²): the constants cancel
        var prior = -0.5 * (z.square() - epsilon.square() - logVar.unsqueeze(1)).sum([2]); // [N, k]
        return model.LogLikelihoodOfSamples(x, z) + prior;
    }

    /// <summary>ln p(x | z) of several codes an observation: [N, D], [N, k, latent] → [N, k].</summary>
    internal static Tensor LogLikelihoodOfSamples(this GaussianVae model, Tensor x, Tensor z)
    {
        long n = z.shape[0], k = z.shape[1];
        return model.Likelihood.LogProbability(model.Decode(z.reshape(n * k, model.Latent)).reshape(n, k, -1), x);
    }

    /// <summary>The log-likelihood of each observation, \(\ln\tfrac1k\sum_i w_i\): [N, D] → [N] float64, in nats, from below as k grows.</summary>
    /// <param name="model">The model.</param>
    /// <param name="x">[N, D].</param>
    /// <param name="samples">k ≥ 1.</param>
    /// <param name="generator">Source of the samples.</param>
    public static Tensor LogLikelihoods(this GaussianVae model, Tensor x, int samples, Generator generator)
    {
        ArgumentNullException.ThrowIfNull(model);
        Require.Matrix(x, nameof(x));
        Require.Generator(generator);
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 1);
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        var rowsAtOnce = Math.Clamp(ElementsAtOnce / (samples * Math.Max(x.shape[1], model.Latent)), 1, 1000);
        var all = new List<Tensor>();
        for (long start = 0; start < x.shape[0]; start += rowsAtOnce)
        {
            var rows = x.narrow(0, start, Math.Min(rowsAtOnce, x.shape[0] - start));
            all.Add(InPieces(model, rows, samples, generator));
        }

        return cat(all).MoveToOuterDisposeScope();
    }

    /// <summary>The mean log-likelihood with its standard error over observations, in nats: a log-likelihood, so usually negative.</summary>
    /// <inheritdoc cref="LogLikelihoods"/>
    public static Estimate LogLikelihood(this GaussianVae model, Tensor x, int samples, Generator generator)
    {
        using var each = model.LogLikelihoods(x, samples, generator);
        return Estimate.Mean(each);
    }

    // Many samples of one row are taken in pieces, their log-mean gathered as it goes.
    private static Tensor InPieces(GaussianVae model, Tensor rows, int samples, Generator generator)
    {
        using var scope = NewDisposeScope();
        var atOnce = (int)Math.Clamp(ElementsAtOnce / (rows.shape[0] * rows.shape[1]), 1, samples);
        Tensor? total = null;
        for (var done = 0; done < samples; done += atOnce)
        {
            using var piece = NewDisposeScope();
            var epsilon = randn([rows.shape[0], Math.Min(atOnce, samples - done), model.Latent], rows.dtype, generator: generator);
            var sum = model.LogWeights(rows, epsilon).to_type(ScalarType.Float64).logsumexp(1); // [N]
            total = (total is null ? sum : logaddexp(total, sum)).MoveToOuterDisposeScope();
        }

        return (total! - Math.Log(samples)).MoveToOuterDisposeScope();
    }
}

using Latent.Data;
using Latent.Evaluation;
using static TorchSharp.torch;

namespace Latent.Variational;

/// <summary>The likelihood of a latent-variable model by importance sampling, with the approximate posterior as proposal (Rezende et al. 2014; Burda et al. 2016).</summary>
public static class ImportanceSampling
{
    private const long ElementsAtOnce = 1_000_000; // of the largest layer: 4 MB in float32, which stay in the cache

    /// <summary>The log-likelihood of each observation, \(\ln\tfrac1k\sum_i w_i\): [N, D] → [N] float64, in nats, from below as k grows.</summary>
    /// <param name="model">The model.</param>
    /// <param name="x">[N, D].</param>
    /// <param name="samples">k ≥ 1.</param>
    /// <param name="generator">Source of the samples.</param>
    public static Tensor LogLikelihoods(this IImportanceSampled model, Tensor x, int samples, Generator generator)
    {
        ArgumentNullException.ThrowIfNull(model);
        Require.Matrix(x, nameof(x));
        Require.Generator(generator);
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 1);
        var rowsAtOnce = Math.Clamp(ElementsAtOnce / (samples * Math.Max(x.shape[1], model.Noise)), 1, 1000);
        return x.MapRows(rows => InPieces(model, rows, samples, generator), (int)rowsAtOnce);
    }

    /// <summary>The mean log-likelihood with its standard error over observations, in nats: a log-likelihood, so usually negative.</summary>
    /// <inheritdoc cref="LogLikelihoods"/>
    public static Estimate LogLikelihood(this IImportanceSampled model, Tensor x, int samples, Generator generator)
    {
        using var each = model.LogLikelihoods(x, samples, generator);
        return Estimate.Mean(each);
    }

    // Many samples of one row are taken in pieces, their log-mean gathered as it goes.
    private static Tensor InPieces(IImportanceSampled model, Tensor rows, int samples, Generator generator)
    {
        using var scope = NewDisposeScope();
        var atOnce = (int)Math.Clamp(ElementsAtOnce / (rows.shape[0] * rows.shape[1]), 1, samples);
        Tensor? total = null;
        for (var done = 0; done < samples; done += atOnce)
        {
            using var piece = NewDisposeScope();
            var epsilon = randn([rows.shape[0], Math.Min(atOnce, samples - done), model.Noise], rows.dtype, generator: generator);
            var sum = model.LogWeights(rows, epsilon).to_type(ScalarType.Float64).logsumexp(1); // [N]
            total = (total is null ? sum : logaddexp(total, sum)).MoveToOuterDisposeScope();
        }

        return (total! - Math.Log(samples)).MoveToOuterDisposeScope();
    }
}

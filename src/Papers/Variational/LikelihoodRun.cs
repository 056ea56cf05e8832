using Latent.Data;
using Latent.Evaluation;
using Latent.Variational;
using Papers.Running;
using static TorchSharp.torch;

namespace Papers.Variational;

/// <summary>What reproductions of likelihoods share.</summary>
internal static class LikelihoodRun
{
    /// <summary>The negative log-likelihood of each of some binary images, kept piece by piece.</summary>
    /// <param name="run">The run.</param>
    /// <param name="model">The trained model.</param>
    /// <param name="images">[N, D].</param>
    /// <param name="samples">k, importance samples.</param>
    public static Estimate NegativeLogLikelihood(this PaperRun run, GaussianVae model, Tensor images, int samples) =>
        Estimate.Mean(run.InPieces("likelihood", (int)images.shape[0], 100, (start, count, generator) =>
        {
            using var each = model.LogLikelihoods(images.narrow(0, start, count), samples, generator).neg_();
            return each.data<double>().ToArray();
        }));
}

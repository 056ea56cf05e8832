using Latent.Data;
using static TorchSharp.torch;

namespace Latent.Linear;

/// <summary>
/// A generative classifier: a probabilistic PCA for the images of each class, \(p(x \mid c)\), and Bayes' rule,
/// \(p(c \mid x) \propto p(x \mid c)\,p(c)\). Unlike a discriminative classifier it can also draw labelled images, and say how
/// likely an image is at all.
/// </summary>
public sealed class ClassDensities : IDisposable
{
    private readonly ProbabilisticPca[] _models;
    private readonly double[] _logPriors;

    private ClassDensities(ProbabilisticPca[] models, double[] logPriors) => (_models, _logPriors) = (models, logPriors);

    /// <summary>The density of each class, by label.</summary>
    public IReadOnlyList<ProbabilisticPca> Models => _models;

    /// <summary>Fits one density a class. The caller disposes the result.</summary>
    /// <param name="data">Labelled images; every class 0 … C − 1 occurs.</param>
    /// <param name="factors">Factors of each density, ≥ 0 and below the rank of every class.</param>
    /// <param name="noiseFloor">Least noise variance, ≥ 0: keeps images of a class that leave its subspace from being impossible.</param>
    public static ClassDensities Fit(LabelledImages data, int factors, double noiseFloor = 0)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfNegative(noiseFloor);
        var counts = data.ClassCounts();
        var models = counts.Select((_, label) =>
        {
            using var images = data.OfClass(label);
            using var pca = Pca.Fit(images.Images);
            var noise = pca.DiscardedVariance(factors) / (pca.Dimensions - factors);
            return ProbabilisticPca.WithNoise(pca, factors, Math.Max(noise, noiseFloor));
        });
        return new([.. models], [.. counts.Select(c => Math.Log((double)c / data.Count))]);
    }

    /// <summary>\(\ln p(x, c)\): [N, C] float64, nats.</summary>
    public Tensor LogJoint(Tensor x)
    {
        using var scope = NewDisposeScope();
        return stack(_models.Select((model, c) => model.LogLikelihood(x) + _logPriors[c]).ToArray(), 1).MoveToOuterDisposeScope();
    }

    /// <summary>\(\ln p(x) = \ln\sum_c p(x,c)\): [N] float64, nats. A discriminative classifier has no such thing.</summary>
    public Tensor LogLikelihood(Tensor x)
    {
        using var joint = LogJoint(x);
        return joint.logsumexp(1);
    }

    /// <summary>The most probable class of each row: [N] int64.</summary>
    public Tensor Predict(Tensor x)
    {
        using var joint = LogJoint(x);
        return joint.argmax(1);
    }

    /// <summary>New images of a class: [n, D] float64.</summary>
    /// <param name="label">The class.</param>
    /// <param name="n">How many, ≥ 1.</param>
    /// <param name="generator">Source of randomness.</param>
    /// <param name="withNoise">False leaves the pixel noise out, which looks better.</param>
    public Tensor Sample(int label, int n, Generator generator, bool withNoise = true) =>
        _models[Require.Range(label, 0, _models.Length - 1, nameof(label), "classes")].Sample(n, generator, withNoise);

    /// <summary>Frees the memory of the densities.</summary>
    public void Dispose()
    {
        foreach (var model in _models) model.Dispose();
    }
}

using Latent.Data;
using Latent.Linear;
using Latent.Training;
using static TorchSharp.torch;

namespace Latent.Evaluation;

/// <summary>
/// A linear probe (Alain &amp; Bengio 2016): how well a softmax regression tells the classes from codes. A code that makes classes linearly separable
/// has done work that the pixels did not.
/// </summary>
public static class LinearProbe
{
    /// <summary>Trains the probe on some codes and counts its errors on others. Codes are first scaled to mean 0 and variance 1 by the training codes.</summary>
    /// <param name="train">[N, k].</param>
    /// <param name="trainLabels">[N] int64, in 0 … classes − 1.</param>
    /// <param name="test">[M, k].</param>
    /// <param name="testLabels">[M] int64.</param>
    /// <param name="generator">Shuffles.</param>
    /// <param name="classes">≥ 2.</param>
    /// <param name="epochs">Passes over the codes, ≥ 1.</param>
    public static ErrorRate Error(Tensor train, Tensor trainLabels, Tensor test, Tensor testLabels, Generator generator, int classes = 10, int epochs = 20)
    {
        Require.Matrix(train, nameof(train));
        Require.Matrix(test, nameof(test), train.shape[1]);
        Require.Labels(trainLabels, classes, nameof(trainLabels));
        Require.Labels(testLabels, classes, nameof(testLabels));
        Require.Generator(generator);
        using var scope = NewDisposeScope();
        Tensor mean, deviation;
        using (no_grad())
        {
            mean = train.mean([0]);
            // a unit that never varies tells nothing
            deviation = (train - mean).square().mean([0]).sqrt();
            deviation = where(deviation.gt(1e-6), deviation, full_like(deviation, 1));
        }

        Tensor Scaled(Tensor codes) => ((codes - mean) / deviation).to_type(ScalarType.Float32);
        using var probe = new SoftmaxRegression((int)train.shape[1], classes);
        var codes = new LabelledImages(Scaled(train.detach()), trainLabels, 1, (int)train.shape[1], "codes");
        var state = new TrainingState(probe, optim.Adam(probe.parameters(), 0.03), generator);
        Fit.Epochs(epochs, state, codes, 200, batch => probe.Loss(batch)).WithRate(epoch => 0.03 / Math.Sqrt(epoch)).ToHistory();
        return ErrorRate.Of(probe.Predict(Scaled(test.detach())), testLabels);
    }
}

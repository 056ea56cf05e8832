using Latent.Training;
using static TorchSharp.torch;

namespace Latent.Linear;

/// <summary>
/// Training a linear autoencoder by gradient descent on all the data at once. The loss and its gradient follow exactly from mean and
/// covariance, so a step costs milliseconds however many images there are.
/// </summary>
public static class LinearAutoencoderTraining
{
    /// <summary>A network with one hidden layer, float64, small random weights, and biases that start at the mean.</summary>
    /// <param name="moments">Mean and covariance of the data.</param>
    /// <param name="code">k ≥ 1.</param>
    /// <param name="generator">Source of the weights.</param>
    /// <param name="tied">Decoder weights are the transposed encoder weights.</param>
    public static LinearAutoencoder Start(SecondMoments moments, int code, Generator generator, bool tied = false)
    {
        ArgumentNullException.ThrowIfNull(moments);
        var network = new LinearAutoencoder(new((int)moments.Mean.shape[0], [code], Tied: tied, Precision: ScalarType.Float64), generator);
        network.StartAtMean(moments.Mean);
        return network;
    }

    /// <summary>
    /// Gradient descent with momentum 0.97 and a constant rate, in the unit \(1/(\lambda_1+\|\mu\|^2)\) that makes it fit any data: the
    /// largest curvature near the minimum is a few times \(\lambda_1+\|\mu\|^2\), the mean coming in through the biases.
    /// </summary>
    /// <param name="network">Without activation, in float64.</param>
    /// <param name="moments">Mean and covariance of the data.</param>
    /// <param name="generator">Kept with checkpoints; full batches need no randomness.</param>
    /// <param name="epochs">Reports, ≥ 1.</param>
    /// <param name="stepsPerEpoch">Gradient steps a report, ≥ 1.</param>
    /// <param name="rate">Learning rate times (λ₁ + ‖μ‖²); 0.1 is safe, and above about 0.4 it may diverge.</param>
    public static TrainingRun FullBatch(
        LinearAutoencoder network, SecondMoments moments, Generator generator, int epochs = 60, int stepsPerEpoch = 25, double rate = 0.1)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(moments);
        ArgumentOutOfRangeException.ThrowIfLessThan(stepsPerEpoch, 1);
        Require.Positive(rate, nameof(rate));
        var optimiser = optim.SGD(network.parameters(), rate / Curvature(moments), momentum: 0.97);
        var step = Fit.GradientStep(optimiser, (SecondMoments all) => network.Loss(all), all => all.SampleSize);
        return Fit.Epochs(epochs, new TrainingState(network, optimiser, generator), _ => Enumerable.Repeat(moments, stepsPerEpoch), step);
    }

    private static double Curvature(SecondMoments moments)
    {
        using var scope = NewDisposeScope();
        return linalg.eigvalsh(moments.Covariance)[-1].item<double>() + moments.Mean.square().sum().item<double>();
    }
}

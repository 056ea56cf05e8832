using Latent.Data;
using Latent.Training;
using static TorchSharp.torch;

namespace Latent.Variational;

/// <summary>How a variational autoencoder is trained.</summary>
/// <param name="Epochs">Passes over the images, ≥ 1.</param>
/// <param name="BatchSize">Images a step, ≥ 1.</param>
/// <param name="Rate">Adam's learning rate > 0.</param>
/// <param name="KlWeight">β ≥ 0: what the divergence counts; 1 for the bound.</param>
/// <param name="Binarise">Draw black and white pixels anew for each batch.</param>
/// <param name="Samples">k ≥ 1: 1 for the evidence lower bound, more for the importance-weighted bound.</param>
/// <param name="Gradient">How the importance-weighted bound trains the encoder.</param>
public sealed record VaeTrainingOptions(
    int Epochs = 10, int BatchSize = 100, double Rate = 1e-3, double KlWeight = 1, bool Binarise = true,
    int Samples = 1, EncoderGradient Gradient = EncoderGradient.DoublyReparameterized);

/// <summary>Training a variational autoencoder: Adam on the evidence lower bound or the importance-weighted one.</summary>
public static class VaeTraining
{
    /// <summary>A lazy training run; the generator shuffles, binarises and draws the noise.</summary>
    /// <param name="model">The model.</param>
    /// <param name="images">What to train on.</param>
    /// <param name="generator">Source of all randomness.</param>
    /// <param name="options">How; the defaults if null.</param>
    public static TrainingRun Train(this GaussianVae model, LabelledImages images, Generator generator, VaeTrainingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(images);
        Require.Generator(generator);
        options ??= new();
        Require.Positive(options.Rate, nameof(options));
        if (!(options.KlWeight >= 0)) throw new ArgumentOutOfRangeException(nameof(options), options.KlWeight, "Expected a weight of the divergence ≥ 0.");
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Samples, 1, nameof(options));
        if (options.Samples > 1 && options.KlWeight != 1)
            throw new ArgumentException($"Expected a weight of 1 with {options.Samples} samples, whose bound has no divergence to weigh, given {options.KlWeight}.", nameof(options));
        var optimiser = optim.Adam(model.parameters(), options.Rate, beta2: 0.999);
        return Fit.Epochs(options.Epochs, new TrainingState(model, optimiser, generator), images, options.BatchSize, batch =>
        {
            var x = options.Binarise ? Binarization.Sample(batch.Images, generator) : batch.Images;
            return options.Samples == 1 ? model.Loss(x, generator, options.KlWeight) : (ILoss)model.ImportanceWeightedLoss(x, options.Samples, generator, options.Gradient);
        });
    }
}

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
/// <param name="Capacity">Holds the divergence at a capacity that grows; null: it is weighed by <paramref name="KlWeight"/>.</param>
/// <param name="Corrupt">What the encoder sees in place of the images, while the clean ones are reconstructed: a denoising model (Im et al. 2017); null: the images.</param>
public sealed record VaeTrainingOptions(
    int Epochs = 10, int BatchSize = 100, double Rate = 1e-3, double KlWeight = 1, bool Binarise = true,
    int Samples = 1, EncoderGradient Gradient = EncoderGradient.DoublyReparameterized,
    CapacitySchedule? Capacity = null, Func<Tensor, Generator, Tensor>? Corrupt = null);

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
        if (options.Samples > 1 && (options.KlWeight != 1 || options.Capacity is not null || options.Corrupt is not null))
            throw new ArgumentException($"With {options.Samples} samples the bound has no divergence to weigh and no corruption; expected a weight of 1, no capacity and no corruption.", nameof(options));
        var capacity = 0.0;
        var optimiser = optim.Adam(model.parameters(), options.Rate, beta2: 0.999);
        return Fit.Epochs(options.Epochs, new TrainingState(model, optimiser, generator), images, options.BatchSize, batch => Loss(batch.Images))
            .BeforeEach(epoch => capacity = options.Capacity?.At(epoch) ?? 0);

        ILoss Loss(Tensor grey)
        {
            var x = options.Binarise ? Binarization.Sample(grey, generator) : grey;
            if (options.Samples > 1) return model.ImportanceWeightedLoss(x, options.Samples, generator, options.Gradient);
            var bound = options.Corrupt is { } corrupt ? model.Loss(corrupt(x, generator), generator, options.KlWeight, target: x) : model.Loss(x, generator, options.KlWeight);
            return options.Capacity is { } schedule ? new CapacityElbo(bound.Reconstruction, bound.Kl, schedule.Weight, capacity) : bound;
        }
    }
}

using Latent.Data;
using Latent.Training;
using static TorchSharp.torch;

namespace Latent.Autoencoders;

/// <summary>How an autoencoder is trained.</summary>
/// <param name="Epochs">Passes over the data, ≥ 1.</param>
/// <param name="BatchSize">Rows a step, ≥ 1.</param>
/// <param name="Rate">Learning rate > 0.</param>
/// <param name="Penalty">Of the code, as of <see cref="Sparsity"/>; null: none.</param>
/// <param name="Corruption">What is encoded in place of a clean batch, drawn anew for each; null: the batch itself.</param>
/// <param name="Optimiser">Null: Adam.</param>
public sealed record AutoencoderTrainingOptions(
    int Epochs = 10,
    int BatchSize = 100,
    double Rate = 1e-3,
    Func<Tensor, Penalty>? Penalty = null,
    Func<Tensor, Generator, Tensor>? Corruption = null,
    OptimiserFactory? Optimiser = null)
{
    internal optim.Optimizer OptimiserOf(nn.Module model) =>
        (Optimiser ?? Optimisers.Adam)(model.parameters(), Require.Positive(Rate, "options"));
}

/// <summary>Training an autoencoder by gradient steps on its loss.</summary>
public static class AutoencoderTraining
{
    /// <summary>A lazy training run; the generator shuffles and corrupts.</summary>
    /// <param name="model">The model.</param>
    /// <param name="x">What to train on: [N, D].</param>
    /// <param name="generator">Source of all randomness.</param>
    /// <param name="options">How; the defaults if null.</param>
    public static TrainingRun Train(this Autoencoder model, Tensor x, Generator generator, AutoencoderTrainingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        Require.Matrix(x, nameof(x));
        Require.Generator(generator);
        options ??= new();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.BatchSize, 1, nameof(options));
        var optimiser = options.OptimiserOf(model);
        var step = Fit.GradientStep(
            optimiser,
            (Tensor batch) => model.Loss(options.Corruption?.Invoke(batch, generator) ?? batch, target: batch, options.Penalty),
            batch => batch.shape[0]);
        return Fit.Epochs(options.Epochs, new TrainingState(model, optimiser, generator), g => x.Batches(options.BatchSize, g), step);
    }
}

using Latent.Data;
using Latent.Training;
using static TorchSharp.torch;

namespace Latent.Autoencoders;

/// <summary>
/// The denoising autoencoder (Vincent, Larochelle, Bengio &amp; Manzagol 2008): encode a corrupted \(\tilde x \sim q_D(\tilde x \mid x)\), reconstruct the clean x,
/// \(\min_\theta\; \mathbb E_{q^0(X,\tilde X)}\bigl[L_H(X, g(f(\tilde X)))\bigr]\) with \(y = s(W\tilde x+b)\), \(z = s(W'y+b')\). Copying no longer helps, so
/// that the code may be larger than the input.
/// </summary>
public static class DenoisingAutoencoder
{
    /// <summary>An autoencoder of one sigmoid layer with tied weights, \(W' = W^\top\), and cross-entropy, as in the paper.</summary>
    /// <param name="inputs">D ≥ 1.</param>
    /// <param name="units">k ≥ 1.</param>
    /// <param name="generator">Source of the initial weights.</param>
    /// <param name="deviation">Standard deviation > 0 of Gaussian initial weights; null: by the size of the layer (<see cref="DenseLayers.Random"/>).</param>
    public static Autoencoder Create(int inputs, int units, Generator generator, double? deviation = null) =>
        Autoencoder.Dense(new(inputs, [units], Tied: true, Deviation: deviation), generator);

    /// <summary>The loss of a batch with noise drawn for it.</summary>
    /// <param name="model">The model.</param>
    /// <param name="x">Clean: [N, D].</param>
    /// <param name="corruption">The noise.</param>
    /// <param name="generator">Source of the noise.</param>
    public static ReconstructionLoss Loss(Autoencoder model, Tensor x, Corruption corruption, Generator generator)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(corruption);
        using var spoilt = corruption.Apply(x, generator);
        return model.Loss(spoilt, target: x);
    }

    /// <summary>A lazy training run; the generator shuffles and corrupts, each batch anew.</summary>
    /// <param name="model">The model.</param>
    /// <param name="x">What to train on, clean: [N, D].</param>
    /// <param name="corruption">The noise.</param>
    /// <param name="generator">Source of all randomness.</param>
    /// <param name="options">How; the defaults if null. Its corruption is replaced.</param>
    public static TrainingRun TrainDenoising(
        this Autoencoder model, Tensor x, Corruption corruption, Generator generator, AutoencoderTrainingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(corruption);
        return model.Train(x, generator, (options ?? new()) with { Corruption = corruption.Apply });
    }

    /// <summary>A trainer of a layer for <see cref="PretrainedLayers.Train"/>: SdA-k is a stack of these, SAA-k without corruption (Vincent et al. 2008).</summary>
    /// <param name="units">Units of the layer, ≥ 1.</param>
    /// <param name="corruption">The noise on the layer's input.</param>
    /// <param name="generator">Source of weights, order and noise.</param>
    /// <param name="options">How; the defaults if null.</param>
    public static Func<Tensor, PretrainedLayer> Layer(int units, Corruption corruption, Generator generator, AutoencoderTrainingOptions? options = null) => x =>
    {
        using var model = Create((int)Require.Matrix(x, nameof(x)).shape[1], units, generator);
        model.TrainDenoising(x, corruption, generator, options).ToHistory();
        return PretrainedLayer.Of(model);
    };
}

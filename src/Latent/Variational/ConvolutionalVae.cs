using static TorchSharp.torch;

namespace Latent.Variational;

/// <summary>The shape of a variational autoencoder of grey or binary images with convolutions.</summary>
/// <param name="Height">Pixels from top to bottom; a multiple of 2 to the number of <paramref name="Channels"/>.</param>
/// <param name="Width">Pixels from left to right, likewise.</param>
/// <param name="Channels">Feature maps after each halving of the picture, each ≥ 1.</param>
/// <param name="Latent">k, entries of a code, ≥ 1.</param>
/// <param name="Flow">Makes the posterior richer; null: a diagonal Gaussian.</param>
/// <param name="Precision">Type of the parameters.</param>
public sealed record ConvolutionalVaeOptions(
    int Height = 28, int Width = 28, IReadOnlyList<int>? Channels = null, int Latent = 32, PosteriorFlow? Flow = null, ScalarType Precision = ScalarType.Float32);

/// <summary>
/// A variational autoencoder whose encoder halves the picture with each layer of 4×4 filters and whose decoder doubles it, with independent binary pixels.
/// </summary>
public static class ConvolutionalVae
{
    /// <summary>A model on rows of pixels.</summary>
    /// <param name="options">The shape; the defaults if null.</param>
    /// <param name="generator">Source of the initial weights.</param>
    public static GaussianVae Create(ConvolutionalVaeOptions? options, Generator generator)
    {
        options ??= new();
        Require.Generator(generator);
        if (options.Latent < 1) throw new ArgumentException($"Expected latents ≥ 1, given {options.Latent}.", nameof(options));
        var layers = new ConvolutionalLayers(options.Height, options.Width, options.Channels ?? [32, 64], options.Precision).Checked(nameof(options));
        var (encoder, decoder) = (layers.Down(2 * options.Latent + (options.Flow?.Context ?? 0), generator), layers.Up(options.Latent, generator));
        return new(encoder, decoder, options.Latent, new BernoulliLikelihood(), options.Precision, options.Flow);
    }
}

using static TorchSharp.torch;

namespace Latent.Autoencoders;

/// <summary>The shape of a convolutional autoencoder of grey images.</summary>
/// <param name="Height">Pixels from top to bottom; a multiple of 2 to the number of <paramref name="Channels"/>.</param>
/// <param name="Width">Pixels from left to right, likewise.</param>
/// <param name="Channels">Feature maps after each halving of the picture, each ≥ 1.</param>
/// <param name="Code">k, entries of the code, ≥ 1.</param>
/// <param name="Loss">How reconstructions are measured; the output is a sigmoid.</param>
/// <param name="Precision">Type of the parameters.</param>
public sealed record ConvolutionalAutoencoderOptions(
    int Height = 28,
    int Width = 28,
    IReadOnlyList<int>? Channels = null,
    int Code = 30,
    ReconstructionKind Loss = ReconstructionKind.CrossEntropy,
    ScalarType Precision = ScalarType.Float32);

/// <summary>
/// Convolutional autoencoders (Masci et al. 2011): the encoder halves the picture with each layer of 4×4 filters in steps of 2, the decoder
/// doubles it with transposed convolutions; a dense layer on either side makes the code. Filters are shared over the picture.
/// </summary>
public static class ConvolutionalAutoencoder
{
    /// <summary>An autoencoder on rows of pixels; weights by Glorot &amp; Bengio's bound, biases zero.</summary>
    /// <param name="options">The shape; the defaults if null.</param>
    /// <param name="generator">Source of the initial weights.</param>
    public static Autoencoder Create(ConvolutionalAutoencoderOptions? options, Generator generator)
    {
        options ??= new();
        Require.Generator(generator);
        if (options.Code < 1) throw new ArgumentException($"Expected a code ≥ 1, given {options.Code}.", nameof(options));
        var layers = new ConvolutionalLayers(options.Height, options.Width, options.Channels ?? [16, 32], options.Precision).Checked(nameof(options));
        var encoder = layers.Down(options.Code, generator);
        var decoder = layers.Up(options.Code, generator);
        return new(encoder, decoder, Activation.Sigmoid, options.Loss);
    }
}

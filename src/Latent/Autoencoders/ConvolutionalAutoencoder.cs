using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

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
        int[] channels = [.. options.Channels ?? [16, 32]];
        var factor = 1 << channels.Length;
        if (options.Code < 1 || channels.Length == 0 || channels.Any(c => c < 1))
            throw new ArgumentException($"Expected a code ≥ 1 and channels ≥ 1, given {options.Code} and [{string.Join(", ", channels)}].", nameof(options));
        if (options.Height < factor || options.Width < factor || options.Height % factor != 0 || options.Width % factor != 0)
            throw new ArgumentException($"{channels.Length} halvings need a picture with sides that {factor} divides, given {options.Height}×{options.Width}.", nameof(options));

        long[] top = [channels[^1], options.Height / factor, options.Width / factor];
        var flat = top[0] * top[1] * top[2];
        int[] maps = [1, .. channels];
        var precision = options.Precision;
        var up = maps.Zip(maps.Skip(1), (i, o) => new Module<Tensor, Tensor>[] { Conv2d(i, o, 4L, stride: 2L, padding: 1L, dtype: precision), ReLU() });
        var down = maps.Reverse().Zip(maps.Reverse().Skip(1), (i, o) => new Module<Tensor, Tensor>[] { ReLU(), ConvTranspose2d(i, o, 4L, stride: 2L, padding: 1L, dtype: precision) });
        var encoder = Sequential([Unflatten(1, [1, options.Height, options.Width]), .. up.SelectMany(m => m), Flatten(), nn.Linear(flat, options.Code, dtype: precision)]);
        var decoder = Sequential([nn.Linear(options.Code, flat, dtype: precision), Unflatten(1, top), .. down.SelectMany(m => m), Flatten()]);
        Initialise(encoder, generator);
        Initialise(decoder, generator);
        return new(encoder, decoder, Activation.Sigmoid, options.Loss);
    }

    private static void Initialise(Sequential layers, Generator generator)
    {
        using var gradients = no_grad();
        foreach (var parameter in layers.parameters())
        {
            var shape = parameter.shape;
            if (shape.Length == 1)
            {
                parameter.zero_();
                continue;
            }

            var field = shape.Skip(2).Aggregate(1L, (product, side) => product * side); // pixels of a filter
            var bound = Math.Sqrt(6.0 / ((shape[0] + shape[1]) * field));
            parameter.uniform_(-bound, bound, generator);
        }
    }
}

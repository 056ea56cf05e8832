using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent;

/// <summary>
/// Convolutions between rows of pixels and vectors: each layer of 4×4 filters in steps of 2 halves the picture, or doubles it; a dense layer stands at the
/// vector's end. Weights by Glorot &amp; Bengio's bound, biases zero.
/// </summary>
/// <param name="Height">Pixels from top to bottom; a multiple of 2 to the number of <paramref name="Channels"/>.</param>
/// <param name="Width">Pixels from left to right, likewise.</param>
/// <param name="Channels">Feature maps after each halving, each ≥ 1.</param>
/// <param name="Precision">Type of the parameters.</param>
internal sealed record ConvolutionalLayers(int Height, int Width, IReadOnlyList<int> Channels, ScalarType Precision)
{
    private int Factor => 1 << Channels.Count;

    private long[] Top => [Channels[^1], Height / Factor, Width / Factor];

    private int[] Maps => [1, .. Channels];

    /// <summary>Requires sides that can be halved so often.</summary>
    /// <param name="name">The argument at fault.</param>
    public ConvolutionalLayers Checked(string name)
    {
        if (Channels.Count == 0 || Channels.Any(c => c < 1))
            throw new ArgumentException($"Expected channels ≥ 1, given [{string.Join(", ", Channels)}].", name);
        return Height >= Factor && Width >= Factor && Height % Factor == 0 && Width % Factor == 0
            ? this
            : throw new ArgumentException($"{Channels.Count} halvings need a picture with sides that {Factor} divides, given {Height}×{Width}.", name);
    }

    /// <summary>[N, Height·Width] → [N, outputs].</summary>
    public Sequential Down(int outputs, Generator generator) => Initialised(Sequential(
    [
        Unflatten(1, [1, Height, Width]),
        .. Maps.Zip(Maps.Skip(1), (i, o) => new Module<Tensor, Tensor>[] { Conv2d(i, o, 4L, stride: 2L, padding: 1L, dtype: Precision), ReLU() }).SelectMany(m => m),
        Flatten(), nn.Linear(Top.Aggregate((a, b) => a * b), outputs, dtype: Precision),
    ]), generator);

    /// <summary>[N, inputs] → [N, Height·Width].</summary>
    public Sequential Up(int inputs, Generator generator) => Initialised(Sequential(
    [
        nn.Linear(inputs, Top.Aggregate((a, b) => a * b), dtype: Precision), Unflatten(1, Top),
        .. Maps.Reverse().Zip(Maps.Reverse().Skip(1), (i, o) => new Module<Tensor, Tensor>[] { ReLU(), ConvTranspose2d(i, o, 4L, stride: 2L, padding: 1L, dtype: Precision) }).SelectMany(m => m),
        Flatten(),
    ]), generator);

    private static Sequential Initialised(Sequential layers, Generator generator)
    {
        using var gradients = no_grad();
        foreach (var parameter in layers.parameters())
        {
            if (parameter.ndim == 1)
                parameter.zero_();
            else
                Glorot.Uniform(parameter, generator);
        }

        return layers;
    }
}

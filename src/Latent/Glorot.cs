using static TorchSharp.torch;

namespace Latent;

/// <summary>The initial weights of Glorot &amp; Bengio (2010): they keep the size of activations and of gradients about the same from layer to layer.</summary>
internal static class Glorot
{
    /// <summary>Fills a weight with numbers that are uniform in \(\pm g\sqrt{6/(\mathrm{in}+\mathrm{out})}\).</summary>
    /// <param name="weight">Overwritten: [out, in, …], or [in, out, …]; what follows are the sides of a filter.</param>
    /// <param name="generator">Source of the numbers.</param>
    /// <param name="gain">g: 4 before a sigmoid, else 1.</param>
    public static Tensor Uniform(Tensor weight, Generator generator, double gain = 1)
    {
        using var gradients = no_grad();
        var shape = weight.shape;
        var field = shape.Skip(2).Aggregate(1L, (product, side) => product * side); // pixels of a filter
        var bound = Math.Sqrt(6.0 / ((shape[0] + shape[1]) * field)) * gain;
        return weight.uniform_(-bound, bound, generator);
    }
}

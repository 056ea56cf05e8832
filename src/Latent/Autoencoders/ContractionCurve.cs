using TorchSharp;
using static TorchSharp.torch;

namespace Latent.Autoencoders;

/// <summary>How far codes move over how far inputs move, by the distance moved (Rifai et al. 2011, section 5.3).</summary>
/// <param name="Radius">Distance moved in input space.</param>
/// <param name="Ratio">Mean over examples and directions of \(\|f(x+r u)-f(x)\|/r\), u uniform on the unit sphere.</param>
public readonly record struct ContractionCurve(double Radius, double Ratio)
{
    /// <summary>The curve of an encoder.</summary>
    /// <param name="encoder">f: [N, D] → [N, k].</param>
    /// <param name="x">[N, D].</param>
    /// <param name="generator">Source of the directions: one for each row, the same for all radii.</param>
    /// <param name="radii">Each > 0.</param>
    public static IReadOnlyList<ContractionCurve> Of(Func<Tensor, Tensor> encoder, Tensor x, Generator generator, params IReadOnlyList<double> radii)
    {
        ArgumentNullException.ThrowIfNull(encoder);
        ArgumentNullException.ThrowIfNull(radii);
        Require.Matrix(x, nameof(x));
        foreach (var radius in radii) Require.Positive(radius, nameof(radii));
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        var directions = randn(x.shape, x.dtype, generator: Require.Generator(generator));
        directions /= directions.square().sum(1, keepdim: true).sqrt(); // [N, D], unit length
        var code = encoder(x); // [N, k]
        return [.. radii.Select(r => new ContractionCurve(r, (encoder(x + r * directions) - code).square().sum([1]).sqrt().mean().ToDouble() / r))];
    }
}

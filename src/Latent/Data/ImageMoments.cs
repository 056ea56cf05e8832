using static TorchSharp.torch;

namespace Latent.Data;

/// <summary>
/// Where the ink of each image lies: first and second moments of its grey values, taken as weights of the pixels. Distances are in
/// pixels, x to the right and y upwards.
/// </summary>
/// <param name="Ink">Mean grey value, in [0, 1].</param>
/// <param name="VarianceX">Spread of the ink along the horizontal, pixels².</param>
/// <param name="VarianceY">Spread of the ink along the vertical, pixels².</param>
/// <param name="Covariance">Covariance of x and y, pixels².</param>
public sealed record ImageMoments(double[] Ink, double[] VarianceX, double[] VarianceY, double[] Covariance)
{
    /// <summary>
    /// The shear dx/dy that would set each image upright: 0 when upright, positive when it leans to the right.
    /// NaN for an image whose ink lies in one line of pixels.
    /// </summary>
    public double[] Slant => [.. Covariance.Zip(VarianceY, (covariance, variance) => covariance / variance)];

    /// <summary>Measures every image.</summary>
    /// <exception cref="ArgumentException">An image has no ink.</exception>
    public static ImageMoments Of(LabelledImages images)
    {
        ArgumentNullException.ThrowIfNull(images);
        using var scope = NewDisposeScope();
        var x = arange(images.Width, ScalarType.Float64).repeat(images.Height); // [D]
        var y = -arange(images.Height, ScalarType.Float64).repeat_interleave(images.Width); // [D], rows count downwards
        var grey = images.Images.to_type(ScalarType.Float64); // [N, D]
        var mass = grey.sum([1]); // [N]
        if (mass.min().item<double>() <= 0) throw new ArgumentException($"Expected ink in every image, but one of {images.Name} is black.", nameof(images));
        Tensor Mean(Tensor values) => grey.matmul(values) / mass; // [N]
        var (mx, my) = (Mean(x), Mean(y));
        return new(
            Array(mass / images.Dimensions),
            Array(Mean(x * x) - mx * mx),
            Array(Mean(y * y) - my * my),
            Array(Mean(x * y) - mx * my));
    }

    private static double[] Array(Tensor values) => values.data<double>().ToArray();
}

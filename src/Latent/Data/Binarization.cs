using static TorchSharp.torch;

namespace Latent.Data;

/// <summary>Grey images made black and white: the form in which likelihoods of MNIST are compared.</summary>
public static class Binarization
{
    /// <summary>Each pixel white with the probability of its intensity, drawn anew at each call (dynamic binarisation, Salakhutdinov &amp; Murray 2008).</summary>
    /// <param name="images">[N, D] in [0, 1].</param>
    /// <param name="generator">Source of the draws.</param>
    public static Tensor Sample(Tensor images, Generator generator)
    {
        ArgumentNullException.ThrowIfNull(images);
        return Require.Floating(images, nameof(images)).bernoulli(Require.Generator(generator));
    }

    /// <summary>White where the intensity is above ½.</summary>
    /// <param name="images">[N, D] in [0, 1].</param>
    public static Tensor Threshold(Tensor images)
    {
        ArgumentNullException.ThrowIfNull(images);
        return images.gt(0.5).to_type(images.dtype);
    }
}

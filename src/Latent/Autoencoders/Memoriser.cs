using Latent.Linear;
using static TorchSharp.torch;

namespace Latent.Autoencoders;

/// <summary>
/// An autoencoder with a code of one number that reconstructs its training set exactly and has learnt nothing: the code is the position i of the image in the
/// training set, and the decoder has every image stored. It is built, not trained: what enough capacity allows.
/// </summary>
/// <remarks>
/// Encoder: the first principal direction puts the images in order, and a piecewise linear function with a bend at each image maps them to 1 … N.
/// Decoder: the polyline through the images, in that order.
/// </remarks>
public static class Memoriser
{
    /// <summary>Builds the network 784-N-1-N-784 of ReLU units (with 784 for D) in float64.</summary>
    /// <param name="x">The images to store: [N, D], N ≥ 2, no two with the same first principal component.</param>
    public static Autoencoder Of(Tensor x)
    {
        Require.Matrix(x, nameof(x));
        if (x.shape[0] < 2) throw new ArgumentException($"Expected at least two images, given {x.shape[0]}.", nameof(x));
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        var images = x.to_type(ScalarType.Float64);
        using var pca = Pca.Fit(images);
        var direction = pca.Directions(1); // [D, 1]
        var along = images.matmul(direction).squeeze(1); // [N]
        var order = along.argsort(0);
        var (knots, sorted) = (along.index_select(0, order), images.index_select(0, order)); // [N], [N, D]
        var positions = arange(1, knots.shape[0] + 1, ScalarType.Float64); // [N]
        if (knots.diff(1, 0).min().item<double>() <= 0) throw new ArgumentException("Two images have the same first principal component; it cannot tell them apart.", nameof(x));
        var (toCode, fromCode) = (Polyline(knots, positions.unsqueeze(1)), Polyline(positions, sorted));
        return new(
            DenseLayers.Of(new Layer(toCode.Bends.matmul(direction.t()), toCode.Shift, Activation.Relu), toCode.Out),
            DenseLayers.Of(new Layer(fromCode.Bends, fromCode.Shift, Activation.Relu), fromCode.Out),
            Activation.None, ReconstructionKind.SquaredError);
    }

    // y(t) = y_1 + Σ_j (s_j − s_{j−1}) max(0, t − t_j), s_j the slope between neighbours: through every (t_j, y_j)
    private static (Tensor Bends, Tensor Shift, Layer Out) Polyline(Tensor t, Tensor y)
    {
        var slopes = y.diff(1, 0) / t.diff(1, 0).unsqueeze(1); // [N−1, m]
        var changes = cat([slopes.narrow(0, 0, 1), slopes.diff(1, 0)], 0); // [N−1, m]
        var at = t.narrow(0, 0, t.shape[0] - 1); // [N−1]
        return (ones(at.shape[0], 1, dtype: ScalarType.Float64), -at, new(changes.t(), y[0], Activation.None));
    }
}

using static TorchSharp.torch;

namespace Latent.Autoencoders;

/// <summary>How much a sampled gradient scatters about its mean.</summary>
/// <param name="Variance">\(\mathbb E\|g - \mathbb E g\|^2\), estimated without bias.</param>
/// <param name="SquaredMean">\(\|\mathbb E g\|^2\), estimated without bias; may fall below zero when noise drowns the mean.</param>
/// <param name="Draws">Gradients drawn.</param>
public readonly record struct GradientNoise(double Variance, double SquaredMean, int Draws)
{
    /// <summary>Variance over squared mean: 0 for a deterministic gradient, 1 when noise is as large as the signal.</summary>
    public double Relative => Variance / SquaredMean;

    /// <summary>Draws the gradient of a loss again and again at the same parameters.</summary>
    /// <param name="parameters">With respect to what.</param>
    /// <param name="loss">Draws its noise anew at each call: a scalar.</param>
    /// <param name="draws">How often, ≥ 2.</param>
    public static GradientNoise Of(IEnumerable<Tensor> parameters, Func<Tensor> loss, int draws)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 2);
        List<Tensor> all = [.. parameters];
        if (all.Count == 0) throw new ArgumentException("Expected at least one parameter, given none.", nameof(parameters));
        using var scope = NewDisposeScope();
        Tensor? first = null, shift = null;
        var squares = 0.0;
        for (var i = 0; i < draws; i++)
        {
            using var step = NewDisposeScope();
            var gradient = cat([.. autograd.grad([loss()], all).Select(g => g.reshape(-1))], 0).to_type(ScalarType.Float64);
            if (first is null)
            {
                (first, shift) = (gradient.MoveToOuterDisposeScope(), zeros_like(gradient).MoveToOuterDisposeScope());
                continue;
            }

            // From the first draw on, so that equal gradients give exactly zero.
            var away = gradient - first;
            shift!.add_(away);
            squares += away.square().sum().item<double>();
        }

        var meanShift = shift! / draws;
        var variance = Math.Max(0, squares - draws * meanShift.square().sum().item<double>()) / (draws - 1);
        return new(variance, (first! + meanShift).square().sum().item<double>() - variance / draws, draws);
    }
}

using static TorchSharp.torch;

namespace Latent.Evaluation;

/// <summary>How often a classifier is wrong.</summary>
/// <param name="Errors">Wrong ones.</param>
/// <param name="N">All, ≥ 1.</param>
public readonly record struct ErrorRate(long Errors, long N)
{
    /// <summary>Wrong ones in per cent.</summary>
    public double Percent => 100.0 * Errors / N;

    /// <summary>The 95 % interval of the proportion (not per cent).</summary>
    public ConfidenceInterval Interval95 => ConfidenceInterval.Binomial(Errors, N);

    /// <summary>Compares predictions with labels.</summary>
    /// <param name="predicted">[N] int64.</param>
    /// <param name="labels">[N] int64.</param>
    public static ErrorRate Of(Tensor predicted, Tensor labels)
    {
        ArgumentNullException.ThrowIfNull(predicted);
        ArgumentNullException.ThrowIfNull(labels);
        if (!predicted.shape.SequenceEqual(labels.shape) || predicted.dim() != 1 || predicted.shape[0] == 0)
        {
            throw new ArgumentException($"Expected [{string.Join(", ", labels.shape)}], one prediction a label, given [{string.Join(", ", predicted.shape)}].", nameof(predicted));
        }

        using var wrong = predicted.ne(labels);
        using var count = wrong.sum();
        return new(count.item<long>(), labels.shape[0]);
    }

    /// <summary>Per cent with half the width of the 95 % interval, as tables print it.</summary>
    public override string ToString() => $"{Percent:F2} ± {100 * Interval95.HalfWidth:F2} %";
}

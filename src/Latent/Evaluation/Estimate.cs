using MathNet.Numerics.Distributions;

namespace Latent.Evaluation;

/// <summary>A mean over images with its uncertainty.</summary>
/// <param name="Value">The mean.</param>
/// <param name="StandardError">Standard deviation of an image's value over √N, ≥ 0.</param>
/// <param name="N">Images averaged over.</param>
public readonly record struct Estimate(double Value, double StandardError, long N)
{
    private static readonly double TwoSided95 = Normal.InvCDF(0, 1, 0.975);

    /// <summary>Half the width of the 95 % interval: 1.96 standard errors.</summary>
    public double HalfWidth95 => TwoSided95 * StandardError;

    /// <summary>The interval that covers the expectation in 95 % of repetitions.</summary>
    public ConfidenceInterval Interval95 => new(Value - HalfWidth95, Value + HalfWidth95, 0.95);

    /// <summary>The mean of some values, one an image.</summary>
    /// <exception cref="ArgumentException">Fewer than two values.</exception>
    public static Estimate Mean(ReadOnlySpan<double> values)
    {
        if (values.Length < 2) throw new ArgumentException($"Expected at least 2 values for a standard error, given {values.Length}.", nameof(values));
        double mean = 0, squares = 0;
        for (var i = 0; i < values.Length; i++)
        {
            var delta = values[i] - mean;
            mean += delta / (i + 1);
            squares += delta * (values[i] - mean);
        }

        return new(mean, Math.Sqrt(squares / (values.Length - 1) / values.Length), values.Length);
    }

    /// <inheritdoc cref="Mean(ReadOnlySpan{double})"/>
    /// <param name="values">[N], any floating type.</param>
    public static Estimate Mean(TorchSharp.torch.Tensor values)
    {
        ArgumentNullException.ThrowIfNull(values);
        using var copy = values.detach().to_type(TorchSharp.torch.ScalarType.Float64).reshape(-1);
        return Mean(copy.data<double>().ToArray());
    }

    /// <summary>The log of the mean of numbers that are given by their logs, without overflow; its error by the delta method.</summary>
    /// <param name="logs">Their logs, two at least.</param>
    /// <exception cref="ArgumentException">Fewer than two values.</exception>
    public static Estimate LogMean(IReadOnlyList<double> logs)
    {
        ArgumentNullException.ThrowIfNull(logs);
        var largest = logs.DefaultIfEmpty().Max();
        var mean = Mean([.. logs.Select(log => Math.Exp(log - largest))]);
        return new(largest + Math.Log(mean.Value), mean.StandardError / mean.Value, mean.N);
    }

    /// <summary>The mean and half the width of its 95 % interval.</summary>
    public override string ToString() => $"{Value:G6} ± {HalfWidth95:G2}";
}

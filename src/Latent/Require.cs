using static TorchSharp.torch;

namespace Latent;

/// <summary>Checks of arguments that come before any native call.</summary>
internal static class Require
{
    /// <summary>Requires a matrix of floating numbers, with <paramref name="columns"/> columns if given.</summary>
    public static Tensor Matrix(Tensor x, string name, long? columns = null)
    {
        ArgumentNullException.ThrowIfNull(x, name);
        if (x.dim() != 2 || x.shape[0] == 0 || x.shape[1] == 0 || (columns ?? x.shape[1]) != x.shape[1])
        {
            throw new ArgumentException($"Expected a matrix [N, {columns?.ToString() ?? "D"}], N ≥ 1, given [{string.Join(", ", x.shape)}].", name);
        }

        return Floating(x, name);
    }

    /// <summary>Requires a tensor of 32- or 64-bit floating numbers.</summary>
    public static Tensor Floating(Tensor x, string name)
    {
        ArgumentNullException.ThrowIfNull(x, name);
        return x.dtype is ScalarType.Float32 or ScalarType.Float64
            ? x
            : throw new ArgumentException($"Expected float32 or float64 numbers, given {x.dtype}.", name);
    }

    /// <summary>Requires noise [N, k, latent] for observations [N, D], k ≥ 1, and returns k.</summary>
    public static long Noise(Tensor epsilon, Tensor x, int latent, string name = "epsilon")
    {
        Matrix(x, nameof(x));
        ArgumentNullException.ThrowIfNull(epsilon, name);
        return epsilon.dim() == 3 && epsilon.shape[0] == x.shape[0] && epsilon.shape[1] > 0 && epsilon.shape[2] == latent
            ? epsilon.shape[1]
            : throw new ArgumentException($"Expected noise [{x.shape[0]}, k, {latent}], k ≥ 1, given [{string.Join(", ", epsilon.shape)}].", name);
    }

    /// <summary>Requires <paramref name="low"/> ≤ value ≤ <paramref name="high"/>.</summary>
    public static int Range(int value, int low, int high, string name, string meaning) => value >= low && value <= high
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"Expected {meaning} in {low} … {high}, given {value}.");

    /// <summary>Requires a finite number above zero.</summary>
    public static double Positive(double value, string name) => value > 0 && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "Expected a finite number > 0.");

    /// <summary>Requires a finite number ≥ 0.</summary>
    public static double NotNegative(double value, string name) => value >= 0 && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "Expected a finite number ≥ 0.");

    /// <summary>Requires labels in 0 … <paramref name="classes"/> − 1.</summary>
    public static Tensor Labels(Tensor labels, int classes, string name)
    {
        ArgumentNullException.ThrowIfNull(labels, name);
        if (labels.dtype != ScalarType.Int64 || labels.dim() != 1 || labels.shape[0] == 0)
            throw new ArgumentException($"Expected labels [N] int64, N ≥ 1, given [{string.Join(", ", labels.shape)}] {labels.dtype}.", name);
        using var scope = NewDisposeScope();
        var (low, high) = (labels.min().item<long>(), labels.max().item<long>());
        return low >= 0 && high < classes
            ? labels
            : throw new ArgumentException($"Expected labels in 0 … {classes - 1}, given {(low < 0 ? low : high)}.", name);
    }

    /// <summary>Requires a generator.</summary>
    public static Generator Generator(Generator generator, string name = "generator")
    {
        ArgumentNullException.ThrowIfNull(generator, name);
        return generator;
    }

    /// <summary>The error for a matrix that holds NaN or an infinity: it names the first such entry.</summary>
    public static ArgumentException NotFinite(Tensor x, string name)
    {
        using var scope = NewDisposeScope();
        var at = x.isfinite().logical_not().reshape(-1).to_type(ScalarType.Float32).argmax().item<long>();
        long row = at / x.shape[1], column = at % x.shape[1];
        var value = x[row, column].to_type(ScalarType.Float64).item<double>();
        return new ArgumentException($"Expected finite numbers, given {value} in row {row}, column {column}.", name);
    }
}

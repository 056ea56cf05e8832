using static TorchSharp.torch;

namespace Latent.Linear;

/// <summary>
/// K-means (Lloyd 1957) from k-means++ seeds (Arthur &amp; Vassilvitskii 2007): assigns each row to its nearest centre, moves each centre
/// to the mean of its rows, until nothing changes.
/// </summary>
public sealed class KMeans : IDisposable
{
    private KMeans(Tensor centres, Tensor labels, double[] errors) => (Centres, Labels, Errors) = (centres, labels, errors);

    /// <summary>The centres: [K, D] in the type of the data.</summary>
    public Tensor Centres { get; }

    /// <summary>The nearest centre of each row: [N] int64.</summary>
    public Tensor Labels { get; }

    /// <summary>The mean squared distance to the nearest centre before each move and at the end: it never rises.</summary>
    public IReadOnlyList<double> Errors { get; }

    /// <summary>The mean squared distance to the nearest centre.</summary>
    public double Error => Errors[^1];

    /// <summary>Clusters the rows. The caller disposes the result.</summary>
    /// <param name="x">[N, D], finite.</param>
    /// <param name="k">Clusters, 1 … N.</param>
    /// <param name="generator">Source of the seeds.</param>
    /// <param name="iterations">Moves at most, ≥ 1.</param>
    public static KMeans Fit(Tensor x, int k, Generator generator, int iterations = 100)
    {
        Require.Matrix(x, nameof(x));
        Require.Range(k, 1, (int)x.shape[0], nameof(k), "clusters");
        Require.Generator(generator);
        ArgumentOutOfRangeException.ThrowIfLessThan(iterations, 1);
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        var norms = x.square().sum([1], keepdim: true); // [N, 1]
        if (!norms.isfinite().all().item<bool>()) throw Require.NotFinite(x, nameof(x));
        var centres = Seeds(x, norms, k, generator);
        var (labels, error) = Assign(x, norms, centres);
        var errors = new List<double> { error };
        for (var i = 0; i < iterations; i++)
        {
            using var step = NewDisposeScope();
            var moved = Means(x, labels, centres);
            var (next, nextError) = Assign(x, norms, moved);
            errors.Add(nextError);
            var settled = next.Equals(labels);
            (labels, centres) = (next.MoveToOuterDisposeScope(), moved.MoveToOuterDisposeScope());
            if (settled) break;
        }

        return new(centres.DetachFromDisposeScope(), labels.DetachFromDisposeScope(), [.. errors]);
    }

    /// <summary>The nearest centre of each row: [N] int64.</summary>
    public Tensor Predict(Tensor x)
    {
        Require.Matrix(x, nameof(x), Centres.shape[1]);
        using var scope = NewDisposeScope();
        return Assign(x, x.square().sum([1], keepdim: true), Centres).Labels.MoveToOuterDisposeScope();
    }

    /// <summary>Frees the memory of centres and labels.</summary>
    public void Dispose()
    {
        Centres.Dispose();
        Labels.Dispose();
    }

    private static Tensor Seeds(Tensor x, Tensor norms, int k, Generator generator)
    {
        // each next centre is a row drawn with probability proportional to its squared distance to the nearest centre so far
        var first = (long)(rand([1], ScalarType.Float64, generator: generator).item<double>() * x.shape[0]);
        var centres = x.narrow(0, first, 1); // [1, D]
        for (var i = 1; i < k; i++)
        {
            var nearest = Distances(x, norms, centres).min(1).values.to_type(ScalarType.Float64).clamp_min(0).cumsum(0); // [N]
            var drawn = rand([1], ScalarType.Float64, generator: generator) * nearest[-1];
            var at = Math.Min(nearest.le(drawn).sum().item<long>(), x.shape[0] - 1);
            centres = cat([centres, x.narrow(0, at, 1)], 0); // [i + 1, D]
        }

        return centres;
    }

    // \|x-c\|^2 = \|x\|^2 - 2x^\top c + \|c\|^2
    private static Tensor Distances(Tensor x, Tensor norms, Tensor centres) =>
        norms - x.matmul(centres.t()) * 2 + centres.square().sum([1]); // [N, K]

    private static (Tensor Labels, double Error) Assign(Tensor x, Tensor norms, Tensor centres)
    {
        var (distances, labels) = Distances(x, norms, centres).min(1); // [N], [N]
        return (labels, distances.to_type(ScalarType.Float64).clamp_min(0).mean().item<double>());
    }

    private static Tensor Means(Tensor x, Tensor labels, Tensor centres)
    {
        var k = centres.shape[0];
        var sums = zeros_like(centres).index_add_(0, labels, x, 1); // [K, D]
        var counts = labels.bincount(null, minlength: k).to_type(x.dtype).unsqueeze(1); // [K, 1]
        return where(counts.gt(0), sums / counts.clamp_min(1), centres); // an empty cluster stays where it is
    }
}

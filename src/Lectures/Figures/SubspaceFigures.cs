using Charts;
using Latent.Linear;
using TorchSharp;
using static TorchSharp.torch;

namespace Lectures;

/// <summary>Pictures of principal components and of the codes they give.</summary>
public static class SubspaceFigures
{
    /// <summary>Eigenvalues on a logarithmic axis beside the share of the variance that the first k keep.</summary>
    public static Figure ShowSpectrum(this Pca pca)
    {
        ArgumentNullException.ThrowIfNull(pca);
        var k = Enumerable.Range(1, pca.Rank).ToList();
        var kept = k.Select(pca.ExplainedVariance).ToList();
        return Chart.Grid(1, 2,
        [
            Chart.Line(k, pca.Eigenvalues.Take(pca.Rank), "eigenvalue").WithTitle("eigenvalues λᵢ")
                .WithXAxisStyle("i").WithYAxisStyle("variance", Log: true),
            Chart.Line(k, kept, "kept").WithTitle("variance kept by k components")
                .WithXAxisStyle("k").WithYAxisStyle("share", MinMax: (0, 1.02)),
        ]).WithLegend(false);
    }

    /// <summary>Two-dimensional codes, one colour a class.</summary>
    /// <param name="codes">[N, 2].</param>
    /// <param name="labels">[N] int64.</param>
    /// <param name="name">What a class is called in the legend; null: its number.</param>
    /// <exception cref="ArgumentException">Codes are not [N, 2] or labels not [N].</exception>
    public static Figure Scatter(Tensor codes, Tensor labels, Func<long, string>? name = null)
    {
        var points = Points(codes);
        ArgumentNullException.ThrowIfNull(labels);
        if (labels.dim() != 1 || labels.shape[0] != codes.shape[0])
            throw new ArgumentException($"Expected [{codes.shape[0]}] labels, given [{string.Join(", ", labels.shape)}].", nameof(labels));
        return Chart.Combine(points.Zip(labels.data<long>().ToArray())
            .GroupBy(pair => pair.Second).OrderBy(group => group.Key)
            .Select(group => Chart.Point(group.Select(pair => pair.First), name?.Invoke(group.Key) ?? $"{group.Key}", MarkerSize: 5)
                .WithMarkerStyle(Opacity: 0.7)));
    }

    /// <summary>A density over the plane as a heat map, with the points it was estimated from.</summary>
    /// <param name="density">The density at (x, y), ≥ 0.</param>
    /// <param name="codes">[N, 2]; sets the frame.</param>
    public static Figure DensityMap(Func<double, double, double> density, Tensor codes)
    {
        ArgumentNullException.ThrowIfNull(density);
        var points = Points(codes);
        var (xs, ys) = (Axis(points.Select(p => p.X)), Axis(points.Select(p => p.Y)));
        return Chart.Contour(ys.Select(y => xs.Select(x => density(x, y))), X: xs, Y: ys, Name: "density");
    }

    /// <summary>Rows of [N, 2] as pairs.</summary>
    /// <exception cref="ArgumentException">Not [N, 2].</exception>
    public static IReadOnlyList<(double X, double Y)> Points(Tensor codes)
    {
        ArgumentNullException.ThrowIfNull(codes);
        if (codes.dim() != 2 || codes.shape[1] != 2)
            throw new ArgumentException($"Expected codes [N, 2], given [{string.Join(", ", codes.shape)}].", nameof(codes));
        using var scope = NewDisposeScope();
        var flat = codes.detach().to_type(ScalarType.Float64).contiguous().data<double>().ToArray();
        return [.. flat.Chunk(2).Select(pair => (pair[0], pair[1]))];
    }

    private static List<double> Axis(IEnumerable<double> values)
    {
        var (low, high) = (values.Min(), values.Max());
        return [.. Enumerable.Range(0, 81).Select(i => low + (high - low) * i / 80)];
    }
}

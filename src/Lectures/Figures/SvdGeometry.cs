using Charts;
using Latent.Linear;
using TorchSharp;
using static TorchSharp.torch;

namespace Lectures;

/// <summary>What a 2 × 2 matrix does to the unit circle, in the three steps of its singular value decomposition.</summary>
public static class SvdGeometry
{
    /// <summary>Four pictures: the circle, then Vᵀ (rotates), D (scales along the axes) and U (rotates) applied one after the other.</summary>
    /// <param name="a">[2, 2].</param>
    /// <exception cref="ArgumentException">Not a 2 × 2 matrix.</exception>
    public static Figure Of(Tensor a)
    {
        ArgumentNullException.ThrowIfNull(a);
        if (a.dim() != 2 || a.shape[0] != 2 || a.shape[1] != 2)
            throw new ArgumentException($"Expected a matrix [2, 2], given [{string.Join(", ", a.shape)}].", nameof(a));
        using var scope = NewDisposeScope();
        var svd = Svd.Compute(a);
        var angles = linspace(0, 2 * Math.PI, 121, ScalarType.Float64);
        var circle = stack([angles.cos(), angles.sin()], 1); // [121, 2]
        var axes = svd.V.t(); // the rows are the right singular vectors, marked so that they can be followed
        var steps = new (string Title, Tensor Map)[]
        {
            ("the unit circle", eye(2, dtype: ScalarType.Float64)),
            ("after Vᵀ: turned", svd.V.t()),
            ("after D Vᵀ: stretched", diag(svd.S).matmul(svd.V.t())),
            ("after U D Vᵀ = A: turned again", a.to_type(ScalarType.Float64)),
        };
        var reach = 1.1 * Math.Max(1, svd.S.max().item<double>());
        return Chart.Grid(2, 2, steps.Select(step => Chart.Combine(
                [Chart.Line(Moved(circle, step.Map), "circle"), .. Enumerable.Range(0, 2).Select(i => Arrow(axes[i], step.Map, i))])
            .WithTitle(step.Title).WithXAxisStyle(MinMax: (-reach, reach)).WithYAxisStyle(MinMax: (-reach, reach)).WithEqualAspect()))
            .WithLegend(false).WithSize(Height: 760)
            .WithDescription("A circle is turned, stretched along the axes and turned again into an ellipse; two arrows mark the right singular vectors.");
    }

    private static Figure Arrow(Tensor direction, Tensor map, int index) =>
        Chart.Line(Moved(stack([zeros_like(direction), direction], 0), map), $"v{index + 1}", ShowMarkers: true)
            .WithLineStyle(Width: 3, Color: Palette.Color(index + 1));

    private static IReadOnlyList<(double, double)> Moved(Tensor points, Tensor map) => SubspaceFigures.Points(points.matmul(map.t()));
}

using Charts;
using TorchSharp;
using static TorchSharp.torch;

namespace Lectures;

/// <summary>Arrows over the plane: where a map moves each point of a grid.</summary>
public static class VectorField
{
    /// <summary>Arrows from points of a grid towards where they are moved, drawn at a share of their length so that they do not overlap.</summary>
    /// <param name="map">[N, 2] float64 → [N, 2].</param>
    /// <param name="reach">The grid covers −reach … reach on both axes; > 0.</param>
    /// <param name="steps">Points of the grid on each axis, ≥ 2.</param>
    /// <param name="length">Share of the way that is drawn, in (0, 1].</param>
    /// <param name="name">Name in the legend.</param>
    public static Figure Of(Func<Tensor, Tensor> map, double reach = 1.5, int steps = 21, double length = 0.6, string name = "r(x) − x")
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(reach);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 2);
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        var axis = linspace(-reach, reach, steps, ScalarType.Float64);
        var start = stack([axis.repeat_interleave(steps), axis.repeat(steps)], 1); // [steps², 2]
        var end = start + length * (map(start) - start);
        var (starts, ends) = (SubspaceFigures.Points(start), SubspaceFigures.Points(end));
        var (x, y) = (new List<double>(), new List<double>());
        foreach (var (a, b) in starts.Zip(ends))
        {
            // shaft, then the two sides of the head; a gap ends the arrow
            double dx = b.X - a.X, dy = b.Y - a.Y;
            x.AddRange([a.X, b.X, b.X - 0.3 * dx + 0.12 * dy, double.NaN, b.X, b.X - 0.3 * dx - 0.12 * dy, double.NaN]);
            y.AddRange([a.Y, b.Y, b.Y - 0.3 * dy - 0.12 * dx, double.NaN, b.Y, b.Y - 0.3 * dy + 0.12 * dx, double.NaN]);
        }

        return Chart.Line(x, y, name, LineWidth: 1.2, LineColor: Palette.Color(0));
    }
}

using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Searches along a direction for a length at which the loss has fallen enough (c₁ = 10⁻⁴) and its slope has flattened enough (c₂ = 0.9): the
/// strong Wolfe conditions (Nocedal and Wright 2006, algorithms 3.5 and 3.6), with cubic interpolation as in PyTorch.
/// </summary>
internal sealed class StrongWolfe(
    Func<double, (double Loss, Tensor Gradient)> evaluate, Tensor direction, double loss, Tensor gradient, double slope, double smallest)
{
    private const double EnoughFall = 1e-4, EnoughFlat = 0.9;
    private const int MostRounds = 25;

    private readonly record struct Point(double Length, double Loss, Tensor Gradient, double Slope);

    /// <summary>How many times the loss was evaluated.</summary>
    internal int Evaluations { get; private set; }

    /// <summary>The length found, with the loss and its derivatives there.</summary>
    /// <param name="length">The first length to try.</param>
    internal (double Length, double Loss, Tensor Gradient) Find(double length)
    {
        var (first, second, done) = Bracket(length);
        var best = done ? Lower(first, second) : Zoom([first, second]);
        return (best.Length, best.Loss, best.Gradient);
    }

    private Point At(double length)
    {
        Evaluations++;
        var (value, derivatives) = evaluate(length);
        return new(length, value, derivatives, derivatives.dot(direction).ToDouble());
    }

    private bool TooHigh(Point point) => point.Loss > loss + EnoughFall * point.Length * slope;

    private bool Flat(Point point) => Math.Abs(point.Slope) <= -EnoughFlat * slope;

    /// <summary>Two points with a good one between them, or a good one twice.</summary>
    private (Point, Point, bool Done) Bracket(double length)
    {
        var start = new Point(0, loss, gradient, slope);
        var (last, point) = (start, At(length));
        for (var round = 0; round < MostRounds; round++)
        {
            if (TooHigh(point) || (round > 1 && point.Loss >= last.Loss))
                return (last, point, false);
            if (Flat(point))
                return (point, point, true);
            if (point.Slope >= 0)
                return (last, point, false);
            var next = Interpolate(last, point, point.Length + 0.01 * (point.Length - last.Length), point.Length * 10);
            (last, point) = (point, At(next));
        }

        return (start, point, true);
    }

    /// <summary>Narrows the interval until its lower end is good.</summary>
    private Point Zoom(Point[] ends)
    {
        var size = direction.abs().max().ToDouble();
        var stalled = false;
        // One evaluation was before the first round of the bracket.
        while (Evaluations - 1 < MostRounds && Math.Abs(ends[1].Length - ends[0].Length) * size >= smallest)
        {
            var (from, to) = (Math.Min(ends[0].Length, ends[1].Length), Math.Max(ends[0].Length, ends[1].Length));
            var (length, margin) = (Interpolate(ends[0], ends[1], from, to), 0.1 * (to - from));
            var near = Math.Min(to - length, length - from) < margin;
            if (near && (stalled || length >= to || length <= from))
            {
                length = Math.Abs(length - to) < Math.Abs(length - from) ? to - margin : from + margin;
                near = false;
            }

            stalled = near;
            var point = At(length);
            var low = ends[0].Loss <= ends[1].Loss ? 0 : 1;
            if (TooHigh(point) || point.Loss >= ends[low].Loss)
            {
                ends[1 - low] = point;
                continue;
            }

            if (Flat(point))
                return point;
            if (point.Slope * (ends[1 - low].Length - ends[low].Length) >= 0)
                ends[1 - low] = ends[low];
            ends[low] = point;
        }

        return Lower(ends[0], ends[1]);
    }

    private static Point Lower(Point a, Point b) => a.Loss <= b.Loss ? a : b;

    /// <summary>Where the cubic through both points, with their slopes, is least; the middle if it has no minimum.</summary>
    private static double Interpolate(Point a, Point b, double least, double most)
    {
        var (left, right) = a.Length <= b.Length ? (a, b) : (b, a);
        var d = left.Slope + right.Slope - 3 * (left.Loss - right.Loss) / (left.Length - right.Length);
        var square = d * d - left.Slope * right.Slope;
        if (square < 0)
            return (least + most) / 2;
        var root = Math.Sqrt(square);
        var minimum = right.Length - (right.Length - left.Length) * ((right.Slope + root - d) / (right.Slope - left.Slope + 2 * root));
        return Math.Min(Math.Max(minimum, least), most);
    }
}

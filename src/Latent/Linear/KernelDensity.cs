namespace Latent.Linear;

/// <summary>
/// Density estimation by a Gaussian bump on every point (Rosenblatt 1956, Parzen 1962), in one or two dimensions:
/// \(\hat p(x) = \tfrac1N \sum_n \prod_d N(x_d;\ x_{nd},\ h_d^2)\).
/// </summary>
public sealed class KernelDensity
{
    private readonly double[][] _columns; // per dimension: [N]

    private KernelDensity(double[][] columns, double[] bandwidths) => (_columns, Bandwidths) = (columns, bandwidths);

    /// <summary>h_d, the standard deviation of the bumps in each dimension.</summary>
    public IReadOnlyList<double> Bandwidths { get; }

    /// <summary>Estimates a density on the line.</summary>
    /// <param name="x">N ≥ 2 points that are not all the same.</param>
    /// <param name="bandwidth">h > 0; null for Scott's rule, \(h = s\,N^{-1/5}\).</param>
    public static KernelDensity Fit(IEnumerable<double> x, double? bandwidth = null) => Fit([[.. x]], bandwidth);

    /// <summary>Estimates a density in the plane.</summary>
    /// <param name="points">N ≥ 2 points that are not on one horizontal or vertical line.</param>
    /// <param name="bandwidth">The same h > 0 for both axes; null for Scott's rule, \(h_d = s_d\,N^{-1/6}\).</param>
    public static KernelDensity Fit(IEnumerable<(double X, double Y)> points, double? bandwidth = null)
    {
        (double X, double Y)[] all = [.. points];
        return Fit([[.. all.Select(p => p.X)], [.. all.Select(p => p.Y)]], bandwidth);
    }

    /// <summary>The density at a point of the line.</summary>
    public double At(double x) => At([x]);

    /// <summary>The density at a point of the plane.</summary>
    public double At(double x, double y) => At([x, y]);

    /// <summary>The density on a grid of the plane: a row for each y, a column for each x, as heatmaps want it.</summary>
    public double[,] Grid(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var grid = new double[y.Count, x.Count];
        Parallel.For(0, y.Count, i =>
        {
            for (var j = 0; j < x.Count; j++) grid[i, j] = At(x[j], y[i]);
        });
        return grid;
    }

    private static KernelDensity Fit(double[][] columns, double? bandwidth)
    {
        var n = columns[0].Length;
        if (n < 2) throw new ArgumentException($"Expected at least 2 points, given {n}.", nameof(columns));
        if (!columns.All(c => c.All(double.IsFinite))) throw new ArgumentException("Expected finite numbers, given NaN or an infinity.", nameof(columns));
        double[] widths = [.. columns.Select(c => bandwidth ?? MathNet.Numerics.Statistics.Statistics.StandardDeviation(c) * Math.Pow(n, -1.0 / (columns.Length + 4)))];
        return widths.All(h => h > 0 && double.IsFinite(h))
            ? new(columns, widths)
            : throw new ArgumentException("Expected a bandwidth > 0, or points that differ in every dimension so that one can be found.", nameof(bandwidth));
    }

    private double At(ReadOnlySpan<double> x)
    {
        if (x.Length != _columns.Length) throw new ArgumentException($"This density has {_columns.Length} dimensions, given {x.Length}.", nameof(x));
        double sum = 0, norm = _columns[0].Length;
        for (var d = 0; d < x.Length; d++) norm *= Math.Sqrt(2 * Math.PI) * Bandwidths[d];
        for (var n = 0; n < _columns[0].Length; n++)
        {
            var exponent = 0.0;
            for (var d = 0; d < x.Length; d++)
            {
                var u = (x[d] - _columns[d][n]) / Bandwidths[d];
                exponent += u * u;
            }

            sum += Math.Exp(-0.5 * exponent);
        }

        return sum / norm;
    }
}

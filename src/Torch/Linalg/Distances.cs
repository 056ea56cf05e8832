using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>How <c>cdist</c> computes Euclidean distances.</summary>
public enum compute_mode
{
    /// <summary>By a matrix product when there are more than 25 rows.</summary>
    use_mm_for_euclid_dist_if_necessary = 0,
    /// <summary>By a matrix product: fast, and inexact for points close together.</summary>
    use_mm_for_euclid_dist = 1,
    /// <summary>By differences.</summary>
    donot_use_mm_for_euclid_dist = 2,
}

// Distances between points, covariances, and integrals of samples.
public static partial class torch
{
    private static readonly Operator Cdist = new("cdist"), Pdist = new("pdist"), Cov = new("cov"), Corrcoef = new("corrcoef");
    private static readonly Operator TrapezoidAt = new("trapezoid.x"), Trapezoid = new("trapezoid.dx");
    private static readonly Operator CumulativeTrapezoidAt = new("cumulative_trapezoid.x"), CumulativeTrapezoid = new("cumulative_trapezoid.dx");

    /// <summary>The p-distances of all pairs of rows: [*, P, M] and [*, R, M] → [*, P, R].</summary>
    public static Tensor cdist(
        Tensor x1, Tensor x2, double p = 2.0, compute_mode compute_mode = compute_mode.use_mm_for_euclid_dist_if_necessary) =>
        p >= 0
            ? Cdist.Call(x1, x2, p, (long)compute_mode)
            : throw new ArgumentOutOfRangeException(nameof(p), p, $"The order of a distance must not be negative, but is {p}.");

    /// <summary>The p-distances of all pairs of different rows of a matrix.</summary>
    public static Tensor pdist(Tensor input, double p = 2.0) => Pdist.Call(input, p);

    /// <summary>The covariance matrix of variables, which are rows.</summary>
    public static Tensor cov(Tensor input, long correction = 1, Tensor? fweights = null, Tensor? aweights = null) =>
        Cov.Call(input, correction, fweights, aweights);

    /// <summary>The correlation matrix of variables, which are rows.</summary>
    public static Tensor corrcoef(Tensor input) => Corrcoef.Call(input);

    /// <summary>The integral of samples <paramref name="y"/> at <paramref name="x"/> by the trapezoidal rule.</summary>
    public static Tensor trapezoid(Tensor y, Tensor x, long dim = -1) => TrapezoidAt.Call(y, x, dim);

    /// <summary>The integral of samples at equal distances by the trapezoidal rule.</summary>
    public static Tensor trapezoid(Tensor y, double dx = 1, long dim = -1) => Trapezoid.Call(y, dx, dim);

    /// <inheritdoc cref="trapezoid(Tensor, Tensor, long)"/>
    public static Tensor trapz(Tensor y, Tensor x, long dim = -1) => trapezoid(y, x, dim);

    /// <inheritdoc cref="trapezoid(Tensor, double, long)"/>
    public static Tensor trapz(Tensor y, double dx = 1, long dim = -1) => trapezoid(y, dx, dim);

    /// <summary>Running integrals of samples <paramref name="y"/> at <paramref name="x"/> by the trapezoidal rule.</summary>
    public static Tensor cumulative_trapezoid(Tensor y, Tensor x, long dim = -1) => CumulativeTrapezoidAt.Call(y, x, dim);

    /// <summary>Running integrals of samples at equal distances by the trapezoidal rule.</summary>
    public static Tensor cumulative_trapezoid(Tensor y, double dx = 1, long dim = -1) => CumulativeTrapezoid.Call(y, dx, dim);

    public partial class Tensor
    {
        /// <summary>The integral of samples at <paramref name="x"/> by the trapezoidal rule.</summary>
        public Tensor trapezoid(Tensor x, long dim = -1) => torch.trapezoid(this, x, dim);
        /// <summary>The integral of samples at equal distances by the trapezoidal rule.</summary>
        public Tensor trapezoid(double dx = 1, long dim = -1) => torch.trapezoid(this, dx, dim);
        /// <summary>Running integrals of samples at <paramref name="x"/> by the trapezoidal rule.</summary>
        public Tensor cumulative_trapezoid(Tensor x, long dim = -1) => torch.cumulative_trapezoid(this, x, dim);
        /// <summary>Running integrals of samples at equal distances by the trapezoidal rule.</summary>
        public Tensor cumulative_trapezoid(double dx = 1, long dim = -1) => torch.cumulative_trapezoid(this, dx, dim);
        /// <summary>The covariance matrix of variables, which are rows.</summary>
        public Tensor cov(long correction = 1, Tensor? fweights = null, Tensor? aweights = null) => torch.cov(this, correction, fweights, aweights);
        /// <summary>The correlation matrix of variables, which are rows.</summary>
        public Tensor corrcoef() => torch.corrcoef(this);
    }
}

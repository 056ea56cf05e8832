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

// Distances between points, spreads of samples, and places in sorted sequences.
public static partial class torch
{
    private static readonly Operator Cdist = new("cdist"), Pdist = new("pdist"), Cov = new("cov"), Corrcoef = new("corrcoef");
    private static readonly Operator SearchSorted = new("searchsorted.Tensor"), Bucketize = new("bucketize.Tensor");
    private static readonly Operator TrapezoidAt = new("trapezoid.x"), Trapezoid = new("trapezoid.dx");

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

    /// <summary>Where values would have to be inserted to keep a sequence sorted.</summary>
    public static Tensor searchsorted(
        Tensor sorted_sequence, Tensor values, bool out_int32 = false, bool right = false, Tensor? sorter = null) =>
        SearchSorted.Call(sorted_sequence, values, out_int32, right, Value.None, sorter);

    /// <summary>In which interval between boundaries each value lies.</summary>
    public static Tensor bucketize(Tensor input, Tensor boundaries, bool outInt32 = false, bool right = false) =>
        Bucketize.Call(input, boundaries, outInt32, right);

    /// <summary>The integral of samples <paramref name="y"/> at <paramref name="x"/> by the trapezoidal rule.</summary>
    public static Tensor trapezoid(Tensor y, Tensor x, long dim = -1) => TrapezoidAt.Call(y, x, dim);

    /// <summary>The integral of samples at equal distances by the trapezoidal rule.</summary>
    public static Tensor trapezoid(Tensor y, double dx = 1, long dim = -1) => Trapezoid.Call(y, dx, dim);

    public partial class Tensor
    {
        /// <summary>The covariance matrix of variables, which are rows.</summary>
        public Tensor cov(long correction = 1, Tensor? fweights = null, Tensor? aweights = null) => torch.cov(this, correction, fweights, aweights);
        /// <summary>The correlation matrix of variables, which are rows.</summary>
        public Tensor corrcoef() => torch.corrcoef(this);
    }
}

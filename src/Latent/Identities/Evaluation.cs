namespace Latent.Identities;

/// <summary>The two sides of an identity as numbers, and how far apart they may lie.</summary>
/// <param name="Left">The left side.</param>
/// <param name="Right">The right side.</param>
/// <param name="Tolerance">The largest |left − right| that counts as equal, ≥ 0, in the unit of the sides.</param>
/// <param name="StandardError">Standard error of left − right; 0 unless sampled.</param>
/// <param name="Method">How the sides were got.</param>
public sealed record Evaluation(double Left, double Right, double Tolerance, double StandardError, Method Method)
{
    /// <summary>The relative tolerance of exact and quadrature identities unless their documentation says why not.</summary>
    public const double DefaultRelative = 1e-9;

    /// <summary>Left − right.</summary>
    public double Difference => Left - Right;

    /// <summary>Whether the sides agree within the tolerance; a side that is not a number never agrees, and an infinite one only with its like.</summary>
    public bool Holds => (double.IsFinite(Difference) && Math.Abs(Difference) <= Tolerance) || Left == Right;

    /// <summary>Two sides in closed form: they agree to <paramref name="relative"/> of the larger one.</summary>
    /// <param name="left">The left side.</param>
    /// <param name="right">The right side.</param>
    /// <param name="relative">Relative tolerance, > 0.</param>
    /// <param name="scale">The size of the terms that make up the sides, when these may cancel to about 0.</param>
    public static Evaluation Exact(double left, double right, double relative = DefaultRelative, double scale = 0) =>
        new(left, right, Allowed(left, right, relative, scale), 0, Method.Exact);

    /// <summary>Two sides of which one is a numerical integral.</summary>
    /// <inheritdoc cref="Exact"/>
    public static Evaluation Quadrature(double left, double right, double relative = DefaultRelative, double scale = 0) =>
        new(left, right, Allowed(left, right, relative, scale), 0, Method.Quadrature);

    /// <summary>Two sides of which one is an average over samples: they agree within four standard errors.</summary>
    /// <param name="left">The left side.</param>
    /// <param name="right">The right side.</param>
    /// <param name="standardError">Standard error of left − right, > 0.</param>
    /// <param name="samples">Samples drawn.</param>
    public static Evaluation MonteCarlo(double left, double right, double standardError, long samples) =>
        new(left, right, 4 * standardError, standardError, Method.MonteCarlo(samples));

    /// <summary>A residual that must vanish, such as the largest entry of |UᵀU − I|.</summary>
    /// <param name="residual">What remains.</param>
    /// <param name="scale">The size of the terms that cancel.</param>
    /// <param name="relative">Relative tolerance, > 0.</param>
    public static Evaluation Vanishes(double residual, double scale = 1, double relative = DefaultRelative) =>
        new(residual, 0, relative * Math.Abs(scale), 0, Method.Exact);

    /// <summary>An inequality left ≤ right; it may be broken by rounding only.</summary>
    /// <remarks>Agreement is judged on the excess of left over right, so <see cref="Difference"/> may be far below zero.</remarks>
    public static Evaluation AtMost(double left, double right, double relative = DefaultRelative)
    {
        var slack = Allowed(left, right, relative, 0);
        return new(left, right, left <= right ? Math.Max(right - left, slack) : slack, 0, Method.Exact);
    }

    private static double Allowed(double left, double right, double relative, double scale) =>
        relative * Math.Max(Math.Abs(scale), Math.Max(Math.Abs(left), Math.Abs(right)));
}

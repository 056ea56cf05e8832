namespace Latent.Identities.Elbo;

/// <summary>
/// Expectations under N(0, 1) by the trapezoid rule on ±12, whose error for smooth integrands falls faster than any power of the step.
/// </summary>
internal static class NormalQuadrature
{
    private const double Reach = 12, Step = 1.0 / 128;
    private static readonly (double Point, double Weight)[] Nodes = [.. Enumerable.Range(0, (int)(2 * Reach / Step) + 1)
        .Select(i => -Reach + i * Step)
        .Select(e => (e, Step * Math.Exp(-0.5 * e * e) / Math.Sqrt(2 * Math.PI)))];

    /// <summary>E f(ε).</summary>
    public static double Mean(Func<double, double> f) => Nodes.Sum(n => n.Weight * f(n.Point));

    /// <summary>Var f(ε).</summary>
    public static double Variance(Func<double, double> f)
    {
        var mean = Mean(f);
        return Mean(e => (f(e) - mean) * (f(e) - mean));
    }
}

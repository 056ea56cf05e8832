namespace Latent.Identities.Elbo;

/// <summary>Sums of numbers that are given by their logs.</summary>
internal static class LogSum
{
    /// <summary>\(\ln \sum_i e^{a_i}\), without overflow.</summary>
    public static double Of(IEnumerable<double> logs)
    {
        var all = logs.ToArray();
        var largest = all.Max();
        return double.IsInfinity(largest) ? largest : largest + Math.Log(all.Sum(a => Math.Exp(a - largest)));
    }
}

namespace Latent.Identities;

/// <summary>How the two sides of an identity were got.</summary>
public enum MethodKind
{
    /// <summary>Closed form or enumeration: no error but rounding.</summary>
    Exact,

    /// <summary>Numerical integration.</summary>
    Quadrature,

    /// <summary>An average over random samples, with a standard error.</summary>
    MonteCarlo,
}

/// <summary>How the two sides of an identity were got, and from how many samples.</summary>
/// <param name="Kind">The kind of method.</param>
/// <param name="Samples">Samples drawn; 0 when none.</param>
public readonly record struct Method(MethodKind Kind, long Samples = 0)
{
    /// <summary>Closed form or enumeration.</summary>
    public static Method Exact => new(MethodKind.Exact);

    /// <summary>Numerical integration.</summary>
    public static Method Quadrature => new(MethodKind.Quadrature);

    /// <summary>An average over <paramref name="samples"/> random samples.</summary>
    public static Method MonteCarlo(long samples) => new(MethodKind.MonteCarlo, samples);

    /// <summary>The method in words, for tables.</summary>
    public override string ToString() => Kind switch
    {
        MethodKind.Exact => "exact",
        MethodKind.Quadrature => "quadrature",
        _ => $"Monte Carlo, n = {Samples:N0}",
    };
}

namespace Latent.Identities.Elbo;

/// <summary>The densities that the derivation of the evidence lower bound is made of, all for one observation x.</summary>
public enum Density
{
    /// <summary>The joint density p(x, z).</summary>
    Joint,

    /// <summary>The prior of the latent variable, p(z).</summary>
    Prior,

    /// <summary>The density of the observation given the latent variable, p(x | z).</summary>
    Likelihood,

    /// <summary>The posterior p(z | x) of the model.</summary>
    Posterior,

    /// <summary>The approximate posterior q(z | x): the encoder.</summary>
    Approximation,

    /// <summary>The marginal density p(x), a constant in z.</summary>
    Evidence,
}

/// <summary>A density, its reciprocal, or a quotient of two.</summary>
/// <param name="Numerator">Above the line; null for 1.</param>
/// <param name="Denominator">Below the line; null for 1.</param>
public readonly record struct Ratio(Density? Numerator, Density? Denominator = null)
{
    /// <summary>A density as a ratio over 1.</summary>
    public static implicit operator Ratio(Density density) => new(density);

    /// <summary>The quotient in LaTeX.</summary>
    public string Latex => Denominator is { } below
        ? $@"\frac{{{(Numerator is { } above ? above.Latex() : "1")}}}{{{below.Latex()}}}"
        : Numerator is { } only ? only.Latex() : "1";
}

/// <summary>How densities are written.</summary>
public static class Densities
{
    /// <summary>The usual symbol; q(z | x) is written q(z), as all is for one x.</summary>
    public static string Latex(this Density density) => density switch
    {
        Density.Joint => "p(x,z)",
        Density.Prior => "p(z)",
        Density.Likelihood => @"p(x\mid z)",
        Density.Posterior => @"p(z\mid x)",
        Density.Approximation => "q(z)",
        Density.Evidence => "p(x)",
        _ => throw new ArgumentOutOfRangeException(nameof(density), density, "Expected one of the six densities."),
    };

    /// <summary>The quotient of two densities.</summary>
    public static Ratio Over(this Density above, Density below) => new(above, below);
}

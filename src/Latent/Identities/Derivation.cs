namespace Latent.Identities;

/// <summary>A derivation: one identity a line, in the order of the slide. Misprints stand beside the right line.</summary>
/// <param name="Title">What is derived.</param>
/// <param name="Identities">The lines.</param>
public sealed record Derivation(string Title, IReadOnlyList<Identity> Identities)
{
    /// <summary>Computes every line.</summary>
    public IReadOnlyList<CheckedIdentity> Check() => [.. Identities.Select(i => i.Check())];

    /// <summary>Whether every identity holds and every misprint fails.</summary>
    public bool Holds() => Check().All(c => c.AsExpected);

    /// <summary>This derivation followed by another one's lines.</summary>
    public Derivation Then(Derivation next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return this with { Identities = [.. Identities, .. next.Identities] };
    }
}

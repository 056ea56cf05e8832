using Latent.Identities.Elbo;

namespace Latent.Identities;

/// <summary>A derivation: one identity a line, in the order of the slide. Misprints stand beside the right line.</summary>
/// <param name="Title">What is derived.</param>
/// <param name="Identities">The lines.</param>
public sealed record Derivation(string Title, IReadOnlyList<Identity> Identities)
{
    /// <summary>Computes every line.</summary>
    public IReadOnlyList<CheckedIdentity> Check() => [.. Identities.Select(i => i.Check())];

    /// <summary>The derivation of the evidence lower bound, along all three roads, with the numbers of a model of one's own.</summary>
    /// <typeparam name="T">What an observation is.</typeparam>
    /// <param name="model">Encoder and decoder.</param>
    /// <param name="x">An observation.</param>
    public static Derivation Check<T>(DecoderModel<T> model, T x)
    {
        ArgumentNullException.ThrowIfNull(model);
        var at = model.At(x);
        return new(model.Name, [.. ElboProofs.All.SelectMany(proof => proof.On(at).Identities)]);
    }

    /// <summary>Whether every identity holds and every misprint fails.</summary>
    public bool Holds() => Check().All(c => c.AsExpected);

    /// <summary>This derivation followed by another one's lines.</summary>
    public Derivation Then(Derivation next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return this with { Identities = [.. Identities, .. next.Identities] };
    }
}

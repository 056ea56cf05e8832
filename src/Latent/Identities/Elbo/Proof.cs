namespace Latent.Identities.Elbo;

/// <summary>A derivation before it is evaluated on a model: its lines in the order of the slide.</summary>
/// <param name="Title">What is derived.</param>
/// <param name="Lines">The steps.</param>
public sealed record Proof(string Title, IReadOnlyList<Line> Lines)
{
    /// <summary>The derivation with numbers from a model.</summary>
    public Derivation On(IElboModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new($"{Title} ({model.Name})", [.. Lines.Select(line => line.On(model))]);
    }
}

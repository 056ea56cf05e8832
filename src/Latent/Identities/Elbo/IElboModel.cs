namespace Latent.Identities.Elbo;

/// <summary>
/// A latent-variable model, one observation x and an approximate posterior q(z | x): what a line of the derivation is evaluated on. Evidence and
/// posterior must come from routes that do not use each other, else the lines that relate them say nothing.
/// </summary>
public interface IElboModel
{
    /// <summary>What the model is, in a few words.</summary>
    string Name { get; }

    /// <summary>How its integrals are done.</summary>
    Method Method { get; }

    /// <summary>The log evidence ln p(x) in nats, got without q.</summary>
    Quantity LogEvidence { get; }

    /// <summary>The expectation under q of the log of a product of ratios, in nats.</summary>
    Quantity ExpectedLog(IReadOnlyList<Ratio> ratios);

    /// <summary>The log of the expectation under q of a product of ratios, in nats.</summary>
    Quantity LogExpected(IReadOnlyList<Ratio> ratios);

    /// <summary>The divergence KL(q ‖ other) in nats, by a formula of its own where there is one.</summary>
    /// <param name="other"><see cref="Density.Prior"/> or <see cref="Density.Posterior"/>.</param>
    Quantity Divergence(Density other);
}

/// <summary>A model whose posterior lies in the family of q, so that the bound can be made tight.</summary>
public interface ITightElboModel : IElboModel
{
    /// <summary>The same model and observation with q = p(z | x).</summary>
    IElboModel AtPosterior();
}

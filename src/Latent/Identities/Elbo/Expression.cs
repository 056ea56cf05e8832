namespace Latent.Identities.Elbo;

/// <summary>A symbol of a derivation that has a value on a model: what is shown and what is computed are the same object.</summary>
public abstract record Expression
{
    private Expression()
    {
    }

    /// <summary>The expression in LaTeX.</summary>
    public abstract string Latex { get; }

    /// <summary>Its value on a model, in nats.</summary>
    public abstract Quantity ValueOn(IElboModel model);

    /// <summary>A number.</summary>
    public sealed record Number(double Amount) : Expression
    {
        /// <inheritdoc/>
        public override string Latex => FormattableString.Invariant($"{Amount:G6}");

        /// <inheritdoc/>
        public override Quantity ValueOn(IElboModel model) => Quantity.Exact(Amount);
    }

    /// <summary>The log evidence ln p(x).</summary>
    public sealed record LogEvidence : Expression
    {
        /// <inheritdoc/>
        public override string Latex => @"\ln p(x)";

        /// <inheritdoc/>
        public override Quantity ValueOn(IElboModel model) => model.LogEvidence;
    }

    /// <summary>The expected log of a product of ratios under q.</summary>
    /// <param name="Ratios">The factors in the order of writing.</param>
    public sealed record ExpectedLog(params Ratio[] Ratios) : Expression
    {
        /// <inheritdoc/>
        public override string Latex => $@"\mathbb{{E}}_q\Bigl[\ln {Product(Ratios)}\Bigr]";

        /// <inheritdoc/>
        public override Quantity ValueOn(IElboModel model) => model.ExpectedLog(Ratios);
    }

    /// <summary>The log of the expected product of ratios under q.</summary>
    /// <param name="Ratios">The factors in the order of writing.</param>
    public sealed record LogExpected(params Ratio[] Ratios) : Expression
    {
        /// <inheritdoc/>
        public override string Latex => $@"\ln \mathbb{{E}}_q\Bigl[{Product(Ratios)}\Bigr]";

        /// <inheritdoc/>
        public override Quantity ValueOn(IElboModel model) => model.LogExpected(Ratios);
    }

    /// <summary>The divergence of q from another density.</summary>
    /// <param name="Other"><see cref="Density.Prior"/> or <see cref="Density.Posterior"/>.</param>
    public sealed record Divergence(Density Other) : Expression
    {
        /// <inheritdoc/>
        public override string Latex => $@"\mathrm{{KL}}\bigl(q\,\|\,{Other.Latex()}\bigr)";

        /// <inheritdoc/>
        public override Quantity ValueOn(IElboModel model) => model.Divergence(Other);
    }

    private static string Product(Ratio[] ratios) => string.Join(@"\cdot", ratios.Select(r => r.Latex));
}

namespace Latent.Identities.Elbo;

/// <summary>
/// A model whose expectations under q are sums over nodes z₁ … z_n: all states of a discrete z, the points of a quadrature rule, or samples.
/// </summary>
public abstract class NodeModel : IElboModel
{
    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public abstract Method Method { get; }

    /// <inheritdoc/>
    public abstract Quantity LogEvidence { get; }

    /// <summary>The log weight of each node in an expectation under q; the weights sum to 1, and may be too small to be written but by their logs.</summary>
    protected abstract IReadOnlyList<double> LogWeights { get; }

    /// <summary>The log of a density at each node, in nats.</summary>
    protected abstract IReadOnlyList<double> Log(Density density);

    /// <inheritdoc/>
    public virtual Quantity ExpectedLog(IReadOnlyList<Ratio> ratios) => Expectation(LogProduct(ratios));

    /// <inheritdoc/>
    public virtual Quantity LogExpected(IReadOnlyList<Ratio> ratios)
    {
        return Quantity.Exact(LogSum.Of(LogProduct(ratios).Zip(LogWeights, (log, weight) => log + weight)));
    }

    /// <inheritdoc/>
    public abstract Quantity Divergence(Density other);

    /// <summary>The expectation under q of a function given at the nodes.</summary>
    protected virtual Quantity Expectation(IReadOnlyList<double> values) =>
        Quantity.Exact(values.Zip(LogWeights, (value, weight) => Math.Exp(weight) * value).Sum());

    /// <summary>The log of a product of ratios at each node.</summary>
    protected double[] LogProduct(IReadOnlyList<Ratio> ratios)
    {
        ArgumentNullException.ThrowIfNull(ratios);
        var product = new double[LogWeights.Count];
        foreach (var (density, sign) in ratios.SelectMany(r => new[] { (r.Numerator, 1), (r.Denominator, -1) }))
        {
            if (density is not { } known) continue;
            var log = Log(known);
            for (var i = 0; i < product.Length; i++) product[i] += sign * log[i];
        }

        return product;
    }
}

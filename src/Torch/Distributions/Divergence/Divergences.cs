using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Divergences between distributions of one kind.</summary>
internal static partial class Divergences
{
    private const double Euler = 0.57721566490153286060;

    internal static Tensor Normals(Tensor loc, Tensor scale, Tensor otherLoc, Tensor otherScale)
    {
        var ratio = (scale / otherScale).square();
        return (ratio + ((loc - otherLoc) / otherScale).square() - 1 - ratio.log()) / 2;
    }

    internal static Tensor Vectors(MultivariateNormal p, MultivariateNormal q)
    {
        // tr(Σq⁻¹ Σp) is the sum of squares of Lq⁻¹ Lp.
        var trace = linalg.solve_triangular(q.Factor, p.Factor, upper: false).square().sum([-2, -1]);
        var distance = q.Whitened(p.Loc - q.Loc).square().sum(-1);
        return q.HalfLogDeterminant() - p.HalfLogDeterminant() + (trace + distance - p.event_shape[0]) / 2;
    }

    internal static Tensor Uniforms(Uniform p, Uniform q)
    {
        var inside = q.low.le(p.low).logical_and(q.high.ge(p.high));
        return where(inside, ((q.high - q.low) / (p.high - p.low)).log(), double.PositiveInfinity);
    }

    internal static Tensor Laplaces(Laplace p, Laplace q)
    {
        var (ratio, distance) = (p.scale / q.scale, (p.loc - q.loc).abs());
        return -ratio.log() + distance / q.scale + ratio * (-distance / p.scale).exp() - 1;
    }

    internal static Tensor Gumbels(Gumbel p, Gumbel q)
    {
        var (ratio, distance) = (p.scale / q.scale, (p.loc - q.loc) / q.scale);
        return -ratio.log() + distance + ratio * Euler + ((1 + ratio).lgamma() - distance).exp() - (1 + Euler);
    }

    internal static Tensor Cauchys(Cauchy p, Cauchy q) =>
        ((p.scale + q.scale).square() + (p.loc - q.loc).square()).log() - (4 * p.scale * q.scale).log();

    internal static Tensor Exponentials(Tensor rate, Tensor other) => other / rate - (other / rate).log() - 1;

    internal static Tensor Gammas(Gamma p, Gamma q) =>
        q.concentration * (p.rate / q.rate).log() + q.concentration.lgamma() - p.concentration.lgamma()
            + (p.concentration - q.concentration) * p.concentration.digamma() + (q.rate - p.rate) * (p.concentration / p.rate);

    internal static Tensor Dirichlets(Tensor p, Tensor q)
    {
        var sum = p.sum(-1);
        return sum.lgamma() - q.sum(-1).lgamma() - (p.lgamma() - q.lgamma()).sum(-1)
            + ((p - q) * (p.digamma() - sum.digamma().unsqueeze(-1))).sum(-1);
    }

    internal static Tensor Paretos(Pareto p, Pareto q)
    {
        var ratio = q.alpha / p.alpha;
        return where(p.scale.lt(q.scale), double.PositiveInfinity, q.alpha * (p.scale / q.scale).log() - ratio.log() + ratio - 1);
    }

    internal static Tensor Bernoullis(Tensor p, Tensor logits, Tensor q, Tensor otherLogits) =>
        Part(p, q, nn.functional.logsigmoid(logits) - nn.functional.logsigmoid(otherLogits))
            + Part(1 - p, 1 - q, nn.functional.logsigmoid(-logits) - nn.functional.logsigmoid(-otherLogits));

    internal static Tensor Binomials(Binomial p, Binomial q)
    {
        if (!p.total_count.eq(q.total_count).all().ToBoolean())
            throw new NotSupportedException("The divergence of binomial distributions of different numbers of trials has no closed form.");
        return p.total_count * Bernoullis(p.probs, p.logits, q.probs, q.logits);
    }

    internal static Tensor Categoricals(Tensor p, Tensor logits, Tensor q, Tensor otherLogits) => Part(p, q, logits - otherLogits).sum(-1);

    // p log(p / q): 0 where p is 0, else infinite where q is 0
    private static Tensor Part(Tensor p, Tensor q, Tensor logRatio) =>
        where(p.eq(0), 0, where(q.eq(0), double.PositiveInfinity, p * logRatio));
}

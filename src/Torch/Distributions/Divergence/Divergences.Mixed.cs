using static TorchSharp.torch;

namespace TorchSharp.Modules;

// Divergences between distributions of two kinds: −H(p) − E_p[log q].
internal static partial class Divergences
{
    internal static Tensor ExponentialGamma(Exponential p, Gamma q)
    {
        var ratio = q.rate / p.rate;
        return -q.concentration * ratio.log() + ratio + q.concentration.lgamma() + q.concentration * Euler - (1 + Euler);
    }

    internal static Tensor ExponentialNormal(Exponential p, Normal q) => -p.entropy() - Expected(q, p.rate.reciprocal(), p.rate.square().reciprocal());

    internal static Tensor GammaNormal(Gamma p, Normal q) => -p.entropy() - Expected(q, p.concentration / p.rate, p.concentration / p.rate.square());

    internal static Tensor UniformNormal(Uniform p, Normal q) => -p.entropy() - Expected(q, (p.low + p.high) / 2, (p.high - p.low).square() / 12);

    internal static Tensor LaplaceNormal(Laplace p, Normal q) => -p.entropy() - Expected(q, p.loc, 2 * p.scale.square());

    // The log-density of a normal distribution is quadratic, so that mean and variance suffice.
    private static Tensor Expected(Normal q, Tensor mean, Tensor variance) =>
        -(variance + (mean - q.loc).square()) / (2 * q.scale.square()) - q.scale.log() - Math.Log(2 * Math.PI) / 2;

    internal static Tensor NormalLaplace(Normal p, Laplace q)
    {
        var distance = (p.loc - q.loc) / p.scale;
        // E|x − μq|, of a folded normal variable
        var spread = p.scale * (Math.Sqrt(2 / Math.PI) * (-distance.square() / 2).exp() + distance * (distance * Math.Sqrt(0.5)).erf());
        return -p.entropy() + (2 * q.scale).log() + spread / q.scale;
    }

    internal static Tensor NormalGumbel(Normal p, Gumbel q)
    {
        var (ratio, distance) = ((p.scale / q.scale).square(), (p.loc - q.loc) / q.scale);
        return -p.entropy() + q.scale.log() + distance + (ratio / 2 - distance).exp();
    }
}

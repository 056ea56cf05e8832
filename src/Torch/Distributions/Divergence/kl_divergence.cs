using TorchSharp.Modules;
using static TorchSharp.Modules.Divergences;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        /// <summary>
        /// The Kullback-Leibler divergence KL(p ‖ q) = E_p[log p − log q] in nats, in closed form; of shape batch_shape. As in PyTorch; TorchSharp
        /// lacks it.
        /// </summary>
        /// <param name="p">The distribution that samples would come from.</param>
        /// <param name="q">The distribution that it is compared with.</param>
        /// <exception cref="NotSupportedException">No closed form is known for the two kinds.</exception>
        public static Tensor kl_divergence(Distribution p, Distribution q)
        {
            ArgumentNullException.ThrowIfNull(p);
            ArgumentNullException.ThrowIfNull(q);
            return WrappedTensorDisposeScope(() => (p, q) switch
            {
                (Normal a, Normal b) => Normals(a.loc, a.scale, b.loc, b.scale),
                (LogNormal a, LogNormal b) => Normals(a.loc, a.scale, b.loc, b.scale),
                (HalfNormal a, HalfNormal b) => Normals(zeros_like(a.scale), a.scale, zeros_like(b.scale), b.scale),
                (MultivariateNormal a, MultivariateNormal b) => Vectors(a, b),
                (Uniform a, Uniform b) => Uniforms(a, b),
                (Laplace a, Laplace b) => Laplaces(a, b),
                (Gumbel a, Gumbel b) => Gumbels(a, b),
                (Cauchy a, Cauchy b) => Cauchys(a, b),
                (Exponential a, Exponential b) => Exponentials(a.rate, b.rate),
                (Gamma a, Gamma b) => Gammas(a, b),
                (Beta a, Beta b) => Dirichlets(
                    stack([a.concentration1, a.concentration0], -1), stack([b.concentration1, b.concentration0], -1)),
                (Dirichlet a, Dirichlet b) => Dirichlets(a.Concentration, b.Concentration),
                (Pareto a, Pareto b) => Paretos(a, b),
                (Bernoulli a, Bernoulli b) => Bernoullis(a.probs, a.logits, b.probs, b.logits),
                (Binomial a, Binomial b) => Binomials(a, b),
                (Geometric a, Geometric b) => -a.entropy() - (-b.probs).log1p() / a.probs - b.logits,
                (Poisson a, Poisson b) => a.Rate * (a.Rate.log() - b.Rate.log()) - (a.Rate - b.Rate),
                (Categorical a, Categorical b) => Categoricals(a.probs, a.logits, b.probs, b.logits),
                (OneHotCategorical a, OneHotCategorical b) => Categoricals(a.probs, a.logits, b.probs, b.logits),
                (Independent a, Independent b) when a.Dimensions == b.Dimensions => Modules.Independent.Summed(kl_divergence(a.Base, b.Base), a.Dimensions),
                (Exponential a, Gamma b) => ExponentialGamma(a, b),
                (Gamma a, Exponential b) => -a.entropy() - b.rate.log() + b.rate * a.concentration / a.rate,
                (Exponential a, Normal b) => ExponentialNormal(a, b),
                (Gamma a, Normal b) => GammaNormal(a, b),
                (Uniform a, Normal b) => UniformNormal(a, b),
                (Laplace a, Normal b) => LaplaceNormal(a, b),
                (Normal a, Laplace b) => NormalLaplace(a, b),
                (Normal a, Gumbel b) => NormalGumbel(a, b),
                _ => throw new NotSupportedException($"No closed form is known of the divergence of {p.GetType().Name} from {q.GetType().Name}."),
            });
        }
    }
}

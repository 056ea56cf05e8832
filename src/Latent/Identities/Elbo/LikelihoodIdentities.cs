using Latent.Variational;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Integration;
using static TorchSharp.torch;

namespace Latent.Identities.Elbo;

/// <summary>Reconstruction terms as likelihoods: Bernoulli pixels, independent observations, and forms that are printed wrong.</summary>
public static class LikelihoodIdentities
{
    private const string Slides = "AE/VAE slides";

    /// <summary>Binary pixels: the negative log-likelihood is the cross entropy, and it is a density only for binary x.</summary>
    /// <param name="probability">π, in (0, 1).</param>
    /// <param name="grey">A pixel in (0, 1).</param>
    public static Derivation Bernoulli(double probability = 0.7, double grey = 0.3)
    {
        if (probability is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(probability), probability, "Expected a probability in (0, 1).");
        if (grey is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(grey), grey, "Expected a grey pixel in (0, 1).");
        double CrossEntropy(double x) => -x * Math.Log(probability) - (1 - x) * Math.Log(1 - probability);
        double Printed(double x) => -x * Math.Log(probability) - Math.Log(1 - x) * Math.Log(1 - probability);
        var logit = Math.Log(probability / (1 - probability));
        return new("Binary pixels and the cross entropy",
        [
            new("a white pixel, against MathNet", @"-\ln p(x\mid z) = -x\ln\pi-(1-x)\ln(1-\pi)", "definition",
                () => Evaluation.Exact(-Math.Log(MathNet.Numerics.Distributions.Bernoulli.PMF(probability, 1)), CrossEntropy(1))),
            new("a black pixel, against MathNet", @"-\ln p(x\mid z) = -x\ln\pi-(1-x)\ln(1-\pi)", "definition",
                () => Evaluation.Exact(-Math.Log(MathNet.Numerics.Distributions.Bernoulli.PMF(probability, 0)), CrossEntropy(0))),
            new("from the logit, as the library computes it", @"\ln p(x\mid z) = xl-\ln(1+e^l),\quad l=\ln\tfrac{\pi}{1-\pi}", "definition", () =>
            {
                using var scope = NewDisposeScope();
                var computed = new BernoulliLikelihood().LogProbability(tensor(new[,] { { logit } }), tensor(new[,] { { grey } })).item<double>();
                return Evaluation.Exact(computed, -CrossEntropy(grey));
            }),
            new("two values of x: they sum to one", @"\sum_{x\in\{0,1\}} e^{-H(x,\pi)} = 1", "definition",
                () => Evaluation.Exact(Math.Exp(-CrossEntropy(0)) + Math.Exp(-CrossEntropy(1)), 1)),
            new("grey pixels: it never falls below their own entropy", @"H(x,\pi) \ge H(x,x)", "Gibbs' inequality",
                () => Evaluation.AtMost(-grey * Math.Log(grey) - (1 - grey) * Math.Log(1 - grey), CrossEntropy(grey))),
            Identity.AsPrinted("grey pixels: not a density", @"\int_0^1 e^{-H(x,\pi)}\,dx = 1", "as often used",
                "the cross entropy of grey pixels is no likelihood: its exponential does not integrate to one",
                () => Evaluation.Quadrature(GaussLegendreRule.Integrate(x => Math.Exp(-CrossEntropy(x)), 0, 1, 32), 1)),
            Identity.AsPrinted("with an extra logarithm", @"H(x,\pi) = -x\ln\pi-\ln(1-x)\ln(1-\pi)", Slides, "1 − x is a weight, not something to take the logarithm of",
                () => Evaluation.Exact(Printed(grey), CrossEntropy(grey))),
        ]);
    }

    /// <summary>Independent observations: their log-likelihoods add up.</summary>
    /// <param name="mean">μ.</param>
    /// <param name="variance">σ² > 0.</param>
    /// <param name="x">The observations.</param>
    public static Derivation Independent(double mean, double variance, params double[] x)
    {
        ArgumentNullException.ThrowIfNull(x);
        Require.Positive(variance, nameof(variance));
        return new("Independent observations",
        [
            new("products become sums", @"\ln p(x_1,\dots,x_N) = \sum_n \ln p(x_n)", "definition", () => Evaluation.Exact(
                Math.Log(x.Aggregate(1.0, (product, value) => product * Normal.PDF(mean, Math.Sqrt(variance), value))),
                x.Sum(new Gaussian(mean, variance).LogDensity))),
        ]);
    }

    /// <summary>Printed forms of the bound and of the evidence that fail, each beside the right one.</summary>
    /// <param name="model">Any model with a scalar latent variable.</param>
    public static Derivation Misprints(ScalarElboModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var (evidence, divergence) = (model.LogEvidence.Value, model.Divergence(Density.Prior).Value);
        var bound = model.ExpectedLog([Density.Joint.Over(Density.Approximation)]).Value;
        var reconstruction = model.ExpectedLog([Density.Likelihood]).Value;
        double Integral(Func<double, double> log) => NormalQuadrature.Mean(e => Math.Exp(log(e) - Gaussian.Standard.LogDensity(e)));
        return new("The bound, as printed and as it is",
        [
            Identity.AsPrinted("p(x) where p(z) belongs", @"p(x) = \int p(x)\,p(x\mid z)\,dz", Slides, "the weight of each z is its prior p(z)",
                () => Evaluation.Quadrature(Math.Exp(evidence), Math.Exp(evidence) * Integral(model.LogLikelihood))),
            new("the prior weighs", @"p(x) = \int p(z)\,p(x\mid z)\,dz", "definition",
                () => Evaluation.Quadrature(Math.Exp(evidence), Integral(z => Gaussian.Standard.LogDensity(z) + model.LogLikelihood(z)))),
            Identity.AsPrinted("+½ where −½ belongs", @"\mathcal L = +\tfrac12\sum_j(\mu_j^2+\sigma_j^2-1-\ln\sigma_j^2)+\mathbb{E}_q[\ln p(x\mid z)]", Slides,
                "the divergence is subtracted from a bound, and added to a loss", () => Evaluation.Quadrature(bound, divergence + reconstruction)),
            new("the divergence is subtracted", @"\mathcal L = -\tfrac12\sum_j(\mu_j^2+\sigma_j^2-1-\ln\sigma_j^2)+\mathbb{E}_q[\ln p(x\mid z)]", "Kingma & Welling 2014, eq. 10",
                () => Evaluation.Quadrature(bound, -divergence + reconstruction)),
            Identity.AsPrinted("a term without its logarithm", @"\ln p(x) = \mathcal L+\mathbb{E}_q\Bigl[\frac{q(z\mid x)}{p(z\mid x)}\Bigr]", Slides, "the divergence averages the logarithm of the ratio",
                () => Evaluation.Quadrature(evidence, bound + Math.Exp(model.LogExpected([Density.Approximation.Over(Density.Posterior)]).Value))),
        ]);
    }
}

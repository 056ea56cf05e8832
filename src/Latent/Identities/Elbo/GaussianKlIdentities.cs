using Latent.Variational;
using MathNet.Numerics.Integration;
using MathNet.Numerics.LinearAlgebra;
using static TorchSharp.torch;

namespace Latent.Identities.Elbo;

/// <summary>The divergence of two Gaussians: the closed form against integral, samples and its own special cases, and how lectures misprint it.</summary>
public static class GaussianKlIdentities
{
    private const string Lemma = "Kingma & Welling 2014, appendix B", Mit = "Autoencoders lecture", Slides = "AE/VAE slides";

    /// <summary>
    /// A formula for KL(N(μ, σ²) ‖ N(0, 1)) put to the test: against the integral at several μ and σ², zero at the prior, positive elsewhere.
    /// </summary>
    /// <param name="name">What the formula is called.</param>
    /// <param name="latex">The formula in LaTeX, in μ and σ².</param>
    /// <param name="formula">μ, σ² → nats.</param>
    public static Derivation Check(string name, string latex, Func<double, double, double> formula)
    {
        ArgumentNullException.ThrowIfNull(formula);
        Gaussian[] places = [new(0.5, 0.25), new(-1, 2), new(0, 0.1), new(2, 1)];
        return new($"{name} as KL(N(μ, σ²) ‖ N(0, 1))",
        [
            .. places.Select(q => new Identity(FormattableString.Invariant($"at μ = {q.Mean}, σ² = {q.Variance}"), $@"{latex} = \int q(z)\ln\frac{{q(z)}}{{p(z)}}\,dz", name,
                () => Evaluation.Quadrature(formula(q.Mean, q.Variance), Integral(q, Gaussian.Standard)))),
            new("zero at the prior", $"{latex} = 0", name, () => Evaluation.Exact(formula(0, 1), 0, scale: 1)),
        ]);
    }

    /// <summary>The closed form for one variable, by integral and by samples, and the printed forms that fail.</summary>
    /// <param name="q">N(μ, σ²).</param>
    /// <param name="samples">Draws for the Monte Carlo line, ≥ 2.</param>
    /// <param name="generator">Source of the draws.</param>
    public static Derivation OneVariable(Gaussian q, int samples, Generator generator)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 2);
        Require.Generator(generator);
        var (mu, variance) = (q.Mean, q.Variance);
        var closed = q.DivergenceFrom(Gaussian.Standard);
        const string formula = @"\tfrac12\bigl(\mu^2+\sigma^2-1-\ln\sigma^2\bigr)", kl = @"\mathrm{KL}\bigl(N(\mu,\sigma^2)\|N(0,1)\bigr)";
        return new(FormattableString.Invariant($"KL(N({mu:G4}, {variance:G4}) ‖ N(0, 1))"),
        [
            new("closed form and integral", $@"{formula} = \int q(z)\ln\frac{{q(z)}}{{p(z)}}\,dz", Lemma, () => Evaluation.Quadrature(closed, Integral(q, Gaussian.Standard))),
            new("closed form and samples", $@"{formula} = \mathbb{{E}}_q[\ln q(z)-\ln p(z)]", Lemma, () =>
            {
                var z = NormalDraws.Of(samples, generator).Select(q.At);
                var mean = Quantity.MeanOf([.. z.Select(v => q.LogDensity(v) - Gaussian.Standard.LogDensity(v))]);
                return Evaluation.MonteCarlo(closed, mean.Value, mean.StandardError, samples);
            }),
            new("cross entropy less entropy", $@"{kl} = \tfrac12\ln 2\pi + \tfrac12(\mu^2+\sigma^2) - \tfrac12\ln 2\pi e\sigma^2", Lemma,
                () => Evaluation.Exact(closed, 0.5 * Math.Log(2 * Math.PI) + 0.5 * (mu * mu + variance) - q.Entropy)),
            Identity.AsPrinted("with the sign turned", $@"{kl} = -\tfrac12\bigl(\sigma^2+\mu^2-1-\ln\sigma^2\bigr)", Mit,
                "a divergence is never negative: the sign belongs to the bound, in which −KL stands", () => Evaluation.Exact(-closed, Integral(q, Gaussian.Standard))),
            Identity.AsPrinted("σ where σ² belongs", $@"{kl} = -\tfrac12\bigl(\sigma+\mu^2-1-\ln\sigma\bigr)", Mit,
                "as printed: the variance is meant, and the sign is turned besides",
                () => Evaluation.Exact(-0.5 * (Math.Sqrt(variance) + mu * mu - 1 - 0.5 * Math.Log(variance)), Integral(q, Gaussian.Standard))),
            Identity.AsPrinted("without ½", $@"{kl} = \mu^2+\sigma^2-1-\ln\sigma^2", Slides, "the corollary's middle line has lost the ½",
                () => Evaluation.Exact(2 * closed, Integral(q, Gaussian.Standard))),
        ]);
    }

    /// <summary>Two Gaussians of one variable: the lemma with both means and variances.</summary>
    public static Derivation TwoGaussians(Gaussian left, Gaussian right) => new("KL of two Gaussians",
    [
        new("the lemma", @"\tfrac12\Bigl(\tfrac{\sigma_1^2}{\sigma_2^2}+\tfrac{(\mu_1-\mu_2)^2}{\sigma_2^2}-1-\ln\tfrac{\sigma_1^2}{\sigma_2^2}\Bigr) = \int q\ln\frac qp\,dz", Slides,
            () => Evaluation.Quadrature(left.DivergenceFrom(right), Integral(left, right))),
        new("zero only for equals", @"\mathrm{KL}(p\|p) = 0", Slides, () => Evaluation.Exact(right.DivergenceFrom(right), 0, scale: 1)),
        new("not symmetric", @"\mathrm{KL}(q\|p)-\mathrm{KL}(p\|q) = \tfrac12\Bigl(r-\tfrac1r+\tfrac{d^2}{\sigma_2^2}-\tfrac{d^2}{\sigma_1^2}-2\ln r\Bigr),\quad r=\tfrac{\sigma_1^2}{\sigma_2^2}", "definition", () =>
        {
            var (r, d) = (left.Variance / right.Variance, left.Mean - right.Mean);
            return Evaluation.Quadrature(Integral(left, right) - Integral(right, left),
                0.5 * (r - 1 / r + d * d / right.Variance - d * d / left.Variance - 2 * Math.Log(r)), scale: left.DivergenceFrom(right) + right.DivergenceFrom(left));
        }),
    ]);

    /// <summary>Several variables: full covariance, its diagonal case, and what turning the axes changes.</summary>
    /// <param name="left">N(m₁, S₁).</param>
    /// <param name="right">N(m₂, S₂), of the same dimension.</param>
    public static Derivation SeveralVariables(GaussianVector left, GaussianVector right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var k = left.Mean.Count;
        GaussianVector Diagonal(GaussianVector g) => new(g.Mean, Matrix<double>.Build.DiagonalOfDiagonalVector(g.Covariance.Diagonal()));
        var turn = Matrix<double>.Build.Random(k, k, 5).QR().Q;
        GaussianVector Turned(GaussianVector g) => new(turn * g.Mean, turn * g.Covariance * turn.Transpose());
        return new($"KL of Gaussians in {k} dimensions",
        [
            new("quadratic forms", @"\tfrac12\bigl(\operatorname{tr}S_2^{-1}S_1+(m_2-m_1)^\top S_2^{-1}(m_2-m_1)-k+\ln\tfrac{|S_2|}{|S_1|}\bigr) = \mathbb{E}_{q}[\ln q]-\mathbb{E}_q[\ln p]", "definition",
                () => Evaluation.Exact(left.DivergenceFrom(right),
                    QuadraticForm.LogDensity(left).ExpectationUnder(left) - QuadraticForm.LogDensity(right).ExpectationUnder(left), scale: k)),
            new("diagonal covariances: dimensions add up", @"\mathrm{KL} = \sum_j \mathrm{KL}\bigl(N(m_{1j},s_{1j}^2)\|N(m_{2j},s_{2j}^2)\bigr)", Lemma,
                () => Evaluation.Exact(Diagonal(left).DivergenceFrom(Diagonal(right)), Enumerable.Range(0, k).Sum(j =>
                    new Gaussian(left.Mean[j], left.Covariance[j, j]).DivergenceFrom(new(right.Mean[j], right.Covariance[j, j]))))),
            new("turning the axes changes nothing", @"\mathrm{KL}(Q m_1,Q S_1 Q^\top\|\dots) = \mathrm{KL}(m_1,S_1\|\dots)", "definition",
                () => Evaluation.Exact(Turned(left).DivergenceFrom(Turned(right)), left.DivergenceFrom(right))),
            new("what a diagonal q gives away", @"\mathrm{KL}(N(m,S)\|N(m,\operatorname{diag}S)) = \tfrac12\Bigl(\sum_j\ln S_{jj}-\ln|S|\Bigr)", "definition",
                () => Evaluation.Exact(left.DivergenceFrom(Diagonal(left)), 0.5 * (left.Covariance.Diagonal().PointwiseLog().Sum() - left.LogDeterminant), scale: k)),
        ]);
    }

    private static double Integral(Gaussian q, Gaussian p)
    {
        var (low, high) = (q.At(-12), q.At(12));
        double Panel(int i) => GaussLegendreRule.Integrate(z => Math.Exp(q.LogDensity(z)) * (q.LogDensity(z) - p.LogDensity(z)),
            low + i * (high - low) / 16, low + (i + 1) * (high - low) / 16, 32);
        return Enumerable.Range(0, 16).Sum(Panel);
    }
}

using Latent.Evaluation;
using Latent.Variational;
using static TorchSharp.torch;

namespace Latent.Identities.Elbo;

/// <summary>A function of the latent variable with its derivative.</summary>
/// <param name="Value">f(z).</param>
/// <param name="Derivative">f′(z).</param>
public sealed record SmoothFunction(Func<double, double> Value, Func<double, double> Derivative)
{
    /// <summary>\(\ln p(z) + \ln p(x|z)\) for a decoder N(m(z), s²): the function that the gradient of the bound averages.</summary>
    /// <param name="x">The observation.</param>
    /// <param name="mean">m(z).</param>
    /// <param name="slope">m′(z).</param>
    /// <param name="variance">s² > 0.</param>
    public static SmoothFunction LogJoint(double x, Func<double, double> mean, Func<double, double> slope, double variance)
    {
        Require.Positive(variance, nameof(variance));
        return new(
            z => Gaussian.Standard.LogDensity(z) + new Gaussian(mean(z), variance).LogDensity(x),
            z => -z + (x - mean(z)) / variance * slope(z));
    }
}

/// <summary>Estimates by samples: their bias, their variance, and the two gradients that training can use.</summary>
public static class EstimatorIdentities
{
    private const string Kingma = "Kingma & Welling 2014, section 2.4", Williams = "Williams 1992, Machine Learning 8:229", Stein = "Stein 1981, Annals of Statistics 9:1135";

    /// <summary>
    /// The gradient of \(\mathbb E_q f\) in μ and σ: by moving the samples (reparameterisation), and by weighting them (score function). Both are right
    /// on average; their variances differ.
    /// </summary>
    /// <param name="f">The function averaged.</param>
    /// <param name="q">N(μ, σ²).</param>
    /// <param name="samples">Draws for each Monte Carlo line, ≥ 2.</param>
    /// <param name="generator">Source of the draws.</param>
    public static Derivation Gradients(SmoothFunction f, Gaussian q, int samples, Generator generator)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 2);
        Require.Generator(generator);
        var sigma = q.StandardDeviation;
        Func<double, double> moving = e => f.Derivative(q.At(e)), weighting = e => f.Value(q.At(e)) * e / sigma;
        Func<double, double> movingScale = e => f.Derivative(q.At(e)) * e, weightingScale = e => f.Value(q.At(e)) * (e * e - 1) / sigma;
        var baseline = NormalQuadrature.Mean(e => f.Value(q.At(e)));
        Func<double, double> centred = e => (f.Value(q.At(e)) - baseline) * e / sigma;
        Identity Sampled(string name, string latex, string source, Func<double, double> integrand, Func<double, double> exact) =>
            new(name, latex, source, () => MeanAgainst(integrand, NormalQuadrature.Mean(exact), samples, generator));
        return new("Two gradients of one expectation",
        [
            new("two forms of the derivative in μ", @"\mathbb{E}[f'(\mu+\sigma\varepsilon)] = \mathbb{E}\bigl[f(z)\tfrac{z-\mu}{\sigma^2}\bigr]", Stein,
                () => Evaluation.Quadrature(NormalQuadrature.Mean(moving), NormalQuadrature.Mean(weighting), scale: Spread(weighting))),
            new("two forms of the derivative in σ", @"\mathbb{E}[f'(\mu+\sigma\varepsilon)\,\varepsilon] = \mathbb{E}\bigl[f(z)\tfrac{(z-\mu)^2-\sigma^2}{\sigma^3}\bigr]", Stein,
                () => Evaluation.Quadrature(NormalQuadrature.Mean(movingScale), NormalQuadrature.Mean(weightingScale), scale: Spread(weightingScale))),
            Sampled("reparameterised, in μ", @"\tfrac1n\sum_i f'(\mu+\sigma\varepsilon_i) \approx \tfrac{\partial}{\partial\mu}\mathbb{E}_q f", Kingma, moving, weighting),
            Sampled("score function, in μ", @"\tfrac1n\sum_i f(z_i)\,\partial_\mu\ln q(z_i) \approx \tfrac{\partial}{\partial\mu}\mathbb{E}_q f", Williams, weighting, moving),
            Sampled("score function with baseline", @"\tfrac1n\sum_i (f(z_i)-b)\,\partial_\mu\ln q(z_i) \approx \tfrac{\partial}{\partial\mu}\mathbb{E}_q f", Williams, centred, moving),
            Sampled("reparameterised, in σ", @"\tfrac1n\sum_i f'(\mu+\sigma\varepsilon_i)\,\varepsilon_i \approx \tfrac{\partial}{\partial\sigma}\mathbb{E}_q f", Kingma, movingScale, weightingScale),
            Sampled("score function, in σ", @"\tfrac1n\sum_i f(z_i)\,\partial_\sigma\ln q(z_i) \approx \tfrac{\partial}{\partial\sigma}\mathbb{E}_q f", Williams, weightingScale, movingScale),
            new("a baseline lowers the variance", @"\operatorname{Var}\bigl[(f-b)\,\partial_\mu\ln q\bigr] \le \operatorname{Var}\bigl[f\,\partial_\mu\ln q\bigr]", Williams,
                () => Evaluation.AtMost(NormalQuadrature.Variance(centred), NormalQuadrature.Variance(weighting))),
            new("here moving beats weighting", @"\operatorname{Var}\bigl[f'(\mu+\sigma\varepsilon)\bigr] \le \operatorname{Var}\bigl[(f-b)\,\partial_\mu\ln q\bigr]", Kingma,
                () => Evaluation.AtMost(NormalQuadrature.Variance(moving), NormalQuadrature.Variance(centred))),
        ]);
    }

    /// <summary>
    /// The estimate with L samples: right on average for every L, with variance falling as 1/L, over three decades.
    /// </summary>
    /// <param name="f">What is averaged under q, for example the integrand of the bound.</param>
    /// <param name="q">N(μ, σ²).</param>
    /// <param name="repetitions">Estimates made for each L, ≥ 30.</param>
    /// <param name="generator">Source of the draws.</param>
    /// <param name="sizes">The values of L, each ≥ 1.</param>
    public static Derivation SampleSizes(Func<double, double> f, Gaussian q, int repetitions, Generator generator, params int[] sizes)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentNullException.ThrowIfNull(sizes);
        ArgumentOutOfRangeException.ThrowIfLessThan(repetitions, 30);
        Require.Generator(generator);
        Func<double, double> integrand = e => f(q.At(e));
        var (mean, variance) = (NormalQuadrature.Mean(integrand), NormalQuadrature.Variance(integrand));
        return new("The estimate with L samples", [.. sizes.SelectMany(size =>
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(size, 1, nameof(sizes));
            var estimates = new Lazy<double[]>(() => [.. Enumerable.Range(0, repetitions).Select(_ => NormalDraws.Of(size, generator).Average(integrand))]);
            return new Identity[]
            {
                new($"no bias, L = {size:N0}", @"\mathbb{E}\Bigl[\tfrac1L\sum_l f(z_l)\Bigr] = \mathbb{E}_q f", Kingma,
                    () => Against(estimates.Value, mean, repetitions)),
                new($"variance, L = {size:N0}", @"L\cdot\operatorname{Var}\Bigl[\tfrac1L\sum_l f(z_l)\Bigr] = \operatorname{Var}_q f", Kingma,
                    () => Against([.. estimates.Value.Select(e => size * (e - mean) * (e - mean))], variance, repetitions)),
            };
        })]);
    }

    /// <summary>
    /// The divergence in closed form against its sampled form: the same on average. Which is less noisy depends on q: the closed form takes the noise of
    /// \(\ln q - \ln p\) out, but near the posterior that noise cancels the noise of the likelihood (Roeder et al. 2017).
    /// </summary>
    /// <param name="model">The model and its q.</param>
    /// <param name="samples">Draws for each Monte Carlo line, ≥ 2.</param>
    /// <param name="generator">Source of the draws.</param>
    public static Derivation RaoBlackwell(ScalarElboModel model, int samples, Generator generator)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 2);
        Require.Generator(generator);
        var divergence = model.Divergence(Density.Prior).Value;
        Func<double, double> sampled = e => model.LogWeight(model.Q.At(e)), closed = e => model.LogLikelihood(model.Q.At(e)) - divergence;
        return new("The divergence sampled, and in closed form",
        [
            new("the same on average", @"\mathbb{E}_q[\ln p(x|z)+\ln p(z)-\ln q(z|x)] = \mathbb{E}_q[\ln p(x|z)]-\mathrm{KL}", Kingma,
                () => Evaluation.Quadrature(NormalQuadrature.Mean(sampled), NormalQuadrature.Mean(closed), scale: divergence)),
            new("sampled divergence", @"\tfrac1n\sum_i\bigl(\ln p(x|z_i)+\ln p(z_i)-\ln q(z_i|x)\bigr) \approx \mathcal L", Kingma,
                () => MeanAgainst(sampled, NormalQuadrature.Mean(closed), samples, generator)),
            new("closed divergence", @"\tfrac1n\sum_i\ln p(x|z_i)-\mathrm{KL} \approx \mathcal L", Kingma,
                () => MeanAgainst(closed, NormalQuadrature.Mean(sampled), samples, generator)),
        ]);
    }

    private static Evaluation MeanAgainst(Func<double, double> integrand, double exact, int samples, Generator generator) =>
        Against([.. NormalDraws.Of(samples, generator).Select(integrand)], exact, samples);

    private static Evaluation Against(double[] values, double exact, int samples)
    {
        var mean = Estimate.Mean(values);
        return Evaluation.MonteCarlo(mean.Value, exact, mean.StandardError, samples);
    }

    private static double Spread(Func<double, double> integrand) => Math.Sqrt(NormalQuadrature.Variance(integrand));
}

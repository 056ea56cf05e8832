using Latent.Autoencoders;
using Latent.Data;
using Latent.Evaluation;
using MathNet.Numerics.Integration;
using TorchSharp;
using static TorchSharp.torch;

namespace Latent.Identities;

/// <summary>The equations of the lecture on denoising autoencoders, to be run. Nothing is computed before it is checked.</summary>
public static class DenoisingIdentities
{
    private const string Vincent = "Vincent et al. 2008, section 4";
    private const string Alain = "Alain & Bengio 2014";

    /// <summary>The objective as a sum over all pairs of pattern and corrupted pattern, and sampled as training samples it.</summary>
    /// <param name="world">Everything that can occur.</param>
    /// <param name="model">float64, on the world's pixels, with cross-entropy.</param>
    /// <param name="generator">Source of patterns and noise.</param>
    /// <param name="draws">Pairs sampled, ≥ 2.</param>
    public static Derivation Objective(DenoisingWorld world, Autoencoder model, Generator generator, int draws)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 2);
        return new("The objective of a denoising autoencoder",
        [
            new("the joint distribution is one",
                @"\sum_{x,\tilde x} q^0(x)\,q_D(\tilde x\mid x) = 1", Vincent,
                () => Evaluation.Exact(world.Joint.Sum(p => p.Probability), 1)),
            new("training samples the expected loss",
                @"\mathbb E_{q^0(X,\tilde X)}\bigl[L_H(X, g(f(\tilde X)))\bigr] \approx \tfrac1n\sum_n L_H(x_n, g(f(\tilde x_n)))", Vincent,
                () => Sampled(world, model, generator, draws)),
        ]);
    }

    /// <summary>Minimising the loss maximises a lower bound on the information that the code keeps of the clean input.</summary>
    /// <param name="account">An autoencoder in a world that can be counted out.</param>
    public static Derivation Information(DenoisingAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        var (h, i, loss) = (account.World.Entropy, new Lazy<double>(() => account.MutualInformation), new Lazy<double>(() => account.ExpectedLoss));
        return new("The code keeps information",
        [
            new("information is entropy that the code removes",
                @"I(X;Y) = \sum_{x,y} p(x,y)\ln\tfrac{p(x,y)}{p(x)p(y)} = H(X) - H(X\mid Y)", Vincent,
                () => Evaluation.Exact(i.Value, h - account.ConditionalEntropy, scale: h)),
            new("no decoder gets below the conditional entropy",
                @"H(X\mid Y) \le \mathbb E\bigl[L_H(X, g(Y))\bigr]", Vincent,
                () => Evaluation.AtMost(account.ConditionalEntropy, loss.Value)),
            new("so the loss bounds the information",
                @"H(X) - \mathbb E\bigl[L_H(X, g(f(\tilde X)))\bigr] \le I(X;Y)", Vincent,
                () => Evaluation.AtMost(h - loss.Value, i.Value)),
            new("what is missing is the decoder's divergence",
                @"I(X;Y) - \bigl(H(X) - \mathbb E[L_H]\bigr) = \mathbb E_Y\,\mathrm{KL}\bigl(p(X\mid Y)\,\|\,\mathcal B(g(Y))\bigr)", Vincent,
                () => Evaluation.Exact(i.Value - h + loss.Value, account.DecoderGap, scale: h)),
            new("no code knows more than the corrupted input",
                @"I(X;Y) \le I(X;\tilde X)", "data processing inequality",
                () => Evaluation.AtMost(i.Value, h - account.LeastConditionalEntropy)),
        ]);
    }

    /// <summary>Training a denoising autoencoder is training a generative model of corrupted data by a variational bound.</summary>
    /// <param name="model">The generative model of an autoencoder.</param>
    public static Derivation Generative(DenoisingGenerativeModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var (evidence, bound) = (new Lazy<double>(() => model.LogEvidence), new Lazy<double>(() => model.Bound));
        return new("A generative model of corrupted data",
        [
            new("the encoder as posterior bounds the evidence",
                @"\mathcal L = \mathbb E_{q^*}\Bigl[\ln\tfrac{p(X,\tilde X,Y)}{q^*(X,Y\mid\tilde X)}\Bigr] \le \mathbb E_{q^0(\tilde X)}[\ln p(\tilde X)]", Vincent,
                () => Evaluation.AtMost(bound.Value, evidence.Value)),
            new("by the divergence of encoder and posterior",
                @"\mathbb E[\ln p(\tilde X)] - \mathcal L = \mathbb E\,\mathrm{KL}\bigl(q^*(X,Y\mid\tilde X)\,\|\,p(X,Y\mid\tilde X)\bigr)", Vincent,
                () => Evaluation.Exact(evidence.Value - bound.Value, model.Divergence, scale: bound.Value)),
            new("and the bound is minus the loss, but for a constant",
                @"\mathcal L = -\mathbb E\bigl[L_H(X, g(f(\tilde X)))\bigr] + c", Vincent,
                () => Evaluation.Exact(bound.Value, model.Constant - model.Account.ExpectedLoss)),
        ]);
    }

    /// <summary>On a Gaussian the best denoiser points along the score.</summary>
    /// <param name="s">Standard deviation of the data > 0.</param>
    /// <param name="sigma">Of the noise > 0.</param>
    /// <param name="x">Where.</param>
    public static Derivation GaussianScore(double s, double sigma, double x)
    {
        Require.Positive(s, nameof(s));
        Require.Positive(sigma, nameof(sigma));
        double v = s * s, noise = sigma * sigma, r = x * v / (v + noise);
        double Residue(double n) => (x * v / (v + n) - x) / n + x / v; // (r−x)/σ² − ∇ln p
        return new("The denoiser and the score of a Gaussian",
        [
            new("the best denoiser is the posterior mean",
                @"r(\tilde x) = \mathbb E[x\mid\tilde x] = \tilde x\,\tfrac{s^2}{s^2+\sigma^2}", Alain,
                () => Evaluation.Quadrature(PosteriorMean(s, sigma, x), r)),
            new("it points along the score of the noisy data, exactly",
                @"r(x) - x = \sigma^2\,\nabla\ln p_\sigma(x),\quad p_\sigma = \mathcal N(0, s^2+\sigma^2)", "Tweedie's formula (Robbins 1956)",
                () => Evaluation.Exact(r - x, noise * (-x / (v + noise)))),
            new("and along that of the data up to a term in σ²",
                @"\tfrac{r(x) - x}{\sigma^2} - \nabla\ln p(x) = \tfrac{x\,\sigma^2}{s^2(s^2+\sigma^2)}", Alain,
                () => Evaluation.Exact(Residue(noise), x * noise / (v * (v + noise)), scale: x / v)),
            new("so that a tenth of the noise leaves a hundredth of the error",
                @"\frac{e(\sigma)}{e(\sigma/10)} = 100\,\frac{s^2+\sigma^2/100}{s^2+\sigma^2} \to 100", Alain,
                () => Evaluation.Exact(Residue(v / 100) / Residue(v / 10_000), 100 * 1.0001 / 1.01, relative: 1e-7)) { Remark = "at σ = s/10; digits cancel" },
        ]);
    }

    /// <summary>The same in many dimensions, for the Gaussian fitted to some data, as residuals over some points.</summary>
    /// <param name="denoiser">The best denoiser.</param>
    /// <param name="x">Points: [N, D].</param>
    public static Derivation GaussianScore(GaussianDenoiser denoiser, Tensor x)
    {
        ArgumentNullException.ThrowIfNull(denoiser);
        Require.Matrix(x, nameof(x));
        var variance = denoiser.Deviation * denoiser.Deviation;
        return new("The denoiser and the score in many dimensions",
        [
            new("denoising steps along the score of the noisy data",
                @"\max_n \| r(x_n) - x_n - \sigma^2\,\nabla\ln p_\sigma(x_n) \| = 0", "Tweedie's formula (Robbins 1956)",
                () => Evaluation.Vanishes(Largest(denoiser.Reconstruct(x) - x - variance * denoiser.NoisyScore(x)), Largest(denoiser.Reconstruct(x) - x))),
        ]);
    }

    /// <summary>For any data: the best denoiser of a set of points against differences of the log-density of the noisy points.</summary>
    /// <param name="denoiser">The best denoiser.</param>
    /// <param name="x">Points: [N, D] float64.</param>
    public static Derivation Score(EmpiricalDenoiser denoiser, Tensor x)
    {
        ArgumentNullException.ThrowIfNull(denoiser);
        Require.Matrix(x, nameof(x));
        return new("Denoising is climbing the density", [.. Enumerable.Range(0, (int)x.shape[1]).Select(i =>
            new Identity($"along axis {i + 1}", @"\tfrac1N\sum_n \bigl(r(x_n) - x_n\bigr)_i = \tfrac1N\sum_n \sigma^2\,\partial_i \ln p_\sigma(x_n)", Alain, () =>
            {
                using var scope = NewDisposeScope();
                var step = zeros_like(x);
                step.select(1, i).fill_(1e-4 * denoiser.Deviation);
                var slope = (denoiser.LogDensity(x + step) - denoiser.LogDensity(x - step)) / (2e-4 * denoiser.Deviation); // [N]
                var left = (denoiser.Reconstruct(x) - x).select(1, i);
                return Evaluation.Exact(
                    left.mean().ToDouble(), (slope * denoiser.Deviation * denoiser.Deviation).mean().ToDouble(), relative: 1e-7, scale: left.abs().max().ToDouble());
            }) { Remark = "the right side by central differences, good to about eight digits" })]);
    }

    /// <summary>The ± of printed error rates is the normal interval of a proportion of 50,000 test images: of all, the one furthest off.</summary>
    /// <param name="printed">Error rates in per cent with the printed ± as tolerance, at least one.</param>
    public static Derivation PrintedIntervals(IEnumerable<Reference> printed)
    {
        ArgumentNullException.ThrowIfNull(printed);
        static Evaluation Check(Reference row) =>
            new(row.Tolerance!.Value, 196 * Math.Sqrt(row.Value / 100 * (1 - row.Value / 100) / 50_000), 0.005 + 1e-9, 0, Method.Exact);
        // what is no rate comes to no number, which is further off than any
        static double Off(Reference row) => Check(row).Difference is var off && double.IsNaN(off) ? double.PositiveInfinity : Math.Abs(off);
        var rows = printed.ToList();
        var worst = rows.MaxBy(Off) ?? throw new ArgumentException("Expected at least one printed error rate, given none.", nameof(printed));
        return new("The ± of the table", [new(
            $"all {rows.Count} of them; furthest off is {worst.Id}", @"\pm = 1.96\sqrt{p(1-p)/50000}", worst.Source,
            () => Check(worst)) { Remark = "printed with two decimals: half a hundredth is allowed" }]);
    }

    private static double Largest(Tensor rows) => rows.square().sum([1]).sqrt().max().ToDouble();

    private static double PosteriorMean(double s, double sigma, double x)
    {
        double Density(double y) => Math.Exp(-0.5 * (y * y / (s * s) + (x - y) * (x - y) / (sigma * sigma)));
        var width = 12 / Math.Sqrt(1 / (s * s) + 1 / (sigma * sigma));
        var centre = x * s * s / (s * s + sigma * sigma);
        var scale = Density(centre);
        double Integral(Func<double, double> f) => GaussLegendreRule.Integrate(f, centre - width, centre + width, 128);
        return Integral(y => y * Density(y) / scale) / Integral(y => Density(y) / scale);
    }

    private static Evaluation Sampled(DenoisingWorld world, Autoencoder model, Generator generator, int draws)
    {
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        var patterns = world.Patterns; // [2ᵈ, d]
        var prior = new double[patterns.shape[0]];
        foreach (var p in world.Joint) prior[p.X] += p.Probability;
        var x = patterns.index_select(0, tensor(prior).multinomial(draws, replacement: true, generator: generator)); // [n, d]
        var spoilt = new MaskingNoise((double)world.Masked / world.Pixels).Apply(x, generator);
        var losses = model.Kind.Errors(model.Decoder.call(model.Encode(spoilt)), model.Output, x); // [n]
        var expected = world.Of(model.Encode, model.Decode).ExpectedLoss;
        return Evaluation.MonteCarlo(expected, losses.mean().ToDouble(), losses.std().ToDouble() / Math.Sqrt(draws), draws);
    }
}

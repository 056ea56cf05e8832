using Latent.Linear;
using MathNet.Numerics.Integration;
using static TorchSharp.torch;

namespace Latent.Identities;

public static partial class LinearIdentities
{
    private const string TippingBishop = "Tipping & Bishop 1999, JRSS B 61:611";

    /// <summary>Probabilistic PCA: the maximum of the likelihood in closed form against the density written out.</summary>
    /// <param name="pca">Fitted to <paramref name="x"/>.</param>
    /// <param name="x">[N, D], the data fitted to.</param>
    /// <param name="k">Factors, 0 … Rank − 1.</param>
    public static Derivation ProbabilisticPcaLikelihood(Pca pca, Tensor x, int k)
    {
        ArgumentNullException.ThrowIfNull(pca);
        var model = new Lazy<ProbabilisticPca>(() => ProbabilisticPca.Fit(pca, k));
        var mean = new Lazy<double>(() => model.Value.MeanLogLikelihood(x));
        return new("The likelihood of probabilistic PCA",
        [
            new("the noise is the mean discarded variance", @"\sigma^2_{ML}(D-k) = \sum_{j>k}\lambda_j", TippingBishop,
                () => Evaluation.Exact(model.Value.NoiseVariance * (pca.Dimensions - k), pca.DiscardedVariance(k))),
            new("determinant of the covariance", @"\ln\det(WW^\top+\sigma^2I) = \sum_{j\le k}\ln\lambda_j + (D-k)\ln\sigma^2", TippingBishop, () =>
            {
                using var scope = NewDisposeScope();
                var logDeterminant = linalg.cholesky(model.Value.Covariance()).diagonal().log().sum().item<double>() * 2;
                return Evaluation.Exact(logDeterminant, LogDeterminant(pca, k));
            }),
            new("the maximum", @"\overline{\ln p(x)} = -\tfrac12\bigl(D\ln2\pi + \textstyle\sum_{j\le k}\ln\lambda_j + (D-k)\ln\sigma^2 + D\bigr)", TippingBishop,
                () => Evaluation.Exact(mean.Value, -0.5 * (pca.Dimensions * (Math.Log(2 * Math.PI) + 1) + LogDeterminant(pca, k)))),
            new("one image, by the full covariance", @"\ln p(x_1) = \ln N(x_1;\ \mu,\ WW^\top+\sigma^2I)", TippingBishop, () =>
            {
                using var scope = NewDisposeScope();
                var first = x.narrow(0, 0, 1);
                return Evaluation.Exact(model.Value.LogLikelihood(first)[0].item<double>(), FullLogDensity(model.Value, first));
            }),
        ]);
    }

    /// <summary>The negative log-likelihood of a Gaussian is a density only with its constant.</summary>
    /// <param name="mu">Mean.</param>
    /// <param name="sigma">Standard deviation > 0.</param>
    public static Derivation GaussianNll(double mu = 0.3, double sigma = 0.7)
    {
        Require.Positive(sigma, nameof(sigma));
        double Printed(double x) => 0.5 * Math.Log(sigma * sigma) + (x - mu) * (x - mu) / (2 * sigma * sigma);
        double Mass(Func<double, double> nll) =>
            GaussLegendreRule.Integrate(x => Math.Exp(-nll(x)), mu - 12 * sigma, mu + 12 * sigma, 256);
        return new("The Gaussian likelihood and its constant",
        [
            Identity.AsPrinted("without ½ ln 2π", @"\int \exp\bigl(-\tfrac12\ln\sigma^2 - \tfrac{(x-\mu)^2}{2\sigma^2}\bigr)dx = 1", "Dürr 2016, VAE talk",
                "the constant ½ ln 2π is left out: no matter in training, but the value is not a likelihood",
                () => Evaluation.Quadrature(Mass(Printed), 1)),
            new("with it, the density integrates to one", @"\int \exp\bigl(-\tfrac12\ln2\pi - \tfrac12\ln\sigma^2 - \tfrac{(x-\mu)^2}{2\sigma^2}\bigr)dx = 1", "definition",
                () => Evaluation.Quadrature(Mass(x => Printed(x) + 0.5 * Math.Log(2 * Math.PI)), 1)),
            new("at one point, against MathNet", @"-\ln N(x;\mu,\sigma^2) = \tfrac12\ln2\pi + \tfrac12\ln\sigma^2 + \tfrac{(x-\mu)^2}{2\sigma^2}", "definition",
                () => Evaluation.Exact(-MathNet.Numerics.Distributions.Normal.PDFLn(mu, sigma, mu + 1), Printed(mu + 1) + 0.5 * Math.Log(2 * Math.PI))),
        ]);
    }

    /// <summary>With constant σ, maximum likelihood is least squares: the two differ by a constant and a factor.</summary>
    /// <param name="regression">A fitted model.</param>
    /// <param name="x">The places fitted to.</param>
    /// <param name="y">The values fitted to.</param>
    public static Derivation LeastSquaresIsMaximumLikelihood(LinearRegression regression, IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        ArgumentNullException.ThrowIfNull(regression);
        return new("Least squares is maximum likelihood",
        [
            new("the log-likelihood of all points", @"\sum_n \ln p(y_n\mid x_n) = -\tfrac N2\ln 2\pi\hat\sigma^2 - \tfrac{1}{2\hat\sigma^2}\sum_n (y_n-\hat y_n)^2", "definition",
                () => Evaluation.Exact(x.Zip(y, regression.LogLikelihood).Sum(),
                    -0.5 * regression.N * Math.Log(2 * Math.PI * regression.Variance) - regression.SquaredResiduals / (2 * regression.Variance))),
            new("at the maximum", @"\sum_n \ln p(y_n\mid x_n) = -\tfrac N2(\ln 2\pi\hat\sigma^2 + 1)", "definition",
                () => Evaluation.Exact(x.Zip(y, regression.LogLikelihood).Sum(), regression.LogLikelihoodAtMaximum)),
        ]);
    }

    private static double LogDeterminant(Pca pca, int k) =>
        pca.Eigenvalues.Take(k).Sum(Math.Log) + (pca.Dimensions - k) * Math.Log(pca.DiscardedVariance(k) / (pca.Dimensions - k));

    private static double FullLogDensity(ProbabilisticPca model, Tensor row)
    {
        var root = linalg.cholesky(model.Covariance()); // [D, D]
        var centred = (row.to_type(ScalarType.Float64) - model.Mean).t(); // [D, 1]
        var whitened = linalg.solve_triangular(root, centred, upper: false); // [D, 1]
        var logDeterminant = root.diagonal().log().sum().item<double>() * 2;
        return -0.5 * (model.Dimensions * Math.Log(2 * Math.PI) + logDeterminant + whitened.square().sum().item<double>());
    }
}

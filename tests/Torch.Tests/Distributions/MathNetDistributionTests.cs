using MathNet.Numerics.Distributions;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Distributions;

/// <summary>Log-densities, distribution functions and entropies agree with Math.NET's.</summary>
public class MathNetDistributionTests
{
    private static readonly double[] Positive = [0.2, 0.9, 1.7, 4], Any = [-2.5, -0.3, 0.4, 3], Inside = [0.05, 0.4, 0.7, 0.98], Counts = [0, 1, 3, 6];

    private static Tensor T(double x) => tensor(x);

    private static readonly Dictionary<string, (Func<distributions.Distribution> Ours, IDistribution Theirs, double[] Values)> Pairs = new()
    {
        ["Normal"] = (() => distributions.Normal(0.3, 1.7), new Normal(0.3, 1.7), Any),
        ["LogNormal"] = (() => distributions.LogNormal(T(0.3), T(0.8)), new LogNormal(0.3, 0.8), Positive),
        ["Uniform"] = (() => distributions.Uniform(-1, 2.5), new ContinuousUniform(-1, 2.5), [-0.9, 0, 2]),
        ["Laplace"] = (() => distributions.Laplace(0.3, 1.7), new Laplace(0.3, 1.7), Any),
        ["Cauchy"] = (() => distributions.Cauchy(0.3, 1.7), new Cauchy(0.3, 1.7), Any),
        ["Exponential"] = (() => distributions.Exponential(T(1.3)), new Exponential(1.3), Positive),
        ["Gamma"] = (() => distributions.Gamma(2.3, 1.4), new Gamma(2.3, 1.4), Positive),
        ["Chi2"] = (() => distributions.Chi2(T(3.5)), new ChiSquared(3.5), Positive),
        ["Beta"] = (() => distributions.Beta(2.3, 0.7), new Beta(2.3, 0.7), Inside),
        ["Weibull"] = (() => distributions.Weibull(1.3, 2.1), new Weibull(2.1, 1.3), Positive),
        ["Pareto"] = (() => distributions.Pareto(0.1, 2.1), new Pareto(0.1, 2.1), Positive),
        ["FisherSnedecor"] = (() => distributions.FisherSnedecor(T(3.2), T(6.5)), new FisherSnedecor(3.2, 6.5), Positive),
        ["Bernoulli"] = (() => distributions.Bernoulli(0.3, null), new Bernoulli(0.3), [0, 1]),
        ["Binomial"] = (() => distributions.Binomial(7, 0.3, null), new Binomial(0.3, 7), Counts),
        ["Poisson"] = (() => distributions.Poisson(2.3), new Poisson(2.3), Counts),
        ["NegativeBinomial"] = (() => distributions.NegativeBinomial(T(2.5), T(0.3)), new NegativeBinomial(2.5, 0.7), Counts),
        ["Categorical"] = (() => distributions.Categorical(tensor([0.2, 0.5, 0.3])), new Categorical([0.2, 0.5, 0.3]), [0, 1, 2]),
    };

    public static TheoryData<string> Names => [.. Pairs.Keys];

    private static double? Try(Func<double> compute)
    {
        try
        {
            return compute();
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Densities_and_distribution_functions_agree(string name)
    {
        using var scope = NewDisposeScope();
        var (make, theirs, values) = Pairs[name];
        using var ours = make();
        foreach (var x in values)
        {
            var density = theirs is IContinuousDistribution c ? c.DensityLn(x) : ((IDiscreteDistribution)theirs).ProbabilityLn((int)x);
            Assert.Equal(density, ours.log_prob(T(x)).ToDouble(), 1e-9 * Math.Max(1, Math.Abs(density)));
            if (Try(() => ours.cdf(T(x)).ToDouble()) is { } cdf)
                Assert.Equal(((IUnivariateDistribution)theirs).CumulativeDistribution(x), cdf, 1e-9);
        }

        if (name is not ("Categorical" or "Cauchy"))
        {
            Assert.Equal(((IUnivariateDistribution)theirs).Mean, ours.mean.ToDouble(), 1e-10);
            Assert.Equal(((IUnivariateDistribution)theirs).Variance, ours.variance.ToDouble(), 1e-10);
        }

        // Math.NET's entropies of these are approximations, of the wrong sign (Pareto), or missing.
        if (name is not ("Pareto" or "Poisson" or "NegativeBinomial" or "FisherSnedecor" or "Binomial") && Try(() => ours.entropy().ToDouble()) is { } entropy)
            Assert.Equal(((IUnivariateDistribution)theirs).Entropy, entropy, 1e-9);
    }

    [Fact]
    public void The_divergence_of_normals_is_an_integral()
    {
        using var scope = NewDisposeScope();
        var (p, q) = (new Normal(0.3, 0.8), new Normal(-0.5, 1.4));
        var integral = MathNet.Numerics.Integration.GaussLegendreRule.Integrate(x => p.Density(x) * (p.DensityLn(x) - q.DensityLn(x)), -10, 10, 128);
        Assert.Equal(integral, distributions.kl_divergence(distributions.Normal(0.3, 0.8), distributions.Normal(-0.5, 1.4)).ToDouble(), 1e-10);
    }
}

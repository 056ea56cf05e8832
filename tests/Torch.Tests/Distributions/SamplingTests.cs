using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace TorchSharp.Tests.Distributions;

/// <summary>Samples have the moments of their distribution, the same bits for the same seed, and gradients.</summary>
public class SamplingTests
{
    private static Tensor T(params double[] x) => tensor(x);

    private static readonly Dictionary<string, Func<Generator, Distribution>> Kinds = new()
    {
        ["normal"] = g => Normal(T(0.3, -2), T(1.5, 0.2), g),
        ["log_normal"] = g => LogNormal(T(0.3, -2), T(0.4, 0.2), g),
        ["half_normal"] = g => HalfNormal(T(1.5, 0.2), g),
        ["uniform"] = g => Uniform(T(0.3, -2), T(1.5, 0.2), g),
        ["laplace"] = g => Laplace(T(0.3, -2), T(1.5, 0.2), g),
        ["gumbel"] = g => Gumbel(T(0.3, -2), T(1.5, 0.2), g),
        ["exponential"] = g => Exponential(T(1.5, 0.2), g),
        ["weibull"] = g => Weibull(T(1.5, 0.2), T(1.5, 2), g),
        ["pareto"] = g => Pareto(T(1.5, 0.2), T(6.5, 8), g),
        ["kumaraswamy"] = g => Kumaraswamy(T(1.5, 0.7), T(0.5, 2), g),
        ["gamma"] = g => Gamma(T(1.5, 0.2), T(0.5, 2), g),
        ["chi2"] = g => Chi2(T(1.5, 4), g),
        ["beta"] = g => Beta(T(1.5, 0.7), T(0.5, 2), g),
        ["fisher"] = g => FisherSnedecor(T(3, 5), T(12, 14), g),
        ["dirichlet"] = g => Dirichlet(T(1.5, 0.7, 3), g),
        ["bernoulli"] = g => Bernoulli(T(0.2, 0.7), generator: g),
        ["one_hot"] = g => OneHotCategorical(T(0.2, 0.7, 0.1), generator: g),
        ["poisson"] = g => Poisson(T(0.2, 17), g),
        ["geometric"] = g => Geometric(T(0.2, 0.7), generator: g),
        ["binomial"] = g => Binomial(T(6, 20), T(0.2, 0.7), generator: g),
        ["negative_binomial"] = g => NegativeBinomial(T(6, 2.5), T(0.2, 0.7), generator: g),
        ["multinomial"] = g => Multinomial(6, T(0.2, 0.7, 0.1), generator: g),
        ["logit_relaxed"] = g => LogitRelaxedBernoulli(T(0.7), T(0.2, 0.7), generator: g),
        ["mvn"] = g => MultivariateNormal(T(1, 2), tensor(new double[,] { { 2, 0.6 }, { 0.6, 0.5 } }), generator: g),
        ["independent"] = g => Independent(Normal(T(0.3, -2), T(1.5, 0.2), g), 1),
    };

    public static TheoryData<string> Names => [.. Kinds.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Samples_have_the_moments_and_are_the_same_for_a_seed(string name)
    {
        using var scope = NewDisposeScope();
        const int n = 20_000;
        double[] Draw()
        {
            using var generator = new Generator(5);
            using var distribution = Kinds[name](generator);
            var samples = distribution.sample(n);
            Assert.Equal([n, .. distribution.batch_shape, .. distribution.event_shape], samples.shape);
            Assert.Equal([.. distribution.batch_shape, .. distribution.event_shape], distribution.sample().shape);
            Assert.False(samples.requires_grad);
            Near(samples, distribution.mean);
            Near((samples - distribution.mean).square(), distribution.variance);
            return samples.data<double>().ToArray();
        }

        void Near(Tensor samples, Tensor expected)
        {
            var (mean, error) = (samples.mean([0]), samples.std(0) / Math.Sqrt(n));
            Assert.True(((mean - expected).abs() <= 5 * error).all().ToBoolean(), $"{name}: {mean} is not {expected} ± 5 · {error}");
        }

        Assert.Equal(Draw(), Draw());
    }

    [Fact]
    public void Categories_come_as_often_as_they_should()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(6);
        const int n = 20_000;
        var probabilities = tensor(new double[,] { { 0.2, 0.7, 0.1 }, { 0, 0.5, 0.5 } });
        var samples = Categorical(probabilities, generator: generator).sample(n);
        Assert.Equal([n, 2], samples.shape);
        var shares = nn.functional.one_hot(samples, 3).to(float64).mean([0]);
        Assert.True(((shares - probabilities).abs() <= 5 * (probabilities * (1 - probabilities) / n).sqrt()).all().ToBoolean());
        Assert.Equal([4, 5, 2], Categorical(probabilities).sample(4, 5).shape);
        Assert.Equal([3], Categorical(3).sample(new Size(3)).shape);
    }

    private static readonly Dictionary<string, Func<Tensor, Tensor, Generator, Distribution>> Reparametrised = new()
    {
        ["normal"] = Normal, ["log_normal"] = LogNormal, ["laplace"] = Laplace, ["gumbel"] = Gumbel, ["cauchy"] = Cauchy,
        ["uniform"] = (a, b, g) => Uniform(a, a + b, g),
        ["exponential"] = (a, b, g) => Exponential(a * b, g),
        ["weibull"] = Weibull, ["pareto"] = Pareto, ["kumaraswamy"] = Kumaraswamy,
        ["half_normal"] = (a, b, g) => HalfNormal(a * b, g),
        ["relaxed_bernoulli"] = (a, b, g) => RelaxedBernoulli(a, logits: b, generator: g),
        ["relaxed_one_hot"] = (a, b, g) => RelaxedOneHotCategorical(a[0], logits: b, generator: g),
        ["independent"] = (a, b, g) => Independent(Normal(a, b, g), 1),
        ["mvn"] = (a, b, g) => MultivariateNormal(a, scale_tril: diag(b) + ones(3, 3, float64).tril(-1) * b, generator: g),
    };

    public static TheoryData<string> ReparametrisedNames => [.. Reparametrised.Keys];

    [Theory, MemberData(nameof(ReparametrisedNames))]
    public void Gradients_flow_through_samples(string name)
    {
        using var scope = NewDisposeScope();
        double[] start = [0.7, 1.3, 0.4, 1.1, 0.6, 0.9];
        Tensor Loss(Tensor x)
        {
            using var generator = new Generator(3);
            return Reparametrised[name](x[..3], x[3..], generator).rsample(4).sin().sum();
        }

        var x = tensor(start, requires_grad: true);
        var gradient = autograd.grad([Loss(x)], [x])[0].data<double>().ToArray();
        const double h = 1e-6;
        for (var i = 0; i < start.Length; i++)
        {
            double At(double change)
            {
                var moved = (double[])start.Clone();
                moved[i] += change;
                return Loss(tensor(moved)).ToDouble();
            }

            var slope = (At(h) - At(-h)) / (2 * h);
            Assert.Equal(slope, gradient[i], 1e-6 * Math.Max(1, Math.Abs(slope)));
        }
    }

    [Fact]
    public void Modes_are_where_the_density_is_greatest()
    {
        using var scope = NewDisposeScope();
        var places = linspace(1e-4, 4, 40_000, float64);
        Distribution[] all = [Weibull(1.3, 2.1), Weibull(1.3, 0.8), Kumaraswamy(1.5, 2.5), Gamma(2.3, 1.4), LogNormal(T(0.3), T(0.5)), Beta(2.5, 1.5)];
        foreach (var distribution in all)
        {
            var densities = distribution.log_prob(places);
            var best = places[where(densities.isnan(), double.NegativeInfinity, densities).argmax()].ToDouble();
            Assert.Equal(best, distribution.mode.ToDouble(), 2e-4);
        }

        Assert.True(Kumaraswamy(0.5, 2.5).mode.isnan().ToBoolean());
    }

    [Fact]
    public void Single_precision_stays_single()
    {
        using var scope = NewDisposeScope();
        Distribution[] all =
        [
            Normal(0f, 1f), Laplace(0f, 1f), HalfNormal(1f), Pareto(1f, 2f), Gamma(1f, 1f), Beta(1f, 1f), Bernoulli(0.5f, null), Poisson(2f),
            Weibull(1f, 1f), HalfCauchy(1f), Binomial(3, 0.5f, null), OneHotCategorical(ones(3)), Uniform(0f, 1f), Dirichlet(ones(3)),
        ];
        foreach (var distribution in all)
        {
            var sample = distribution.sample(2);
            Assert.Equal(float32, sample.dtype);
            Assert.Equal(float32, distribution.log_prob(sample).dtype);
        }
    }

    [Fact]
    public void Parameters_out_of_range_are_refused()
    {
        using var scope = NewDisposeScope();
        void Refused(string part, Func<Distribution> make) => Assert.Contains(part, Assert.ThrowsAny<ArgumentException>(make).Message);
        Refused("scale must be positive", () => Normal(T(0), T(-1)));
        Refused("loc must be a number", () => Normal(T(double.NaN), T(1)));
        Refused("high must be greater than low", () => Uniform(T(1), T(1)));
        Refused("probs must be in [0, 1]", () => Bernoulli(T(1.5)));
        Refused("either probs or logits, not both", () => Bernoulli(T(0.5), T(0)));
        Refused("not neither", () => Categorical());
        Refused("probs must be at least 0, and not 0 only", () => Categorical(T(0.5, -0.5)));
        Refused("probs must be at least 0, and not 0 only", () => Categorical(zeros(2)));
        Refused("concentration must be positive", () => Dirichlet(T(1, 0)));
        Refused("whole number", () => Binomial(T(2.5), T(0.5)));
        Refused("rate must be at least 0", () => Poisson(T(-1)));
        Refused("one of covariance_matrix", () => MultivariateNormal(T(0, 0)));
        Refused("positive definite", () => MultivariateNormal(T(0, 0), tensor(new double[,] { { 1, 2 }, { 2, 1 } })));
        Refused("lower triangular", () => MultivariateNormal(T(0, 0), scale_tril: tensor(new double[,] { { 1, 2 }, { 0, 1 } })));
        Refused("[..., D, D]", () => MultivariateNormal(T(0, 0), eye(3, dtype: float64)));
        Refused("1 dimensions", () => Independent(Normal(T(0, 0), T(1, 1)), 2));
        Refused("expected", () => Normal(0.0).expand(3, Laplace(0.0)));
        Assert.Throws<NotSupportedException>(() => kl_divergence(Normal(0.0), Poisson(1.0)));
        Assert.Throws<NotSupportedException>(() => Beta(1.0, 1.0).icdf(T(0.5)));
        Assert.Throws<NotSupportedException>(() => Poisson(1.0).entropy());
    }
}

using TorchSharp.Modules;
using TorchSharp.Tests.Peer;
using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace TorchSharp.Tests.Distributions;

/// <summary>Densities, moments, distribution functions, gradients and divergences agree with PyTorch's.</summary>
public class PyTorchDistributionTests
{
    private static readonly Script Cases = new("peer_distributions.py");
    private static readonly Tensor Seven = tensor(7.0).DetachFromDisposeScope();

    internal static readonly Dictionary<string, Func<Tensor[], Distribution>> Kinds = new()
    {
        ["normal"] = p => Normal(p[0], p[1]),
        ["log_normal"] = p => LogNormal(p[0], p[1]),
        ["half_normal"] = p => HalfNormal(p[0]),
        ["uniform"] = p => Uniform(p[0], p[0] + p[1]),
        ["uniform_outside"] = p => Uniform(p[0], p[0] + p[1]),
        ["laplace"] = p => Laplace(p[0], p[1]),
        ["gumbel"] = p => Gumbel(p[0], p[1]),
        ["cauchy"] = p => Cauchy(p[0], p[1]),
        ["half_cauchy"] = p => HalfCauchy(p[0]),
        ["exponential"] = p => Exponential(p[0]),
        ["weibull"] = p => Weibull(p[0], p[1]),
        ["pareto"] = p => Pareto(p[0], p[1]),
        ["kumaraswamy"] = p => Kumaraswamy(p[0], p[1]),
        ["gamma"] = p => Gamma(p[0], p[1]),
        ["chi2"] = p => Chi2(p[0]),
        ["beta"] = p => Beta(p[0], p[1]),
        ["fisher"] = p => FisherSnedecor(p[0], p[1]),
        ["dirichlet"] = p => Dirichlet(p[0]),
        ["bernoulli"] = p => Bernoulli(p[0]),
        ["bernoulli_logits"] = p => Bernoulli(logits: p[0]),
        ["bernoulli_gray"] = p => Bernoulli(logits: p[0]),
        ["categorical"] = p => Categorical(p[0]),
        ["categorical_logits"] = p => Categorical(logits: p[0]),
        ["one_hot"] = p => OneHotCategorical(p[0]),
        ["one_hot_logits"] = p => OneHotCategorical(logits: p[0]),
        ["poisson"] = p => Poisson(p[0]),
        ["geometric"] = p => Geometric(p[0]),
        ["geometric_logits"] = p => Geometric(logits: p[0]),
        ["binomial"] = p => Binomial(Seven, p[0]),
        ["binomial_logits"] = p => Binomial(Seven, logits: p[0]),
        ["negative_binomial"] = p => NegativeBinomial(p[0], p[1]),
        ["multinomial"] = p => Multinomial(6, p[0]),
        ["multinomial_logits"] = p => Multinomial(6, logits: p[0]),
        ["logit_relaxed"] = p => LogitRelaxedBernoulli(p[0], logits: p[1]),
        ["relaxed_bernoulli"] = p => RelaxedBernoulli(p[0], logits: p[1]),
        ["relaxed_one_hot"] = p => RelaxedOneHotCategorical(p[0], logits: p[1]),
        ["mvn_covariance"] = p => MultivariateNormal(p[0], p[1]),
        ["mvn_precision"] = p => MultivariateNormal(p[0], precision_matrix: p[1]),
        ["mvn_factor"] = p => MultivariateNormal(p[0], scale_tril: p[1]),
        ["exp_relaxed"] = p => ExpRelaxedCategorical(p[0], logits: p[1]),
        ["flow_exp"] = p => new TransformedDistribution(Normal(p[0], p[1]), new transforms.ExpTransform()),
        ["flow_falling"] = p => new TransformedDistribution(
            Normal(p[0], p[1]), [new transforms.SigmoidTransform(), new transforms.AffineTransform(2, -3), new transforms.TanhTransform()]),
        ["flow_logistic"] = p => new TransformedDistribution(
            Uniform(zeros_like(p[1]), ones_like(p[1])), [new transforms.SigmoidTransform().inv, new transforms.AffineTransform(p[0], p[1])]),
        ["flow_softplus"] = p => new TransformedDistribution(Normal(p[0], p[1]), [new transforms.SoftplusTransform(), new transforms.PowerTransform(p[1])]),
        ["flow_log"] = p => new TransformedDistribution(Gamma(p[0], p[1]), [new transforms.LogTransform(), new transforms.AffineTransform(p[1], p[1])]),
        ["flow_vector"] = p => new TransformedDistribution(
            Independent(Normal(p[0], p[1]), 1),
            [new transforms.AffineTransform(p[1], p[1], 1), new transforms.IndepdenentTransform(new transforms.ExpTransform(), 1), new transforms.ReshapeTransform([3], [3, 1])]),
        ["flow_lifted"] = p => new TransformedDistribution(
            Normal(p[0], p[1]),
            new transforms.ComposeTransform([new transforms.TanhTransform(), new transforms.IndepdenentTransform(new transforms.ExpTransform(), 1)])),
        ["flow_inverse"] = p => new TransformedDistribution(
            Normal(p[0], p[1]), new transforms.ComposeTransform([new transforms.LogTransform(), new transforms.AffineTransform(p[0], p[1])]).inv),
        ["independent"] = p => Independent(Normal(p[0], p[1]), 1),
        ["uniform_around_0"] = p => Uniform(-p[0], p[0]),
    };

    public static TheoryData<string> Names => [.. Kinds.Keys.Where(k => k != "uniform_around_0")];

    public static TheoryData<string> Pairs =>
    [
        "normal-normal", "log_normal-log_normal", "half_normal-half_normal", "uniform-uniform", "laplace-laplace", "gumbel-gumbel", "cauchy-cauchy",
        "exponential-exponential", "gamma-gamma", "beta-beta", "dirichlet-dirichlet", "pareto-pareto", "bernoulli-bernoulli",
        "bernoulli_logits-bernoulli_logits", "binomial-binomial", "geometric-geometric", "poisson-poisson", "categorical-categorical",
        "one_hot_logits-one_hot_logits", "mvn_factor-mvn_factor", "independent-independent", "exponential-gamma", "gamma-exponential",
        "exponential-normal", "gamma-normal", "uniform-normal", "laplace-normal", "normal-laplace", "normal-gumbel",
    ];

    private static Tensor[] Parameters(string prefix) => [.. Cases.ReadAll(prefix).Select(p => p.requires_grad_())];

    private static void Agree(string name, Tensor actual)
    {
        var expected = Cases.Read(name);
        Assert.Equal(expected.shape, actual.shape);
        var same = isclose(actual.to(float64), expected, 1e-10, 1e-11, nanEqual: true);
        Assert.True(same.all().ToBoolean(), $"{name}: expected {expected}, actual {actual}");
    }

    private static void GradientsAgree(string prefix, Tensor sum, Tensor[] parameters)
    {
        var gradients = autograd.grad([sum], parameters, allow_unused: true);
        for (var i = 0; i < parameters.Length; i++)
            if (Cases.Has($"{prefix}.g{i}"))
                Agree($"{prefix}.g{i}", gradients[i]);
    }

    [Theory, MemberData(nameof(Names))]
    public void Densities_and_moments_agree(string name)
    {
        using var scope = NewDisposeScope();
        var parameters = Parameters(name + ".p");
        using var distribution = Kinds[name](parameters);
        var value = Cases.Read(name + ".value");
        var density = distribution.log_prob(value);
        Agree(name + ".log_prob", density);
        GradientsAgree(name, density.sum(), parameters);
        Agree(name + ".expanded", distribution.expand(new Size([5, .. distribution.batch_shape])).log_prob(value.unsqueeze(1)));
        var probability = tensor([0.01, 0.3, 0.5, 0.9]).reshape(4, 1, 1);
        (string Name, Func<Tensor> Compute)[] all =
        [
            ("entropy", distribution.entropy), ("cdf", () => distribution.cdf(value)), ("icdf", () => distribution.icdf(probability)),
            ("mean", () => distribution.mean), ("variance", () => distribution.variance), ("stddev", () => distribution.stddev),
            ("support", () => distribution.enumerate_support()), ("mode", () => distribution.mode),
        ];
        var compared = 0;
        // PyTorch 1.13's modes of these two are NaN where they exist (SamplingTests has them).
        foreach (var (what, compute) in all.Where(a => Cases.Has($"{name}.{a.Name}") && (a.Name != "mode" || name is not ("weibull" or "kumaraswamy"))))
        {
            Agree($"{name}.{what}", compute());
            compared++;
        }

        Assert.True(compared >= 4 || name.Contains("relaxed", StringComparison.Ordinal) || name.Contains("flow", StringComparison.Ordinal), $"{name}: only {compared}");
    }

    [Theory, MemberData(nameof(Pairs))]
    public void Divergences_agree(string pair)
    {
        using var scope = NewDisposeScope();
        var (p, q) = (Parameters($"kl.{pair}.p"), Parameters($"kl.{pair}.q"));
        var kinds = pair.Split('-').Select(k => k == "uniform" ? "uniform_around_0" : k).ToArray();
        using var first = Kinds[kinds[0]](p);
        using var second = Kinds[kinds[1]](q);
        var divergence = kl_divergence(first, second);
        Agree($"kl.{pair}.value", divergence);
        GradientsAgree("kl." + pair, divergence.sum(), [.. p, .. q]);
        if (kinds[0] == kinds[1])
            Assert.True(kl_divergence(first, first).abs().max().ToDouble() < 1e-12);
    }

    [Theory, InlineData("gamma"), InlineData("beta"), InlineData("dirichlet"), InlineData("normal"), InlineData("exponential"), InlineData("mvn_factor")]
    public void Samples_of_a_seed_and_their_gradients_agree(string name)
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(11);
        var p = Parameters($"drawn.{name}.p");
        using Distribution distribution = name switch
        {
            "gamma" => Gamma(p[0], p[1], generator),
            "beta" => Beta(p[0], p[1], generator),
            "dirichlet" => Dirichlet(p[0], generator),
            "normal" => Normal(p[0], p[1], generator),
            "exponential" => Exponential(p[0], generator),
            _ => MultivariateNormal(p[0], scale_tril: p[1], generator: generator),
        };
        var sample = distribution.rsample(5);
        Agree($"drawn.{name}.value", sample);
        GradientsAgree("drawn." + name, (sample * Cases.Read($"drawn.{name}.weights")).sum(), p);
    }
}

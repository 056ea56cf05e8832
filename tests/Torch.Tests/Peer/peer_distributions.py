"""Writes densities, entropies, distribution functions, moments, gradients and divergences of PyTorch's distributions."""
import torch
from torch import distributions as D

from tensor_file import save

torch.manual_seed(4)
torch.set_default_dtype(torch.float64)
U = torch.tensor([0.01, 0.3, 0.5, 0.9]).reshape(4, 1, 1)


def positive(*shape):
    return torch.rand(*shape) * 2 + 0.3


def real(*shape):
    return torch.randn(*shape)


def unit(*shape):
    return torch.rand(*shape) * 0.8 + 0.1


def covariance(*batch):
    a = torch.randn(*batch, 3, 3)
    return a @ a.transpose(-1, -2) + torch.eye(3)


def attempt(name, compute):
    try:
        value = compute()
    except (NotImplementedError, AttributeError):
        return
    save(name, value.to(torch.get_default_dtype()) if not value.is_floating_point() else value)


def case(name, make, parameters, value=None):
    parameters = [p.requires_grad_() for p in parameters]
    for i, p in enumerate(parameters):
        save(f"{name}.p{i}", p)
    d = make(*parameters)
    value = d.sample((4,)) if value is None else value
    save(name + ".value", value.to(torch.float64))
    log_prob = d.log_prob(value)
    save(name + ".log_prob", log_prob)
    for i, g in enumerate(torch.autograd.grad(log_prob.sum(), parameters, allow_unused=True)):
        if g is not None:
            save(f"{name}.g{i}", g)
    attempt(name + ".entropy", d.entropy)
    attempt(name + ".cdf", lambda: d.cdf(value))
    attempt(name + ".icdf", lambda: d.icdf(U))
    attempt(name + ".mean", lambda: d.mean)
    attempt(name + ".variance", lambda: d.variance)
    attempt(name + ".stddev", lambda: d.stddev)
    attempt(name + ".mode", lambda: d.mode)
    attempt(name + ".support", lambda: d.enumerate_support())
    attempt(name + ".expanded", lambda: d.expand((5, *d.batch_shape)).log_prob(value.unsqueeze(1)))


def drawn(name, make, parameters):
    """Samples of a seed and the gradient of their weighted sum."""
    parameters = [p.requires_grad_() for p in parameters]
    for i, p in enumerate(parameters):
        save(f"drawn.{name}.p{i}", p)
    torch.manual_seed(11)
    x = make(*parameters).rsample((5,))
    save(f"drawn.{name}.value", x)
    weights = torch.rand(x.shape)
    save(f"drawn.{name}.weights", weights)
    for i, g in enumerate(torch.autograd.grad((x * weights).sum(), parameters)):
        save(f"drawn.{name}.g{i}", g)


S = (2, 3)
drawn("gamma", D.Gamma, [positive(*S), positive(3)])
drawn("beta", D.Beta, [positive(*S), positive(3)])
drawn("dirichlet", D.Dirichlet, [positive(2, 3, 4)])
drawn("normal", D.Normal, [real(*S), positive(3)])
drawn("exponential", D.Exponential, [positive(*S)])
drawn("mvn_factor", lambda m, l: D.MultivariateNormal(m, scale_tril=l), [real(3), torch.linalg.cholesky(covariance(2))])
case("normal", D.Normal, [real(*S), positive(3)])
case("log_normal", D.LogNormal, [real(*S), positive(3)])
case("half_normal", D.HalfNormal, [positive(*S)])
case("uniform", lambda l, w: D.Uniform(l, l + w), [real(*S), positive(3)])
case("uniform_outside", lambda l, w: D.Uniform(l, l + w, validate_args=False), [real(*S), positive(3)], real(4, *S) * 3)
case("laplace", D.Laplace, [real(*S), positive(3)])
case("gumbel", D.Gumbel, [real(*S), positive(3)])
case("cauchy", D.Cauchy, [real(*S), positive(3)])
case("half_cauchy", D.HalfCauchy, [positive(*S)])
case("exponential", D.Exponential, [positive(*S)])
case("weibull", D.Weibull, [positive(*S), positive(3)])
case("pareto", D.Pareto, [positive(*S), positive(3) + 2])
case("kumaraswamy", D.Kumaraswamy, [positive(*S), positive(3)])
case("gamma", D.Gamma, [positive(*S), positive(3)])
case("chi2", D.Chi2, [positive(*S) * 3])
case("beta", D.Beta, [positive(*S), positive(3)])
case("fisher", D.FisherSnedecor, [positive(*S) * 4, positive(3) + 5])
case("dirichlet", D.Dirichlet, [positive(2, 3, 4)])
case("bernoulli", D.Bernoulli, [unit(*S)])
case("bernoulli_logits", lambda l: D.Bernoulli(logits=l), [real(*S) * 3])
case("bernoulli_gray", lambda l: D.Bernoulli(logits=l, validate_args=False), [real(*S) * 3], unit(4, *S))
case("categorical", D.Categorical, [positive(2, 3, 5)])
case("categorical_logits", lambda l: D.Categorical(logits=l), [real(2, 3, 5)])
case("one_hot", D.OneHotCategorical, [positive(2, 3, 5)])
case("one_hot_logits", lambda l: D.OneHotCategorical(logits=l), [real(2, 3, 5)])
case("poisson", D.Poisson, [positive(*S) * 3])
case("geometric", D.Geometric, [unit(*S)])
case("geometric_logits", lambda l: D.Geometric(logits=l), [real(*S)])
case("binomial", lambda p: D.Binomial(torch.tensor(7.0), p), [unit(*S)])
case("binomial_logits", lambda l: D.Binomial(torch.tensor(7.0), logits=l), [real(*S)])
case("negative_binomial", D.NegativeBinomial, [positive(*S) * 4, unit(3)])
case("multinomial", lambda p: D.Multinomial(6, p), [positive(2, 3, 4)])
case("multinomial_logits", lambda l: D.Multinomial(6, logits=l), [real(2, 3, 4)])
case("logit_relaxed", lambda t, l: D.relaxed_bernoulli.LogitRelaxedBernoulli(t, logits=l), [torch.tensor(0.7), real(*S)])
case("relaxed_bernoulli", lambda t, l: D.RelaxedBernoulli(t, logits=l), [torch.tensor(0.7), real(*S)])
case("relaxed_one_hot", lambda t, l: D.RelaxedOneHotCategorical(t, logits=l), [torch.tensor(0.7), real(2, 3, 5)])
case("mvn_covariance", D.MultivariateNormal, [real(3), covariance()])
case("mvn_precision", lambda m, p: D.MultivariateNormal(m, precision_matrix=p), [real(4, 3), covariance()])
case("mvn_factor", lambda m, l: D.MultivariateNormal(m, scale_tril=l), [real(3), torch.linalg.cholesky(covariance(2))])
case("exp_relaxed", lambda t, l: D.relaxed_categorical.ExpRelaxedCategorical(t, logits=l), [torch.tensor(0.7), real(2, 3, 5)])
T = D.transforms
F = D.TransformedDistribution
case("flow_exp", lambda m, s: F(D.Normal(m, s), T.ExpTransform()), [real(*S), positive(3)])
case("flow_falling", lambda m, s: F(D.Normal(m, s), [T.SigmoidTransform(), T.AffineTransform(2, -3), T.TanhTransform()]), [real(*S), positive(3)])
case("flow_logistic", lambda m, s: F(D.Uniform(torch.zeros(3), torch.ones(3)), [T.SigmoidTransform().inv, T.AffineTransform(m, s)]), [real(*S), positive(3)])
case("flow_softplus", lambda m, s: F(D.Normal(m, s), [T.SoftplusTransform(), T.PowerTransform(s)]), [real(*S), positive(3)])
case("flow_log", lambda a, b: F(D.Gamma(a, b), [T.ExpTransform().inv, T.AffineTransform(b, b)]), [positive(*S), positive(3)])
case("flow_vector", lambda m, s: F(D.Independent(D.Normal(m, s), 1), [
    T.AffineTransform(s, s, 1), T.IndependentTransform(T.ExpTransform(), 1), T.ReshapeTransform((3,), (3, 1))]), [real(*S), positive(3)])
case("flow_lifted", lambda m, s: F(D.Normal(m, s), T.ComposeTransform([
    T.TanhTransform(), T.IndependentTransform(T.ExpTransform(), 1)])), [real(*S), positive(3)])
case("flow_inverse", lambda m, s: F(D.Normal(m, s), T.ComposeTransform([
    T.ExpTransform().inv, T.AffineTransform(m, s)]).inv), [real(*S), positive(3)])
case("independent", lambda m, s: D.Independent(D.Normal(m, s), 1), [real(*S), positive(3)])


def divergence(name, p, ps, q, qs):
    ps, qs = [x.requires_grad_() for x in ps], [x.requires_grad_() for x in qs]
    for i, x in enumerate(ps):
        save(f"kl.{name}.p{i}", x)
    for i, x in enumerate(qs):
        save(f"kl.{name}.q{i}", x)
    kl = D.kl_divergence(p(*ps), q(*qs))
    save(f"kl.{name}.value", kl)
    for i, g in enumerate(torch.autograd.grad(kl.sum(), ps + qs)):
        save(f"kl.{name}.g{i}", g)


LS = lambda: [real(*S), positive(3)]
PP = lambda: [positive(*S), positive(3)]
divergence("normal-normal", D.Normal, LS(), D.Normal, LS())
divergence("log_normal-log_normal", D.LogNormal, LS(), D.LogNormal, LS())
divergence("half_normal-half_normal", D.HalfNormal, [positive(*S)], D.HalfNormal, [positive(*S)])
divergence("uniform-uniform", lambda w: D.Uniform(-w, w), [positive(*S)], lambda w: D.Uniform(-w, w), [positive(3) + 3])
divergence("laplace-laplace", D.Laplace, LS(), D.Laplace, LS())
divergence("gumbel-gumbel", D.Gumbel, LS(), D.Gumbel, LS())
divergence("cauchy-cauchy", D.Cauchy, LS(), D.Cauchy, LS())
divergence("exponential-exponential", D.Exponential, [positive(*S)], D.Exponential, [positive(*S)])
divergence("gamma-gamma", D.Gamma, PP(), D.Gamma, PP())
divergence("beta-beta", D.Beta, PP(), D.Beta, PP())
divergence("dirichlet-dirichlet", D.Dirichlet, [positive(2, 4)], D.Dirichlet, [positive(2, 4)])
divergence("pareto-pareto", D.Pareto, [positive(*S) + 3, positive(3)], D.Pareto, [positive(*S), positive(3)])
divergence("bernoulli-bernoulli", D.Bernoulli, [unit(*S)], D.Bernoulli, [unit(*S)])
divergence("bernoulli_logits-bernoulli_logits", lambda l: D.Bernoulli(logits=l), [real(*S)], lambda l: D.Bernoulli(logits=l), [real(*S)])
divergence("binomial-binomial", lambda p: D.Binomial(torch.tensor(7.0), p), [unit(*S)], lambda p: D.Binomial(torch.tensor(7.0), p), [unit(*S)])
divergence("geometric-geometric", D.Geometric, [unit(*S)], D.Geometric, [unit(*S)])
divergence("poisson-poisson", D.Poisson, [positive(*S)], D.Poisson, [positive(*S)])
divergence("categorical-categorical", D.Categorical, [positive(2, 5)], D.Categorical, [positive(2, 5)])
divergence("one_hot_logits-one_hot_logits", lambda l: D.OneHotCategorical(logits=l), [real(2, 5)], lambda l: D.OneHotCategorical(logits=l), [real(2, 5)])
divergence("mvn_factor-mvn_factor", lambda m, l: D.MultivariateNormal(m, scale_tril=l), [real(3), torch.linalg.cholesky(covariance(2))],
           lambda m, l: D.MultivariateNormal(m, scale_tril=l), [real(3), torch.linalg.cholesky(covariance(2))])
divergence("independent-independent", lambda m, s: D.Independent(D.Normal(m, s), 1), LS(), lambda m, s: D.Independent(D.Normal(m, s), 1), LS())
divergence("exponential-gamma", D.Exponential, [positive(*S)], D.Gamma, PP())
divergence("gamma-exponential", D.Gamma, PP(), D.Exponential, [positive(*S)])
divergence("exponential-normal", D.Exponential, [positive(*S)], D.Normal, LS())
divergence("gamma-normal", D.Gamma, PP(), D.Normal, LS())
divergence("uniform-normal", lambda w: D.Uniform(-w, w), [positive(*S)], D.Normal, LS())
divergence("laplace-normal", D.Laplace, LS(), D.Normal, LS())
divergence("normal-laplace", D.Normal, LS(), D.Laplace, LS())
divergence("normal-gumbel", D.Normal, LS(), D.Gumbel, LS())

using static Latent.Identities.Elbo.Density;

namespace Latent.Identities.Elbo;

/// <summary>
/// The evidence lower bound \(\mathcal L = \mathbb E_q[\ln p(x,z) - \ln q(z|x)]\) (Kingma &amp; Welling 2014; Rezende et al. 2014), derived along the
/// three roads that lectures take.
/// </summary>
public static class ElboProofs
{
    private const string Duerr = "Dürr 2016, VAE talk", Cheng = "Cheng 2018, Generative Models", Slides = "AE/VAE slides", Kingma = "Kingma & Welling 2014, eq. 1–3";

    private static readonly Expression LnEvidence = new Expression.LogEvidence();
    private static readonly Expression Zero = new Expression.Number(0);
    private static readonly Expression ToPosterior = new Expression.Divergence(Posterior), ToPrior = new Expression.Divergence(Prior);
    private static readonly Expression Bound = Log(Joint.Over(Approximation));

    /// <summary>All three roads.</summary>
    public static IReadOnlyList<Proof> All => [MultiplyByOne, FromTheDivergence, ByJensen];

    /// <summary>Multiply ln p(x) by one, apply Bayes' rule, multiply by one again inside, and split.</summary>
    public static Proof MultiplyByOne { get; } = new("The bound: multiply by one and split",
    [
        Equal("multiply by one: q sums to 1", [LnEvidence], [Log(Evidence)], Duerr),
        Equal("Bayes' rule", [Log(Evidence)], [Log(Joint.Over(Posterior))], Duerr),
        Equal("multiply by one inside", [Log(Joint.Over(Posterior))], [Log(Joint.Over(Approximation), Approximation.Over(Posterior))], Duerr),
        Equal("split the logarithm", [Log(Joint.Over(Approximation), Approximation.Over(Posterior))], [Bound, Log(Approximation.Over(Posterior))], Duerr),
        Equal("the second part is a divergence", [LnEvidence], [Bound, ToPosterior], Duerr),
        AtLeast("a divergence is never negative", [ToPosterior], [Zero], Duerr),
        AtLeast("so the first part is a lower bound", [LnEvidence], [Bound], Duerr),
        Equal("the joint is likelihood times prior", [Bound], [Log(Likelihood, Prior.Over(Approximation))], Duerr),
        Equal("split again", [Bound], [Log(Prior.Over(Approximation)), Log(Likelihood)], Duerr),
        Equal("reconstruction less divergence from the prior", [Bound], [-(Term)ToPrior, Log(Likelihood)], Kingma),
    ]);

    /// <summary>Start from the divergence of q from the posterior and take it apart.</summary>
    public static Proof FromTheDivergence { get; } = new("The bound: from the divergence",
    [
        Equal("definition of the divergence", [ToPosterior], [Log(Approximation), -(Term)Log(Posterior)], Cheng),
        Equal("Bayes' rule", [ToPosterior], [Log(Approximation), -(Term)Log(Joint), LnEvidence], Cheng),
        Equal("solve for the evidence", [LnEvidence], [ToPosterior, Log(Joint), -(Term)Log(Approximation)], Cheng),
        Equal("energy plus entropy", [LnEvidence, -(Term)ToPosterior], [Log(Joint), -(Term)Log(Approximation)], Cheng),
        AtLeast("q cannot do better than the posterior", [LnEvidence], [Log(Joint), -(Term)Log(Approximation)], Cheng),
        Equal("likelihood and prior", [Log(Joint), -(Term)Log(Approximation)], [Log(Likelihood), Log(Prior), -(Term)Log(Approximation)], Cheng),
        Equal("reconstruction less divergence from the prior", [LnEvidence, -(Term)ToPosterior], [Log(Likelihood), -(Term)ToPrior], Kingma),
    ]);

    /// <summary>Write the evidence as an expectation under q and move the logarithm inside by Jensen's inequality.</summary>
    public static Proof ByJensen { get; } = new("The bound: by Jensen's inequality",
    [
        Equal("the evidence as an expectation under q", [LnEvidence], [new Expression.LogExpected(Likelihood, Prior.Over(Approximation))], Slides),
        AtLeast("Jensen: the logarithm is concave",
            [new Expression.LogExpected(Likelihood, Prior.Over(Approximation))], [Log(Likelihood, Prior.Over(Approximation))], Slides),
        Equal("the Jensen gap is the divergence", [new Expression.LogExpected(Likelihood, Prior.Over(Approximation)), -(Term)Log(Likelihood, Prior.Over(Approximation))], [ToPosterior], Slides),
        Equal("split", [Log(Likelihood, Prior.Over(Approximation))], [Log(Likelihood), -(Term)ToPrior], Slides),
        AtLeast("the bound", [LnEvidence], [Log(Likelihood), -(Term)ToPrior], Slides),
    ]);

    /// <summary>The bound is tight exactly where q is the posterior.</summary>
    /// <param name="model">A model whose posterior lies in the family of q.</param>
    public static Derivation Tight(ITightElboModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        Line[] lines =
        [
            Equal("no divergence", [ToPosterior], [Zero], Kingma),
            Equal("the bound is the evidence", [LnEvidence], [Bound], Kingma),
        ];
        return new Proof("At the posterior the bound is tight", lines).On(model.AtPosterior());
    }

    private static Expression.ExpectedLog Log(params Ratio[] ratios) => new Expression.ExpectedLog(ratios);

    private static Line Equal(string name, Term[] left, Term[] right, string source) => new(name, left, Relation.Equal, right, source);

    private static Line AtLeast(string name, Term[] left, Term[] right, string source) => new(name, left, Relation.AtLeast, right, source);
}

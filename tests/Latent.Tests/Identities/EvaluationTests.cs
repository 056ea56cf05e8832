using Latent.Identities;
using Sides = Latent.Identities.Evaluation;

namespace Latent.Tests.Identities;

public sealed class EvaluationTests
{
    [Theory]
    [InlineData(1e6, 1e6 + 1e-4, true)] // 1e-10 of the larger side
    [InlineData(1e6, 1e6 + 1e-2, false)]
    [InlineData(0, 1e-12, false)] // nothing to be relative to
    [InlineData(0, 0, true)]
    [InlineData(double.NaN, 1, false)]
    [InlineData(double.NaN, double.NaN, false)]
    public void Exact_sides_agree_relative_to_the_larger_one(double left, double right, bool holds) =>
        Assert.Equal(holds, Sides.Exact(left, right).Holds);

    [Fact]
    public void A_scale_says_what_a_difference_from_zero_is_relative_to()
    {
        Assert.True(Sides.Exact(1e-12, 0, scale: 1).Holds);
        Assert.True(Sides.Vanishes(1e-10).Holds);
        Assert.False(Sides.Vanishes(1e-8).Holds);
        Assert.False(Sides.Vanishes(double.NaN).Holds);
    }

    [Fact]
    public void Sampled_sides_agree_within_four_standard_errors()
    {
        Assert.True(Sides.MonteCarlo(1.0, 1.39, 0.1, 100).Holds);
        Assert.False(Sides.MonteCarlo(1.0, 1.41, 0.1, 100).Holds);
        Assert.Equal("Monte Carlo, n = 12,000", Sides.MonteCarlo(0, 0, 1, 12_000).Method.ToString());
    }

    [Fact]
    public void An_inequality_may_be_broken_by_rounding_only()
    {
        Assert.True(Sides.AtMost(1, 5).Holds);
        Assert.True(Sides.AtMost(5 + 1e-12, 5).Holds);
        Assert.False(Sides.AtMost(5.1, 5).Holds);
        Assert.False(Sides.AtMost(double.NaN, 5).Holds);
    }

    [Fact]
    public void A_derivation_is_right_when_identities_hold_and_misprints_fail()
    {
        Identity right = new("two and two", "2+2=4", "arithmetic", () => Sides.Exact(2 + 2, 4));
        var misprint = Identity.AsPrinted("two and two", "2+2=5", "a slide", "off by one", () => Sides.Exact(2 + 2, 5));
        Assert.True(new Derivation("sums", [right, misprint]).Holds());
        Assert.False(new Derivation("sums", [right with { IsErratum = true }]).Holds());
        Assert.False(new Derivation("sums", [misprint with { IsErratum = false }]).Holds());
        Assert.Equal(-1, misprint.Check().Evaluation.Difference);
        Assert.Equal(2, new Derivation("sums", [right]).Then(new("more", [misprint])).Identities.Count);
    }

    [Fact]
    public void An_infinite_side_agrees_only_with_its_like()
    {
        Assert.False(Sides.Exact(1, double.PositiveInfinity).Holds);
        Assert.False(Sides.Exact(double.NegativeInfinity, double.PositiveInfinity).Holds);
        Assert.True(Sides.Exact(double.PositiveInfinity, double.PositiveInfinity).Holds);
        Assert.False(Sides.Exact(double.NaN, double.NaN).Holds);
    }
}

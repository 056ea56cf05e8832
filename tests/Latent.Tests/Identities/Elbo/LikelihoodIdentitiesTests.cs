using Latent.Identities.Elbo;

namespace Latent.Tests.Identities.Elbo;

public sealed class LikelihoodIdentitiesTests
{
    [Theory]
    [InlineData(0.7, 0.3), InlineData(0.01, 0.99), InlineData(0.4, 0.5)]
    public void Binary_pixels(double probability, double grey) => AssertDerivation.Holds(LikelihoodIdentities.Bernoulli(probability, grey));

    [Fact]
    public void Independent_observations() => AssertDerivation.Holds(LikelihoodIdentities.Independent(0.3, 2, 1, -0.5, 2.5, 0.1));

    [Fact]
    public void Misprints_fail_beside_the_right_forms() => AssertDerivation.Holds(LikelihoodIdentities.Misprints(ElboModels.Scalar));

    [Fact]
    public void Out_of_range_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("probability", () => LikelihoodIdentities.Bernoulli(1));
        Assert.Throws<ArgumentOutOfRangeException>("grey", () => LikelihoodIdentities.Bernoulli(0.5, 0));
    }
}

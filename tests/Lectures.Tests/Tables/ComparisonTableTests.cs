using Latent.Evaluation;

namespace Lectures.Tests.Tables;

public class ComparisonTableTests
{
    private static readonly References Published = References.Load();

    [Fact]
    public void Our_value_stands_beside_the_published_one_with_interval_and_seed()
    {
        var text = ComparisonTable.Of(Published, new Comparison("hs2006-mnist-30-pca", new Estimate(13.8663, 0.05, 10_000), Seed: 3)).ToText();
        Assert.Matches(@"13\.8663 +0\.0980 +13\.87 +10000 +3 +Hinton", text);
    }

    [Fact]
    public void A_value_without_randomness_says_exact_and_has_no_seed()
    {
        var text = ComparisonTable.Of(Published, new Comparison("mnist-rank", new Estimate(712, 0, 60_000))).ToText();
        Assert.Matches(@"712\.0000 +exact +712 +60000 +none", text);
    }

    [Fact]
    public void A_reference_that_does_not_exist_is_named() =>
        Assert.Contains("no-such-paper", Assert.Throws<KeyNotFoundException>(
            () => ComparisonTable.Of(Published, new Comparison("no-such-paper", new Estimate(1, 0, 1)))).Message);
}

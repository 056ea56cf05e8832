using Latent.Identities;

namespace Lectures.Tests.Tables;

public class IdentityTableTests
{
    private static readonly Derivation Squares = new("Squares",
    [
        new("nine", "3^2 = 9", "Euclid", () => Evaluation.Exact(9, 9)),
        Identity.AsPrinted("as printed", "3^2 < 9", "a slide", "the sign is wrong", () => Evaluation.Exact(9, 6)),
        new("sampled", @"\overline{x} = 1", "us", () => Evaluation.MonteCarlo(1.01, 1, 0.02, 400)),
    ]);

    [Fact]
    public void Every_line_shows_both_sides_their_difference_and_the_verdict()
    {
        var text = IdentityTable.Of(Squares).ToText();
        Assert.StartsWith("Squares: 2 of 2 identities hold; 1 of 1 printed form fails, as it should\n", text);
        Assert.Matches(@"nine: 3\^2 = 9 +9 +9 +0 +exact +✓", text);
        Assert.Matches(@"as printed: 3\^2 < 9 \(the sign is wrong\) +9 +6 +3\.0e\+0 +exact +✗", text);
        Assert.Matches(@"1\.0e-2 ± 2\.0e-2 +Monte Carlo, n = 400 +✓", text);
    }

    [Fact]
    public void A_line_that_does_not_hold_is_counted_and_marked()
    {
        var broken = new Derivation("Broken", [new("ten", "3^2 = 10", "nobody", () => Evaluation.Exact(9, 10))]);
        var table = IdentityTable.Of(broken);
        Assert.StartsWith("Broken: 0 of 1 identity holds", table.ToText());
        Assert.Contains("<td class=\"fails\"", table.ToHtml());
    }

    [Fact]
    public void Formulas_reach_the_page_as_maths_that_cannot_be_read_as_tags() =>
        Assert.Contains(@"<span class=""equation"" style=""white-space:nowrap"">\(3^2 &lt; 9\)</span>", IdentityTable.Of(Squares).ToHtml());
}

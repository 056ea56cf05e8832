using Notebook.Documents;
using Notebook.Reports;
using Notebook.Running;

namespace Reports.Tests;

public class MathShieldTests
{
    [Theory]
    [InlineData("let $a_1 < b$ be", "let <span class=\"formula inline\">a_1 &lt; b</span> be")]
    [InlineData(@"by \(f(x)\) and \\(g\\)", "by <span class=\"formula inline\">f(x)</span> and <span class=\"formula inline\">g</span>")]
    [InlineData("$$\nx = 1\n\n= y\n$$", "<span class=\"formula display\">x = 1\n\n= y</span>")]
    [InlineData(@"\[ a \\ b \]", "<span class=\"formula display\">a \\\\ b</span>")]
    [InlineData(@"\begin{align*} a &= b \end{align*}", "<span class=\"formula display\">\\begin{align*} a &amp;= b \\end{align*}</span>")]
    [InlineData(@"$$E = mc^2 \label{eq:e}$$", "<span class=\"formula display\">E = mc^2</span>")]
    [InlineData("> $$\n> a\n> $$", "> <span class=\"formula display\">a</span>")]
    [InlineData(@"$\$5$", "<span class=\"formula inline\">\\$5</span>")]
    public void Formulas_are_kept_whole(string markdown, string expected) => Assert.Equal(expected, Through(markdown));

    [Theory]
    [InlineData("it costs $5 or $6")]
    [InlineData("a lone $ sign")]
    [InlineData("`$code$` and ``a ` $b$``")]
    [InlineData("```\n$x$\n```")]
    [InlineData("~~~ csharp\nvar s = $\"{x}\"; // $y$\n~~~")]
    [InlineData("first $a\n\nsecond b$")]
    [InlineData(@"a \*star\* and C:\\path")]
    public void What_is_not_a_formula_stays(string markdown) => Assert.Equal(markdown, Through(markdown));

    [Fact]
    public void An_escaped_dollar_is_a_dollar() => Assert.Equal("&#36;x&#36;", Through(@"\$x\$"));

    [Fact]
    public void Inside_a_tag_only_the_source_stands()
    {
        var shield = new MathShield();
        var hidden = shield.Hide("$x<1$");

        Assert.Equal("<img alt=\"x&lt;1\">", shield.Restore($"<img alt=\"{hidden}\">"));
    }

    private static string Through(string markdown)
    {
        var shield = new MathShield();
        return shield.Restore(shield.Hide(markdown));
    }
}

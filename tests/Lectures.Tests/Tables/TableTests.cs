namespace Lectures.Tests.Tables;

public class TableTests
{
    private static readonly Table Squares = Table.Of([1, 12, 123])
        .Column("n", n => n)
        .Column("n²", n => (double)n * n, "F1")
        .Column("even", n => n % 2 == 0)
        .Titled("Squares & parity");

    [Fact]
    public void Text_aligns_numbers_right_and_words_left() =>
        Assert.Equal(
            """
            Squares & parity
              n       n²  even
            ------------------
              1      1.0  ✗
             12    144.0  ✓
            123  15129.0  ✗
            """, Squares.ToText());

    [Fact]
    public void Without_rows_it_shows_its_caption_alone()
    {
        var empty = Squares with { Rows = [] };
        Assert.Equal("Squares & parity", empty.ToText());
        Assert.Equal("<p class=\"caption\">Squares &amp; parity</p>", empty.ToHtml());
        Assert.Contains("even", (empty with { Caption = "" }).ToHtml());
    }

    [Fact]
    public void Html_escapes_marks_numbers_and_names_verdicts()
    {
        var html = Squares.ToHtml();
        Assert.Contains("<caption>Squares &amp; parity</caption>", html);
        Assert.Contains("<td class=\"number\">15129.0</td>", html);
        Assert.Contains("<td class=\"holds\" style=\"text-align:center\"><span role=\"img\" aria-label=\"holds\">✓</span></td>", html);
        Assert.Equal(3, html.Split("<tr>").Length - 2);
    }

    [Theory]
    [InlineData(0.0, "0")]
    [InlineData(-0.25, "-0.2500")]
    [InlineData(13.8663, "13.87")]
    [InlineData(1234567.0, "1234567")]
    [InlineData(2.5e-7, "2.5e-7")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    public void A_number_has_as_many_digits_as_its_size_deserves(double value, string expected) =>
        Assert.Equal(expected, Cell.Of(value).Text);

    [Fact]
    public void A_formula_keeps_its_less_than_sign_as_text() =>
        Assert.Equal(@"\(a &lt; b\)", Cell.Math("a < b").Html);

    [Fact]
    public void A_table_without_columns_is_refused() =>
        Assert.Contains("Column", Assert.Throws<InvalidOperationException>(() => Table.Of([1]).Titled("none")).Message);
}

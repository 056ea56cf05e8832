namespace Charts.Tests;

public class ComposeTests
{
    private static readonly double[] _x = [1, 10];
    private static readonly double[] _y = [3, 4];

    private static Figure Line(string name) => Chart.Line(_x, _y, Name: name);

    [Fact]
    public void Combined_traces_take_the_palette_in_turn()
    {
        var data = Chart.Combine(Line("a"), Line("b"), Chart.Heatmap(new double[,] { { 1 } }), Line("c")).Json()["data"]!;

        Assert.Equal(Palette.Color(0), data[0]!["line"]!["color"].Text());
        Assert.Equal(Palette.Color(1), data[1]!["line"]!["color"].Text());
        Assert.Equal(Palette.Color(2), data[3]!["line"]!["color"].Text());
    }

    [Fact]
    public void Traces_of_one_name_share_colour_and_entry()
    {
        var data = Chart.Grid(1, 2, [Chart.Combine(Line("a"), Line("b")), Line("b")]).Json()["data"]!;

        Assert.Equal(Palette.Color(1), data[2]!["line"]!["color"].Text());
        Assert.False(data[2]!["showlegend"]!.GetValue<bool>());
        Assert.Equal("b", data[2]!["legendgroup"].Text());
    }

    [Fact]
    public void A_chosen_colour_stays() =>
        Assert.Equal("red", Chart.Line(_x, _y, LineColor: "red").Trace()["line"]!["color"].Text());

    [Fact]
    public void A_legend_comes_with_the_second_name()
    {
        Assert.False(Line("a").PlotlyLayout()["showlegend"]!.GetValue<bool>());
        Assert.True(Chart.Combine(Line("a"), Line("b")).PlotlyLayout()["showlegend"]!.GetValue<bool>());
        Assert.False(Chart.Combine(Line("a"), Line("b")).WithLegend(false).PlotlyLayout()["showlegend"]!.GetValue<bool>());
    }

    [Fact]
    public void Plots_of_one_trace_each_need_titles_not_a_legend() =>
        Assert.False(Chart.Grid(1, 2, [Line("a").WithTitle("A"), Line("b").WithTitle("B")]).PlotlyLayout()["showlegend"]!.GetValue<bool>());

    [Fact]
    public void Combine_takes_titles_from_whoever_has_them()
    {
        var layout = Chart.Combine(Line("a"), Line("b").WithTitle("Loss").WithXAxisStyle("epoch")).PlotlyLayout();

        Assert.Equal("Loss", layout["title"]!["text"].Text());
        Assert.Equal("epoch", layout["xaxis"]!["title"]!["text"].Text());
    }

    [Fact]
    public void Nothing_cannot_be_combined() =>
        Assert.Equal("figures", Assert.Throws<ArgumentException>(() => Chart.Combine()).ParamName);

    [Fact]
    public void Subplots_tile_the_paper_row_by_row()
    {
        var layout = Chart.Grid(2, 2, [Line("a").WithTitle("A"), Line("b"), Line("c")], XGap: 0.2, YGap: 0.4).PlotlyLayout();

        Assert.Equal([0, 0.4], layout["xaxis"]!["domain"].Numbers());
        Assert.Equal([0.7, 1], layout["yaxis"]!["domain"].Numbers());
        Assert.Equal([0.6, 1], layout["xaxis2"]!["domain"].Numbers());
        Assert.Equal([0, 0.3], layout["yaxis3"]!["domain"].Numbers());
        Assert.Equal("y3", layout["xaxis3"]!["anchor"].Text());
        Assert.Equal("A", layout["annotations"]![0]!["text"].Text());
    }

    [Fact]
    public void Lines_and_equal_units_follow_their_subplot()
    {
        var layout = Chart.Grid(1, 2, [Line("a"), Line("b").WithVerticalLine(5, "here").WithEqualAspect()]).PlotlyLayout();

        Assert.Equal("x2", layout["shapes"]![0]!["xref"].Text());
        Assert.Equal("y2 domain", layout["shapes"]![0]!["yref"].Text());
        Assert.Equal("x2", layout["yaxis2"]!["scaleanchor"].Text());
    }

    [Fact]
    public void A_grid_refuses_what_does_not_fit()
    {
        Assert.Contains("3 figures do not fit into 1 × 2", Assert.Throws<ArgumentException>(
            () => Chart.Grid(1, 2, [Line("a"), Line("b"), Line("c")])).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => Chart.Grid(0, 1, [Line("a")]));
        Assert.Throws<ArgumentException>(() => Chart.Grid(1, 1, [Chart.Grid(1, 2, [Line("a"), Line("b")])]));
        Assert.Equal("SubPlotTitles", Assert.Throws<ArgumentException>(() => Chart.Grid(1, 1, [Line("a")], SubPlotTitles: ["1", "2"])).ParamName);
    }
}

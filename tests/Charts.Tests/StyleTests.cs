namespace Charts.Tests;

public class StyleTests
{
    private static readonly Figure _line = Chart.Line(new[] { 1.0, 1000 }, new[] { 1.0, 10 });

    [Fact]
    public void Limits_of_a_logarithmic_axis_are_given_in_data_units()
    {
        var axis = _line.WithXAxisStyle("k", MinMax: (1, 1000), Log: true).PlotlyLayout()["xaxis"]!;

        Assert.Equal("log", axis["type"].Text());
        Assert.Equal([0, 3], axis["range"].Numbers());
        Assert.Equal(1, axis["dtick"]!.GetValue<double>());
    }

    [Fact]
    public void A_logarithmic_axis_has_no_room_for_zero() =>
        Assert.Contains("positive", Assert.Throws<ArgumentException>(() => _line.WithXAxisStyle(MinMax: (0, 1), Log: true)).Message);

    [Fact]
    public void A_short_logarithmic_axis_keeps_its_small_ticks() =>
        Assert.Null(_line.WithYAxisStyle(Log: true).PlotlyLayout()["yaxis"]!["dtick"]);

    [Fact]
    public void Notes_follow_an_axis_that_turns_logarithmic_later()
    {
        var layout = _line.WithVerticalLine(100, "here").WithAnnotation(10, 5, "there").WithXAxisStyle(Log: true).PlotlyLayout();

        Assert.Equal(100, layout["shapes"]![0]!["x0"]!.GetValue<double>());
        Assert.Equal(2, layout["annotations"]![0]!["x"]!.GetValue<double>());
        Assert.Equal(1, layout["annotations"]![0]!["y"]!.GetValue<double>()); // in shares of the plot's height
        Assert.Equal(1, layout["annotations"]![1]!["x"]!.GetValue<double>());
        Assert.Equal(5, layout["annotations"]![1]!["y"]!.GetValue<double>());
    }

    [Fact]
    public void A_verb_leaves_the_first_figure_as_it_was()
    {
        _ = _line.WithTitle("changed").WithLineStyle(Color: "red");

        Assert.Null(_line.Layout.Title);
        Assert.Equal(Palette.Color(0), _line.Trace()["line"]!["color"].Text());
    }

    [Fact]
    public void A_second_verb_keeps_what_the_first_set()
    {
        var axis = _line.WithXAxisStyle("k", Log: true).WithXAxisStyle(ShowGrid: false).PlotlyLayout()["xaxis"]!;

        Assert.Equal("k", axis["title"]!["text"].Text());
        Assert.Equal("log", axis["type"].Text());
        Assert.False(axis["showgrid"]!.GetValue<bool>());
    }

    [Fact]
    public void Sizes_are_positive()
    {
        Assert.Equal(300, _line.WithSize(Height: 300).PlotlyLayout()["height"]!.GetValue<double>());
        Assert.Equal("Width", Assert.Throws<ArgumentOutOfRangeException>(() => _line.WithSize(Width: 0)).ParamName);
    }

    [Fact]
    public void Ticks_and_their_texts_pair_up() =>
        Assert.Throws<ArgumentException>(() => _line.WithXAxisStyle(TickVals: [1, 2], TickText: ["one"]));

    [Fact]
    public void There_is_no_second_subplot_in_a_plain_figure() =>
        Assert.Contains("1 to 1", Assert.Throws<ArgumentOutOfRangeException>(() => _line.WithXAxisStyle("x", Id: 2)).Message);

    [Fact]
    public void Points_may_be_coloured_by_number()
    {
        var marker = Chart.Point(new[] { 1, 2 }, new[] { 1, 2 }).WithMarkerStyle(Colors: [0.1, 0.9], ColorScale: "Viridis").Trace()["marker"]!;

        Assert.Equal([0.1, 0.9], marker["color"].Numbers());
    }

    [Fact]
    public void Words_for_the_chart_come_from_titles_and_traces()
    {
        var figure = Chart.Combine(_line.WithTraceInfo("train"), _line.WithTraceInfo("test"))
            .WithTitle("Error").WithXAxisStyle("k").WithYAxisStyle("λ<sub>k</sub>");

        Assert.Equal("Error: 2 lines; train, test; λk against k.", figure.AltText);
        Assert.Equal("Two curves fall.", figure.WithDescription("Two curves fall.").AltText);
        Assert.Equal(figure.AltText, figure.PlotlyLayout()["meta"]!["description"].Text());
    }

    [Fact]
    public void Paper_is_transparent_and_nothing_leads_to_a_cloud()
    {
        var json = _line.Json();

        Assert.Equal("rgba(0,0,0,0)", json["layout"]!["template"]!["layout"]!["paper_bgcolor"].Text());
        Assert.False(json["config"]!["showSendToCloud"]!.GetValue<bool>());
        Assert.True(json["config"]!["responsive"]!.GetValue<bool>());
    }
}

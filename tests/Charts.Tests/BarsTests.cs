namespace Charts.Tests;

public class BarsTests
{
    [Fact]
    public void Columns_stand_over_labels()
    {
        var figure = Chart.Column(["PCA", "AE"], new[] { 13.87, 13.9 });

        Assert.Equal("v", figure.Trace()["orientation"].Text());
        Assert.Equal("category", figure.PlotlyLayout()["xaxis"]!["type"].Text());
    }

    [Fact]
    public void Bars_lie_with_the_first_label_on_top()
    {
        var figure = Chart.Bar(["PCA", "AE"], new[] { 13.87, 13.9 });

        Assert.Equal([13.87, 13.9], figure.Trace()["x"].Numbers());
        Assert.Equal("reversed", figure.PlotlyLayout()["yaxis"]!["autorange"].Text());
    }

    [Fact]
    public void Columns_may_stand_over_numbers() =>
        Assert.Equal([10, 20], Chart.Column(new[] { 10, 20 }, new[] { 1f, 2f }).Trace()["x"].Numbers());

    [Fact]
    public void Every_bar_needs_a_label()
    {
        var error = Assert.Throws<ArgumentException>(() => Chart.Column(["a"], new[] { 1, 2 }));

        Assert.Equal("values", error.ParamName);
        Assert.Contains("labels has 1", error.Message);
    }

    [Fact]
    public void A_histogram_keeps_its_bins()
    {
        var trace = Chart.Histogram(new[] { 1, 1, 2 }, HistNorm: "probability density", BinRange: (0, 3, 0.5)).Trace();

        Assert.Equal("probability density", trace["histnorm"].Text());
        Assert.Equal(0.5, trace["xbins"]!["size"]!.GetValue<double>());
    }

    [Fact]
    public void Impossible_bins_are_refused()
    {
        Assert.Equal("NBins", Assert.Throws<ArgumentOutOfRangeException>(() => Chart.Histogram(new[] { 1 }, NBins: 0)).ParamName);
        Assert.Equal("BinRange", Assert.Throws<ArgumentOutOfRangeException>(() => Chart.Histogram(new[] { 1 }, BinRange: (0, 1, 0))).ParamName);
    }

    [Fact]
    public void Plane_histograms_come_as_cells_or_contours()
    {
        Assert.Equal("histogram2d", Chart.Histogram2D(new[] { 1, 2 }, new[] { 1, 2 }).Trace()["type"].Text());
        Assert.Equal("histogram2dcontour", Chart.Histogram2DContour(new[] { 1, 2 }, new[] { 1, 2 }).Trace()["type"].Text());
        Assert.Throws<ArgumentException>(() => Chart.Histogram2D(new[] { 1, 2 }, new[] { 1 }));
    }
}

namespace Charts.Tests;

public class LinesTests
{
    private static readonly double[] _x = [1, 2, 3];
    private static readonly float[] _y = [0.1f, 0.2f, 0.3f];

    [Fact]
    public void A_line_has_its_points_in_the_shortest_digits()
    {
        var trace = Chart.Line(_x, _y, Name: "loss").Trace();

        Assert.Equal("scatter", trace["type"].Text());
        Assert.Equal("lines", trace["mode"].Text());
        Assert.Equal("loss", trace["name"].Text());
        Assert.Equal("[1,2,3]", trace["x"]!.ToJsonString());
        Assert.Equal("[0.1,0.2,0.3]", trace["y"]!.ToJsonString());
    }

    [Fact]
    public void Large_counts_stay_exact() =>
        Assert.Equal("[123456789,-0.3333333,0]", Chart.Line(_x, new[] { 123456789, -1 / 3.0, 0 }).Trace()["y"]!.ToJsonString());

    [Fact]
    public void Gaps_and_infinities_become_null()
    {
        double[] y = [1, double.NaN, double.PositiveInfinity];

        Assert.Equal([1, null, null], Chart.Line(_x, y).Trace()["y"].Numbers());
    }

    [Fact]
    public void Labels_may_stand_for_numbers()
    {
        var trace = Chart.Line(["a", "b"], new[] { 1, 2 }).Trace();

        Assert.Equal("""["a","b"]""", trace["x"]!.ToJsonString());
    }

    [Fact]
    public void Different_lengths_name_both_arguments()
    {
        var error = Assert.Throws<ArgumentException>(() => Chart.Point(_x, new[] { 1, 2 }));

        Assert.Equal("y", error.ParamName);
        Assert.Contains("y has 2 values but x has 3", error.Message);
    }

    [Fact]
    public void Missing_values_are_named() =>
        Assert.Equal("y", Assert.Throws<ArgumentNullException>(() => Chart.Line(_x, (double[])null!)).ParamName);

    [Fact]
    public void Many_points_are_drawn_smaller_than_few()
    {
        var few = Chart.Point(_x, _x).Trace()["marker"]!["size"]!.GetValue<double>();
        var many = Chart.Point(Enumerable.Range(0, 5000), Enumerable.Range(0, 5000)).Trace()["marker"]!["size"]!.GetValue<double>();

        Assert.True(many < few, $"{many} < {few}");
    }

    [Fact]
    public void A_range_is_two_edges_with_a_filling_and_the_line()
    {
        double[] upper = [2, 3, 4], lower = [0, 1, 2];
        var data = Chart.Range(_x, _x, upper, lower, Name: "mean").Json()["data"]!.AsArray();

        Assert.Equal(3, data.Count);
        Assert.Equal([2, 3, 4], data[0]!["y"].Numbers());
        Assert.Equal([0, 1, 2], data[1]!["y"].Numbers());
        Assert.Equal("tonexty", data[1]!["fill"].Text());
        Assert.Equal("#2b7fc433", data[1]!["fillcolor"].Text());
        Assert.Equal("mean", data[2]!["name"].Text());
        Assert.Equal(1, data.Count(trace => trace!["showlegend"]!.GetValue<bool>()));
    }

    [Fact]
    public void A_range_needs_limits_of_its_own_length() =>
        Assert.Equal("lower", Assert.Throws<ArgumentException>(() => Chart.Range(_x, _x, _x, [1.0])).ParamName);

    [Fact]
    public void Error_bars_match_the_points()
    {
        Assert.Equal([0.5, 0.5, 0.5], Chart.Point(_x, _x, ErrorY: [0.5, 0.5, 0.5]).Trace()["error_y"]!["array"].Numbers());
        Assert.Equal("ErrorY", Assert.Throws<ArgumentException>(() => Chart.Point(_x, _x, ErrorY: [0.5])).ParamName);
    }

    [Fact]
    public void Inputs_are_copied()
    {
        double[] y = [1, 2, 3];
        var figure = Chart.Line(_x, y);
        y[0] = 100;

        Assert.Equal([1, 2, 3], figure.Trace()["y"].Numbers());
    }
}

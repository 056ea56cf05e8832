namespace Charts.Tests;

public class SurfacesTests
{
    private static readonly double[,] _z = { { 1, 2, 3 }, { 4, 5, double.NaN } };

    [Fact]
    public void A_heatmap_keeps_rows_and_gaps()
    {
        var trace = Chart.Heatmap(_z, XLabels: ["a", "b", "c"]).Trace();

        Assert.Equal("heatmap", trace["type"].Text());
        Assert.Equal("[[1,2,3],[4,5,null]]", trace["z"]!.ToJsonString());
        Assert.Equal("""["a","b","c"]""", trace["x"]!.ToJsonString());
    }

    [Fact]
    public void A_middle_value_asks_for_two_colours()
    {
        var scale = Chart.Heatmap(_z, ZMid: 0).Trace()["colorscale"]!.AsArray();

        Assert.Equal(Palette.Diverging.Length, scale.Count);
        Assert.Equal("#1d4f91", scale[0]![1].Text());
    }

    [Fact]
    public void Rows_must_be_equally_long()
    {
        double[][] ragged = [[1, 2], [3]];
        var error = Assert.Throws<ArgumentException>(() => Chart.Heatmap(ragged));

        Assert.Contains("row 1 has 1 values but row 0 has 2", error.Message);
    }

    [Fact]
    public void Nothing_cannot_be_mapped() =>
        Assert.Equal("z", Assert.Throws<ArgumentException>(() => Chart.Heatmap(new double[0, 3])).ParamName);

    [Fact]
    public void Sides_must_fit()
    {
        Assert.Equal("X", Assert.Throws<ArgumentException>(() => Chart.Heatmap(_z, X: [1, 2])).ParamName);
        Assert.Equal("Y", Assert.Throws<ArgumentException>(() => Chart.Heatmap(_z, Y: [1, 2], YLabels: ["a", "b"])).ParamName);
    }

    [Fact]
    public void Contours_lie_where_told()
    {
        var contours = Chart.Contour(_z, Start: 1, End: 5, Size: 2, Filled: false).Trace()["contours"]!;

        Assert.Equal("lines", contours["coloring"].Text());
        Assert.Equal(2, contours["size"]!.GetValue<double>());
    }
}

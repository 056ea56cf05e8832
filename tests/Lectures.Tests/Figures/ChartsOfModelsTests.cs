using System.Text.Json;
using Charts;
using Latent.Linear;
using static TorchSharp.torch;

namespace Lectures.Tests.Figures;

public class ChartsOfModelsTests
{
    [Fact]
    public void A_scatter_has_a_trace_for_each_class_with_all_its_points()
    {
        using var codes = tensor(new double[] { 0, 0, 1, 1, 2, 2, 3, 3 }).reshape(4, 2);
        using var labels = tensor(new long[] { 3, 1, 3, 3 });
        var traces = Traces(SubspaceFigures.Scatter(codes, labels, label => $"digit {label}"));
        Assert.Equal(["digit 1", "digit 3"], traces.Select(trace => trace.GetProperty("name").GetString()));
        Assert.Equal([1, 3], traces.Select(trace => trace.GetProperty("x").GetArrayLength()));
    }

    [Theory]
    [InlineData(4, 3)]
    [InlineData(8, 1)]
    public void Codes_that_are_not_in_the_plane_are_refused(int rows, int columns)
    {
        using var codes = zeros(rows, columns);
        Assert.Contains($"[{rows}, {columns}]", Assert.Throws<ArgumentException>("codes", () => SubspaceFigures.Points(codes)).Message);
    }

    [Fact]
    public void Labels_for_other_points_are_refused()
    {
        using var codes = zeros(4, 2);
        using var labels = zeros([3], ScalarType.Int64);
        Assert.Throws<ArgumentException>("labels", () => SubspaceFigures.Scatter(codes, labels));
    }

    [Fact]
    public void A_density_map_is_highest_where_the_density_is()
    {
        using var codes = tensor(new double[] { -1, -1, 1, 1 }).reshape(2, 2);
        var z = Traces(SubspaceFigures.DensityMap((x, y) => Math.Exp(-(x - 1) * (x - 1) - (y + 1) * (y + 1)), codes))[0].GetProperty("z");
        Assert.Equal(1, z[0][80].GetDouble(), 12); // bottom row, right end: (1, −1)
        Assert.True(z[80][0].GetDouble() < 1e-3);
    }

    [Fact]
    public void The_circle_ends_as_the_ellipse_of_the_matrix()
    {
        using var a = tensor(new double[] { 2, 0, 1, 0.5 }).reshape(2, 2);
        var last = Traces(SvdGeometry.Of(a))[9]; // four pictures of a curve and two arrows
        var (x, y) = (last.GetProperty("x")[30].GetDouble(), last.GetProperty("y")[30].GetDouble()); // a quarter turn: (0, 1)
        Assert.Equal(0, x, 9);
        Assert.Equal(0.5, y, 9);
        Assert.Throws<ArgumentException>("a", () => SvdGeometry.Of(eye(3)));
    }

    [Fact]
    public void A_regression_is_drawn_with_both_bands_the_wider_for_new_points()
    {
        double[] x = [0, 1, 2, 3, 4], y = [0.1, 0.9, 2.2, 2.8, 4.1];
        var figure = LinearRegression.Fit(x, y).Show(x, y);
        Assert.Equal(["images", "95 % of new images", "the mean, 95 % confidence"], figure.Traces.Select(trace => trace.Name));
        var bands = figure.Traces.OfType<RangeTrace>().ToList();
        Assert.True(Width(bands[0]) > Width(bands[1]));

        static double Width(RangeTrace band) => band.Upper.Numbers![50]
            - band.Lower.Numbers![50];
    }

    private static List<JsonElement> Traces(Figure figure) => [.. JsonDocument.Parse(figure.ToJson()).RootElement.GetProperty("data").EnumerateArray()];
}

using System.Text.Json;
using Charts;

namespace Lectures.Tests.Figures;

public sealed class VectorFieldTests
{
    [Fact]
    public void Arrows_start_on_the_grid_and_end_where_the_map_moves_to()
    {
        var figure = VectorField.Of(x => x * 0.5, reach: 1, steps: 3, length: 1);
        using var json = JsonDocument.Parse(figure.ToJson());
        var x = json.RootElement.GetProperty("data")[0].GetProperty("x");
        Assert.Equal(9 * 7, x.GetArrayLength());
        Assert.Equal((-1, -0.5), (x[0].GetDouble(), x[1].GetDouble()));
        Assert.Equal(JsonValueKind.Null, x[3].ValueKind);
    }

    [Fact]
    public void A_grid_needs_two_points() => Assert.Throws<ArgumentOutOfRangeException>(() => VectorField.Of(x => x, steps: 1));
}

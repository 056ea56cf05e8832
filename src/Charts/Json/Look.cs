using System.Text.Json.Nodes;

namespace Charts.Json;

/// <summary>
/// The shared look: transparent paper, quiet grid, sizes that read beside text. Its neutral ink is legible on light and dark paper;
/// pages that know their background put their own ink in its place.
/// </summary>
internal static class Look
{
    private const string Ink = "#717783";
    private const string Grid = "rgba(128,134,146,0.22)";
    private const string Family = "'Inter Variable', Inter, 'Helvetica Neue', Arial, sans-serif";

    public static JsonObject Template() => new()
    {
        ["layout"] = new JsonObject
        {
            ["font"] = new JsonObject { ["family"] = Family, ["size"] = 13, ["color"] = Ink },
            ["paper_bgcolor"] = "rgba(0,0,0,0)",
            ["plot_bgcolor"] = "rgba(0,0,0,0)",
            ["hovermode"] = "closest",
            ["colorway"] = new JsonArray([.. Palette.Colors.Select(color => (JsonNode)color)]),
            ["xaxis"] = AxisLook(),
            ["yaxis"] = AxisLook(),
            ["bargap"] = 0.18,
            ["separators"] = ".\u2009",
        },
        ["data"] = new JsonObject
        {
            ["heatmap"] = new JsonArray(new JsonObject { ["colorscale"] = "Viridis", ["colorbar"] = Bar() }),
            ["contour"] = new JsonArray(new JsonObject { ["colorscale"] = "Viridis", ["colorbar"] = Bar() }),
            ["histogram2d"] = new JsonArray(new JsonObject { ["colorscale"] = "Viridis", ["colorbar"] = Bar() }),
            ["histogram2dcontour"] = new JsonArray(new JsonObject { ["colorscale"] = "Viridis", ["colorbar"] = Bar() }),
        },
    };

    public static JsonObject Title(string title) => new()
    {
        ["text"] = title,
        ["x"] = 0, ["xref"] = "paper", ["xanchor"] = "left",
        ["y"] = 1, ["yref"] = "container", ["yanchor"] = "top",
        ["pad"] = new JsonObject { ["t"] = 12 },
        ["font"] = new JsonObject { ["size"] = 16, ["weight"] = 600 },
    };

    public static JsonObject Legend(Figure figure)
    {
        var layout = figure.Layout;
        var (x, y, xAnchor, yAnchor) = layout.LegendPosition switch
        {
            LegendPosition.Right => (1.02, 1.0, "left", "top"),
            LegendPosition.TopLeft => (0.01, 0.99, "left", "top"),
            LegendPosition.TopRight => (0.99, 0.99, "right", "top"),
            LegendPosition.BottomLeft => (0.01, 0.01, "left", "bottom"),
            LegendPosition.BottomRight => (0.99, 0.01, "right", "bottom"),
            _ => (0.0, layout.Grid == (1, 1) ? 1.01 : 1 + (26.0 / (layout.Grid.Rows * 230)), "left", "bottom"),
        };
        return new()
        {
            ["orientation"] = layout.LegendPosition == LegendPosition.Above ? "h" : "v",
            ["x"] = x, ["y"] = y, ["xanchor"] = xAnchor, ["yanchor"] = yAnchor,
            ["bgcolor"] = "rgba(0,0,0,0)",
            // Small points would be smaller still in the legend; lines have their own width there.
            ["itemsizing"] = figure.Traces.Any(trace => trace.Kind.StartsWith("line", StringComparison.Ordinal)) ? "trace" : "constant",
        };
    }

    private static JsonObject AxisLook() => new()
    {
        ["automargin"] = true,
        ["gridcolor"] = Grid,
        ["zerolinecolor"] = "rgba(128,134,146,0.5)",
        ["zerolinewidth"] = 1,
        ["linecolor"] = "rgba(128,134,146,0.6)",
        ["ticks"] = "outside",
        ["ticklen"] = 5,
        ["tickcolor"] = "rgba(0,0,0,0)",
        ["title"] = new JsonObject { ["standoff"] = 10, ["font"] = new JsonObject { ["size"] = 13 } },
        ["exponentformat"] = "power",
        ["minexponent"] = 4,
    };

    private static JsonObject Bar() => new()
    {
        ["thickness"] = 14, ["outlinewidth"] = 0, ["exponentformat"] = "power",
        ["title"] = new JsonObject { ["font"] = new JsonObject { ["size"] = 13 } },
    };
}

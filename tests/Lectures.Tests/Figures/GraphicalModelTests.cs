using System.Xml.Linq;

namespace Lectures.Tests.Figures;

public class GraphicalModelTests
{
    private static readonly GraphicalModel Latent = new(
        [new("z", 1, 0), new("x", 1, 1, Observed: true), new("θ", 0, 1, Parameter: true)],
        [("z", "x"), ("θ", "x")], [new("N", "z", "x")], "A latent variable model");

    [Fact]
    public void The_drawing_is_well_formed_with_a_shape_for_everything()
    {
        var svg = XElement.Parse(Latent.ToHtml()).Element("svg")!;
        Assert.Equal(4, svg.Elements("circle").Count()); // three nodes and the shade of the observed one
        Assert.Equal(4, svg.Elements("path").Count()); // two edges, each with its arrow head
        Assert.Single(svg.Elements("rect"));
        Assert.Equal(["N", "z", "x", "θ"], svg.Elements("text").Select(text => text.Value));
    }

    [Fact]
    public void The_text_names_edges_and_plates() =>
        Assert.Equal("A latent variable model: z → x, θ → x; z, x repeated N times", Latent.ToText());

    [Fact]
    public void An_edge_to_nowhere_is_refused()
    {
        var broken = Latent with { Edges = [("z", "y")] };
        Assert.Contains("'y'", Assert.Throws<InvalidOperationException>(broken.ToHtml).Message);
    }
}

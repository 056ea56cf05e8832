using System.Text;

namespace Lectures;

/// <summary>A random variable or parameter in a <see cref="GraphicalModel"/>.</summary>
/// <param name="Name">Its symbol, also what edges and plates refer to.</param>
/// <param name="Column">Horizontal place, in grid units from the left.</param>
/// <param name="Row">Vertical place, in grid units from the top.</param>
/// <param name="Observed">Observed variables are shaded.</param>
/// <param name="Parameter">Parameters are dots rather than circles.</param>
public sealed record Node(string Name, double Column, double Row, bool Observed = false, bool Parameter = false);

/// <summary>A box round nodes that are repeated, with how often.</summary>
public sealed record Plate(string Repeats, params string[] Nodes);

/// <summary>A directed graphical model in plate notation, drawn as SVG in the text's own colour.</summary>
/// <param name="Nodes">Variables and parameters.</param>
/// <param name="Edges">Pairs of node names, from parent to child.</param>
/// <param name="Plates">Repeated parts.</param>
/// <param name="Caption">What the picture says; also its alternative text.</param>
public sealed record GraphicalModel(
    IReadOnlyList<Node> Nodes, IReadOnlyList<(string From, string To)> Edges, IReadOnlyList<Plate> Plates, string Caption) : Exhibit
{
    private const double Unit = 90, Radius = 22, Dot = 5;

    /// <inheritdoc />
    public override string ToText() =>
        $"{Caption}: " + string.Join(", ", Edges.Select(edge => $"{edge.From} → {edge.To}"))
        + string.Concat(Plates.Select(plate => $"; {string.Join(", ", plate.Nodes)} repeated {plate.Repeats} times"));

    /// <inheritdoc />
    public override string ToHtml()
    {
        var (width, height) = (Nodes.Max(node => X(node)) + Unit / 2, Nodes.Max(node => Y(node)) + Unit * 0.75);
        var svg = new StringBuilder($"""<figure class="graphical-model"><svg role="img" aria-label="{Html.Escape(ToText())}" width="{width}" height="{height}" viewBox="0 0 {width} {height}" fill="none" stroke="currentColor" stroke-width="1.5" font-size="16" font-style="italic">""");
        foreach (var plate in Plates) svg.Append(Draw(plate));
        foreach (var (from, to) in Edges) svg.Append(Draw(Find(from), Find(to)));
        foreach (var node in Nodes) svg.Append(Draw(node));
        return svg.Append($"</svg><figcaption>{Html.Escape(Caption)}</figcaption></figure>").ToString();
    }

    private static double X(Node node) => (node.Column + 0.5) * Unit;

    private static double Y(Node node) => (node.Row + 0.5) * Unit;

    private static double Size(Node node) => node.Parameter ? Dot : Radius;

    private Node Find(string name) => Nodes.FirstOrDefault(node => node.Name == name)
        ?? throw new InvalidOperationException($"An edge or plate names '{name}'; expected one of {string.Join(", ", Nodes.Select(node => node.Name))}.");

    private static string Draw(Node node)
    {
        var label = node.Parameter
            ? Text(X(node), Y(node) - 12, node.Name)
            : Text(X(node), Y(node) + 5, node.Name);
        var fill = node.Parameter ? "currentColor" : "none";
        var shade = node.Observed ? $"""<circle cx="{X(node)}" cy="{Y(node)}" r="{Radius}" fill="currentColor" fill-opacity="0.18" stroke="none"/>""" : "";
        return $"""{shade}<circle cx="{X(node)}" cy="{Y(node)}" r="{Size(node)}" fill="{fill}"/>{label}""";
    }

    private static string Draw(Node from, Node to)
    {
        var (dx, dy) = (X(to) - X(from), Y(to) - Y(from));
        var length = Math.Sqrt(dx * dx + dy * dy);
        var (ux, uy) = (dx / length, dy / length);
        var (x1, y1) = (X(from) + ux * Size(from), Y(from) + uy * Size(from));
        var (x2, y2) = (X(to) - ux * (Size(to) + 2), Y(to) - uy * (Size(to) + 2));
        var (bx, by) = (x2 - ux * 9, y2 - uy * 9);
        return $"""<path d="M{x1:0.#} {y1:0.#}L{bx:0.#} {by:0.#}"/><path d="M{x2:0.#} {y2:0.#}L{bx - uy * 4:0.#} {by + ux * 4:0.#}L{bx + uy * 4:0.#} {by - ux * 4:0.#}Z" fill="currentColor"/>""";
    }

    private string Draw(Plate plate)
    {
        var inside = plate.Nodes.Select(Find).ToList();
        var (left, top) = (inside.Min(X) - Unit * 0.42, inside.Min(Y) - Unit * 0.42);
        var (right, bottom) = (inside.Max(X) + Unit * 0.42, inside.Max(Y) + Unit * 0.6);
        return $"""<rect x="{left:0.#}" y="{top:0.#}" width="{right - left:0.#}" height="{bottom - top:0.#}" rx="8"/>{Text(right - 14, bottom - 8, plate.Repeats)}""";
    }

    private static string Text(double x, double y, string text) =>
        $"""<text x="{x:0.#}" y="{y:0.#}" text-anchor="middle" fill="currentColor" stroke="none">{Html.Escape(text)}</text>""";
}

using System.Text.Json.Nodes;
using Notebook.Documents;

namespace Notebook.Reports;

/// <summary>
/// The order of a walkthrough, from slide metadata: a slide begins a stack, a sub-slide goes below it, a fragment appears at the next
/// key, notes are the speaker's, and what is skipped is not shown. Without any such metadata a heading of level 1 or 2 begins a slide.
/// </summary>
internal static class SlideDeck
{
    /// <returns>Stacks of slides of steps, for the template: each slide has <c>steps</c> (lists of cell numbers from 0; the first is
    /// there at once) and <c>notes</c> (cell numbers).</returns>
    public static JsonArray Of(NotebookFile notebook)
    {
        var stacks = new JsonArray();
        var isMarked = notebook.Cells.Any(cell => TypeOf(cell).Length > 0);
        foreach (var (index, cell) in notebook.Cells.Index().Where(cell => IsShown(cell.Item)))
        {
            var type = isMarked ? TypeOf(cell) : Begins(cell) ? "slide" : "-";
            if (type == "skip")
                continue;
            if (type == "slide" || stacks.Count == 0)
                stacks.Add((JsonNode)new JsonArray(Slide()));
            else if (type == "subslide")
                stacks[^1]!.AsArray().Add((JsonNode)Slide());
            var slide = stacks[^1]!.AsArray()[^1]!.AsObject();
            if (type == "notes")
            {
                slide["notes"]!.AsArray().Add(index);
                continue;
            }

            var steps = slide["steps"]!.AsArray();
            if (type == "fragment")
                steps.Add((JsonNode)new JsonArray());
            steps[^1]!.AsArray().Add(index);
        }

        return stacks;
    }

    private static JsonObject Slide() => new() { ["steps"] = new JsonArray(new JsonArray()), ["notes"] = new JsonArray() };

    private static string TypeOf(JsonObject cell) => NotebookFile.Text(cell["metadata"]?["slideshow"]?["slide_type"]);

    private static bool Begins(JsonObject cell) =>
        NotebookFile.Text(cell["cell_type"]) == "markdown" && NotebookFile.Text(cell["source"]).TrimStart() is ['#', ' ', ..] or ['#', '#', ' ', ..];

    private static bool IsShown(JsonObject cell) => NotebookFile.Text(cell["cell_type"]) != "raw" && NotebookFile.Text(cell["source"]).Trim().Length > 0;
}

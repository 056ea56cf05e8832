using System.Text.Json.Nodes;

namespace Notebook.Documents;

/// <summary>Takes out of a notebook what a run put in, so that version control sees only what people wrote.</summary>
internal static class Outputs
{
    // Written by front ends and runs; none of it is the author's.
    private static readonly string[] _ofCells = ["execution", "ExecuteTime", "collapsed", "scrolled", "papermill", "vscode"];
    private static readonly string[] _ofNotebooks = ["widgets", "papermill", "report"];

    /// <summary>Clears outputs, execution counts and traces of runs; sources, ids and all other metadata stay.</summary>
    public static void Clear(JsonObject notebook)
    {
        foreach (var cell in (notebook["cells"] as JsonArray ?? []).OfType<JsonObject>())
        {
            Remove(cell["metadata"], _ofCells);
            if (NotebookFile.Text(cell["cell_type"]) != "code")
                continue;
            if (cell["outputs"] is not JsonArray { Count: 0 })
                cell["outputs"] = new JsonArray();
            cell["execution_count"] = null;
        }
        Remove(notebook["metadata"], _ofNotebooks);
    }

    private static void Remove(JsonNode? metadata, string[] names)
    {
        if (metadata is JsonObject entries)
            foreach (var name in names)
                entries.Remove(name);
    }
}

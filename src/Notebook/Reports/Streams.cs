using System.Text.Json.Nodes;
using Notebook.Documents;
using Notebook.Running;

namespace Notebook.Reports;

/// <summary>Console output as it stood at the end: joined where it arrived in pieces, and rewritten lines in their last state.</summary>
internal static class Streams
{
    public static void Settle(JsonObject cell)
    {
        if (cell["outputs"] is not JsonArray outputs)
            return;
        var settled = new List<JsonNode?>();
        foreach (var output in outputs.ToArray())
        {
            outputs.Remove(output);
            if (IsStream(output) && settled.LastOrDefault() is { } last && IsStream(last)
                && NotebookFile.Text(last["name"]) == NotebookFile.Text(output!["name"]))
                last["text"] = NotebookFile.Text(last["text"]) + NotebookFile.Text(output["text"]);
            else
                settled.Add(output);
        }

        foreach (var stream in settled.Where(IsStream))
            stream!["text"] = Rewritten(NotebookFile.Text(stream["text"]));
        foreach (var output in settled)
            outputs.Add(output);
    }

    /// <summary>The text as a terminal shows it after carriage returns have overwritten what stood before them.</summary>
    public static string Rewritten(string text) => !text.Contains('\r') ? text
        : string.Join('\n', text.Replace("\r\n", "\n").Split('\n').Select(Line));

    private static string Line(string line) => line.TrimEnd('\r').Split('\r').Aggregate(
        "", (shown, next) => next.Length >= shown.Length ? next : next + shown[next.Length..]).TrimEnd();

    private static bool IsStream(JsonNode? output) => NotebookFile.Text(output?["output_type"]) == "stream";
}

using System.IO.Enumeration;
using System.Text.Json.Nodes;
using Notebook.Protocol;

namespace Notebook.Serving;

/// <summary>The inputs so far, for front ends that let the user go back to them.</summary>
internal sealed class History
{
    private const int Session = 1;

    private readonly List<string> _inputs = [];

    /// <summary>Adds the input of the next cell.</summary>
    public void Add(string code) => _inputs.Add(code);

    /// <summary>How many there are: the number of the last cell.</summary>
    public int Count => _inputs.Count;

    /// <summary>Reply to <c>history_request</c>.</summary>
    public JsonObject Reply(Request request)
    {
        var wanted = request.Text("hist_access_type") switch
        {
            "range" when request.Number("session", 0) is not (0 or Session) => [], // those of earlier kernels are not kept
            "range" => Range(request.Number("start", 1), request.Number("stop", int.MaxValue)),
            "search" => Search(request.Text("pattern", "*"), request.Flag("unique", false)).TakeLast(request.Number("n", int.MaxValue)),
            _ => Numbered().TakeLast(request.Number("n", int.MaxValue)),
        };
        var withOutput = request.Flag("output", false);
        var entries = wanted.Select(entry => (JsonNode)new JsonArray(Session, entry.Line, withOutput ? new JsonArray(entry.Code, null) : entry.Code));
        return new JsonObject { ["status"] = "ok", ["history"] = new JsonArray([.. entries]) };
    }

    private IEnumerable<(int Line, string Code)> Numbered() => _inputs.Select((code, at) => (at + 1, code));

    private IEnumerable<(int Line, string Code)> Range(int start, int stop) =>
        Numbered().Where(entry => entry.Line >= start && entry.Line < stop);

    private IEnumerable<(int Line, string Code)> Search(string pattern, bool unique)
    {
        var found = Numbered().Where(entry => FileSystemName.MatchesSimpleExpression(pattern, entry.Code));
        return unique ? found.DistinctBy(entry => entry.Code) : found;
    }
}

using System.IO.Enumeration;
using System.Text.Json.Nodes;
using Notebook.Protocol;

namespace Notebook.Serving;

/// <summary>The inputs so far, of this kernel and of those before it, for front ends that let the user go back to them.</summary>
/// <param name="file">Keeps them; null when they are not to be kept.</param>
internal sealed class History(HistoryFile? file)
{
    private readonly List<string> _inputs = [];

    /// <summary>Adds the input of the next cell.</summary>
    public void Add(string code)
    {
        _inputs.Add(code);
        file?.Append(_inputs.Count, code);
    }

    /// <summary>How many this kernel had: the number of its last cell.</summary>
    public int Count => _inputs.Count;

    /// <summary>Reply to <c>history_request</c>.</summary>
    public JsonObject Reply(Request request)
    {
        var (session, all) = file?.Read() is { Session: > 0 } kept ? kept : (1, _inputs.Select((code, at) => new Input(1, at + 1, code)));
        var wanted = request.Text("hist_access_type") switch
        {
            "range" => Range(all, request.Number("session", 0) is > 0 and var number ? number : session + request.Number("session", 0),
                request.Number("start", 1), request.Number("stop", int.MaxValue)),
            "search" => Search(all, request.Text("pattern", "*"), request.Flag("unique", false)).TakeLast(request.Number("n", int.MaxValue)),
            _ => all.TakeLast(request.Number("n", int.MaxValue)),
        };
        var withOutput = request.Flag("output", false); // outputs are not kept
        var entries = wanted.Select(entry => (JsonNode)new JsonArray(entry.Session, entry.Line, withOutput ? new JsonArray(entry.Code, null) : entry.Code));
        return new JsonObject { ["status"] = "ok", ["history"] = new JsonArray([.. entries]) };
    }

    private static IEnumerable<Input> Range(IEnumerable<Input> all, int session, int start, int stop) =>
        all.Where(entry => entry.Session == session && entry.Line >= start && entry.Line < stop);

    private static IEnumerable<Input> Search(IEnumerable<Input> all, string pattern, bool unique)
    {
        var found = all.Where(entry => FileSystemName.MatchesSimpleExpression(pattern, entry.Code));
        return unique ? found.Reverse().DistinctBy(entry => entry.Code).Reverse() : found; // the latest of equal ones
    }
}

/// <summary>The source of a cell that was run.</summary>
/// <param name="Session">The kernel that ran it: they are counted from 1.</param>
/// <param name="Line">Its number there, from 1.</param>
/// <param name="Code">What was entered.</param>
internal sealed record Input(int Session, int Line, string Code);

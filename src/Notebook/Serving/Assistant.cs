using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Notebook.Assistance;
using Notebook.Display;
using Notebook.Protocol;
using Notebook.Scripting;

namespace Notebook.Serving;

/// <summary>Replies that help with typing.</summary>
internal static partial class Assistant
{
    /// <summary>Reply to <c>complete_request</c>.</summary>
    public static JsonObject Complete(Request request, ScriptSession session)
    {
        var (code, cursor) = Place(request);
        var completions = Completion.At(session, code, cursor);
        var (start, end) = (CodePoints.FromIndex(code, completions.Start), CodePoints.FromIndex(code, completions.End));
        return new JsonObject
        {
            ["status"] = "ok",
            ["matches"] = new JsonArray([.. completions.Matches.Select(match => (JsonNode)match.Text)]),
            ["cursor_start"] = start,
            ["cursor_end"] = end,
            ["metadata"] = new JsonObject
            {
                ["_jupyter_types_experimental"] = new JsonArray([.. completions.Matches.Select(match => new JsonObject
                {
                    ["text"] = match.Text, ["type"] = match.Kind, ["start"] = start, ["end"] = end,
                })]),
            },
        };
    }

    /// <summary>Reply to <c>inspect_request</c>.</summary>
    public static JsonObject Inspect(Request request, ScriptSession session)
    {
        var (code, cursor) = Place(request);
        var found = Inspection.At(session, code, cursor);
        return new JsonObject
        {
            ["status"] = "ok", ["found"] = found is not null, ["data"] = found is null ? new JsonObject() : Screen.Json(found.Bundle()), ["metadata"] = new JsonObject(),
        };
    }

    /// <summary>What a cell such as <c>Math.Sqrt?</c> or <c>?Math.Sqrt</c> asks to be shown in the pager; null when the cell is no question.</summary>
    /// <exception cref="CellException">Nothing is known of the name.</exception>
    public static JsonObject? Page(string code, ScriptSession session)
    {
        if (Question().Match(code) is not { Success: true } question)
            return null;
        var name = question.Groups["name"].Value;
        var found = Inspection.At(session, name, name.Length) ?? throw new CellException("NotFound", $"Nothing is known of {name}.");
        return new JsonObject { ["source"] = "page", ["data"] = Screen.Json(found.Bundle()), ["start"] = 0 };
    }

    [GeneratedRegex(@"^\s*(?:\?{1,2}\s*(?<name>[\w.<>]+)|(?<name>[\w.<>]+)\s*\?{1,2})\s*$")]
    private static partial Regex Question();

    private static (string Code, int Cursor) Place(Request request)
    {
        var code = request.Text("code");
        return (code, CodePoints.ToIndex(code, request.Number("cursor_pos", int.MaxValue)));
    }
}

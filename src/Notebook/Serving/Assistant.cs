using System.Text.Json.Nodes;
using Notebook.Assistance;
using Notebook.Protocol;
using Notebook.Scripting;

namespace Notebook.Serving;

/// <summary>Replies that help with typing.</summary>
internal static class Assistant
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
        var text = Inspection.At(session, code, cursor);
        var data = new JsonObject();
        if (text is not null)
            data["text/plain"] = text;
        return new JsonObject { ["status"] = "ok", ["found"] = text is not null, ["data"] = data, ["metadata"] = new JsonObject() };
    }

    private static (string Code, int Cursor) Place(Request request)
    {
        var code = request.Text("code");
        return (code, CodePoints.ToIndex(code, request.Number("cursor_pos", int.MaxValue)));
    }
}

using System.Text.Json.Nodes;
using Notebook.Execution;
using Notebook.Scripting;

namespace Notebook.Serving;

/// <summary>What went wrong in a cell, as front ends show it.</summary>
/// <param name="Name">Kind of the error.</param>
/// <param name="Message">What it says.</param>
/// <param name="Traceback">All lines to show.</param>
internal sealed record Failure(string Name, string Message, IReadOnlyList<string> Traceback)
{
    private static readonly bool Coloured = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    /// <summary>Describes an exception that came out of a cell.</summary>
    public static Failure Of(Exception error, ScriptSession session)
    {
        error = Scripting.Traceback.Unwrap(error);
        return error switch
        {
            CellException cell => new Failure(cell.Name, cell.Message, cell.Details.Count > 0 ? cell.Details : [cell.Message]),
            CellInterruptedException => new Failure("Interrupted", error.Message, [error.Message]),
            _ => new Failure(error.GetType().Name, error.Message, new Traceback(session).Of(error)),
        };
    }

    /// <summary>The fields of an error, for a message or a reply.</summary>
    public JsonObject Json(string? status = null)
    {
        var content = new JsonObject();
        if (status is not null)
            content["status"] = status;
        content["ename"] = Name;
        content["evalue"] = Message;
        content["traceback"] = new JsonArray([.. Traceback.Select((line, at) => (JsonNode)(at == 0 ? Emphasised(line) : line))]);
        return content;
    }

    private static string Emphasised(string line) => Coloured ? $"\e[1;31m{line}\e[0m" : line;
}

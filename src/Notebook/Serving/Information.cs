using System.Text.Json.Nodes;
using Notebook.Protocol;
using Notebook.Assistance;

namespace Notebook.Serving;

/// <summary>Replies that need no session.</summary>
internal static class Information
{
    /// <summary>Reply to <c>kernel_info_request</c>.</summary>
    public static JsonObject Kernel()
    {
        var version = typeof(Information).Assembly.GetName().Version!.ToString(3);
        return new JsonObject
        {
            ["status"] = "ok",
            ["protocol_version"] = Wire.Version,
            ["implementation"] = "dotnet-notebook",
            ["implementation_version"] = version,
            ["language_info"] = new JsonObject
            {
                ["name"] = "C#",
                ["version"] = "14.0",
                ["mimetype"] = "text/x-csharp",
                ["file_extension"] = ".cs",
                ["pygments_lexer"] = "csharp",
                ["codemirror_mode"] = "text/x-csharp",
            },
            ["banner"] = $"C# 14 on .NET {Environment.Version}",
            ["debugger"] = false,
            ["supported_features"] = new JsonArray(),
            ["help_links"] = new JsonArray(
                new JsonObject { ["text"] = "C# language", ["url"] = "https://learn.microsoft.com/dotnet/csharp/" },
                new JsonObject { ["text"] = ".NET libraries", ["url"] = "https://learn.microsoft.com/dotnet/api/" }),
        };
    }

    /// <summary>Reply to <c>is_complete_request</c>.</summary>
    public static JsonObject IsComplete(Request request)
    {
        var (status, indent) = Completeness.Of(request.Text("code"));
        var reply = new JsonObject { ["status"] = status };
        if (status == "incomplete")
            reply["indent"] = indent;
        return reply;
    }

    /// <summary>Reply to <c>comm_info_request</c>: the kernel opens no comms.</summary>
    public static JsonObject Comms() => new() { ["status"] = "ok", ["comms"] = new JsonObject() };

    /// <summary>Reply to a request of a kind that is unknown.</summary>
    public static JsonObject Unknown(Request request) => new()
    {
        ["status"] = "error", ["ename"] = "UnknownRequest", ["evalue"] = $"This kernel does not know {request.Type}.", ["traceback"] = new JsonArray(),
    };
}

using System.Text.Json.Nodes;

namespace Notebook.Protocol;

/// <summary>A message to be sent.</summary>
/// <param name="Channel">The socket it goes to.</param>
/// <param name="Type">Message type.</param>
/// <param name="Parent">The request it answers, or null when there is none.</param>
/// <param name="Content">The content object.</param>
/// <param name="Metadata">The metadata object; null means empty.</param>
internal sealed record Outgoing(Channel Channel, string Type, Request? Parent, JsonObject Content, JsonObject? Metadata = null)
{
    /// <summary>The reply to a request, on the socket it came from.</summary>
    public static Outgoing Reply(Request request, JsonObject content) =>
        new(request.Channel, request.Type.Replace("_request", "_reply", StringComparison.Ordinal), request, content);

    /// <summary>An output for every client.</summary>
    public static Outgoing Publish(string type, Request? parent, JsonObject content) => new(Channel.Iopub, type, parent, content);

    /// <summary>A <c>busy</c> or <c>idle</c> or <c>starting</c> status.</summary>
    public static Outgoing Status(string state, Request? parent) =>
        Publish("status", parent, new JsonObject { ["execution_state"] = state });
}

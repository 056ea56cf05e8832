using System.Text.Json;
using System.Text.Json.Nodes;

namespace Notebook.Protocol;

/// <summary>The sockets of a kernel.</summary>
internal enum Channel
{
    /// <summary>Requests that run in turn.</summary>
    Shell,

    /// <summary>Requests that must not wait.</summary>
    Control,

    /// <summary>Questions to the user.</summary>
    Stdin,

    /// <summary>Outputs, published to every client.</summary>
    Iopub,
}

/// <summary>A message received from a client, its signature checked.</summary>
/// <param name="Channel">The socket on which it came.</param>
/// <param name="Identities">Routing frames; a reply carries them back.</param>
/// <param name="HeaderJson">The header as sent: it becomes the parent header of all that answers it.</param>
/// <param name="Type">Message type, such as <c>execute_request</c>.</param>
/// <param name="Id">Message id.</param>
/// <param name="Content">The content object.</param>
internal sealed record Request(
    Channel Channel, IReadOnlyList<byte[]> Identities, byte[] HeaderJson, string Type, string Id, JsonElement Content)
{
    /// <summary>The metadata as sent.</summary>
    public byte[] MetadataJson { get; init; } = [];

    /// <summary>The language of the cell, where the client says it in the metadata; null otherwise.</summary>
    /// <exception cref="JsonException">The metadata are no JSON.</exception>
    public string? Language => MetadataJson.Length > 2 ? Documents.Language.Of(JsonNode.Parse(MetadataJson)) : null;

    /// <summary>A text of the content, or <paramref name="fallback"/> when it is absent.</summary>
    public string Text(string name, string fallback = "") =>
        Content.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : fallback;

    /// <summary>A flag of the content, or <paramref name="fallback"/> when it is absent.</summary>
    public bool Flag(string name, bool fallback) =>
        Content.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.GetBoolean()
            : fallback;

    /// <summary>A whole number of the content, or <paramref name="fallback"/> when it is absent.</summary>
    public int Number(string name, int fallback) =>
        Content.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)
            ? number
            : fallback;
}

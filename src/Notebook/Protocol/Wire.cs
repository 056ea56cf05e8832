using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Notebook.Protocol;

/// <summary>Turns messages into the frames of the Jupyter wire protocol (version 5.3) and back.</summary>
/// <param name="signatures">Signs what is sent and checks what is received.</param>
internal sealed class Wire(Signatures signatures)
{
    /// <summary>The version of the messaging protocol that is spoken.</summary>
    public const string Version = "5.3";

    private static readonly byte[] Delimiter = "<IDS|MSG>"u8.ToArray();
    private static readonly byte[] Empty = "{}"u8.ToArray();
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string _session = Guid.NewGuid().ToString();
    private readonly string _user = Environment.UserName;
    private long _sent;

    /// <summary>Reads the frames of one message.</summary>
    /// <param name="channel">The socket they came from.</param>
    /// <param name="frames">All frames, routing identities first.</param>
    /// <param name="request">The message, when it is accepted.</param>
    /// <param name="reason">Why it is dropped, otherwise.</param>
    public bool TryDecode(Channel channel, IReadOnlyList<byte[]> frames, out Request? request, out string? reason)
    {
        request = null;
        var start = 0;
        while (start < frames.Count && !frames[start].AsSpan().SequenceEqual(Delimiter))
            start++;
        if (frames.Count < start + 6)
        {
            reason = "it is no Jupyter message";
            return false;
        }
        byte[] header = frames[start + 2], content = frames[start + 5];
        reason = signatures.Reject(frames[start + 1], header, frames[start + 3], frames[start + 4], content);
        if (reason is not null)
            return false;
        try
        {
            var head = JsonElement.Parse(header);
            var type = head.GetProperty("msg_type").GetString() ?? throw new JsonException("msg_type is null");
            var id = head.GetProperty("msg_id").GetString() ?? throw new JsonException("msg_id is null");
            var body = JsonElement.Parse(content);
            if (body.ValueKind != JsonValueKind.Object)
                throw new JsonException("the content is no object");
            request = new Request(channel, [.. frames.Take(start)], header, type, id, body) { MetadataJson = frames[start + 4] };
            return true;
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            reason = $"it can't be read: {error.Message}";
            return false;
        }
    }

    /// <summary>The signed frames of a message.</summary>
    public IReadOnlyList<byte[]> Encode(Outgoing message)
    {
        var header = Header(message.Type);
        var parent = message.Parent?.HeaderJson ?? Empty;
        var metadata = message.Metadata is { Count: > 0 } ? Json(message.Metadata) : Empty;
        var content = Json(message.Content);
        var signature = Encoding.ASCII.GetBytes(signatures.Sign(header, parent, metadata, content));
        IEnumerable<byte[]> route = message.Channel == Channel.Iopub
            ? [Encoding.UTF8.GetBytes(message.Type)]
            : message.Parent?.Identities ?? [];
        return [.. route, Delimiter, signature, header, parent, metadata, content];
    }

    private byte[] Header(string type)
    {
        var buffer = new ArrayBufferWriter<byte>(320);
        using var writer = new Utf8JsonWriter(buffer, Relaxed);
        writer.WriteStartObject();
        writer.WriteString("msg_id", $"{_session}_{_sent++}");
        writer.WriteString("session", _session);
        writer.WriteString("username", _user);
        writer.WriteString("date", DateTime.UtcNow);
        writer.WriteString("msg_type", type);
        writer.WriteString("version", Version);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static byte[] Json(JsonObject value)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using var writer = new Utf8JsonWriter(buffer, Relaxed);
        value.WriteTo(writer);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}

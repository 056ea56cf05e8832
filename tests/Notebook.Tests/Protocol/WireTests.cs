using System.Text;
using System.Text.Json.Nodes;
using Notebook.Protocol;

namespace Notebook.Tests.Protocol;

public sealed class WireTests
{
    private static readonly byte[] Delimiter = "<IDS|MSG>"u8.ToArray();

    [Fact]
    public void Reply_carries_identities_parent_and_signature_back()
    {
        var wire = new Wire(new Signatures("key"));
        Assert.True(wire.TryDecode(Channel.Shell, Frames("{\"code\":\"1\"}"), out var request, out _));
        var frames = wire.Encode(Outgoing.Reply(request!, new JsonObject { ["status"] = "ok" }));
        Assert.Equal("client", Encoding.UTF8.GetString(frames[0]));
        Assert.Equal(Delimiter, frames[1]);
        Assert.Equal(request!.HeaderJson, frames[4]);
        Assert.Equal("execute_reply", (string?)JsonNode.Parse(frames[3])!["msg_type"]);
        Assert.Equal("5.3", (string?)JsonNode.Parse(frames[3])!["version"]);
        Assert.Equal(new Signatures("key").Sign(frames[3], frames[4], frames[5], frames[6]), Encoding.ASCII.GetString(frames[2]));
    }

    [Fact]
    public void Content_is_readable()
    {
        var wire = new Wire(new Signatures("key"));
        Assert.True(wire.TryDecode(Channel.Shell, Frames("{\"code\":\"é\",\"silent\":true,\"cursor_pos\":3}"), out var request, out _));
        Assert.Equal(("execute_request", "7", "é", true, 3), (request!.Type, request.Id, request.Text("code"), request.Flag("silent", false), request.Number("cursor_pos", 0)));
        Assert.Equal(("", true), (request.Text("absent"), request.Flag("absent", true)));
    }

    [Fact]
    public void Published_messages_are_led_by_their_type() =>
        Assert.Equal("status", Encoding.UTF8.GetString(new Wire(new Signatures("key")).Encode(Outgoing.Status("busy", null))[0]));

    [Fact]
    public void Broken_surrogates_do_not_break_a_message()
    {
        var frames = new Wire(new Signatures("key")).Encode(Outgoing.Publish("stream", null, new JsonObject { ["text"] = "a\ud800b" }));
        Assert.Equal("a\ufffdb", (string?)JsonNode.Parse(frames[^1])!["text"]);
    }

    [Theory]
    [InlineData("[1]", "the content is no object")]
    [InlineData("{", "it can't be read")]
    public void Unreadable_content_is_refused(string content, string reason)
    {
        Assert.False(new Wire(new Signatures("key")).TryDecode(Channel.Shell, Frames(content), out _, out var given));
        Assert.Contains(reason, given, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_few_frames_are_refused()
    {
        Assert.False(new Wire(new Signatures("key")).TryDecode(Channel.Shell, [Delimiter, [], []], out _, out var reason));
        Assert.Equal("it is no Jupyter message", reason);
    }

    private static List<byte[]> Frames(string content)
    {
        byte[] header = "{\"msg_id\":\"7\",\"msg_type\":\"execute_request\"}"u8.ToArray(), empty = "{}"u8.ToArray(), body = Encoding.UTF8.GetBytes(content);
        var signature = Encoding.ASCII.GetBytes(new Signatures("key").Sign(header, empty, empty, body));
        return ["client"u8.ToArray(), Delimiter, signature, header, empty, empty, body];
    }
}

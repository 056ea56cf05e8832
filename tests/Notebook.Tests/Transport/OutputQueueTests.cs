using Notebook.Protocol;
using Notebook.Streams;
using Notebook.Transport;

namespace Notebook.Tests.Transport;

public sealed class OutputQueueTests
{
    [Fact]
    public void Text_of_one_stream_is_joined_and_order_is_kept()
    {
        var queue = new OutputQueue(() => { });
        queue.Write("stdout", "a", null);
        queue.Write("stdout", "b", null);
        queue.Write("stderr", "c", null);
        queue.Post(Outgoing.Status("busy", null));
        queue.Write("stdout", "d", null);
        var texts = queue.TakeAll().Select(message => (string?)message.Content["text"] ?? message.Type);
        Assert.Equal(["ab", "c", "status", "d"], texts);
        Assert.Empty(queue.TakeAll());
    }

    [Fact]
    public void Text_is_held_back_but_messages_are_due_at_once()
    {
        var queue = new OutputQueue(() => { });
        Assert.Equal(-1, queue.DueIn());
        queue.Write("stdout", "a", null);
        Assert.InRange(queue.DueIn(), 1, OutputQueue.HoldBack);
        queue.Post(Outgoing.Status("busy", null));
        Assert.Equal(0, queue.DueIn());
    }

    [Fact]
    public async Task Flood_has_to_wait_until_the_queue_is_emptied()
    {
        var queue = new OutputQueue(() => { });
        var chunk = new string('x', 1 << 16);
        var written = 0;
        var flood = Task.Run(() =>
        {
            for (; written < 64; written++)
                queue.Write("stdout", chunk, null);
        }, TestContext.Current.CancellationToken);
        await Task.Delay(200, TestContext.Current.CancellationToken);
        Assert.InRange(written, 1, 17);
        Assert.Equal(0, queue.DueIn());
        var received = 0;
        while (received < 64 << 16)
            received += queue.TakeAll().Sum(message => ((string)message.Content["text"]!).Length);
        await flood;
    }

    [Fact]
    public void Text_beyond_the_limit_is_left_out_but_for_its_end()
    {
        var outbox = new Outbox(() => { });
        outbox.Write("stdout", new string('x', OutputLimit.Most - 3));
        outbox.TakeAll();
        outbox.Write("stderr", "abc" + new string('y', 2999));
        outbox.TakeAll();
        outbox.Write("stdout", "more");
        Assert.Empty(outbox.TakeAll());
        outbox.EndText();
        Assert.Equal($"… [1,003 characters are left out here; these are the last.]\n{new string('y', 1996)}more", (string?)Assert.Single(outbox.TakeAll()).Content["text"]);
        outbox.Parent = null; // the next cell
        outbox.Write("stdout", "fresh");
        outbox.EndText();
        Assert.Equal("fresh", (string?)Assert.Single(outbox.TakeAll()).Content["text"]);
    }
}

using System.Collections.Concurrent;
using Notebook.Protocol;

namespace Notebook.Transport;

/// <summary>
/// The output queue in use. Stopping a cell may hit a thread while it holds the queue, so the queue is then replaced; what the
/// old one holds is still sent first.
/// </summary>
/// <param name="wake">Called when the sender has to look.</param>
internal sealed class Outbox(Action wake)
{
    private readonly ConcurrentQueue<OutputQueue> _retired = new();
    private volatile OutputQueue _current = new(wake);

    /// <summary>The request to which output belongs that comes from no request: the last cell's.</summary>
    public Request? Parent { get; set; }

    /// <summary>Adds a message; waits while clients are too slow, unless <paramref name="mayWait"/> is false.</summary>
    public void Post(Outgoing message, bool mayWait = true) => _current.Post(message, mayWait);

    /// <summary>Adds text of <c>stdout</c> or <c>stderr</c>.</summary>
    public void Write(string stream, ReadOnlySpan<char> text) => _current.Write(stream, text, Parent);

    /// <summary>Starts a new queue behind the present one.</summary>
    public void Renew()
    {
        _retired.Enqueue(_current);
        _current = new OutputQueue(wake);
        wake();
    }

    /// <summary>Milliseconds until something should be sent; -1 when there is nothing.</summary>
    public int DueIn() => _retired.IsEmpty ? _current.DueIn() : 0;

    /// <summary>Takes all messages, oldest first.</summary>
    public List<Outgoing> TakeAll()
    {
        List<Outgoing> all = [];
        while (_retired.TryDequeue(out var old))
            all.AddRange(old.TakeAll());
        all.AddRange(_current.TakeAll());
        return all;
    }
}

using Notebook.Execution;
using Notebook.Protocol;
using Notebook.Streams;

namespace Notebook.Transport;

/// <summary>What is to be sent: text as far as the cell has not written too much already, and all other messages.</summary>
/// <param name="wake">Called when the sender has to look.</param>
internal sealed class Outbox(Action wake)
{
    private readonly OutputQueue _queue = new(wake);
    private volatile OutputLimit _limit = new();

    /// <summary>The request to which output belongs that comes from no request: the last cell's.</summary>
    public Request? Parent
    {
        get;
        set
        {
            field = value;
            _limit = new OutputLimit();
        }
    }

    /// <summary>Adds a message; waits while clients are too slow, unless <paramref name="mayWait"/> is false.</summary>
    public void Post(Outgoing message, bool mayWait = true) => _queue.Post(message, mayWait);

    /// <summary>Adds text of <c>stdout</c> or <c>stderr</c>.</summary>
    public void Write(string stream, ReadOnlySpan<char> text)
    {
        var shown = _limit.Admit(text, out var isFirst);
        _queue.Write(stream, text[..shown], Parent);
        if (isFirst)
            _queue.Write(stream, OutputLimit.Notice, Parent);
        else if (shown < text.Length)
            Stopping.Check(); // there is nothing else where a flood could be stopped
    }

    /// <summary>Says what the cell wrote too much.</summary>
    public void EndText()
    {
        if (_limit.Rest() is { } rest)
            _queue.Write("stdout", rest, Parent);
    }

    /// <summary>Milliseconds until something should be sent; -1 when there is nothing.</summary>
    public int DueIn() => _queue.DueIn();

    /// <summary>Takes all messages, oldest first.</summary>
    public List<Outgoing> TakeAll() => _queue.TakeAll();
}

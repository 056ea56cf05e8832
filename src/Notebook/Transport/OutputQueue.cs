using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Notebook.Execution;
using Notebook.Protocol;

namespace Notebook.Transport;

/// <summary>
/// Messages on their way out, in order. Text of the same stream is joined and held back for a moment; everything else is due at
/// once. The queue is bounded: who writes faster than clients read has to wait.
/// </summary>
/// <param name="wake">Called when the sender has to look into the queue.</param>
internal sealed class OutputQueue(Action wake)
{
    /// <summary>How long text of a stream is held back, in milliseconds.</summary>
    public const int HoldBack = 50;

    private const int MaxMessages = 512, MaxCharacters = 1 << 20;

    private readonly Lock _gate = new();
    private List<Entry> _entries = [];
    private int _characters;
    private bool _urgent;
    private long _since;

    /// <summary>Adds a message; waits while the queue is full unless <paramref name="mayWait"/> is false.</summary>
    /// <exception cref="CellInterruptedException">It may wait, and the cell that it comes from is being stopped.</exception>
    public void Post(Outgoing message, bool mayWait = true)
    {
        WaitForSpace(mayWait);
        lock (_gate)
        {
            _entries.Add(new Entry(message, null));
            _urgent = true;
        }
        wake();
    }

    /// <summary>Adds text of <c>stdout</c> or <c>stderr</c>; waits while the queue is full.</summary>
    /// <exception cref="CellInterruptedException">The cell that it comes from is being stopped.</exception>
    public void Write(string stream, ReadOnlySpan<char> text, Request? parent)
    {
        if (text.IsEmpty)
            return;
        WaitForSpace(true);
        bool first;
        lock (_gate)
        {
            first = _entries.Count == 0;
            if (first)
                _since = Stopwatch.GetTimestamp();
            if (first || !_entries[^1].Continues(stream, parent))
                _entries.Add(new Entry(Stream(stream, parent), new StringBuilder()));
            _entries[^1].Text!.Append(text);
            _characters += text.Length;
        }
        if (first)
            wake();
    }

    /// <summary>Milliseconds until the queue should be emptied; -1 when it is empty.</summary>
    public int DueIn()
    {
        lock (_gate)
        {
            if (_entries.Count == 0)
                return -1;
            if (_urgent || IsFull)
                return 0;
            return Math.Max(0, HoldBack - (int)Stopwatch.GetElapsedTime(_since).TotalMilliseconds);
        }
    }

    /// <summary>Takes everything out, and lets writers go on.</summary>
    public List<Outgoing> TakeAll()
    {
        lock (_gate)
        {
            var taken = _entries;
            _entries = [];
            (_characters, _urgent) = (0, false);
            return taken.ConvertAll(entry => entry.Complete());
        }
    }

    private bool IsFull => _entries.Count >= MaxMessages || _characters >= MaxCharacters;

    private void WaitForSpace(bool mayWait)
    {
        if (mayWait)
            Stopping.Check();
        while (mayWait && IsFull)
        {
            Stopping.Check();
            wake();
            Thread.Sleep(1);
        }
    }

    private static Outgoing Stream(string name, Request? parent) => Outgoing.Publish("stream", parent, new JsonObject { ["name"] = name });

    private readonly record struct Entry(Outgoing Message, StringBuilder? Text)
    {
        public bool Continues(string stream, Request? parent) =>
            Text is not null && ReferenceEquals(Message.Parent, parent) && (string?)Message.Content["name"] == stream;

        public Outgoing Complete()
        {
            if (Text is not null)
                Message.Content["text"] = Text.ToString();
            return Message;
        }
    }
}

using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Notebook.Protocol;
using Notebook.Transport;

namespace Notebook.Serving;

/// <summary>The console's input: each line read is asked of the user by the front end.</summary>
/// <param name="outbox">Takes the question.</param>
internal sealed class InputReader(Outbox outbox) : TextReader
{
    private readonly BlockingCollection<string> _answers = [];
    private string _rest = "";

    /// <summary>Takes the user's answer.</summary>
    public void Answer(Request reply) => _answers.Add(reply.Text("value"));

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The front end takes no input.</exception>
    public override string? ReadLine()
    {
        if (_rest.Length > 0)
        {
            var kept = _rest.TrimEnd('\n');
            _rest = "";
            return kept;
        }
        return Ask("", password: false);
    }

    /// <summary>Asks the user a question.</summary>
    /// <param name="prompt">The question.</param>
    /// <param name="password">Whether the answer is not to be seen.</param>
    /// <exception cref="InvalidOperationException">The front end takes no input.</exception>
    public string Ask(string prompt, bool password)
    {
        if (outbox.Parent is not { } parent || !parent.Flag("allow_stdin", true))
            throw new InvalidOperationException("This front end takes no input from the user: nothing can be asked here.");
        while (_answers.TryTake(out _))
            continue; // late answers to questions of an interrupted cell
        outbox.Post(new Outgoing(Channel.Stdin, "input_request", parent, new JsonObject { ["prompt"] = prompt, ["password"] = password }));
        return _answers.Take();
    }

    /// <inheritdoc/>
    public override int Peek() => Fill() ? _rest[0] : -1;

    /// <inheritdoc/>
    public override int Read()
    {
        if (!Fill())
            return -1;
        var symbol = _rest[0];
        _rest = _rest[1..];
        return symbol;
    }

    private bool Fill()
    {
        if (_rest.Length == 0 && ReadLine() is { } line)
            _rest = line + "\n";
        return _rest.Length > 0;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _answers.Dispose();
        base.Dispose(disposing);
    }
}

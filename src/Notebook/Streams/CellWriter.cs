using System.Text;
using Notebook.Transport;

namespace Notebook.Streams;

/// <summary>A console writer whose text goes to the front end.</summary>
/// <param name="stream"><c>stdout</c> or <c>stderr</c>.</param>
/// <param name="outbox">Takes the text.</param>
internal sealed class CellWriter(string stream, Outbox outbox) : TextWriter
{
    /// <inheritdoc/>
    public override Encoding Encoding => Encoding.UTF8;

    /// <summary>Makes such writers the console's.</summary>
    public static void Install(Outbox outbox)
    {
        Console.SetOut(new CellWriter("stdout", outbox));
        Console.SetError(new CellWriter("stderr", outbox));
    }

    /// <inheritdoc/>
    public override void Write(char value) => outbox.Write(stream, [value]);

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => outbox.Write(stream, buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer) => outbox.Write(stream, buffer);

    /// <inheritdoc/>
    public override void Write(string? value) => outbox.Write(stream, value);

    /// <inheritdoc/>
    public override void WriteLine() => outbox.Write(stream, "\n");

    /// <inheritdoc/>
    public override void WriteLine(string? value) => outbox.Write(stream, value + "\n");

    /// <inheritdoc/>
    public override void WriteLine(ReadOnlySpan<char> buffer) => outbox.Write(stream, $"{buffer}\n");
}

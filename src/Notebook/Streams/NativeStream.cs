using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;
using Notebook.Transport;

namespace Notebook.Streams;

/// <summary>
/// Catches what native code and child processes write to descriptor 1 or 2, which the console's writers don't see: the
/// descriptor becomes a pipe whose other end is read here.
/// </summary>
internal sealed partial class NativeStream
{
    private const int CloseOnExec = 0x80000, PollIn = 1;

    private readonly int _reader;
    private readonly string _stream;
    private readonly Outbox _outbox;
    private readonly Action<string>? _dying;
    private volatile bool _reading;
    private bool _skipsZeros;

    private NativeStream(int reader, string stream, Outbox outbox, Action<string>? dying) =>
        (_reader, _stream, _outbox, _dying) = (reader, stream, outbox, dying);

    /// <summary>Redirects a descriptor.</summary>
    /// <param name="descriptor">1 or 2.</param>
    /// <param name="stream"><c>stdout</c> or <c>stderr</c>.</param>
    /// <param name="outbox">Takes the text.</param>
    /// <param name="dying">Called with the first words when the .NET runtime begins to say why it ends the process.</param>
    public static unsafe NativeStream Redirect(int descriptor, string stream, Outbox outbox, Action<string>? dying = null)
    {
        var ends = stackalloc int[2];
        if (Pipe(ends, CloseOnExec) != 0 || Duplicate(ends[1], descriptor) < 0)
            throw new IOException($"Can't redirect descriptor {descriptor}: errno {Marshal.GetLastPInvokeError()}.");
        _ = Close(ends[1]);
        var native = new NativeStream(ends[0], stream, outbox, dying);
        new Thread(native.Pump) { IsBackground = true, Name = $"{stream} of native code" }.Start();
        return native;
    }

    /// <summary>A copy of a descriptor, taken before it is redirected.</summary>
    public static StreamWriter Keep(int descriptor) =>
        new(new FileStream(new SafeFileHandle(Duplicate(descriptor), ownsHandle: true), FileAccess.Write, 0)) { AutoFlush = true };

    /// <summary>Waits, at most a moment, until all that native code has written so far is read.</summary>
    public static void Drain(params ReadOnlySpan<NativeStream> streams)
    {
        _ = FlushAll(0);
        foreach (var stream in streams)
        {
            for (var turn = 0; turn < 50 && (stream._reading || stream.HasInput()); turn++)
                Thread.Sleep(1);
        }
    }

    private bool HasInput()
    {
        var item = new PollItem { Descriptor = _reader, Events = PollIn };
        return Poll(ref item, 1, 0) > 0;
    }

    private void Pump()
    {
        var decoder = Encoding.UTF8.GetDecoder();
        var bytes = new byte[16384];
        var text = new char[Encoding.UTF8.GetMaxCharCount(bytes.Length)];
        while (true)
        {
            var item = new PollItem { Descriptor = _reader, Events = PollIn };
            if (Poll(ref item, 1, -1) < 0)
                continue;
            _reading = true;
            var count = Read(_reader, bytes, (nuint)bytes.Length);
            if (count == 0)
                return;
            if (count > 0)
                Take(text.AsSpan(0, decoder.GetChars(bytes, 0, (int)count, text, 0)));
            _reading = false;
        }
    }

    private void Take(Span<char> text)
    {
        if (_skipsZeros)
            text = text[..Compact(text)];
        _outbox.Write(_stream, text);
        if (_dying is not null && LastWords.In(text) is { } words)
        {
            _skipsZeros = true;
            if (LastWords.AreOurs())
                _dying(words);
        }
    }

    private static int Compact(Span<char> text)
    {
        var count = 0;
        foreach (var symbol in text)
        {
            if (symbol != '\0')
                text[count++] = symbol;
        }
        return count;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct PollItem
    {
        public int Descriptor;
        public short Events;
        public short Returned;
    }

    [LibraryImport("libc", EntryPoint = "pipe2", SetLastError = true)]
    private static unsafe partial int Pipe(int* ends, int flags);

    [LibraryImport("libc", EntryPoint = "dup2", SetLastError = true)]
    private static partial int Duplicate(int from, int to);

    [LibraryImport("libc", EntryPoint = "dup", SetLastError = true)]
    private static partial int Duplicate(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "read")]
    private static partial nint Read(int descriptor, byte[] buffer, nuint size);

    [LibraryImport("libc", EntryPoint = "poll")]
    private static partial int Poll(ref PollItem item, nuint count, int milliseconds);

    [LibraryImport("libc", EntryPoint = "fflush")]
    private static partial int FlushAll(nint everyFile);
}

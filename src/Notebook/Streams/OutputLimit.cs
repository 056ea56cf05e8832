using System.Globalization;

namespace Notebook.Streams;

/// <summary>Lets a cell write so much text and no more, so that a flood does not fill notebook and browser. Keeps the end of the rest.</summary>
internal sealed class OutputLimit
{
    /// <summary>Characters that a cell may write.</summary>
    public const int Most = 4 << 20;

    private const int Tail = 2000;

    private readonly Lock _gate = new();
    private readonly char[] _tail = new char[Tail];
    private long _written, _leftOut;

    /// <summary>How many characters of a text may be shown.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isFirst">Whether it is the first of which a part is left out.</param>
    public int Admit(ReadOnlySpan<char> text, out bool isFirst)
    {
        var after = Interlocked.Add(ref _written, text.Length);
        var shown = (int)Math.Clamp(Most - (after - text.Length), 0, text.Length);
        isFirst = shown < text.Length && after - text.Length <= Most;
        if (shown < text.Length)
            LeaveOut(text[shown..]);
        return shown;
    }

    /// <summary>What a reader is told at the place where the text breaks off.</summary>
    public static string Notice =>
        string.Create(CultureInfo.InvariantCulture, $"\n… [The cell has written {Most >> 20} million characters. What follows is left out.]\n");

    /// <summary>What a reader is told when the cell is over: how much is missing, and its end. Null when nothing is.</summary>
    public string? Rest()
    {
        lock (_gate)
        {
            if (_leftOut == 0)
                return null;
            var kept = (int)Math.Min(_leftOut, Tail);
            var (end, count) = (_leftOut, _leftOut - kept);
            _leftOut = 0;
            var last = string.Create(kept, (_tail, end), static (text, from) =>
            {
                for (var at = 0; at < text.Length; at++)
                    text[at] = from._tail[(from.end - text.Length + at) % Tail];
            });
            return count == 0 ? last : string.Create(CultureInfo.InvariantCulture, $"… [{count:N0} characters are left out here; these are the last.]\n{last}");
        }
    }

    private void LeaveOut(ReadOnlySpan<char> text)
    {
        lock (_gate)
        {
            var start = Math.Max(0, text.Length - Tail);
            for (var at = start; at < text.Length; at++)
                _tail[(_leftOut + at) % Tail] = text[at];
            _leftOut += text.Length;
        }
    }
}

namespace Notebook.Running;

/// <summary>
/// Lines that stay, and below them one that changes. Without a terminal only the lines that stay are written. NO_COLOR takes the
/// colours away.
/// </summary>
internal sealed class LiveLine(TextWriter output, bool isTerminal, bool colour, int width = 100)
{
    private readonly Lock _gate = new();
    private bool _shown;

    /// <summary>For standard output as it is.</summary>
    public static LiveLine ForConsole()
    {
        var isTerminal = !Console.IsOutputRedirected;
        var plain = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) || Environment.GetEnvironmentVariable("TERM") == "dumb";
        return new(Console.Out, isTerminal && Environment.GetEnvironmentVariable("TERM") != "dumb", isTerminal && !plain, isTerminal ? Math.Max(40, Console.WindowWidth) : 100);
    }

    /// <summary>Whether the changing line is seen.</summary>
    public bool IsLive => isTerminal;

    /// <summary>Changes the line that changes.</summary>
    public void Show(string text)
    {
        if (!isTerminal)
            return;
        lock (_gate)
        {
            output.Write($"\r{(text.Length < width ? text : text[..(width - 2)] + "…")}\u001b[K");
            output.Flush();
            _shown = true;
        }
    }

    /// <summary>Writes a line that stays.</summary>
    public void Write(string text = "")
    {
        lock (_gate)
        {
            if (_shown)
                output.Write("\r\u001b[K");
            _shown = false;
            output.WriteLine(text);
            output.Flush();
        }
    }

    public string Good(string text) => Paint(text, 32);

    public string Bad(string text) => Paint(text, 31);

    private string Paint(string text, int code) => colour ? $"\u001b[{code}m{text}\u001b[0m" : text;
}

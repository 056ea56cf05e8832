namespace Lectures;

/// <summary>
/// An output that can be replaced while a cell runs. Inside a kernel it is one display that is updated; in a terminal
/// one line that is rewritten; in a file only what was shown last.
/// </summary>
public sealed class LiveOutput : IDisposable
{
    private readonly Action<IReadOnlyDictionary<string, string>> _show;
    private readonly bool _toConsole;
    private string _last = "";

    private LiveOutput(Action<IReadOnlyDictionary<string, string>>? show)
    {
        _toConsole = show is null;
        _show = show ?? (bundle => Rewrite(bundle["text/plain"]));
    }

    /// <summary>Shows <paramref name="first"/> and returns the output that later calls of <see cref="Update"/> replace.</summary>
    public static LiveOutput Start(Exhibit first)
    {
        // A kernel offers this hook under an agreed name; without it we are in a plain program.
        var display = AppContext.GetData("Notebook.Display")
            as Func<IReadOnlyDictionary<string, string>, Action<IReadOnlyDictionary<string, string>>>;
        if (display is not null) return new(display(Bundle(first)));
        var console = new LiveOutput(null);
        console.Update(first);
        return console;
    }

    /// <summary>Replaces what is shown.</summary>
    public void Update(Exhibit exhibit) => _show(Bundle(exhibit));

    /// <summary>Leaves what was shown last in place and ends the line.</summary>
    public void Dispose()
    {
        if (!_toConsole) return;
        Console.WriteLine(Console.IsOutputRedirected ? _last : "");
    }

    private void Rewrite(string text)
    {
        if (!Console.IsOutputRedirected) Console.Write("\r" + text.PadRight(_last.Length));
        _last = text;
    }

    private static Dictionary<string, string> Bundle(Exhibit exhibit) =>
        new() { ["text/html"] = exhibit.ToHtml(), ["text/plain"] = exhibit.ToText() };
}

using System.Diagnostics;

namespace Notebook.Reports;

/// <summary>Says how a run of notebooks goes, one line at a time, and ends with a table.</summary>
internal sealed class ReportConsole(TextWriter output, bool colour)
{
    private static readonly TimeSpan _quiet = TimeSpan.FromSeconds(15);
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Lock _gate = new();
    private readonly Dictionary<string, TimeSpan> _said = [];
    private readonly Dictionary<string, string> _places = [];
    private int _width;

    /// <summary>Whether standard output takes colours: a terminal, and NO_COLOR is not set.</summary>
    public static bool TakesColour => !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    public void Begin(IEnumerable<string> names) => _width = names.Max(name => name.Length);

    public void Started(string name) => Say(name, "running");

    /// <summary>Notes where a notebook is.</summary>
    public void Reached(string name, int cell, int cells)
    {
        lock (_gate)
            _places[name] = $"cell {cell} of {cells}";
        Remind(name);
    }

    /// <summary>Says where a notebook is unless something was said of it in the last fifteen seconds.</summary>
    public void Remind(string name)
    {
        lock (_gate)
            if (_places.TryGetValue(name, out var place) && _clock.Elapsed - _said.GetValueOrDefault(name) >= _quiet)
                Say(name, place);
    }

    public void Finished(string name, double seconds, string? failure) => Say(
        name,
        failure is null
            ? $"{Paint("✓", 32)} done in {Duration.Of(seconds)}"
            : $"{Paint("✗", 31)} stopped after {Duration.Of(seconds)}: {failure}");

    /// <summary>One row a notebook, then the place of the index alone on the last line.</summary>
    public void Table(IReadOnlyList<(string Name, double Seconds, string? Failure, string Page)> rows, string index)
    {
        var name = Math.Max("notebook".Length, rows.Max(row => row.Name.Length));
        output.WriteLine();
        output.WriteLine($"{"notebook".PadRight(name)}  {"result",-6}  {"time",10}  page");
        foreach (var row in rows)
        {
            var result = row.Failure is null ? Paint("ok".PadRight(6), 32) : Paint("failed", 31);
            output.WriteLine($"{row.Name.PadRight(name)}  {result}  {Duration.Of(row.Seconds),10}  {row.Page}");
        }

        output.WriteLine();
        output.WriteLine(index);
        output.Flush();
    }

    private void Say(string name, string text)
    {
        lock (_gate)
        {
            _said[name] = _clock.Elapsed;
            output.WriteLine($"{(int)_clock.Elapsed.TotalMinutes:00}:{_clock.Elapsed.Seconds:00}  {name.PadRight(_width)}  {text}");
            output.Flush();
        }
    }

    private string Paint(string text, int code) => colour ? $"\u001b[{code}m{text}\u001b[0m" : text;
}

using System.Diagnostics;
using Notebook.Running;

namespace Notebook.Reports;

/// <summary>
/// Says how a run of notebooks goes and ends with a table. A terminal shows where each notebook is in one line that changes; elsewhere
/// a line says so every fifteen seconds.
/// </summary>
internal sealed class ReportConsole(LiveLine screen)
{
    private static readonly TimeSpan _quiet = TimeSpan.FromSeconds(15);
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Lock _gate = new();
    private readonly Dictionary<string, TimeSpan> _said = [];
    private readonly SortedDictionary<string, (string Place, TimeSpan Begin, Func<TimeSpan, TimeSpan?> Left)> _running = new(StringComparer.Ordinal);
    private int _width;

    /// <summary>A console that only writes plain lines.</summary>
    public ReportConsole(TextWriter output) : this(new LiveLine(output, isTerminal: false, colour: false))
    {
    }

    public void Begin(IEnumerable<string> names) => _width = names.Max(name => name.Length);

    public void Started(string name)
    {
        lock (_gate)
            _running[name] = ("starting", _clock.Elapsed, _ => null);
        Say(name, "running");
    }

    /// <summary>Notes where a notebook is; <paramref name="left"/> tells the time left from the time spent.</summary>
    public void Reached(string name, int cell, int cells, Func<TimeSpan, TimeSpan?> left)
    {
        lock (_gate)
            if (_running.TryGetValue(name, out var running))
                _running[name] = ($"cell {cell} of {cells}", running.Begin, left);
        Remind(name);
    }

    /// <summary>Shows where all notebooks are; without a terminal: this one, unless something was said of it in the last fifteen seconds.</summary>
    public void Remind(string name)
    {
        lock (_gate)
        {
            if (screen.IsLive)
                screen.Show(string.Join("   ", _running.Select(running => $"{running.Key} {Where(running.Value)}")));
            else if (_running.TryGetValue(name, out var place) && _clock.Elapsed - _said.GetValueOrDefault(name) >= _quiet)
                Say(name, Where(place));
        }
    }

    public void Finished(string name, Outcome outcome)
    {
        lock (_gate)
            _running.Remove(name);
        Say(name, outcome switch
        {
            { Failure: { } failure } => $"{screen.Bad("✗")} stopped after {Duration.Of(outcome.Seconds)}: {failure}",
            { IsEarlier: true } => $"{screen.Good("✓")} unchanged: not run again",
            _ => $"{screen.Good("✓")} done in {Duration.Of(outcome.Seconds)}",
        });
    }

    /// <summary>One row a notebook, then the place of the index alone on the last line.</summary>
    public void Table(IReadOnlyList<Outcome> rows, string index)
    {
        var name = Math.Max("notebook".Length, rows.Max(row => row.Name.Length));
        screen.Write();
        screen.Write($"{"notebook".PadRight(name)}  {"result",-6}  {"time",10}  page");
        foreach (var row in rows)
        {
            var result = row.Failure is null ? screen.Good("ok".PadRight(6)) : screen.Bad("failed");
            screen.Write($"{row.Name.PadRight(name)}  {result}  {Duration.Of(row.Seconds),10}  {row.Page}{(row.IsEarlier ? "  (of an earlier run)" : "")}");
        }

        if (rows.Any(row => row.IsEarlier))
            screen.Write("Code, library and data of an earlier run are unchanged, so its outputs were used; --force runs such notebooks again.");
        screen.Write();
        screen.Write(index);
    }

    private string Where((string Place, TimeSpan Begin, Func<TimeSpan, TimeSpan?> Left) running)
    {
        var spent = _clock.Elapsed - running.Begin;
        return $"{running.Place}, {Duration.Of(spent.TotalSeconds)}{(running.Left(spent) is { } left ? $", about {Duration.Of(left.TotalSeconds)} left" : "")}";
    }

    private void Say(string name, string text)
    {
        lock (_gate)
        {
            _said[name] = _clock.Elapsed;
            screen.Write($"{(int)_clock.Elapsed.TotalMinutes:00}:{_clock.Elapsed.Seconds:00}  {name.PadRight(_width)}  {text}");
        }
    }
}

/// <summary>How it went with one notebook.</summary>
/// <param name="Name">The notebook.</param>
/// <param name="Seconds">How long its run took.</param>
/// <param name="Failure">What stopped it; null if nothing did.</param>
/// <param name="Page">Where its page is, from the current folder.</param>
/// <param name="IsEarlier">Whether the run was an earlier one.</param>
internal sealed record Outcome(string Name, double Seconds, string? Failure, string Page, bool IsEarlier);

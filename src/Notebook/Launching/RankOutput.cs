using System.Diagnostics;

namespace Notebook.Launching;

/// <summary>Writes what the ranks write, line by line, each line after the number of its rank.</summary>
/// <param name="output">Where lines of standard output go.</param>
/// <param name="errors">Where lines of standard error go.</param>
/// <param name="paint">For each of the two, whether it takes colours.</param>
/// <param name="width">Digits of the largest rank.</param>
internal sealed class RankOutput(TextWriter output, TextWriter errors, (bool Output, bool Errors) paint, int width)
{
    private static readonly int[] _colours = [36, 33, 35, 32, 34, 31];
    private readonly Lock _gate = new();

    /// <summary>Forwards both streams; the task ends when both have.</summary>
    public Task Forward(int rank, Process process) => Task.WhenAll(
        Forward(rank, process.StandardOutput, output, paint.Output), Forward(rank, process.StandardError, errors, paint.Errors));

    /// <summary>Says something on the launcher's own behalf.</summary>
    public void Say(string text)
    {
        lock (_gate)
            errors.WriteLine($"launch: {text}");
    }

    private async Task Forward(int rank, StreamReader from, TextWriter to, bool coloured)
    {
        var number = $"[{rank.ToString().PadLeft(width)}]";
        var prefix = coloured ? $"\u001b[{_colours[rank % _colours.Length]}m{number}\u001b[0m" : number;
        while (await from.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            lock (_gate)
            {
                to.WriteLine($"{prefix} {line}");
                to.Flush();
            }
        }
    }
}

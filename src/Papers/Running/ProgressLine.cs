using System.Diagnostics;
using Lectures;

namespace Papers.Running;

/// <summary>Says how far a part of a run is: in a terminal by one line that is rewritten, in a file by a line now and then.</summary>
/// <param name="output">Where to.</param>
/// <param name="terminal">Whether lines can be rewritten.</param>
internal sealed class ProgressLine(TextWriter output, bool terminal)
{
    private static readonly TimeSpan Rewritten = TimeSpan.FromSeconds(0.2), Written = TimeSpan.FromSeconds(60);
    private long _shown;
    private int _width;

    /// <summary>Shows where a part is.</summary>
    public void Show(string part, Progress progress)
    {
        if (!progress.Ended && _shown != 0 && Stopwatch.GetElapsedTime(_shown) < (terminal ? Rewritten : Written)) return;
        _shown = Stopwatch.GetTimestamp();
        var line = $"{part}: {progress.ToText()}";
        if (!terminal)
        {
            output.WriteLine(line);
            output.Flush();
            return;
        }

        output.Write("\r" + line.PadRight(_width));
        _width = line.Length;
        if (!progress.Ended) return;
        output.WriteLine();
        _width = 0;
    }
}

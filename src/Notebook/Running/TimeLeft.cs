using System.Text.Json.Nodes;
using Notebook.Documents;

namespace Notebook.Running;

/// <summary>
/// How long a run will still take: by the times of an earlier run of the same cells, scaled to how this one goes; without one, by the
/// mean of the cells so far.
/// </summary>
internal sealed class TimeLeft
{
    private const int FewCells = 3;
    private readonly double[]? _earlier;

    /// <param name="earlier">The notebook as an earlier run left it; null if there was none.</param>
    public TimeLeft(NotebookFile? earlier) => _earlier = earlier?.Cells
        .Where(cell => NotebookFile.Text(cell["cell_type"]) == "code" && NotebookFile.Text(cell["source"]).Trim().Length > 0)
        .Select(Seconds).ToArray();

    /// <param name="done">Cells that have ended.</param>
    /// <param name="count">Cells of the run.</param>
    /// <param name="spent">Time they took.</param>
    /// <returns>null while too little is known.</returns>
    public TimeSpan? After(int done, int count, TimeSpan spent)
    {
        if (done >= count)
            return TimeSpan.Zero;
        if (_earlier?.Length == count && _earlier.All(double.IsFinite))
        {
            var (before, after) = (_earlier.Take(done).Sum(), _earlier.Skip(done).Sum());
            return TimeSpan.FromSeconds(before > 1 ? after * spent.TotalSeconds / before : after);
        }
        return done < FewCells ? null : spent / done * (count - done);
    }

    private static double Seconds(JsonObject cell)
    {
        var times = cell["metadata"]?["execution"];
        return DateTimeOffset.TryParse(NotebookFile.Text(times?["iopub.execute_input"]), out var begin)
            && DateTimeOffset.TryParse(NotebookFile.Text(times?["shell.execute_reply"]), out var end) ? (end - begin).TotalSeconds : double.NaN;
    }
}

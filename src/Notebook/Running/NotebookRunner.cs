using System.Diagnostics;
using System.Text.Json.Nodes;
using Notebook.Documents;

namespace Notebook.Running;

/// <summary>
/// Runs notebooks with nbclient, each in its own folder. A run that stops keeps its outputs: at an error, after the time limit, and
/// when the kernel dies.
/// </summary>
internal sealed class NotebookRunner(Jupyter jupyter)
{
    private const char Event = '\u001e';
    private const int ReasonLines = 12;
    private static readonly Lazy<string> _script = new(() =>
    {
        using var reader = new StreamReader(typeof(NotebookRunner).Assembly.GetManifestResourceStream("execute.py")!);
        return reader.ReadToEnd();
    });

    /// <param name="source">The notebook.</param>
    /// <param name="options">Kernel, limits, environment.</param>
    /// <param name="heard">Gets the beginning and the end of each cell.</param>
    /// <param name="cancel">Stops the run and its kernel.</param>
    /// <exception cref="CannotStartException">Python could not run the notebook at all.</exception>
    public async Task<Executed> Run(NotebookFile source, RunOptions options, Action<CellProgress> heard, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        var folder = Directory.CreateTempSubdirectory("notebook-run-");
        try
        {
            var (input, output) = (Path.Combine(folder.FullName, "in.ipynb"), Path.Combine(folder.FullName, "out.ipynb"));
            source.Write(input);
            var events = new Events(source, heard);
            var (exit, _, errors) = await Jupyter.Run(
                jupyter.Python, ["-W", "ignore", "-c", _script.Value, Job(source, options, input, output).ToJsonString()], options.Environment, events.Hear, cancel);
            if (!File.Exists(output))
                throw new CannotStartException($"{source.FilePath} could not be run: {errors.Trim().Split('\n')[^1]} (nbclient ended with code {exit})");
            var executed = NotebookFile.Of(source.FilePath, NotebookFile.Read(output).Json);
            if (events.Lost is { } lost)
                Explain(executed, Math.Max(events.Current, 0), lost, errors);
            return new(executed, clock.Elapsed);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static JsonObject Job(NotebookFile source, RunOptions options, string input, string output) => new()
    {
        ["input"] = input,
        ["output"] = output,
        ["folder"] = Path.GetDirectoryName(source.FilePath),
        ["kernel"] = options.Kernel ?? source.Kernel,
        ["timeout"] = options.Timeout?.TotalSeconds,
        ["keep_going"] = options.KeepGoing,
    };

    /// <summary>Puts the reason after the outputs of the cell where the kernel was lost, with the last that the kernel said.</summary>
    private static void Explain(NotebookFile notebook, int place, (string Name, string Reason) lost, string errors)
    {
        var said = errors.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0).ToList();
        var fatal = said.FindIndex(line => line.StartsWith("Stack overflow", StringComparison.Ordinal)
            || line.StartsWith("Unhandled exception", StringComparison.Ordinal) || line.StartsWith("Fatal error", StringComparison.Ordinal));
        var cell = notebook.Cells.Skip(place).FirstOrDefault(cell => NotebookFile.Text(cell["cell_type"]) == "code")
            ?? throw new CannotStartException($"{notebook.FilePath} could not be run: {lost.Reason}");
        var outputs = cell["outputs"] as JsonArray ?? [];
        cell["outputs"] = outputs.Parent is null ? outputs : cell["outputs"];
        outputs.Add(new JsonObject
        {
            ["output_type"] = "error",
            ["ename"] = lost.Name,
            ["evalue"] = fatal < 0 ? lost.Reason : $"{lost.Reason} {said[fatal]}",
            ["traceback"] = new JsonArray([.. (fatal < 0 ? said.TakeLast(ReasonLines) : said.Skip(fatal).Take(ReasonLines)).Select(line => (JsonNode)line)]),
        });
    }

    /// <summary>What execute.py says while it works.</summary>
    private sealed class Events(NotebookFile source, Action<CellProgress> heard)
    {
        private readonly IReadOnlyList<JsonObject> _cells = source.Cells;
        private List<int> _running = [];

        /// <summary>The cell that ran last, from 0; -1 before the first.</summary>
        public int Current { get; private set; } = -1;

        /// <summary>How the kernel was lost; null if it was not.</summary>
        public (string Name, string Reason)? Lost { get; private set; }

        public void Hear(string line)
        {
            if (line.Length == 0 || line[0] != Event || JsonNode.Parse(line[1..]) is not JsonObject said)
                return;
            if (said["cells"] is JsonArray cells)
                _running = [.. cells.Select(cell => cell!.GetValue<int>())];
            else if (said["lost"] is { } name)
                Lost = (name.GetValue<string>(), NotebookFile.Text(said["reason"]));
            else if (said["cell"] is { } cell)
            {
                Current = cell.GetValue<int>();
                var took = said["seconds"] is { } seconds ? TimeSpan.FromSeconds(seconds.GetValue<double>()) : (TimeSpan?)null;
                heard(new(_cells[Current], _running.IndexOf(Current) + 1, _running.Count, took, said["failed"]?.GetValue<bool>() ?? false));
            }
        }
    }
}

using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Notebook.Reports;

/// <summary>A notebook after its run.</summary>
/// <param name="Notebook">With outputs: all of them, or those up to the error.</param>
/// <param name="Elapsed">How long the run took.</param>
internal sealed record Executed(NotebookFile Notebook, TimeSpan Elapsed)
{
    /// <summary>What stopped the run, in one line; null if nothing did.</summary>
    public string? Failure { get; } = Notebook.Failure() is var (_, error)
        ? $"{NotebookFile.Text(error["ename"])}: {NotebookFile.Text(error["evalue"])}".Split('\n')[0].TrimEnd(':', ' ')
        : null;
}

/// <summary>Runs one notebook through nbconvert, in the notebook's own folder, without a time limit.</summary>
internal sealed partial class Execution(Jupyter jupyter, ReportOptions options)
{
    private const int ErrorLines = 12;

    /// <param name="source">The notebook.</param>
    /// <param name="reached">Gets the number of the cell that begins to run and the number of cells.</param>
    /// <param name="cancel">Stops the run and its kernel.</param>
    public async Task<Executed> Run(NotebookFile source, Action<int, int> reached, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        if (options.NoExecute)
            return new(source, TimeSpan.FromSeconds(source.Metadata["report"]?["seconds"]?.GetValue<double>() ?? 0));
        var folder = Path.Combine(Path.GetFullPath(options.Executed), options.Scale);
        Directory.CreateDirectory(folder);
        var temporary = $"{source.Slug}.{Environment.ProcessId}.tmp";
        var current = 0;
        var (exit, _, errors) = await jupyter.Convert(
            Arguments(source, folder, temporary),
            [("NOTEBOOK_SCALE", options.Scale), ("PYTHONWARNINGS", "ignore")],
            line =>
            {
                if (Cell().Match(line) is not { Success: true } cell)
                    return;
                current = int.Parse(cell.Groups[1].Value);
                reached(current, int.Parse(cell.Groups[2].Value));
            },
            cancel);
        var written = Path.Combine(folder, temporary + ".ipynb");
        var final = Path.Combine(folder, source.Slug + ".ipynb");
        if (exit != 0 || !File.Exists(written))
            return new(Broken(source, current, exit, errors), clock.Elapsed);
        var executed = NotebookFile.Read(written);
        executed.Metadata["report"] = new JsonObject { ["seconds"] = Math.Round(clock.Elapsed.TotalSeconds, 1) };
        Files.WriteText(final, executed.Json.ToJsonString(new() { WriteIndented = true }));
        File.Delete(written);
        return new(NotebookFile.Read(final), clock.Elapsed);
    }

    private IEnumerable<string> Arguments(NotebookFile source, string folder, string name)
    {
        yield return "--to=notebook";
        yield return "--execute";
        yield return $"--config={Path.GetFullPath(Path.Combine(options.Templates, "execute.py"))}";
        yield return $"--output-dir={folder}";
        yield return $"--output={name}";
        if (options.Kernel is { } kernel)
            yield return $"--ExecutePreprocessor.kernel_name={kernel}";
        yield return source.FilePath;
    }

    /// <summary>The notebook without outputs, with the reason at the cell where the kernel was lost.</summary>
    private static NotebookFile Broken(NotebookFile source, int current, int exit, string errors)
    {
        var lines = errors.Split('\n').Where(line => !Cell().IsMatch(line) && line.Trim().Length > 0).ToArray();
        var reason = lines.LastOrDefault(line => Exception().IsMatch(line)) ?? $"nbconvert ended with code {exit}";
        var copy = NotebookFile.Read(source.FilePath);
        var cells = copy.Cells.Select((cell, index) => (cell, index)).Where(pair => NotebookFile.Text(pair.cell["cell_type"]) == "code").ToArray();
        var (failing, place) = cells.LastOrDefault(pair => pair.index < Math.Max(current, 1), cells.FirstOrDefault());
        if (failing is null)
            throw new CannotStartException($"{source.FilePath} could not be run: {reason}");
        failing["outputs"] = new JsonArray(new JsonObject
        {
            ["output_type"] = "error",
            ["ename"] = "The kernel was lost",
            ["evalue"] = reason.Trim(),
            ["traceback"] = new JsonArray([.. lines.TakeLast(ErrorLines).Select(line => (JsonNode)line)]),
        });
        foreach (var (later, _) in cells.Where(pair => pair.index > place))
            later["metadata"] = new JsonObject { ["tags"] = new JsonArray("not-run") };
        return copy;
    }

    [GeneratedRegex(@"^\[cell (\d+)/(\d+)\]$")]
    private static partial Regex Cell();

    [GeneratedRegex(@"^[\w.]*(Error|Died|Exception|NoSuchKernel)\b.*")]
    private static partial Regex Exception();
}

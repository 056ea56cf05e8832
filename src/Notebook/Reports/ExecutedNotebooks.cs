using System.Text.Json.Nodes;
using Notebook.Documents;
using Notebook.Running;

namespace Notebook.Reports;

/// <summary>
/// Notebooks with their outputs: run, or taken from an earlier run where nothing that the outputs depend on has changed. What the
/// foot of a page says of the run is kept with them, under <c>metadata.report</c>.
/// </summary>
internal sealed class ExecutedNotebooks(NotebookRunner runner, ReportOptions options, CacheKey keys, IReadOnlyList<(string Name, string Value)> provenance)
{
    private readonly string _folder = Path.Combine(Path.GetFullPath(options.Executed), options.Scale);

    /// <summary>The notebook as its last run left it; null if there is none.</summary>
    public NotebookFile? Earlier(NotebookFile source)
    {
        try
        {
            return File.Exists(PathOf(source)) ? NotebookFile.Read(PathOf(source)) : null;
        }
        catch (CannotStartException)
        {
            return null; // not a notebook any more: the next run replaces it
        }
    }

    /// <returns>The run, and whether it was an earlier one.</returns>
    public async Task<(Executed Run, bool IsEarlier)> Get(NotebookFile source, Action<CellProgress> heard, CancellationToken cancel)
    {
        if (options.NoExecute)
            return (new(source, Seconds(source)), false);
        var key = keys.Of(source, options.Kernel ?? source.Kernel);
        if (!options.Force && Earlier(source) is { } earlier && NotebookFile.Text(earlier.Metadata["report"]?["key"]) == key)
            return (new(WithWords(source, earlier), Seconds(earlier)), true);
        var run = await runner.Run(source, new(options.Kernel) { Environment = [("NOTEBOOK_SCALE", options.Scale), ("OMP_NUM_THREADS", options.Threads)] }, heard, cancel);
        run.Notebook.Metadata["report"] = new JsonObject
        {
            ["seconds"] = Math.Round(run.Elapsed.TotalSeconds, 1),
            ["key"] = run.Failure is null ? key : "",
            ["facts"] = Facts(source, run.Elapsed),
        };
        run.Notebook.Write(PathOf(source));
        return (run, false);
    }

    /// <summary>What the foot of a page says of a run, as a list of names and values.</summary>
    public JsonArray FactsOf(Executed run) =>
        run.Notebook.Metadata["report"]?["facts"] is JsonArray facts ? (JsonArray)facts.DeepClone() : Facts(run.Notebook, run.Elapsed);

    private JsonArray Facts(NotebookFile notebook, TimeSpan elapsed)
    {
        var seed = notebook.Metadata["seed"]?.ToString() is { Length: > 0 } given ? given : "as each cell says";
        var facts = new (string Name, string Value)[]
        {
            ("Notebook", Path.GetFileName(notebook.FilePath)), ("Date", DateTimeOffset.Now.ToString("yyyy-MM-dd HH:mm zzz")),
            ("Scale", options.Scale), ("Seed", seed), ("Threads", options.Threads), ("Run time", Duration.Of(elapsed.TotalSeconds)),
        };
        return [.. facts.Concat(provenance).Select(fact => (JsonNode)new JsonObject { ["name"] = fact.Name, ["value"] = fact.Value })];
    }

    // Prose and slide metadata may have changed since; code and its outputs have not.
    private static NotebookFile WithWords(NotebookFile source, NotebookFile earlier)
    {
        var json = (JsonObject)source.Json.DeepClone();
        var metadata = (JsonObject)(json["metadata"] ??= new JsonObject());
        foreach (var name in new[] { "report", "language_info" })
            metadata[name] = earlier.Metadata[name]?.DeepClone();
        var code = earlier.Cells.Where(IsCode).ToArray();
        foreach (var (cell, ran) in NotebookFile.Of(source.FilePath, json).Cells.Where(IsCode).Zip(code))
            foreach (var name in new[] { "outputs", "execution_count" })
                cell[name] = ran[name]?.DeepClone();
        return NotebookFile.Of(source.FilePath, json);
    }

    private static bool IsCode(JsonObject cell) => NotebookFile.Text(cell["cell_type"]) == "code";

    private static TimeSpan Seconds(NotebookFile notebook) => TimeSpan.FromSeconds(notebook.Metadata["report"]?["seconds"]?.GetValue<double>() ?? 0);

    private string PathOf(NotebookFile source) => Path.Combine(_folder, source.Slug + ".ipynb");
}

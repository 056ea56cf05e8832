using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Notebook.Documents;
using Notebook.Running;

namespace Notebook.Reports;

/// <summary>Makes the page of an executed notebook: prepares a copy, exports it with the template, finishes the HTML.</summary>
internal sealed partial class Page(Jupyter jupyter, Assets assets, ReportOptions options)
{
    private static readonly string[] _mermaid = ["text/vnd.mermaid", "text/x-mermaid"];

    /// <param name="run">The executed notebook.</param>
    /// <param name="facts">What the template shows under <c>nb.metadata.report</c>.</param>
    /// <param name="cancel">Stops the export.</param>
    /// <exception cref="InvalidOperationException">nbconvert failed; the message says how.</exception>
    public async Task<string> Of(Executed run, JsonObject facts, CancellationToken cancel)
    {
        var (shield, diagrams) = (new MathShield(), new Diagrams(assets));
        var copy = (JsonObject)run.Notebook.Json.DeepClone();
        var cells = NotebookFile.Of(run.Notebook.FilePath, copy).Cells;
        foreach (var cell in cells)
            Prepare(cell, shield, diagrams);
        Mark(cells);
        var metadata = (JsonObject)(copy["metadata"] ??= new JsonObject());
        metadata["report"] = facts;
        if (run.Notebook.Language is "C#" or "csharp")
            metadata["language_info"] = new JsonObject { ["name"] = "C#", ["pygments_lexer"] = "csharp" };
        return await Finished(await Exported(copy, run.Notebook.Slug, cancel), run.Notebook, shield, diagrams, cancel);
    }

    private async Task<string> Exported(JsonObject notebook, string name, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("report-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, name + ".ipynb"), notebook.ToJsonString(), cancel);
            var (exit, _, errors) = await jupyter.Convert(
                [
                    "--to=html", $"--template={options.Template}", $"--TemplateExporter.extra_template_basedirs={Path.GetFullPath(options.Templates)}",
                    "--HTMLExporter.exclude_anchor_links=True", Path.Combine(folder.FullName, name + ".ipynb"),
                ],
                cancel);
            var exported = Path.Combine(folder.FullName, name + ".html");
            return exit == 0 && File.Exists(exported) ? await File.ReadAllTextAsync(exported, cancel)
                : throw new InvalidOperationException($"nbconvert could not export {name}:\n{errors}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Prepare(JsonObject cell, MathShield shield, Diagrams diagrams)
    {
        if (NotebookFile.Text(cell["cell_type"]) == "markdown")
        {
            Images.Attach(cell);
            cell["source"] = shield.Hide(diagrams.Hide(NotebookFile.Text(cell["source"])));
        }

        Streams.Settle(cell);
        foreach (var data in NotebookFile.Outputs(cell).Select(output => output["data"]).OfType<JsonObject>())
        {
            if (data.ContainsKey("application/vnd.plotly.v1+json"))
                data.Remove("text/html"); // the live form, which may carry plotly.js with it
            if (data["text/markdown"] is { } markdown)
                data["text/markdown"] = shield.Hide(diagrams.Hide(NotebookFile.Text(markdown)));
            if (_mermaid.FirstOrDefault(data.ContainsKey) is { } mermaid)
                data["text/html"] = diagrams.Add(NotebookFile.Text(data[mermaid]));
        }
    }

    /// <summary>Tags the code after the cell that stopped the run.</summary>
    private static void Mark(IReadOnlyList<JsonObject> cells)
    {
        foreach (var later in cells.SkipWhile(cell => !NotebookFile.IsStopped(cell)).Skip(1).Where(cell => NotebookFile.Text(cell["cell_type"]) == "code" && cell["execution_count"] is null))
        {
            var metadata = (JsonObject)(later["metadata"] ??= new JsonObject());
            metadata["tags"] = new JsonArray([.. NotebookFile.Tags(later).Append("not-run").Distinct().Select(tag => (JsonNode)tag)]);
        }
    }

    private async Task<string> Finished(string html, NotebookFile notebook, MathShield shield, Diagrams diagrams, CancellationToken cancel)
    {
        var output = Path.GetFullPath(options.Output);
        var page = NotebookLink().Replace(Headings.Linked(shield.Restore(html)), "$1.html$2");
        page = new Images(Path.GetDirectoryName(notebook.FilePath)!, output, options.SingleFile).Local(await diagrams.Draw(page, cancel));
        if (!page.Contains("class=\"plot\"", StringComparison.Ordinal))
            page = PlotlyScripts().Replace(page, "");
        return options.SingleFile ? assets.Inline(page) : page;
    }

    [GeneratedRegex("<!-- plotly:begin -->.*?<!-- plotly:end -->", RegexOptions.Singleline)]
    private static partial Regex PlotlyScripts();

    // A link from one notebook to another leads from page to page.
    [GeneratedRegex("(<a [^>]*href=\"[^\":/]+)\\.ipynb([\"#])")]
    private static partial Regex NotebookLink();
}

using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Notebook.Reports;

/// <summary>Makes the page of an executed notebook: prepares a copy, exports it with the template, finishes the HTML.</summary>
internal sealed partial class Page(Jupyter jupyter, Assets assets, ReportOptions options)
{
    /// <param name="run">The executed notebook.</param>
    /// <param name="facts">What the template shows under <c>nb.metadata.report</c>.</param>
    /// <param name="cancel">Stops the export.</param>
    /// <exception cref="InvalidOperationException">nbconvert failed; the message says how.</exception>
    public async Task<string> Of(Executed run, JsonObject facts, CancellationToken cancel)
    {
        var shield = new MathShield();
        var copy = (JsonObject)run.Notebook.Json.DeepClone();
        foreach (var cell in (copy["cells"] as JsonArray ?? []).OfType<JsonObject>())
            Prepare(cell, shield);
        var metadata = copy["metadata"] as JsonObject ?? [];
        metadata["report"] = facts;
        if (NotebookFile.Text(metadata["kernelspec"]?["language"]) is "C#" && metadata["language_info"] is JsonObject language)
            language["pygments_lexer"] = "csharp";
        var folder = Directory.CreateTempSubdirectory("report-");
        try
        {
            var name = run.Notebook.Slug;
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, name + ".ipynb"), copy.ToJsonString(), cancel);
            var (exit, _, errors) = await jupyter.Convert(
                [
                    "--to=html", "--template=report", $"--TemplateExporter.extra_template_basedirs={Path.GetFullPath(options.Templates)}",
                    "--HTMLExporter.exclude_anchor_links=True", Path.Combine(folder.FullName, name + ".ipynb"),
                ],
                [("PYTHONWARNINGS", "ignore")], null, cancel);
            var exported = Path.Combine(folder.FullName, name + ".html");
            return exit == 0 && File.Exists(exported)
                ? Finished(await File.ReadAllTextAsync(exported, cancel), shield)
                : throw new InvalidOperationException($"nbconvert could not export {name}:\n{errors}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Prepare(JsonObject cell, MathShield shield)
    {
        if (NotebookFile.Text(cell["cell_type"]) == "markdown")
            cell["source"] = shield.Hide(NotebookFile.Text(cell["source"]));
        Streams.Settle(cell);
        foreach (var data in NotebookFile.Outputs(cell).Select(output => output["data"]).OfType<JsonObject>())
        {
            if (data.ContainsKey("application/vnd.plotly.v1+json"))
                data.Remove("text/html"); // the live form, which may carry plotly.js with it
            if (data["text/markdown"] is { } markdown)
                data["text/markdown"] = shield.Hide(NotebookFile.Text(markdown));
        }
    }

    private string Finished(string html, MathShield shield)
    {
        var page = Headings.Linked(shield.Restore(html));
        if (!page.Contains("class=\"plot\"", StringComparison.Ordinal))
            page = PlotlyScripts().Replace(page, "");
        return options.SingleFile ? assets.Inline(page) : page;
    }

    [GeneratedRegex("<!-- plotly:begin -->.*?<!-- plotly:end -->", RegexOptions.Singleline)]
    private static partial Regex PlotlyScripts();
}

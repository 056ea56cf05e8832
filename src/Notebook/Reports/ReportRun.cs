using System.Text.Json.Nodes;

namespace Notebook.Reports;

/// <summary>From notebooks to pages: runs them, some at a time, and writes their pages and the index.</summary>
internal sealed class ReportRun(ReportOptions options, ReportConsole console)
{
    private static readonly TimeSpan _second = TimeSpan.FromSeconds(1);

    /// <returns>0 if every notebook ran through, 1 if any stopped at an error.</returns>
    /// <exception cref="CannotStartException">Something is missing; the message says what to do.</exception>
    public async Task<int> Run(CancellationToken cancel)
    {
        var notebooks = options.Notebooks.Select(NotebookFile.Read).ToArray();
        if (notebooks.GroupBy(notebook => notebook.Slug).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new CannotStartException($"Two notebooks are named {twice.Key}; their pages would overwrite each other.");
        var assets = new Assets(options.Templates);
        var jupyter = Jupyter.Find();
        if (!options.NoExecute)
            await jupyter.RequireKernels(notebooks.Select(notebook => options.Kernel ?? notebook.Kernel), cancel);
        var output = Path.GetFullPath(options.Output);
        Directory.CreateDirectory(output);
        if (!options.SingleFile)
            assets.CopyTo(output);
        console.Begin(notebooks.Select(notebook => notebook.Slug));
        var (execution, page) = (new Execution(jupyter, options), new Page(jupyter, assets, options));
        var sequence = Sequence(notebooks, output);
        var provenance = Provenance.Of(options.Templates);
        var rows = new (string Name, double Seconds, string? Failure, string Page)[notebooks.Length];
        var atOnce = new ParallelOptions { MaxDegreeOfParallelism = options.Jobs, CancellationToken = cancel };
        await Parallel.ForAsync(0, notebooks.Length, atOnce, async (index, stop) =>
        {
            var source = notebooks[index];
            console.Started(source.Slug);
            using var reminder = new Timer(_ => console.Remind(source.Slug), null, _second, _second);
            var run = await execution.Run(source, (cell, cells) => console.Reached(source.Slug, cell, cells), stop);
            var path = Path.Combine(output, source.Slug + ".html");
            Files.WriteText(path, await page.Of(run, Facts(source, run, sequence, provenance), stop));
            Card.Of(source, run, options.Scale).Write(output);
            rows[index] = (source.Slug, run.Elapsed.TotalSeconds, run.Failure, Path.GetRelativePath(Directory.GetCurrentDirectory(), path));
            console.Finished(source.Slug, run.Elapsed.TotalSeconds, run.Failure);
        });
        var home = Path.Combine(output, "index.html");
        var listing = IndexPage.Of(Card.ReadAll(output));
        Files.WriteText(home, options.SingleFile ? assets.Inline(listing) : listing);
        console.Table(rows, home);
        return rows.Any(row => row.Failure is not null) ? 1 : 0;
    }

    /// <summary>The pages that previous and next lead to: those of this run and those already there.</summary>
    private static (string Slug, string Title)[] Sequence(IEnumerable<NotebookFile> notebooks, string output) =>
        [.. notebooks.Select(notebook => (notebook.Slug, notebook.Title))
            .UnionBy(Card.ReadAll(output).Select(card => (card.Slug, card.Title)), page => page.Slug)
            .OrderBy(page => page.Slug, StringComparer.Ordinal)];

    private JsonObject Facts(
        NotebookFile source, Executed run, (string Slug, string Title)[] sequence, IReadOnlyList<(string Name, string Value)> provenance)
    {
        var place = Array.FindIndex(sequence, page => page.Slug == source.Slug);
        var seed = source.Metadata["seed"]?.ToString() is { Length: > 0 } given ? [("Seed", given)] : Array.Empty<(string Name, string Value)>();
        var entries = new (string Name, string Value)[]
        {
            ("Notebook", Path.GetFileName(source.FilePath)), ("Date", DateTimeOffset.Now.ToString("yyyy-MM-dd HH:mm zzz")),
            ("Scale", options.Scale), ("Run time", Duration.Of(run.Elapsed.TotalSeconds)),
        };
        return new()
        {
            ["title"] = Flat(source.Title),
            ["summary"] = Flat(source.Summary),
            ["failed"] = run.Failure is not null,
            ["index"] = "index.html",
            ["previous"] = place > 0 ? Link(sequence[place - 1]) : null,
            ["next"] = place + 1 < sequence.Length ? Link(sequence[place + 1]) : null,
            ["provenance"] = new JsonArray([.. entries.Concat(seed).Concat(provenance).Select(entry =>
                (JsonNode)new JsonObject { ["name"] = entry.Name, ["value"] = entry.Value })]),
        };
    }

    private static JsonObject Link((string Slug, string Title) page) =>
        new() { ["href"] = page.Slug + ".html", ["title"] = Flat(page.Title) };

    // Where formulas cannot be set, their source stands without its marks.
    private static string Flat(string text) => text.Replace("$", "").Replace("\\(", "").Replace("\\)", "");
}

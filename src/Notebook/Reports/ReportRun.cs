using System.Text.Json.Nodes;
using Notebook.Documents;
using Notebook.Running;

namespace Notebook.Reports;

/// <summary>From notebooks to pages or slides: runs them, some at a time, and writes their pages and the index.</summary>
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
        var assets = new Assets(options.Templates, options.Template);
        var jupyter = Jupyter.Find();
        if (!options.NoExecute)
            await jupyter.RequireKernels(notebooks.Select(notebook => options.Kernel ?? notebook.Kernel), cancel);
        var output = Path.GetFullPath(options.Output);
        Directory.CreateDirectory(output);
        if (!options.SingleFile)
            assets.CopyTo(output);
        console.Begin(notebooks.Select(notebook => notebook.Slug));
        var (executed, page) = (await Notebooks(jupyter, cancel), new Page(jupyter, assets, options));
        var sequence = Sequence(notebooks, output);
        var rows = new Outcome[notebooks.Length];
        var atOnce = new ParallelOptions { MaxDegreeOfParallelism = options.Jobs, CancellationToken = cancel };
        await Parallel.ForAsync(0, notebooks.Length, atOnce, async (index, stop) =>
        {
            var source = notebooks[index];
            console.Started(source.Slug);
            using var reminder = new Timer(_ => console.Remind(source.Slug), null, _second, _second);
            var left = new TimeLeft(executed.Earlier(source));
            var (run, isEarlier) = await executed.Get(source, cell =>
                console.Reached(source.Slug, cell.Number, cell.Count, spent => left.After(cell.Number - 1, cell.Count, spent)), stop);
            var path = Path.Combine(output, source.Slug + ".html");
            var facts = executed.FactsOf(run);
            Card.Of(run, facts).Write(output);
            Files.WriteText(path, await page.Of(run, Facts(run, facts, sequence), stop));
            rows[index] = new(source.Slug, run.Elapsed.TotalSeconds, run.Failure, Near(path), isEarlier);
            console.Finished(source.Slug, rows[index]);
        });
        WriteIndex(output, options.Template == "slides", assets);
        console.Table(rows, Path.Combine(output, "index.html"));
        return rows.Any(row => row.Failure is not null) ? 1 : 0;
    }

    /// <summary>Lists the pages. Slides lie in a folder of their pages', and each index leads to the other.</summary>
    private void WriteIndex(string output, bool isSlides, Assets assets)
    {
        var (parent, below) = (Path.GetDirectoryName(output)!, Path.Combine(output, "slides"));
        var other = isSlides ? HasPages(parent) ? "../index.html" : null : HasPages(below) ? "slides/index.html" : null;
        var listing = IndexPage.Of(Card.ReadAll(output), isSlides, other);
        Files.WriteText(Path.Combine(output, "index.html"), options.SingleFile ? assets.Inline(listing) : listing);
        if (isSlides && other is not null && !options.SingleFile)
            Files.WriteText(Path.Combine(parent, "index.html"), IndexPage.Of(Card.ReadAll(parent), isSlides: false, "slides/index.html"));
    }

    private static bool HasPages(string folder) => File.Exists(Path.Combine(folder, "assets", "report.css")) && Card.ReadAll(folder).Count > 0;

    private async Task<ExecutedNotebooks> Notebooks(Jupyter jupyter, CancellationToken cancel)
    {
        var provenance = Provenance.Of(options.Templates);
        var libraries = string.Concat(provenance.Where(entry => entry.Name is "Debian" or "libtorch").Select(entry => entry.Value));
        var folders = options.NoExecute ? [] : await jupyter.KernelFolders(cancel);
        return new(new(jupyter), options, new(options.Scale, folders, libraries, Provenance.Root(Path.GetFullPath(options.Templates))), provenance);
    }

    /// <summary>The pages that previous and next lead to: those of this run and those already there.</summary>
    private static (string Slug, string Title)[] Sequence(IEnumerable<NotebookFile> notebooks, string output) =>
        [.. notebooks.Select(notebook => (notebook.Slug, notebook.Title))
            .UnionBy(Card.ReadAll(output).Select(card => (card.Slug, card.Title)), page => page.Slug)
            .OrderBy(page => page.Slug, StringComparer.Ordinal)];

    private JsonObject Facts(Executed run, JsonArray provenance, (string Slug, string Title)[] sequence)
    {
        var (source, place) = (run.Notebook, Array.FindIndex(sequence, page => page.Slug == run.Notebook.Slug));
        return new()
        {
            ["title"] = Flat(source.Title),
            ["summary"] = Flat(source.Summary),
            ["failed"] = run.Failure is not null,
            ["glance"] = Glance.Of(source).ToJson(),
            ["index"] = "index.html",
            ["previous"] = place > 0 ? Link(sequence[place - 1]) : null,
            ["next"] = place + 1 < sequence.Length ? Link(sequence[place + 1]) : null,
            ["provenance"] = provenance,
            ["slides"] = options.Template == "slides" ? SlideDeck.Of(source) : null,
        };
    }

    private static string Near(string path) => Path.GetRelativePath(Directory.GetCurrentDirectory(), path) is var near && near.StartsWith("..", StringComparison.Ordinal) ? path : near;

    private static JsonObject Link((string Slug, string Title) page) =>
        new() { ["href"] = page.Slug + ".html", ["title"] = Flat(page.Title) };

    // Where formulas cannot be set, their source stands without its marks.
    private static string Flat(string text) => text.Replace("$", "").Replace("\\(", "").Replace("\\)", "");
}

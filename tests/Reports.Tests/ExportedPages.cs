using Notebook.Documents;
using Notebook.Reports;
using Notebook.Running;

[assembly: AssemblyFixture(typeof(Reports.Tests.ExportedPages))]

namespace Reports.Tests;

/// <summary>Pages exported once from the fixtures, with shared assets, as single files and as slides.</summary>
public sealed class ExportedPages : IAsyncLifetime
{
    public static readonly string[] Notebooks = ["01-everything", "02-stops", "03-words"];

    private readonly TemporaryFolder _folder = new();

    /// <summary>What the run with shared assets returned.</summary>
    public int ExitCode { get; private set; }

    /// <summary>What it said.</summary>
    public string Said { get; private set; } = "";

    public string Shared => Path.Combine(_folder.Path, "shared");

    public string SingleFiles => Path.Combine(_folder.Path, "single");

    public string Decks => Path.Combine(_folder.Path, "decks");

    public string Page(string name) => Path.Combine(Shared, name + ".html");

    /// <summary>The page of the notebook that has pictures beside it and diagrams.</summary>
    public string Illustrated => Path.Combine(_folder.Path, "illustrated", "04-slides.html");

    public async ValueTask InitializeAsync()
    {
        using var said = new StringWriter();
        ExitCode = await new ReportRun(Options(Shared), new(said)).Run(CancellationToken.None);
        Said = said.ToString();
        await new ReportRun(Options(SingleFiles) with { SingleFile = true, Notebooks = [Repository.Fixture("01-everything.ipynb")] }, new(TextWriter.Null)).Run(CancellationToken.None);
        Directory.Delete(Path.Combine(SingleFiles, "assets"), recursive: true);
        string[] decks = [Repository.Fixture("03-words.ipynb"), Repository.Fixture("04-slides.ipynb")];
        await new ReportRun(Options(Decks) with { Template = "slides", Notebooks = decks }, new(TextWriter.Null)).Run(CancellationToken.None);
        await new ReportRun(Options(Path.Combine(_folder.Path, "illustrated")) with { Notebooks = decks }, new(TextWriter.Null)).Run(CancellationToken.None);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private static ReportOptions Options(string output) =>
        new([.. Notebooks.Select(name => Repository.Fixture(name + ".ipynb"))], output, Repository.Templates) { NoExecute = true };
}

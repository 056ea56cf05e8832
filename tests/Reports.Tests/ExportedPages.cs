using Notebook.Documents;
using Notebook.Reports;
using Notebook.Running;

[assembly: AssemblyFixture(typeof(Reports.Tests.ExportedPages))]

namespace Reports.Tests;

/// <summary>Pages exported once from the fixtures, with shared assets and as single files.</summary>
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

    public string Page(string name) => Path.Combine(Shared, name + ".html");

    public async ValueTask InitializeAsync()
    {
        using var said = new StringWriter();
        ExitCode = await new ReportRun(Options(Shared), new(said)).Run(CancellationToken.None);
        Said = said.ToString();
        await new ReportRun(Options(SingleFiles) with { SingleFile = true, Notebooks = [Repository.Fixture("01-everything.ipynb")] }, new(TextWriter.Null)).Run(CancellationToken.None);
        Directory.Delete(Path.Combine(SingleFiles, "assets"), recursive: true);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private static ReportOptions Options(string output) =>
        new([.. Notebooks.Select(name => Repository.Fixture(name + ".ipynb"))], output, Repository.Templates) { NoExecute = true };
}

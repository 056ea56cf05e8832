using Notebook;
using Notebook.Documents;
using Notebook.Reports;
using Notebook.Running;

namespace Reports.Tests;

/// <summary>Runs through the real nbconvert, with Python's kernel so that these tests need no other.</summary>
public class ExecutionTests
{
    [Fact]
    public async Task A_run_keeps_final_states_and_passes_the_scale_on()
    {
        var (exit, said, page) = await Report("run-through.ipynb");

        Assert.Equal(0, exit);
        Assert.Contains("scale smoke", page);
        Assert.Contains($"threads {Threads(notebooks: 1)}", page);
        Assert.Contains("tabindex=\"0\">&#39;last&#39;</pre>", page);
        Assert.DoesNotContain("tabindex=\"0\">&#39;first&#39;</pre>", page);
        Assert.Contains("run-through  ok", said);
    }

    [Fact]
    public async Task A_failing_cell_stops_its_notebook_but_not_its_page()
    {
        var (exit, said, page) = await Report("run-stops.ipynb");

        Assert.Equal(1, exit);
        Assert.Contains("before", page);
        Assert.Contains("<strong>ValueError</strong>: k must be at most 784; given 900", page);
        Assert.Contains("Not run: an earlier cell failed.", page);
        Assert.False(File.Exists(Repository.Fixture("must-not-exist")));
        Assert.Contains("stopped after", said);
        Assert.Contains("run-stops  failed", said);
    }

    [Fact]
    public async Task A_lost_kernel_still_gives_a_page()
    {
        var (exit, _, page) = await Report("run-dies.ipynb");

        Assert.Equal(1, exit);
        Assert.Contains("The kernel died", page);
        Assert.Contains("before", page);
        Assert.Contains("The kernel ended while this cell ran.", page);
        Assert.Contains("os.kill", page.Replace("</span>", "").Replace("<span class=\"n\">", "").Replace("<span class=\"o\">", ""));
    }

    [Fact]
    public async Task One_failure_does_not_stop_the_others_and_each_gets_its_share_of_the_cores()
    {
        using var folder = new TemporaryFolder();
        using var said = new StringWriter();
        var options = Options(folder.Path, "run-stops.ipynb", "run-through.ipynb");

        Assert.Equal(1, await new ReportRun(options, new(said)).Run(TestContext.Current.CancellationToken));
        var lines = said.ToString().TrimEnd().Split('\n');
        Assert.Equal(Path.Combine(folder.Path, "pages", "index.html"), lines[^1]);
        Assert.True(File.Exists(lines[^1]));
        Assert.Contains($"threads {Threads(notebooks: 2)}", await File.ReadAllTextAsync(Path.Combine(folder.Path, "pages", "run-through.html"), TestContext.Current.CancellationToken));
        Assert.Contains("run-stops    failed", lines[^4]);
        Assert.Contains("run-through  ok", lines[^3]);
        Assert.Empty(Directory.GetFiles(folder.Path, "*.tmp*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task What_is_missing_is_named_before_anything_runs()
    {
        using var folder = new TemporaryFolder();
        var token = TestContext.Current.CancellationToken;
        var good = Options(folder.Path, "run-through.ipynb");
        Task<int> Run(ReportOptions options) => new ReportRun(options, new(TextWriter.Null)).Run(token);

        var kernel = await Assert.ThrowsAsync<CannotStartException>(() => Run(good with { Kernel = "no-such-kernel" }));
        Assert.Contains("'no-such-kernel' is not installed", kernel.Message);
        var notebook = await Assert.ThrowsAsync<CannotStartException>(() => Run(good with { Notebooks = ["nowhere.ipynb"] }));
        Assert.Contains("There is no notebook nowhere.ipynb", notebook.Message);
        var templates = await Assert.ThrowsAsync<CannotStartException>(() => Run(good with { Templates = folder.Path }));
        Assert.Contains("--templates", templates.Message);
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "pages")));
    }

    private static string Threads(int notebooks) =>
        Environment.GetEnvironmentVariable("OMP_NUM_THREADS") ?? $"{Math.Max(1, Environment.ProcessorCount / notebooks)}";

    private static ReportOptions Options(string folder, params string[] notebooks) =>
        new([.. notebooks.Select(Repository.Fixture)], Path.Combine(folder, "pages"), Repository.Templates)
        {
            Scale = "smoke", Executed = Path.Combine(folder, "executed"), Kernel = "python3",
        };

    private static async Task<(int Exit, string Said, string Page)> Report(string notebook)
    {
        using var folder = new TemporaryFolder();
        using var said = new StringWriter();
        var options = Options(folder.Path, notebook);
        var exit = await new ReportRun(options, new(said)).Run(TestContext.Current.CancellationToken);
        var page = Path.Combine(options.Output, Path.ChangeExtension(notebook, "html"));
        return (exit, said.ToString(), await File.ReadAllTextAsync(page));
    }
}

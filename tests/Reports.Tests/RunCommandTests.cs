using System.Diagnostics;
using System.Text.Json.Nodes;
using Notebook.Commands;
using Notebook.Documents;

namespace Reports.Tests;

/// <summary><c>run</c> and <c>export</c> on real kernels: Python's, which these tests need no build of ours for.</summary>
public sealed class RunCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_run_writes_its_outputs_and_says_where_it_was()
    {
        var (exit, said, _) = await Run("a = 1", "a + 1", "print('text')");

        Assert.Equal(0, exit);
        Assert.Contains("[1/3]", said);
        Assert.Contains("✓ a + 1", said);
        Assert.Equal("2", NotebookFile.Text(Output(1)["data"]!["text/plain"]));
        Assert.Equal("text\n", NotebookFile.Text(Output(2)["text"]));
    }

    [Fact]
    public async Task A_run_stops_at_an_error_and_keeps_what_came_before()
    {
        var (exit, said, _) = await Run("print('before')", "1 / 0", "print('after')");

        Assert.Equal(1, exit);
        Assert.Contains("ZeroDivisionError: division by zero", said);
        Assert.Equal("before\n", NotebookFile.Text(Output(0)["text"]));
        Assert.Empty(NotebookFile.Outputs(Done().Cells[2]));
    }

    [Fact]
    public async Task Keep_going_runs_the_cells_after_an_error()
    {
        var (exit, said, _) = await Run(["1 / 0", "print('after')"], "--keep-going");

        Assert.Equal(1, exit);
        Assert.Contains("ZeroDivisionError", said);
        Assert.Equal("after\n", NotebookFile.Text(Output(1)["text"]));
    }

    [Fact]
    public async Task Languages_that_cells_name_in_their_metadata_are_honoured()
    {
        KernelSpec.Write(KernelSpec.FolderUnder(_folder.Path), ["dotnet", Path.Combine(AppContext.BaseDirectory, "dotnet-notebook.dll")]);
        var path = Write("in.ipynb", "6 * 7", "<b>bold</b>", "let x = 1");
        var notebook = NotebookFile.Read(path);
        foreach (var (cell, language) in new[] { (1, "html"), (2, "fsharp") })
            notebook.Cells[cell]["metadata"]!["polyglot_notebook"] = new JsonObject { ["kernelName"] = language };
        notebook.Write(path);
        var jupyter = ("JUPYTER_PATH", Path.Combine(_folder.Path, "share", "jupyter"));
        var (exit, said, _) = await CommandLineProcess.RunWith("", [jupyter], "run", path, "-o", At("out.ipynb"), "--kernel", ".net-csharp", "--keep-going");

        Assert.Equal(1, exit);
        Assert.Equal("42", NotebookFile.Text(Output(0)["data"]!["text/plain"]));
        Assert.Equal("<b>bold</b>", NotebookFile.Text(Output(1)["data"]!["text/html"]));
        Assert.Contains("this kernel runs C# only and does not know #!fsharp.", said);
    }

    [Fact]
    public async Task A_cell_beyond_its_time_is_stopped_and_named()
    {
        var (exit, said, _) = await Run(["print('before', flush=True)\nimport time\ntime.sleep(60)"], "--timeout", "2");

        Assert.Equal(1, exit);
        Assert.Contains("TimeoutError: The cell ran longer than 2", said);
        Assert.Equal("before\n", NotebookFile.Text(Output(0)["text"]));
    }

    [Theory]
    [InlineData("run", "-o", "out.ipynb")]
    [InlineData("report", "-o", "pages")]
    public async Task Ctrl_C_ends_the_work_and_leaves_neither_halves_nor_processes(string command, string option, string output)
    {
        var path = Write("slow.ipynb", $"open({Quoted("started")}, 'w').close()\nimport time\ntime.sleep(600)");
        string[] templates = command == "report" ? ["--templates", Repository.Templates] : [];
        using var process = CommandLineProcess.Start([], [command, path, option, At(output), .. templates]);
        for (var waited = 0; !File.Exists(At("started")); waited++)
            await Task.Delay(waited < 600 ? 100 : throw new TimeoutException("The cell did not start."), TestContext.Current.CancellationToken);
        Process.Start("kill", ["-INT", $"{process.Id}"]).WaitForExit();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        Assert.Equal(130, process.ExitCode);
        Assert.EndsWith($"{command}: stopped.\n", await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.DoesNotContain(Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories), file => Path.GetFileName(file) is "out.ipynb" or "slow.html" or "index.html" || file.EndsWith(".tmp", StringComparison.Ordinal));
        Assert.DoesNotContain(Directory.EnumerateDirectories("/proc"), folder => Reads(folder, "cmdline").Contains(_folder.Path, StringComparison.Ordinal));

        string Quoted(string name) => $"'{At(name)}'";

        static string Reads(string folder, string name)
        {
            try
            {
                return File.ReadAllText(Path.Combine(folder, name));
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                return ""; // it is no process, or has ended
            }
        }
    }

    [Fact]
    public async Task What_cannot_be_run_is_said_in_one_line()
    {
        var good = Write("good.ipynb", "1");
        var broken = Path.Combine(_folder.Path, "broken.ipynb");
        await File.WriteAllTextAsync(broken, "{\n \"cells\": [\n  oops", TestContext.Current.CancellationToken);
        var cases = new (string[] Arguments, string Message)[]
        {
            (["nowhere.ipynb"], "run: There is no notebook nowhere.ipynb."),
            ([broken], "its JSON breaks off in line 3"),
            ([Text("empty.ipynb", "")], "is not a notebook: it is empty."),
            ([Text("odd.ipynb", "{\"cells\": [3]}")], "is not a notebook: cell 1 is not an object with metadata."),
            ([Text("sample.dib", "#!csharp\n1")], "is a .dib file. Make a notebook of it first:  dotnet notebook convert "),
            ([Text("fs.ipynb", "{\"cells\": [], \"metadata\": {\"kernelspec\": {\"name\": \".net-fsharp\"}}}")], "This one runs C# only"),
            ([Text("none.ipynb", "{\"cells\": [], \"metadata\": {\"kernelspec\": 3}}")], "The notebook names no kernel"),
            ([_folder.Path], "is a folder"),
            ([good, "--kernel", "klingon"], "run: The kernel 'klingon' is not installed; there are: "),
            ([good, "-o", good + ".d/out.ipynb"], "there is no folder"),
            ([good, "-o", broken], "exists already; --force replaces it."),
            ([good, "-o", "x.ipynb", "--set", "1a=2"], "'1a' is not a name"),
            ([good, "-o", "x.ipynb", "--set", "a"], "--set takes name=value; given: 'a'."),
            ([good, "--set", "a=1"], "needs another file"),
        };
        foreach (var (arguments, message) in cases)
        {
            var (exit, _, errors) = await CommandLineProcess.Run(["run", .. arguments]);
            Assert.Equal(2, exit);
            Assert.Contains(message, errors);
            Assert.Single(errors.Trim().Split('\n'));
        }
    }

    [Fact]
    public async Task Export_makes_a_page_a_document_and_a_print()
    {
        var (exit, _, errors) = await CommandLineProcess.Run("export", Repository.Fixture("03-words.ipynb"), "--templates", Repository.Templates, "-o", At("words.html"));
        Assert.True(exit == 0, errors);
        Assert.Contains("<style>", await File.ReadAllTextAsync(At("words.html"), TestContext.Current.CancellationToken));
        (exit, _, errors) = await CommandLineProcess.Run("export", Repository.Fixture("03-words.ipynb"), "--to", "md", "-o", At("words.md"));
        Assert.True(exit == 0, errors);
        Assert.StartsWith("# ", (await File.ReadAllTextAsync(At("words.md"), TestContext.Current.CancellationToken)).TrimStart());
        (exit, _, errors) = await CommandLineProcess.Run("export", Repository.Fixture("03-words.ipynb"), "--to", "pdf", "--templates", Repository.Templates, "-o", At("words.pdf"));
        Assert.True(exit == 0, errors);
        Assert.Equal("%PDF"u8.ToArray(), (await File.ReadAllBytesAsync(At("words.pdf"), TestContext.Current.CancellationToken))[..4]);
    }

    private string Text(string name, string text)
    {
        File.WriteAllText(At(name), text);
        return At(name);
    }

    private string At(string name) => Path.Combine(_folder.Path, name);

    private NotebookFile Done() => NotebookFile.Read(At("out.ipynb"));

    private JsonObject Output(int cell) => NotebookFile.Outputs(Done().Cells[cell]).First();

    private Task<(int Exit, string Output, string Errors)> Run(params string[] cells) => Run(cells, []);

    private Task<(int Exit, string Output, string Errors)> Run(string[] cells, params string[] options) =>
        CommandLineProcess.Run(["run", Write("in.ipynb", cells), "-o", At("out.ipynb"), .. options]);

    private string Write(string name, params string[] cells)
    {
        var notebook = new JsonObject
        {
            ["cells"] = new JsonArray([.. cells.Select((source, index) => (JsonNode)new JsonObject
            {
                ["cell_type"] = "code", ["execution_count"] = null, ["id"] = $"c{index}", ["metadata"] = new JsonObject(),
                ["outputs"] = new JsonArray(), ["source"] = source,
            })]),
            ["metadata"] = new JsonObject { ["kernelspec"] = new JsonObject { ["name"] = "python3", ["display_name"] = "Python 3" } },
            ["nbformat"] = 4, ["nbformat_minor"] = 5,
        };
        NotebookFile.Of(At(name), notebook).Write(At(name));
        return At(name);
    }
}

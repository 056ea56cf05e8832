using System.Text.Json.Nodes;

namespace Notebook.Tests.Jupyter;

/// <summary>Programs of Jupyter that start the kernel themselves.</summary>
public sealed class FrontEndTests(Installation installation) : IClassFixture<Installation>
{
    [Fact]
    public async Task Nbconvert_executes_a_notebook()
    {
        var notebook = Path.Combine(installation.Folder, "small.ipynb");
        await File.WriteAllTextAsync(notebook, Notebook("var x = 20;", "x + 1").ToJsonString(), TestContext.Current.CancellationToken);
        var (code, output) = await PythonProcess.Run(
            installation.JupyterPath, "-m", "nbconvert", "--execute", "--to", "notebook", "--output", "done.ipynb", notebook);
        Assert.True(code == 0, output);
        var done = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(installation.Folder, "done.ipynb"), TestContext.Current.CancellationToken))!;
        Assert.Equal("21", (string?)done["cells"]![1]!["outputs"]![0]!["data"]!["text/plain"]![0]);
        Assert.Equal("csharp", (string?)done["metadata"]!["language_info"]!["pygments_lexer"]);
    }

    [Fact]
    public async Task Conformance_suite_of_Jupyter_passes()
    {
        var (code, output) = await PythonProcess.Run(installation.JupyterPath, PythonProcess.Peer("conformance.py"));
        Assert.True(code == 0, output);
        Assert.DoesNotContain("skipped", output, StringComparison.Ordinal);
    }

    private static JsonObject Notebook(params IEnumerable<string> cells) => new()
    {
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
        ["metadata"] = new JsonObject { ["kernelspec"] = new JsonObject { ["name"] = ".net-csharp", ["display_name"] = ".NET (C#)" } },
        ["cells"] = new JsonArray(
        [
            .. cells.Select((source, at) => new JsonObject
            {
                ["cell_type"] = "code", ["id"] = $"cell-{at}", ["metadata"] = new JsonObject(), ["source"] = source,
                ["outputs"] = new JsonArray(), ["execution_count"] = null,
            }),
        ]),
    };
}

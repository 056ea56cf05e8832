using Notebook.Reports;

namespace Reports.Tests;

/// <summary>When a notebook is run again and when its outputs are used again.</summary>
public sealed class CacheTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Notebook => Path.Combine(_folder.Path, "run-through.ipynb");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Only_what_the_outputs_depend_on_makes_a_notebook_run_again()
    {
        var text = await File.ReadAllTextAsync(Repository.Fixture("run-through.ipynb"), TestContext.Current.CancellationToken);
        await Write(text);

        Assert.Contains("done in", await Report());
        Assert.Contains("unchanged: not run again", await Report());
        Assert.Contains("done in", await Report(force: true));
        Assert.Contains("done in", await Report(scale: "lecture"));

        await Write(text.Replace("# ", "# New words: ", StringComparison.Ordinal));
        Assert.Contains("unchanged: not run again", await Report());
        Assert.Contains("New words", await File.ReadAllTextAsync(Path.Combine(_folder.Path, "pages", "run-through.html"), TestContext.Current.CancellationToken));

        await Write(text.Replace("scale", "size", StringComparison.Ordinal));
        Assert.Contains("done in", await Report());
    }

    [Fact]
    public void A_library_a_data_file_and_a_loaded_file_count()
    {
        var (library, loaded, data) = (At("bin/Some.dll"), At("more.csx"), At("data/numbers.json"));
        foreach (var path in new[] { library, loaded, data })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, "1");
        }

        var notebook = global::Notebook.Documents.NotebookFile.Parse(
            """{ "cells": [ { "cell_type": "code", "source": "#r \"bin/Some.dll\"\n#load \"more.csx\"\nx" } ] }""", At("x.ipynb"));
        string Key(string scale = "smoke", string libraries = "a 1") => new CacheKey(scale, [], libraries, _folder.Path).Of(notebook, "python3");
        var keys = new List<string> { Key(), Key("lecture"), Key(libraries: "a 2") };
        foreach (var path in new[] { library, loaded, data })
        {
            File.WriteAllText(path, "other");
            keys.Add(Key());
        }

        Assert.Equal(keys.Count, keys.Distinct().Count());
        Assert.Equal(keys[^1], Key());
    }

    private string At(string name) => Path.Combine(_folder.Path, name);

    private Task Write(string text) => File.WriteAllTextAsync(Notebook, text, TestContext.Current.CancellationToken);

    private async Task<string> Report(string scale = "smoke", bool force = false)
    {
        using var said = new StringWriter();
        var options = new ReportOptions([Notebook], At("pages"), Repository.Templates) { Scale = scale, Executed = At("executed"), Kernel = "python3", Force = force };
        Assert.Equal(0, await new ReportRun(options, new(said)).Run(TestContext.Current.CancellationToken));
        return said.ToString();
    }
}

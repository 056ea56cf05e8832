using Notebook.Commands;
using Notebook.Documents;

namespace Notebook.Tests.Documents;

public sealed class StripTests : IDisposable
{
    // As Jupyter writes it: one space of indent, text unescaped, keys in order, a line end.
    private const string Clean = """
        {
         "cells": [
          {
           "cell_type": "code",
           "execution_count": null,
           "id": "a",
           "metadata": {
            "tags": [
             "keep"
            ]
           },
           "outputs": [],
           "source": [
            "\"α → 😀 \\u0041 <b>&\"\n",
            "1.0"
           ]
          }
         ],
         "metadata": {},
         "nbformat": 4,
         "nbformat_minor": 5
        }

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("strip-tests-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_stripped_notebook_differs_in_nothing_else()
    {
        var dirty = Clean.Replace("\"execution_count\": null", "\"execution_count\": 7")
            .Replace("\"outputs\": []", "\"outputs\": [ { \"output_type\": \"stream\", \"name\": \"stdout\", \"text\": \"x\" } ]")
            .Replace("\"tags\"", "\"execution\": { \"iopub.execute_input\": \"t\" },\n    \"tags\"");
        var path = Write(dirty);

        Assert.Equal(1, Strip("--check", path));
        Assert.Equal(dirty, File.ReadAllText(path));
        Assert.Equal(0, Strip(path));
        Assert.Equal(Clean.ReplaceLineEndings("\n"), File.ReadAllText(path));
        Assert.Equal(0, Strip("--check", path));
    }

    [Fact]
    public void A_clean_notebook_is_not_written()
    {
        var path = Write(Clean.Replace("\n ", "\n    "));
        var before = File.GetLastWriteTimeUtc(path);

        Assert.Equal(0, Strip(path));
        Assert.Equal(before, File.GetLastWriteTimeUtc(path));
    }

    [Fact]
    public void One_wrong_name_leaves_all_as_they_are()
    {
        var dirty = Clean.Replace("\"execution_count\": null", "\"execution_count\": 7");
        var path = Write(dirty);

        Assert.Equal(2, Strip(path, Path.Combine(_folder, "nowhere.ipynb")));
        Assert.Equal(dirty, File.ReadAllText(path));
    }

    private static int Strip(params string[] arguments) => StripCommand.Create().Parse(arguments).Invoke();

    private string Write(string text)
    {
        var path = Path.Combine(_folder, "x.ipynb");
        File.WriteAllText(path, text);
        return path;
    }
}

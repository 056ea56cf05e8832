using System.Text.Json.Nodes;
using Notebook.Documents;

namespace Notebook.Tests.Documents;

public class DibConversionTests
{
    private const string Sample = """
        #!meta

        {"kernelInfo":{"defaultKernelName":"csharp","items":[{"name":"csharp","languageName":"C#"},{"name":"adventure","languageName":"SQL"}]}}

        #!markdown

        # Title

        Words with `#r` and $x < 1$.

        #!csharp

        #!time
        var x = 1;

        x + 1

        #!fsharp

        let y = 2

        #!adventure

        SELECT 1

        #!mermaid

        graph LR; A-->B

        """;

    [Fact]
    public void All_languages_of_a_dib_come_through()
    {
        var notebook = DibConversion.ToNotebook(DibFile.Parse(Sample, "x.dib"), "x.ipynb");

        Assert.Equal(["markdown", "code", "code", "code", "code"], notebook.Cells.Select(cell => NotebookFile.Text(cell["cell_type"])));
        Assert.Equal([null, null, "fsharp", "adventure", "mermaid"], notebook.Cells.Select(cell => Language.Of(cell["metadata"])));
        Assert.Equal("#!time\nvar x = 1;\n\nx + 1", NotebookFile.Text(notebook.Cells[1]["source"]));
        Assert.Equal(".net-csharp", notebook.Kernel);
        Assert.Equal(5, notebook.Cells.Select(cell => NotebookFile.Text(cell["id"])).Distinct().Count());
    }

    [Fact]
    public void A_dib_comes_back_as_it_was()
    {
        var sample = Sample.ReplaceLineEndings("\n");

        Assert.Equal(sample, DibConversion.ToDib(DibConversion.ToNotebook(DibFile.Parse(sample, "x.dib"), "x.ipynb")).ToString());
    }

    [Fact]
    public void A_notebook_comes_back_without_its_outputs_only()
    {
        var before = Notebook("""
            { "cells": [
              { "cell_type": "markdown", "id": "words", "metadata": { "slideshow": { "slide_type": "slide" } }, "source": ["# One\n", "two"],
                "attachments": { "a.png": { "image/png": "AAAA" } } },
              { "cell_type": "code", "execution_count": 3, "id": "first", "metadata": { "tags": ["parameters"] },
                "outputs": [ { "output_type": "stream", "name": "stdout", "text": "x" } ], "source": "var n = 1;" },
              { "cell_type": "code", "execution_count": null, "id": "twin-1", "metadata": {}, "outputs": [], "source": "n" },
              { "cell_type": "code", "execution_count": null, "id": "twin-2", "metadata": { "tags": ["hide-input"] }, "outputs": [], "source": "n" },
              { "cell_type": "code", "execution_count": null, "id": "page", "metadata": { "dotnet_interactive": { "language": "html" }, "polyglot_notebook": { "kernelName": "html" } }, "outputs": [], "source": "<b>x</b>" },
              { "cell_type": "raw", "id": "raw", "metadata": { "format": "text/html" }, "source": "<hr>" } ],
              "metadata": { "title": "T", "kernelspec": { "name": ".net-csharp", "display_name": ".NET (C#)", "language": "C#" } },
              "nbformat": 4, "nbformat_minor": 5 }
            """);
        var after = DibConversion.ToNotebook(DibFile.Parse(DibConversion.ToDib(before).ToString(), "x.dib"), "x.ipynb");

        Outputs.Clear(before.Json);
        foreach (var cell in before.Cells.Concat(after.Cells))
            cell["source"] = NotebookFile.Text(cell["source"]);
        ((JsonObject)after.Metadata).Remove("polyglot_notebook");
        Assert.True(JsonNode.DeepEquals(before.Json, after.Json), after.Json.ToJsonString());
    }

    [Fact]
    public void Text_without_any_marks_is_CSharp()
    {
        var dib = DibFile.Parse("1 + 1\n\n#!markdown\n\nwords\n", "x.dib");

        Assert.Equal([new("csharp", "1 + 1"), new("markdown", "words")], dib.Cells);
    }

    [Fact]
    public void Broken_facts_are_named_by_line() =>
        Assert.Contains("line 3", Assert.Throws<CannotStartException>(() => DibFile.Parse("#!meta\n\n{\"a\": oops}\n", "x.dib")).Message);

    [Fact]
    public void Notebooks_of_other_kernels_are_refused()
    {
        var python = Notebook("""{ "cells": [], "metadata": { "kernelspec": { "name": "python3" } } }""");

        Assert.Contains("'python3'", Assert.Throws<CannotStartException>(() => DibConversion.ToDib(python)).Message);
    }

    [Fact]
    public void A_line_that_would_begin_a_cell_is_found()
    {
        var notebook = Notebook("""{ "cells": [ { "cell_type": "markdown", "metadata": {}, "source": "as in\n#!fsharp\nlet x = 1" } ], "metadata": {} }""");

        Assert.Equal([(1, "#!fsharp")], DibConversion.Breaks(DibConversion.ToDib(notebook)));
    }

    private static NotebookFile Notebook(string json) => NotebookFile.Parse(json, "x.ipynb");
}

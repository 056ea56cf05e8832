using System.CommandLine;
using Notebook.Documents;

namespace Notebook.Commands;

/// <summary><c>strip NOTEBOOK…</c>: clears outputs and execution counts, for version control.</summary>
internal static class StripCommand
{
    public static Command Create()
    {
        var notebooks = new Argument<string[]>("notebooks")
        {
            Description = "The notebooks, changed in place if there is anything to clear; - reads one from standard input and writes it to standard output.",
            Arity = ArgumentArity.OneOrMore,
        };
        var check = new Option<bool>("--check") { Description = "Change nothing; exit with 1 if there is anything to clear." };
        var command = new Command("strip", "Clear outputs, execution counts and traces of runs; sources, ids and other metadata stay.") { notebooks, check };
        command.SetAction((result, _) => CommandLine.Guard("strip", () => Task.FromResult(Strip(result.GetValue(notebooks)!, result.GetValue(check)))));
        return command.WithExamples(
            "dotnet notebook strip notebooks/*.ipynb",
            "dotnet notebook strip --check notebooks/*.ipynb        (in CI)",
            "git config filter.notebook.clean 'dotnet notebook strip -'; echo '*.ipynb filter=notebook' >>.gitattributes");
    }

    private static int Strip(string[] paths, bool check)
    {
        if (paths is ["-"])
        {
            var piped = NotebookFile.Parse(Console.In.ReadToEnd(), "standard input");
            Outputs.Clear(piped.Json);
            Console.Out.Write(NotebookJson.Write(piped.Json));
            return 0;
        }

        // All are read before one is written: a wrong name changes nothing.
        var dirty = paths.Select(NotebookFile.Read).Where(IsDirty).ToArray();
        foreach (var notebook in dirty)
        {
            if (!check)
                notebook.Write(notebook.FilePath);
            Console.WriteLine($"{Path.GetRelativePath(Directory.GetCurrentDirectory(), notebook.FilePath)}: {(check ? "holds outputs" : "cleared")}");
        }

        return check && dirty.Length > 0 ? 1 : 0;
    }

    /// <summary>Clears the notebook; says whether that changed anything.</summary>
    private static bool IsDirty(NotebookFile notebook)
    {
        var before = notebook.Json.DeepClone();
        Outputs.Clear(notebook.Json);
        return !System.Text.Json.Nodes.JsonNode.DeepEquals(before, notebook.Json);
    }
}

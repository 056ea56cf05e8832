using System.CommandLine;
using Notebook.Documents;
using Notebook.Reports;
using Notebook.Running;

namespace Notebook.Commands;

/// <summary><c>export NOTEBOOK --to FORMAT</c>: makes a document of a notebook and the outputs it holds.</summary>
internal static class ExportCommand
{
    private static readonly Dictionary<string, string> _endings = new() { ["html"] = ".html", ["pdf"] = ".pdf", ["md"] = ".md", ["slides"] = ".slides.html" };

    public static Command Create()
    {
        var notebook = new Argument<string>("notebook") { Description = "The notebook (.ipynb), with its outputs: 'run' makes them." };
        var to = new Option<string>("--to") { Description = "html and slides are single files that ask for nothing; pdf is printed by Chromium.", DefaultValueFactory = _ => "html" };
        to.AcceptOnlyFromAmong([.. _endings.Keys]);
        var output = new Option<string?>("--output", "-o") { Description = "Where to write (default: beside the notebook).", HelpName = "FILE" };
        var templates = new Option<string?>("--templates")
        {
            Description = "Folder with the templates (default: notebooks/templates or templates in this folder or one above it; without one, nbconvert's own).", HelpName = "DIR",
        };
        var force = CommandLine.ForceOption();
        var command = new Command("export", "Make a document of a notebook and the outputs it holds, through nbconvert.") { notebook, to, output, templates, force };
        command.SetAction((result, cancel) => CommandLine.Guard("export", () => Export(
            result.GetValue(notebook)!, result.GetValue(to)!, result.GetValue(output), result.GetValue(templates), result.GetValue(force), cancel)));
        return command.WithExamples("dotnet notebook export analysis.ipynb", "dotnet notebook export analysis.ipynb --to pdf -o analysis.pdf");
    }

    private static async Task<int> Export(string path, string to, string? output, string? templates, bool force, CancellationToken cancel)
    {
        var notebook = NotebookFile.Read(path);
        var target = CommandLine.Target(output ?? Path.ChangeExtension(path, _endings[to]), force);
        var jupyter = Jupyter.Find();
        var folder = Directory.CreateTempSubdirectory("export-").FullName;
        try
        {
            templates ??= to == "md" ? null : Nearest(Path.GetDirectoryName(notebook.FilePath)) ?? Nearest(Directory.GetCurrentDirectory());
            var made = templates is null || to == "md"
                ? await ByNbconvert(jupyter, notebook, to, folder, cancel)
                : await ByTemplate(notebook, to == "slides" ? "slides" : "report", templates, folder, cancel);
            if (to == "pdf")
                await Browser.Print(made, target, "", cancel);
            else
                Files.Copy(made, target);
            if (Directory.EnumerateDirectories(folder, "*_files").FirstOrDefault() is { } pictures)
                foreach (var picture in Directory.EnumerateFiles(pictures))
                    Files.Copy(picture, Path.Combine(Path.GetDirectoryName(Path.GetFullPath(target))!, Path.GetFileName(pictures), Path.GetFileName(picture)));
            Console.WriteLine(target);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> ByTemplate(NotebookFile notebook, string template, string templates, string folder, CancellationToken cancel)
    {
        var options = new ReportOptions([notebook.FilePath], folder, templates) { Template = template, NoExecute = true, SingleFile = true };
        await new ReportRun(options, new(TextWriter.Null)).Run(cancel);
        return Path.Combine(folder, notebook.Slug + ".html");
    }

    private static async Task<string> ByNbconvert(Jupyter jupyter, NotebookFile notebook, string to, string folder, CancellationToken cancel)
    {
        var format = to switch { "md" => "markdown", "pdf" => "html", _ => to };
        var (exit, _, errors) = await jupyter.Convert([$"--to={format}", $"--output-dir={folder}", notebook.FilePath], cancel);
        var made = Directory.EnumerateFiles(folder).FirstOrDefault();
        return exit == 0 && made is not null ? made
            : throw new CannotStartException($"nbconvert could not export {notebook.FilePath}: {errors.Trim().Split('\n')[^1]}");
    }

    private static string? Nearest(string? folder) => folder is null ? null
        : new[] { Path.Combine(folder, "notebooks", "templates"), Path.Combine(folder, "templates") }
            .FirstOrDefault(place => File.Exists(Path.Combine(place, "report", "index.html.j2")) && Directory.Exists(Path.Combine(place, "node_modules")))
        ?? Nearest(Path.GetDirectoryName(folder));
}

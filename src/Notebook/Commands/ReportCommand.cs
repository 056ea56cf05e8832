using System.CommandLine;
using Notebook.Reports;
using Notebook.Running;

namespace Notebook.Commands;

/// <summary><c>report NOTEBOOK… -o DIR</c>: runs notebooks and exports them as HTML pages with an index.</summary>
internal static class ReportCommand
{
    public static Command Create() => PagesCommand.Create(
        "report", "Run notebooks and export them as HTML pages with an index.", "reports").WithExamples(
            "dotnet notebook report notebooks/*.ipynb",
            "dotnet notebook report notebooks/01-pca.ipynb --scale smoke --single-file -o /tmp/pages");
}

/// <summary><c>slides NOTEBOOK… -o DIR</c>: runs notebooks and exports them as walkthroughs with an index.</summary>
internal static class SlidesCommand
{
    public static Command Create() => PagesCommand.Create(
        "slides", "Run notebooks and export them as slides, by their slide metadata, with an index.", "reports/slides").WithExamples(
            "dotnet notebook slides notebooks/*.ipynb", "dotnet notebook slides notebooks/01-pca.ipynb --scale smoke");
}

/// <summary>What the commands that make pages of notebooks have in common.</summary>
internal static class PagesCommand
{
    private static readonly string[] _scales = ["smoke", "lecture", "paper"];

    /// <param name="name">The command's name and the template's.</param>
    /// <param name="description">What it does.</param>
    /// <param name="folder">Where the pages go unless told otherwise.</param>
    public static Command Create(string name, string description, string folder)
    {
        var notebooks = new Argument<string[]>("notebooks") { Description = "The notebooks, in reading order.", Arity = ArgumentArity.OneOrMore };
        var output = Folder("--output", "Folder for the pages.", folder);
        output.Aliases.Add("-o");
        var templates = Folder("--templates", "Folder with the templates and their node_modules.", "notebooks/templates");
        var single = new Option<bool>("--single-file") { Description = "Put everything a page needs inside the page." };
        var force = new Option<bool>("--force", "-f") { Description = "Run notebooks again whose code, library and data have not changed." };
        var jobs = new Option<int>("--jobs") { Description = "Notebooks running at the same time; each gets its share of the cores.", DefaultValueFactory = _ => 2, HelpName = "N" };
        jobs.Validators.Add(result =>
        {
            if (!result.Implicit && result.GetValueOrDefault<int>() < 1)
                result.AddError("--jobs must be at least 1.");
        });
        var scale = new Option<string>("--scale")
        {
            Description = "How much the notebooks compute, given to them as NOTEBOOK_SCALE.",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("NOTEBOOK_SCALE") ?? "lecture",
        };
        scale.AcceptOnlyFromAmong(_scales);
        var executed = Folder("--executed", "Folder for the executed notebooks.", ReportOptions.DefaultExecuted);
        var kernel = new Option<string?>("--kernel") { Description = "Run with this kernel instead of the one each notebook names.", HelpName = "NAME" };
        var noExecute = new Option<bool>("--no-execute") { Description = "The notebooks hold their outputs already: only make the pages." };
        var command = new Command(name, $"{description} Goes on past a notebook that fails and exits with 1.")
        {
            notebooks, output, templates, single, force, jobs, scale, executed, kernel, noExecute,
        };
        command.SetAction((result, cancel) => CommandLine.Guard(name, () => new ReportRun(
            new(result.GetValue(notebooks)!, result.GetValue(output)!, result.GetValue(templates)!)
            {
                Template = name, SingleFile = result.GetValue(single), Force = result.GetValue(force), Jobs = result.GetValue(jobs),
                Scale = result.GetValue(scale)!, Executed = result.GetValue(executed)!, Kernel = result.GetValue(kernel), NoExecute = result.GetValue(noExecute),
            },
            new(LiveLine.ForConsole())).Run(cancel)));
        return command;
    }

    private static Option<string> Folder(string name, string description, string folder) =>
        new(name) { Description = description, DefaultValueFactory = _ => folder, HelpName = "DIR" };
}

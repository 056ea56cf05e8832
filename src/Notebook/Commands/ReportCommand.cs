using System.CommandLine;
using Notebook.Reports;

namespace Notebook.Commands;

/// <summary><c>report NOTEBOOK… -o DIR</c>: runs notebooks and exports them as HTML pages with an index.</summary>
internal static class ReportCommand
{
    private static readonly string[] _scales = ["smoke", "lecture", "paper"];

    public static Command Create()
    {
        var notebooks = new Argument<string[]>("notebooks")
        {
            Description = "The notebooks, in reading order.", Arity = ArgumentArity.OneOrMore,
        };
        var output = Folder("--output", "Folder for the pages.", "reports");
        output.Aliases.Add("-o");
        var templates = Folder("--templates", "Folder with the report template and its node_modules.", "notebooks/templates");
        var single = new Option<bool>("--single-file") { Description = "Put everything a page needs inside the page." };
        var jobs = new Option<int>("--jobs")
        {
            Description = "Notebooks running at the same time.", DefaultValueFactory = _ => 2, HelpName = "N",
        };
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
        var kernel = new Option<string?>("--kernel")
        {
            Description = "Run with this kernel instead of the one each notebook names.", HelpName = "NAME",
        };
        var noExecute = new Option<bool>("--no-execute")
        {
            Description = "The notebooks hold their outputs already: only make the pages.",
        };
        var command = new Command(
            "report", "Run notebooks and export them as HTML pages with an index. Exits with 1 if a notebook stopped at an error.")
        {
            notebooks, output, templates, single, jobs, scale, executed, kernel, noExecute,
        };
        command.SetAction((result, cancel) => Report(new(result.GetValue(notebooks)!, result.GetValue(output)!, result.GetValue(templates)!)
        {
            SingleFile = result.GetValue(single), Jobs = result.GetValue(jobs), Scale = result.GetValue(scale)!,
            Executed = result.GetValue(executed)!, Kernel = result.GetValue(kernel), NoExecute = result.GetValue(noExecute),
        }, cancel));
        return command;
    }

    private static Option<string> Folder(string name, string description, string folder) =>
        new(name) { Description = description, DefaultValueFactory = _ => folder, HelpName = "DIR" };

    private static async Task<int> Report(ReportOptions options, CancellationToken cancel)
    {
        try
        {
            return await new ReportRun(options, new(Console.Out, ReportConsole.TakesColour)).Run(cancel);
        }
        catch (CannotStartException problem)
        {
            await Console.Error.WriteLineAsync($"report: {problem.Message}");
            return 2;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("report: stopped.");
            return 130;
        }
    }
}

using System.CommandLine;
using System.Diagnostics;
using Notebook.Documents;
using Notebook.Running;

namespace Notebook.Commands;

/// <summary><c>run NOTEBOOK [-o FILE]</c>: runs a notebook from top to bottom and keeps its outputs.</summary>
internal static class RunCommand
{
    private const int Shown = 60;

    public static Command Create()
    {
        var notebook = new Argument<string>("notebook") { Description = "The notebook (.ipynb)." };
        var output = new Option<string?>("--output", "-o") { Description = "Write here instead of into the notebook itself.", HelpName = "FILE" };
        var timeout = new Option<double?>("--timeout") { Description = "The longest that a cell may take, in seconds (default: no limit).", HelpName = "SECONDS" };
        timeout.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !(double.TryParse(result.Tokens[0].Value, out var seconds) && seconds > 0))
                result.AddError($"--timeout takes seconds greater than 0; given: '{result.Tokens[0].Value}'.");
        });
        var set = new Option<string[]>("--set")
        {
            Description = "Set a variable: declared after the cell tagged 'parameters', else at the top. Numbers, true, false, null, \"text\", [1, 2] "
                + "are taken as C#, all else as text. May be given several times; needs -o.",
            HelpName = "NAME=VALUE",
        };
        var keepGoing = new Option<bool>("--keep-going", "-k") { Description = "Run the cells after a failing one too." };
        var kernel = new Option<string?>("--kernel") { Description = "Run with this kernel instead of the one the notebook names.", HelpName = "NAME" };
        var force = CommandLine.ForceOption();
        var command = new Command("run", "Run a notebook from top to bottom and keep its outputs, those before an error too.")
        {
            notebook, output, timeout, set, keepGoing, kernel, force,
        };
        command.SetAction((result, cancel) => CommandLine.Guard("run", () => Run(
            result.GetValue(notebook)!, result.GetValue(output), result.GetValue(set) ?? [], result.GetValue(force),
            new(result.GetValue(kernel), result.GetValue(timeout) is { } seconds ? TimeSpan.FromSeconds(seconds) : null, result.GetValue(keepGoing)), cancel)));
        return command.WithExamples(
            "dotnet notebook run analysis.ipynb -o analysis.done.ipynb",
            "dotnet notebook run analysis.ipynb -o small.ipynb --set epochs=3 --set name=test --timeout 60",
            "NOTEBOOK_SCALE=smoke dotnet notebook run notebooks/01-pca.ipynb -o /tmp/01.ipynb --force");
    }

    private static async Task<int> Run(string path, string? output, string[] set, bool force, RunOptions options, CancellationToken cancel)
    {
        var source = NotebookFile.Read(path);
        var values = set.Select(Parameters.Parse).ToArray();
        if (values.Length > 0 && output is null)
            throw new CannotStartException("--set adds a cell, so it needs another file to write to: give one with -o.");
        var target = output is null ? path : CommandLine.Target(output, force || Path.GetFullPath(output) == source.FilePath);
        var language = source.Language;
        if (values.Length > 0 && language.Length > 0 && language != "C#")
            throw new CannotStartException($"--set writes C#, but {path} is in {language}.");
        foreach (var unknown in Parameters.Inject(source.Json, values))
            await Console.Error.WriteLineAsync($"run: the cell tagged 'parameters' does not declare {unknown}; it is set all the same.");
        var jupyter = Jupyter.Find();
        await jupyter.RequireKernels([options.Kernel ?? source.Kernel], cancel);

        var screen = LiveLine.ForConsole();
        var earlier = File.Exists(target) ? NotebookFile.Read(target) : null;
        var run = await new NotebookRunner(jupyter).Run(source, options, Teller(screen, new(earlier)), cancel);
        run.Notebook.Write(target);
        return Conclude(screen, run, path, target);
    }

    private static Action<CellProgress> Teller(LiveLine screen, TimeLeft left)
    {
        var clock = Stopwatch.StartNew();
        return progress =>
        {
            var first = NotebookFile.Text(progress.Cell["source"]).Split('\n').FirstOrDefault(line => line.Trim().Length > 0, "").Trim();
            var place = $"[{progress.Number.ToString().PadLeft(progress.Count.ToString().Length)}/{progress.Count}]";
            if (progress.Took is not { } took)
            {
                var remaining = left.After(progress.Number - 1, progress.Count, clock.Elapsed) is { } rest ? $", about {Duration.Of(rest.TotalSeconds)} left" : "";
                screen.Show($"{place} {Duration.Of(clock.Elapsed.TotalSeconds)}{remaining}  {first}");
            }
            else if (!screen.IsLive || progress.Failed)
                screen.Write($"{place} {Duration.Of(took.TotalSeconds),8}  {(progress.Failed ? screen.Bad("✗") : screen.Good("✓"))} {(first.Length > Shown ? first[..Shown] + "…" : first)}");
        };
    }

    private static int Conclude(LiveLine screen, Executed run, string path, string target)
    {
        var failures = run.Notebook.Cells.Where(cell => !NotebookFile.Tags(cell).Contains("raises-exception"))
            .SelectMany(NotebookFile.Outputs).Where(output => NotebookFile.Text(output["output_type"]) == "error").ToArray();
        foreach (var error in failures)
        {
            screen.Write();
            screen.Write($"{screen.Bad(NotebookFile.Text(error["ename"]))}: {NotebookFile.Text(error["evalue"])}");
            foreach (var line in (error["traceback"] as System.Text.Json.Nodes.JsonArray ?? []).Select(NotebookFile.Text))
                screen.Write("  " + AnsiText.Plain(line).Replace("\n", "\n  "));
        }

        var time = Duration.Of(run.Elapsed.TotalSeconds);
        screen.Write(failures.Length == 0
            ? $"{screen.Good("✓")} {path} ran through in {time}: {target}"
            : $"{screen.Bad("✗")} {path} {(failures.Length == 1 ? "stopped at an error" : $"had {failures.Length} errors")} after {time}; outputs are in {target}");
        return failures.Length == 0 ? 0 : 1;
    }
}

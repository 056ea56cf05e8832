using System.CommandLine;
using Notebook.Documents;

namespace Notebook.Commands;

/// <summary><c>convert IN OUT</c>: between <c>.dib</c> and <c>.ipynb</c>.</summary>
internal static class ConvertCommand
{
    public static Command Create()
    {
        var input = new Argument<string>("in") { Description = "A .dib or .ipynb file." };
        var output = new Argument<string?>("out") { Description = "The other of the two (default: the same name beside it).", Arity = ArgumentArity.ZeroOrOne };
        var force = CommandLine.ForceOption();
        var command = new Command("convert", "Convert between .dib and .ipynb. All languages, ids and tags are kept; outputs only an .ipynb can hold.")
        {
            input, output, force,
        };
        command.SetAction((result, _) => CommandLine.Guard("convert", () => Task.FromResult(
            Convert(result.GetValue(input)!, result.GetValue(output), result.GetValue(force)))));
        return command.WithExamples("dotnet notebook convert sample.dib sample.ipynb", "dotnet notebook convert sample.ipynb");
    }

    private static int Convert(string input, string? output, bool force)
    {
        var from = Path.GetExtension(input).ToLowerInvariant();
        var to = from switch
        {
            ".dib" or ".dotnet-interactive" => ".ipynb",
            ".ipynb" => ".dib",
            _ => throw new CannotStartException($"{input} is neither a .dib nor an .ipynb file."),
        };
        output ??= Path.ChangeExtension(input, to);
        if (!Path.GetExtension(output).Equals(to, StringComparison.OrdinalIgnoreCase))
            throw new CannotStartException($"{input} becomes {(to == ".dib" ? "a .dib" : "an .ipynb")} file; given: {output}.");
        if (!File.Exists(input))
            throw new CannotStartException($"There is no file {input}.");
        CommandLine.Target(output, force);
        if (to == ".ipynb")
        {
            var notebook = DibConversion.ToNotebook(DibFile.Parse(File.ReadAllText(input), input), output);
            notebook.Write(output);
            Console.WriteLine($"{output}: {Cells(notebook.Cells.Count)}");
            return 0;
        }

        var source = NotebookFile.Read(input);
        var dib = DibConversion.ToDib(source);
        foreach (var (cell, line) in DibConversion.Breaks(dib))
            Console.Error.WriteLine($"convert: cell {cell} has the line '{line}', which begins another cell in a .dib file.");
        Files.WriteText(output, dib.ToString());
        var outputs = source.Cells.Count(cell => NotebookFile.Outputs(cell).Any());
        Console.WriteLine($"{output}: {Cells(dib.Cells.Count)}{(outputs == 0 ? "" : $"; the outputs of {outputs} were left out, which a .dib file has no place for")}");
        return 0;
    }

    private static string Cells(int count) => count == 1 ? "1 cell" : $"{count} cells";
}

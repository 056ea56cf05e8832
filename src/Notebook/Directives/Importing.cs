using Notebook.Documents;

namespace Notebook.Directives;

/// <summary><c>#!import</c>: runs the cells of another notebook, or a file of C#, as if they stood here.</summary>
internal static class Importing
{
    /// <summary>The command.</summary>
    public static IReadOnlyList<Magic> All { get; } =
    [
        new(["#!import"], "FILE.ipynb|.dib|.cs|.csx", "run the cells of another notebook, or a file of C#, here", false,
            call => Task.FromResult<IEnumerable<CellPart>>(Parts(call.Line))),
    ];

    /// <summary>What a <c>.dib</c> file has the kernel do.</summary>
    /// <exception cref="CannotStartException">It is damaged.</exception>
    public static List<CellPart> Dib(string path) =>
        Cells(path, DibFile.Parse(File.ReadAllText(path), path).Cells.Select(cell => (cell.Source, (string?)cell.Language)));

    private static List<CellPart> Parts(MagicLine line)
    {
        var path = Path.GetFullPath(line.Rest.Trim('"') is { Length: > 0 } given ? Files.Here(given) : throw line.Error($"{line.Command} needs a file."));
        if (!File.Exists(path))
            throw line.Error($"there is no file {path}.", "FileNotFound");
        try
        {
            return Path.GetExtension(path).ToLowerInvariant() switch
            {
                ".ipynb" => Notebook(path),
                ".dib" or ".dotnet-interactive" => Dib(path),
                ".cs" or ".csx" => [new CodePart(File.ReadAllText(path), path)],
                var other => throw line.Error($"{line.Command} takes .ipynb, .dib, .cs and .csx; {other} is none of them."),
            };
        }
        catch (CannotStartException damaged)
        {
            throw line.Error(damaged.Message, "InvalidNotebook");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw line.Error($"{path} can't be read: {error.Message}", "FileNotFound");
        }
    }

    private static List<CellPart> Notebook(string path) => Cells(path, NotebookFile.Read(path).Cells
        .Where(cell => NotebookFile.Text(cell["cell_type"]) == "code")
        .Select(cell => (NotebookFile.Text(cell["source"]), Language.Of(cell["metadata"]))));

    private static List<CellPart> Cells(string path, IEnumerable<(string Source, string? Language)> cells)
    {
        List<CellPart> parts = [];
        foreach (var (index, (source, language)) in cells.Index())
        {
            var name = $"{Path.GetFileName(path)} cell {index + 1}";
            parts.AddRange(CellParser.Parse(source, name, language).Parts.Select(part => part is CodePart code ? code with { Origin = code.Origin ?? name } : part));
        }
        return parts;
    }
}

using System.Text.Json.Nodes;
using Notebook.Scripting;

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

    private static List<CellPart> Parts(MagicLine line)
    {
        var path = Path.GetFullPath(line.Rest.Trim('"') is { Length: > 0 } given ? given : throw line.Error($"{line.Command} needs a file."));
        if (!File.Exists(path))
            throw line.Error($"there is no file {path}.", "FileNotFound");
        var text = File.ReadAllText(path);
        return Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".ipynb" => Notebook(text, path, line),
            ".dib" or ".dotnet-interactive" => [.. CellParser.Parse(WithoutMetadata(text), path).Parts.Select(part => Named(part, path))],
            ".cs" or ".csx" => [new CodePart(text, path)],
            var other => throw line.Error($"{line.Command} takes .ipynb, .dib, .cs and .csx; {other} is none of them."),
        };
    }

    private static List<CellPart> Notebook(string text, string path, MagicLine line)
    {
        List<CellPart> parts = [];
        try
        {
            var cells = JsonNode.Parse(text)?["cells"]?.AsArray() ?? throw new FormatException("it has no cells");
            foreach (var (cell, number) in cells.Where(cell => (string?)cell?["cell_type"] == "code").Select((cell, at) => (cell!, at + 1)))
            {
                var name = $"{Path.GetFileName(path)} cell {number}";
                var source = cell["source"] is JsonArray lines ? string.Concat(lines.Select(one => (string?)one)) : (string?)cell["source"] ?? "";
                parts.AddRange(CellParser.Parse(source, name, CellLanguage.Of(cell["metadata"])).Parts.Select(part => Named(part, name)));
            }
        }
        catch (Exception error) when (error is System.Text.Json.JsonException or FormatException or InvalidOperationException)
        {
            throw line.Error($"{path} is not a notebook: {error.Message}", "InvalidNotebook");
        }
        return parts;
    }

    /// <summary>The head of a <c>.dib</c> file, JSON behind <c>#!meta</c>, taken out.</summary>
    private static string WithoutMetadata(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var inside = false;
        for (var at = 0; at < lines.Length; at++)
        {
            if (lines[at].StartsWith("#!", StringComparison.Ordinal))
                inside = lines[at].Trim() == "#!meta";
            if (inside)
                lines[at] = "";
        }
        return string.Join('\n', lines);
    }

    private static CellPart Named(CellPart part, string name) => part is CodePart code ? code with { Origin = code.Origin ?? name } : part;
}

using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Notebook.Documents;

/// <summary>A notebook file as JSON, with what pages and cards say about it.</summary>
internal sealed partial class NotebookFile
{
    private const int SummaryLength = 260;

    private NotebookFile(string path, JsonObject json) => (FilePath, Json) = (path, json);

    public string FilePath { get; }

    public JsonObject Json { get; }

    /// <summary>The file's name without folder and ending: also the page's.</summary>
    public string Slug => Path.GetFileNameWithoutExtension(FilePath);

    /// <summary>The digits that the file's name starts with; "" if none.</summary>
    public string Number => Digits().Match(Slug).Value;

    public JsonObject Metadata => Json["metadata"] as JsonObject ?? [];

    public string Kernel => Text(KernelSpec?["name"]);

    /// <summary>The language of the cells that name none, as the kernelspec or the notebook's metadata says; "" if neither does.</summary>
    public string Language => Text(KernelSpec?["language"]) is { Length: > 0 } language ? language
        : Text((Metadata["language_info"] as JsonObject)?["name"]);

    private JsonObject? KernelSpec => Metadata["kernelspec"] as JsonObject;

    public IReadOnlyList<JsonObject> Cells => [.. (Json["cells"] as JsonArray ?? []).OfType<JsonObject>()];

    public string Title => Text(Metadata["title"]) is { Length: > 0 } title ? title
        : Paragraphs().Select(text => Heading().Match(text)).FirstOrDefault(match => match.Success)?.Groups[1].Value.Trim() ?? Slug;

    public string Summary => Text(Metadata["summary"]) is { Length: > 0 } summary ? summary
        : Paragraphs().FirstOrDefault(text => text[0] is not ('#' or '|' or '`')) is { } first ? Shortened(Plain(first)) : "";

    /// <exception cref="CannotStartException">The file is missing or not a notebook.</exception>
    public static NotebookFile Read(string path)
    {
        if (!File.Exists(path))
            throw new CannotStartException(Directory.Exists(path) ? $"{path} is a folder; a notebook is expected." : $"There is no notebook {path}.");
        return Path.GetExtension(path).Equals(".dib", StringComparison.OrdinalIgnoreCase)
            ? throw new CannotStartException($"{path} is a .dib file. Make a notebook of it first:  dotnet notebook convert {path}")
            : Parse(File.ReadAllText(path), path);
    }

    /// <param name="text">The notebook's JSON.</param>
    /// <param name="path">Where it comes from.</param>
    /// <exception cref="CannotStartException">It is not a notebook.</exception>
    public static NotebookFile Parse(string text, string path)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw new CannotStartException($"{path} is not a notebook: it is empty.");
        try
        {
            if (JsonNode.Parse(text) is not JsonObject json || json["cells"] is not JsonArray cells)
                throw new CannotStartException($"{path} is not a notebook: it has no list of cells (nbformat 4 is expected).");
            foreach (var (index, cell) in cells.Index())
                if (cell is not JsonObject || cell["metadata"] is not (null or JsonObject))
                    throw new CannotStartException($"{path} is not a notebook: cell {index + 1} is not an object with metadata.");
            return Of(path, json);
        }
        catch (JsonException error)
        {
            throw new CannotStartException($"{path} is not a notebook: its JSON breaks off in line {error.LineNumber + 1}, column {error.BytePositionInLine + 1}.");
        }
    }

    /// <summary>A notebook that is, or will be, at <paramref name="path"/>.</summary>
    public static NotebookFile Of(string path, JsonObject json) => new(Path.GetFullPath(path), json);

    /// <summary>Writes the notebook to <paramref name="path"/> as Jupyter would.</summary>
    public void Write(string path) => Files.WriteText(path, NotebookJson.Write(Json));

    /// <summary>The first cell that stopped the run and its error; null if none did.</summary>
    public (JsonObject Cell, JsonObject Error)? Failure() => Cells.FirstOrDefault(IsStopped) is { } cell ? (cell, Outputs(cell).First(IsError)) : null;

    /// <summary>Whether a cell holds an error that was not meant.</summary>
    public static bool IsStopped(JsonObject cell) => !Tags(cell).Contains("raises-exception") && Outputs(cell).Any(IsError);

    private static bool IsError(JsonObject output) => Text(output["output_type"]) == "error";

    public static IEnumerable<JsonObject> Outputs(JsonObject cell) => (cell["outputs"] as JsonArray ?? []).OfType<JsonObject>();

    public static IReadOnlyList<string> Tags(JsonObject cell) => [.. (cell["metadata"]?["tags"] as JsonArray ?? []).Select(Text)];

    /// <summary>Text that the format allows to be one string or a list of lines; "" for anything else.</summary>
    public static string Text(JsonNode? node) => node switch
    {
        JsonArray lines => string.Concat(lines.Select(Text)),
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => "",
    };

    private IEnumerable<string> Paragraphs() => Cells
        .Where(cell => Text(cell["cell_type"]) == "markdown")
        .SelectMany(cell => BlankLine().Split(Text(cell["source"])))
        .SelectMany(text => text.TrimStart().StartsWith('#') && text.Trim().Contains('\n')
            ? text.Trim().Split('\n', 2) : [text])
        .Select(text => text.Trim())
        .Where(text => text.Length > 0);

    private static string Plain(string markdown) => Whitespace()
        .Replace(Link().Replace(markdown, "$1").Replace("**", "").Replace("__", "").Replace("`", ""), " ").Trim();

    private static string Shortened(string text)
    {
        if (text.Length <= SummaryLength)
            return text;
        var sentence = text.LastIndexOf(". ", SummaryLength, StringComparison.Ordinal);
        return sentence > SummaryLength / 3 ? text[..(sentence + 1)] : text[..text.LastIndexOf(' ', SummaryLength)] + " …";
    }

    [GeneratedRegex(@"^\d+")]
    private static partial Regex Digits();

    [GeneratedRegex(@"^#\s+(.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\n\s*\n")]
    private static partial Regex BlankLine();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Whitespace();

    [GeneratedRegex(@"!?\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex Link();
}

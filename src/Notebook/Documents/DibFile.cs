using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Notebook.Documents;

/// <summary>A cell of a <c>.dib</c> file.</summary>
/// <param name="Language">Its language, e.g. <c>csharp</c> or <c>markdown</c>.</param>
/// <param name="Source">Its text, without the empty lines around it.</param>
internal sealed record DibCell(string Language, string Source);

/// <summary>
/// A <c>.dib</c> file: the text form of notebooks of .NET Interactive. <c>#!meta</c> begins with facts in JSON, a line <c>#!</c> and
/// a language begins a cell.
/// </summary>
/// <param name="Meta">The facts; null if the file has none.</param>
/// <param name="Cells">The cells in order.</param>
internal sealed record DibFile(JsonObject? Meta, IReadOnlyList<DibCell> Cells)
{
    private static readonly JsonSerializerOptions _compact = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The language of text before the first line that names one.</summary>
    public string DefaultLanguage => NotebookFile.Text(Meta?["kernelInfo"]?["defaultKernelName"]) is { Length: > 0 } name
        ? Notebook.Documents.Language.Named(name) ?? name : Notebook.Documents.Language.CSharp;

    /// <exception cref="CannotStartException">What follows <c>#!meta</c> is not JSON.</exception>
    public static DibFile Parse(string text, string path)
    {
        var lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        var parts = new List<(string Language, int Line, List<string> Lines)> { ("", 0, []) };
        var names = Names(lines, path);
        foreach (var (index, line) in lines.Index())
        {
            if (Marker(line, names) is { } language)
                parts.Add((language, index + 1, []));
            else
                parts[^1].Lines.Add(line);
        }

        var meta = parts.Where(part => part.Language == "meta").Select(part => Facts(string.Join('\n', part.Lines), path, part.Line)).FirstOrDefault();
        var file = new DibFile(meta, []);
        return file with
        {
            Cells =
            [
                .. parts.Where(part => part.Language != "meta")
                    .Select(part => new DibCell(part.Language.Length > 0 ? part.Language : file.DefaultLanguage, Trimmed(part.Lines)))
                    .Where(cell => cell.Source.Length > 0),
            ],
        };
    }

    /// <summary>The language that a line begins a cell in; null if it is part of a cell.</summary>
    public static string? Marker(string line, IReadOnlySet<string> more)
    {
        var text = line.TrimEnd();
        if (!text.StartsWith("#!", StringComparison.Ordinal) || text.Length == 2)
            return null;
        var name = text[2..];
        return name == "meta" ? "meta" : Notebook.Documents.Language.Named(name) ?? (more.Contains(name) ? name : null);
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        if (Meta is not null)
            text.Append("#!meta\n\n").Append(Meta.ToJsonString(_compact)).Append("\n\n");
        foreach (var cell in Cells)
            text.Append($"#!{cell.Language}\n\n{cell.Source}\n\n");
        return text.ToString().TrimEnd('\n') + "\n";
    }

    /// <summary>Text without the empty lines around it.</summary>
    public static string Trimmed(IEnumerable<string> lines)
    {
        var kept = lines.SkipWhile(string.IsNullOrWhiteSpace).ToList();
        while (kept.Count > 0 && string.IsNullOrWhiteSpace(kept[^1]))
            kept.RemoveAt(kept.Count - 1);
        return string.Join('\n', kept);
    }

    /// <summary>Names of further kernels, such as database connections, that the facts list.</summary>
    private static HashSet<string> Names(string[] lines, string path)
    {
        var begin = Array.FindIndex(lines, line => line.TrimEnd() == "#!meta");
        if (begin < 0)
            return [];
        var facts = lines.Skip(begin + 1).TakeWhile(line => !line.StartsWith("#!", StringComparison.Ordinal));
        return [.. (Facts(string.Join('\n', facts), path, begin + 1)["kernelInfo"]?["items"] as JsonArray ?? [])
            .Select(item => NotebookFile.Text(item?["name"])).Where(name => name.Length > 0)];
    }

    private static JsonObject Facts(string json, string path, int line)
    {
        try
        {
            return json.Trim().Length == 0 ? [] : JsonNode.Parse(json) as JsonObject
                ?? throw new CannotStartException($"{path}: #!meta in line {line} is not followed by a JSON object.");
        }
        catch (JsonException error)
        {
            throw new CannotStartException($"{path}: the JSON after #!meta breaks off in line {line + error.LineNumber + 1}.");
        }
    }
}

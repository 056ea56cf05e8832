using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Notebook.Documents;

/// <summary>
/// Between <c>.ipynb</c> and <c>.dib</c>. What a <c>.dib</c> has no place for (ids, tags, slide types, attachments, the notebook's
/// metadata) goes into its <c>#!meta</c> under <c>ipynb</c>, by the text of the cell it belongs to, and comes back from there.
/// Outputs and execution counts are not kept.
/// </summary>
internal static class DibConversion
{
    private const string Kept = "ipynb";

    /// <exception cref="CannotStartException">The notebook is for another family of kernels.</exception>
    public static DibFile ToDib(NotebookFile notebook)
    {
        var language = Language.DefaultOf(notebook);
        var cells = notebook.Cells.Select(cell => (Json: cell, Dib: ToDib(cell, language))).Where(cell => cell.Dib.Source.Length > 0).ToArray();
        var kernels = (JsonObject?)notebook.Metadata["polyglot_notebook"]?["kernelInfo"]?.DeepClone() ?? new JsonObject
        {
            ["defaultKernelName"] = language,
            ["items"] = new JsonArray([.. cells.Select(cell => cell.Dib.Language).Prepend(language).Distinct()
                .Select(name => (JsonNode)new JsonObject { ["name"] = name, ["languageName"] = Language.DisplayName(name) })]),
        };
        var metadata = (JsonObject)notebook.Metadata.DeepClone();
        metadata.Remove("polyglot_notebook");
        if (JsonNode.DeepEquals(metadata, Facts(language)))
            metadata.Clear();
        var extras = cells.Select(cell => Extras(cell.Json, cell.Dib)).OfType<JsonObject>().ToArray();
        var meta = new JsonObject { ["kernelInfo"] = kernels };
        if (metadata.Count > 0 || extras.Length > 0)
            meta[Kept] = new JsonObject { ["metadata"] = metadata, ["cells"] = new JsonArray([.. extras]) };
        return new(meta, [.. cells.Select(cell => cell.Dib)]);
    }

    public static NotebookFile ToNotebook(DibFile dib, string path)
    {
        var kept = dib.Meta?[Kept];
        var extras = (kept?["cells"] as JsonArray ?? []).OfType<JsonObject>()
            .GroupBy(cell => NotebookFile.Text(cell["of"])).ToDictionary(group => group.Key, group => new Queue<JsonObject>(group));
        var metadata = kept?["metadata"] is JsonObject { Count: > 0 } own ? (JsonObject)own.DeepClone() : Facts(dib.DefaultLanguage);
        if (dib.Meta?["kernelInfo"] is JsonObject kernels)
            metadata["polyglot_notebook"] = new JsonObject { ["kernelInfo"] = kernels.DeepClone() };
        var ids = new HashSet<string>(extras.Values.SelectMany(queue => queue).Select(cell => NotebookFile.Text(cell["id"])));
        var cells = dib.Cells.Select((cell, index) =>
            ToNotebook(cell, dib.DefaultLanguage, extras.GetValueOrDefault(Key(cell))?.TryDequeue(out var extra) == true ? extra : null, ids));
        return NotebookFile.Of(path, new JsonObject
        {
            ["cells"] = new JsonArray([.. cells]), ["metadata"] = metadata, ["nbformat"] = 4, ["nbformat_minor"] = 5,
        });
    }

    /// <summary>Lines within cells that a <c>.dib</c> would take for the beginning of another, as (cell, line), both from 1.</summary>
    public static IEnumerable<(int Cell, string Line)> Breaks(DibFile dib) => dib.Cells.Index().SelectMany(cell =>
        cell.Item.Source.Split('\n').Where(line => DibFile.Marker(line, new HashSet<string>()) is not null).Select(line => (cell.Index + 1, line)));

    private static DibCell ToDib(JsonObject cell, string language)
    {
        var lines = NotebookFile.Text(cell["source"]).ReplaceLineEndings("\n").Split('\n');
        if (NotebookFile.Text(cell["cell_type"]) != "code")
            return new(Language.Markdown, DibFile.Trimmed(lines));
        // A first line "#!html" says the same as metadata would.
        var marked = lines.Length > 1 && DibFile.Marker(lines[0], new HashSet<string>()) is { } named and not "meta" ? named : null;
        return new(marked ?? Language.Of(cell["metadata"]) ?? language, DibFile.Trimmed(marked is null ? lines : lines[1..]));
    }

    /// <summary>The metadata of a notebook that has no others.</summary>
    private static JsonObject Facts(string language) => new()
    {
        ["kernelspec"] = Language.KernelSpec(language), ["language_info"] = new JsonObject { ["name"] = Language.DisplayName(language) },
    };

    /// <summary>What the <c>.dib</c> does not say of a cell; null if that is nothing.</summary>
    private static JsonObject? Extras(JsonObject cell, DibCell dib)
    {
        var extras = new JsonObject { ["of"] = Key(dib) };
        foreach (var name in new[] { "id", "attachments" })
            if (cell[name] is { } value)
                extras[name] = value.DeepClone();
        if (cell["metadata"] is JsonObject metadata && metadata.Any(entry => entry.Key is not ("dotnet_interactive" or "polyglot_notebook")))
            extras["metadata"] = metadata.DeepClone();
        if (NotebookFile.Text(cell["cell_type"]) == "raw")
            extras["cell_type"] = "raw";
        var isOurOwn = extras.Count == 2 && NotebookFile.Text(extras["id"]).StartsWith(Key(dib), StringComparison.Ordinal);
        return isOurOwn ? null : extras;
    }

    private static JsonObject ToNotebook(DibCell dib, string language, JsonObject? extras, HashSet<string> ids)
    {
        var type = extras?["cell_type"] is not null ? "raw" : dib.Language == Language.Markdown ? "markdown" : "code";
        var metadata = (JsonObject?)extras?["metadata"]?.DeepClone() ?? [];
        if (type == "code" && dib.Language != language && metadata["polyglot_notebook"] is null && metadata["dotnet_interactive"] is null)
        {
            metadata["dotnet_interactive"] = new JsonObject { ["language"] = dib.Language };
            metadata["polyglot_notebook"] = new JsonObject { ["kernelName"] = dib.Language };
        }

        var lines = dib.Source.Split('\n');
        var cell = new JsonObject { ["cell_type"] = type };
        if (extras?["attachments"] is { } attachments)
            cell["attachments"] = attachments.DeepClone();
        if (type == "code")
            cell["execution_count"] = null;
        cell["id"] = NotebookFile.Text(extras?["id"]) is { Length: > 0 } id ? id : Fresh(dib, ids);
        cell["metadata"] = metadata;
        if (type == "code")
            cell["outputs"] = new JsonArray();
        cell["source"] = new JsonArray([.. lines.Select((line, index) => (JsonNode)(index + 1 < lines.Length ? line + "\n" : line))]);
        return cell;
    }

    // The same file gives the same ids, so that converting it again shows no difference.
    private static string Fresh(DibCell cell, HashSet<string> taken)
    {
        var id = Key(cell);
        for (var count = 2; !taken.Add(id); count++)
            id = $"{Key(cell)}-{count}";
        return id;
    }

    private static string Key(DibCell cell) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{cell.Language}\n{cell.Source}")))[..12];
}

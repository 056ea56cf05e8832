using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Notebook.Documents;

namespace Notebook.Reports;

/// <summary>
/// What the outputs of a notebook depend on, as one hash: its code, the scale, the assemblies and files that its cells load (with all
/// that lies beside an assembly), the kernel, the data, and the versions of the system's libraries.
/// </summary>
internal sealed partial class CacheKey(string scale, IReadOnlyList<string> kernelFolders, string libraries, string? root)
{
    private static readonly string[] _binaries = [".dll", ".so"];
    private readonly Dictionary<string, string> _hashes = [];
    private readonly Lock _gate = new();
    private readonly Lazy<string> _data = new(() => Data(root));

    /// <param name="notebook">The notebook, with or without outputs.</param>
    /// <param name="kernel">Name of the kernel that runs it.</param>
    public string Of(NotebookFile notebook, string kernel)
    {
        var sources = notebook.Cells.Where(cell => NotebookFile.Text(cell["cell_type"]) == "code")
            .Select(cell => $"{NotebookFile.Text(cell["id"])}\n{Language.Of(cell)}\n{string.Join(',', NotebookFile.Tags(cell))}\n{NotebookFile.Text(cell["source"])}").ToArray();
        var folder = Path.GetDirectoryName(notebook.FilePath)!;
        var loaded = sources.SelectMany(source => Loaded().Matches(source)).Select(match => Path.GetFullPath(Path.Combine(folder, match.Groups["path"].Value.Trim())))
            .Where(File.Exists).SelectMany(path => path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? Binaries(Path.GetDirectoryName(path)!) : [path])
            .Distinct().Order(StringComparer.Ordinal).Select(Hash);
        return Hex(string.Join('\0', [scale, notebook.FilePath, .. sources, .. loaded, Kernel(kernel), _data.Value, libraries]));
    }

    private string Kernel(string name)
    {
        var spec = kernelFolders.Select(folder => Path.Combine(folder, name, "kernel.json")).FirstOrDefault(File.Exists);
        if (spec is null)
            return name;
        var json = File.ReadAllText(spec);
        var programs = (Parsed(json)?["argv"] as JsonArray ?? []).Select(NotebookFile.Text).Where(Path.IsPathRooted).Where(File.Exists);
        return json + string.Concat(programs.SelectMany(Program).Select(Hash));
    }

    // An installed tool's command only starts what lies in the store beside it.
    private static IEnumerable<string> Program(string path)
    {
        var store = Path.Combine(Path.GetDirectoryName(path)!, ".store");
        return (Directory.Exists(store) ? Directory.GetFiles(store, "dotnet-notebook*.dll", SearchOption.AllDirectories) : []).Order(StringComparer.Ordinal).Prepend(path);
    }

    private static IEnumerable<string> Binaries(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(path => _binaries.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase)));

    // Sizes and times of the data stand for their bytes: the fetch script verifies those, and reading them all would take longer.
    private static string Data(string? root)
    {
        var folders = new[] { root is null ? null : Path.Combine(root, "data"), Environment.GetEnvironmentVariable("LATENT_DATA") };
        var files = folders.OfType<string>().Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true }))
            .Where(path => !path.Contains("/node_modules/", StringComparison.Ordinal)).Select(path => new FileInfo(path)).OrderBy(file => file.FullName, StringComparer.Ordinal);
        return string.Join('\n', files.Select(file => $"{file.FullName} {file.Length} {file.LastWriteTimeUtc.Ticks}"));
    }

    private string Hash(string path)
    {
        lock (_gate)
        {
            if (_hashes.TryGetValue(path, out var known))
                return known;
            using var stream = File.OpenRead(path);
            return _hashes[path] = path + Convert.ToHexStringLower(SHA256.HashData(stream));
        }
    }

    private static JsonNode? Parsed(string json)
    {
        try
        {
            return JsonNode.Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Hex(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    [GeneratedRegex("""^\s*#(?:r|load)\s+"(?!nuget)(?<path>[^"]+)"|^\s*#!import\s+"?(?<path>[^"\n]+)"?""", RegexOptions.Multiline)]
    private static partial Regex Loaded();
}

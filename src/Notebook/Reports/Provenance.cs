using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Notebook.Documents;

namespace Notebook.Reports;

/// <summary>What a page was made with: machine, commit and the versions in use.</summary>
internal static class Provenance
{
    private static readonly string[] _debian =
        ["libtorch1.13", "libopenblas0-pthread", "libdnnl2", "libgomp1", "libzmq5", "python3-nbclient", "python3-nbconvert", "dataset-fashion-mnist"];

    private static readonly string[] _nuget =
        ["MathNet.Numerics", "Microsoft.CodeAnalysis.CSharp"];

    /// <summary>What is the same for all pages of a run, as (name, value).</summary>
    /// <param name="templates">The folder of templates, inside the repository.</param>
    public static IReadOnlyList<(string Name, string Value)> Of(string templates)
    {
        var root = Root(Path.GetFullPath(templates));
        var entries = new (string Name, string? Value)[]
        {
            ("Commit", Commit(root)),
            ("Machine", Machine()),
            ("System", SystemName()),
            (".NET", RuntimeInformation.FrameworkDescription.Replace(".NET ", "")),
            ("libtorch", Environment.GetEnvironmentVariable("LIBTORCH") is { Length: > 0 } folder ? folder : null),
            ("Debian", Output("dpkg-query", ["-W", "-f=${Package} ${Version}\n", .. _debian])?.Replace("\n", ", ")),
            ("NuGet", root is null ? null : NuGet(Path.Combine(root, "Directory.Packages.props"))),
            ("npm", Npm([templates, .. root is null ? Array.Empty<string>() : [Path.Combine(root, "data")]])),
        };
        return [.. entries.Where(entry => !string.IsNullOrWhiteSpace(entry.Value)).Select(entry => (entry.Name, entry.Value!))];
    }

    /// <summary>The repository that a folder lies in; null outside.</summary>
    public static string? Root(string folder) => File.Exists(Path.Combine(folder, "Directory.Packages.props")) ? folder
        : Path.GetDirectoryName(folder) is { } parent ? Root(parent) : null;

    private static string? Commit(string? root)
    {
        if (root is null || Output("git", ["-C", root, "rev-parse", "--short=10", "HEAD"]) is not { } commit)
            return null;
        var changed = Output("git", ["-C", root, "status", "--porcelain", "--untracked-files=no"]) is { Length: > 0 };
        return changed ? commit + " with local changes" : commit;
    }

    private static string Machine()
    {
        var model = ReadLines("/proc/cpuinfo")
            .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[^1].Trim();
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1L << 30);
        return $"{model ?? RuntimeInformation.ProcessArchitecture.ToString()}, {Environment.ProcessorCount} cores, {memory:0} GiB";
    }

    private static string SystemName() => ReadLines("/etc/os-release")
        .FirstOrDefault(line => line.StartsWith("PRETTY_NAME=", StringComparison.Ordinal))?.Split('=')[1].Trim('"')
        ?? RuntimeInformation.OSDescription;

    private static string[] ReadLines(string path) => File.Exists(path) ? File.ReadAllLines(path) : [];

    private static string? NuGet(string path) => !File.Exists(path) ? null : string.Join(", ", XDocument.Load(path).Descendants("PackageVersion")
        .Where(package => _nuget.Contains(package.Attribute("Include")?.Value))
        .Select(package => $"{package.Attribute("Include")!.Value} {package.Attribute("Version")?.Value}"));

    // The packages asked for by name; fonts and what packages bring along are not worth a line.
    private static string Npm(IEnumerable<string> folders) => string.Join(", ", folders
        .Select(folder => Path.Combine(folder, "package-lock.json")).Where(File.Exists)
        .Select(path => JsonNode.Parse(File.ReadAllText(path))?["packages"]).OfType<JsonObject>()
        .SelectMany(packages => (packages[""]?["dependencies"] as JsonObject ?? [])
            .Where(package => !package.Key.StartsWith("@fontsource", StringComparison.Ordinal))
            .Select(package => $"{package.Key} {NotebookFile.Text(packages["node_modules/" + package.Key]?["version"])}")));

    private static string? Output(string program, IEnumerable<string> arguments)
    {
        try
        {
            var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
            using var process = Process.Start(start)!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            var output = process.StandardOutput.ReadToEnd().Trim();
            process.WaitForExit();
            return output.Length > 0 ? output : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null; // the program is not installed: the page does without its line
        }
    }
}

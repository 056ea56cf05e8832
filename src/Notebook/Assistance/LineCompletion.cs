using System.Text.RegularExpressions;
using Notebook.Directives;
using Notebook.Scripting;

namespace Notebook.Assistance;

/// <summary>Completes lines that are no C#: magic commands, and what <c>#r</c>, <c>#load</c> and <c>#!import</c> name.</summary>
internal static partial class LineCompletion
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(800);

    private static readonly Dictionary<string, string[]> Files = new()
    {
        ["#r"] = [".dll", ".exe"],
        ["#load"] = [".csx", ".cs"],
        ["#!import"] = [".ipynb", ".dib", ".cs", ".csx"],
    };

    /// <summary>The candidates, or null when the line is C#.</summary>
    /// <param name="session">Knows the package sources.</param>
    /// <param name="code">The cell being typed.</param>
    /// <param name="cursor">Index of the cursor.</param>
    public static Completions? At(ScriptSession session, string code, int cursor)
    {
        var lineStart = cursor == 0 ? 0 : code.LastIndexOf('\n', cursor - 1) + 1;
        var line = code[lineStart..cursor];
        var indent = line.Length - line.TrimStart().Length;
        if (Package().Match(line) is { Success: true } package)
            return Packages(session, package, lineStart, cursor);
        if (Name().Match(line) is { Success: true } name)
            return Paths(name.Groups["file"].Value, Files[name.Groups["command"].Value], cursor);
        if (!line.AsSpan(indent).StartsWith("#") || line.AsSpan(indent).ContainsAny(' ', '\t'))
            return line.AsSpan(indent).StartsWith("#!") ? new Completions(cursor, cursor, []) : null;
        IEnumerable<string> commands = ["#r", "#load", "#i", .. CellParser.Commands.Keys];
        return Completions.Of(lineStart + indent, cursor, line[indent..], commands.Select(command => new Candidate(command, "keyword")));
    }

    private static Completions Packages(ScriptSession session, Match package, int lineStart, int cursor)
    {
        var (id, version) = (package.Groups["id"], package.Groups["version"]);
        return version.Success
            ? new Completions(lineStart + version.Index, cursor, // the newest first
                [.. session.Packages.Versions(id.Value, Patience).Where(one => one.StartsWith(version.Value, StringComparison.OrdinalIgnoreCase)).Select(one => new Candidate(one, "text"))])
            : Completions.Of(lineStart + id.Index, cursor, id.Value, session.Packages.Ids(id.Value, Patience).Select(one => new Candidate(one, "module")));
    }

    private static Completions Paths(string typed, string[] extensions, int cursor)
    {
        var slash = typed.LastIndexOf('/') + 1;
        var folder = new DirectoryInfo(Path.Combine(Environment.CurrentDirectory, typed[..slash]));
        var last = typed[slash..];
        if (!folder.Exists)
            return new Completions(cursor, cursor, []);
        try
        {
            return Completions.Of(cursor - last.Length, cursor, last,
                from entry in folder.EnumerateFileSystemInfos()
                where last.StartsWith('.') || !entry.Name.StartsWith('.')
                where entry is DirectoryInfo || extensions.Contains(entry.Extension, StringComparer.OrdinalIgnoreCase)
                select new Candidate(entry is DirectoryInfo ? entry.Name + "/" : entry.Name, "text"));
        }
        catch (UnauthorizedAccessException)
        {
            return new Completions(cursor, cursor, []);
        }
    }

    [GeneratedRegex("""^\s*#r\s+"nuget:\s*(?<id>[^,"\s]*)(\s*,\s*(?<version>[^"]*))?$""", RegexOptions.IgnoreCase)]
    private static partial Regex Package();

    [GeneratedRegex("""^\s*(?<command>#r|#load|#!import)\s+"?(?<file>[^"]*)$""")]
    private static partial Regex Name();
}

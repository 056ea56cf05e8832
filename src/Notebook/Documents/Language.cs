using System.Text.Json.Nodes;

namespace Notebook.Documents;

/// <summary>The languages that notebooks of .NET Interactive name, in cells and in the lines that begin cells of a <c>.dib</c> file.</summary>
internal static class Language
{
    public const string CSharp = "csharp";
    public const string Markdown = "markdown";

    private static readonly Dictionary<string, (string Display, string[] Aliases)> _known = new()
    {
        [CSharp] = ("C#", ["c#", "cs"]), ["fsharp"] = ("F#", ["f#", "fs"]), ["pwsh"] = ("PowerShell", ["powershell"]),
        ["html"] = ("HTML", []), ["javascript"] = ("JavaScript", ["js"]), ["mermaid"] = ("Mermaid", []), [Markdown] = ("Markdown", ["md"]),
        ["http"] = ("HTTP", []), ["sql"] = ("SQL", []), ["kql"] = ("KQL", []), ["value"] = ("Value", []), ["python"] = ("Python", []),
    };

    /// <summary>The language's own name for any of its names; null if it is unknown.</summary>
    public static string? Named(string name) => _known.ContainsKey(name.ToLowerInvariant()) ? name.ToLowerInvariant()
        : _known.FirstOrDefault(known => known.Value.Aliases.Contains(name.ToLowerInvariant())).Key;

    /// <summary>What people call the language.</summary>
    public static string DisplayName(string name) => _known.TryGetValue(name, out var known) ? known.Display : name;

    /// <summary>The language that a cell's metadata names; null if they name none.</summary>
    public static string? Of(JsonObject cell)
    {
        var metadata = cell["metadata"];
        var given = NotebookFile.Text(metadata?["polyglot_notebook"]?["kernelName"]);
        if (given.Length == 0)
            given = NotebookFile.Text(metadata?["dotnet_interactive"]?["language"]);
        return given.Length == 0 ? null : Named(given) ?? given;
    }

    /// <summary>The language of a notebook's cells that name none.</summary>
    /// <exception cref="CannotStartException">The notebook is for another family of kernels.</exception>
    public static string DefaultOf(NotebookFile notebook)
    {
        var named = NotebookFile.Text(notebook.Metadata["polyglot_notebook"]?["kernelInfo"]?["defaultKernelName"]);
        return notebook.Kernel switch
        {
            _ when named.Length > 0 => named,
            "" or ".net-csharp" => CSharp,
            ".net-fsharp" => "fsharp",
            ".net-pwsh" or ".net-powershell" => "pwsh",
            var other => throw new CannotStartException(
                $"{notebook.FilePath} is for the kernel '{other}'; .dib files hold notebooks of the .net- kernels."),
        };
    }

    /// <summary>The kernelspec of notebooks in the given language.</summary>
    public static JsonObject KernelSpec(string language) => new()
    {
        ["display_name"] = $".NET ({DisplayName(language)})",
        ["language"] = DisplayName(language),
        ["name"] = ".net-" + language,
    };
}

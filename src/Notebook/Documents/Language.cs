using System.Text.Json.Nodes;

namespace Notebook.Documents;

/// <summary>
/// The languages that notebooks of .NET Interactive name: in the metadata of cells, in <c>#!</c> lines and in the lines that begin
/// cells of a <c>.dib</c> file.
/// </summary>
internal static class Language
{
    public const string CSharp = "csharp";
    public const string Markdown = "markdown";

    private static readonly Dictionary<string, (string Display, bool IsHere, string[] Aliases)> _known = new()
    {
        [CSharp] = ("C#", true, ["c#", "cs"]), ["html"] = ("HTML", true, []), ["javascript"] = ("JavaScript", true, ["js"]),
        ["mermaid"] = ("Mermaid", true, []), [Markdown] = ("Markdown", true, ["md"]), ["value"] = ("Value", true, []),
        ["fsharp"] = ("F#", false, ["f#", "fs"]), ["pwsh"] = ("PowerShell", false, ["powershell"]), ["http"] = ("HTTP", false, ["httprequest"]),
        ["sql"] = ("SQL", false, []), ["kql"] = ("KQL", false, []), ["python"] = ("Python", false, ["py", "ipython"]), ["r"] = ("R", false, []),
        ["bash"] = ("Bash", false, ["sh"]), ["typescript"] = ("TypeScript", false, ["ts"]), ["vscode"] = ("VS Code", false, []),
    };

    /// <summary>The language's own name for any of its names; null if it is unknown.</summary>
    public static string? Named(string name)
    {
        var plain = name.ToLowerInvariant();
        foreach (var prefix in (string[])["dotnet-interactive.", ".net-"])
            plain = plain.StartsWith(prefix, StringComparison.Ordinal) ? plain[prefix.Length..] : plain;
        return _known.ContainsKey(plain) ? plain : _known.FirstOrDefault(known => known.Value.Aliases.Contains(plain)).Key;
    }

    /// <summary>Whether a language is that of the kernel; one that is not named is.</summary>
    public static bool IsCSharp(string? name) => string.IsNullOrEmpty(name) || Named(name) == CSharp;

    /// <summary>Whether it is one that .NET Interactive ran, or could be connected to, and this kernel does not.</summary>
    public static bool IsElsewhere(string name) => Named(name) is { } known && !_known[known].IsHere;

    /// <summary>What people call the language.</summary>
    public static string DisplayName(string name) => _known.TryGetValue(name, out var known) ? known.Display : name;

    /// <summary>
    /// The language that the metadata of a cell, or of a request to run one, name: <c>polyglot_notebook.kernelName</c>,
    /// <c>dotnet_interactive.language</c> or <c>vscode.languageId</c>; null if they name none.
    /// </summary>
    public static string? Of(JsonNode? metadata)
    {
        var given = ((string Section, string Name)[])[("polyglot_notebook", "kernelName"), ("dotnet_interactive", "language"), ("vscode", "languageId")];
        var named = given.Select(place => NotebookFile.Text(((metadata as JsonObject)?[place.Section] as JsonObject)?[place.Name]))
            .FirstOrDefault(text => text.Length > 0 && text != "polyglot-notebook"); // the last is an editor's word for all of them
        return named is null ? null : Named(named) ?? named;
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
